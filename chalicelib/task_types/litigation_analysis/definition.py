"""The policies of litigation analysis: an hour for the case, ten minutes for a step of it."""

from chalicelib.domain.task_type import TaskType, Workflow

DEFINITION = TaskType(
    name="litigation_analysis",
    lane_family="generation",
    soft_deadline_seconds=3300,
    hard_deadline_seconds=3600,
    workflow=Workflow(
        units_at_once=10,
        unit_soft_deadline_seconds=540,
        unit_hard_deadline_seconds=600,
        unit_retry_base_seconds=20,
    ),
)
