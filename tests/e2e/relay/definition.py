"""Policies of the relay."""

from chalicelib.domain.task_type import TaskType, Workflow

UNITS_AT_ONCE = 4

DEFINITION = TaskType(
    name="relay",
    lane_family="generation",
    soft_deadline_seconds=500,
    hard_deadline_seconds=600,
    workflow=Workflow(
        units_at_once=UNITS_AT_ONCE,
        unit_soft_deadline_seconds=50,
        unit_hard_deadline_seconds=60,
        unit_max_attempts=2,
        unit_retry_base_seconds=1,
    ),
)
