"""The policies of learning roadmaps."""

from chalicelib.domain.task_type import TaskType, Workflow

DEFINITION = TaskType(
    name="learning_roadmap",
    lane_family="generation",
    soft_deadline_seconds=1500,
    hard_deadline_seconds=1800,
    workflow=Workflow(
        units_at_once=16,
        # One model call with its repair takes a minute or two; three attempts have to fit into the workflow's time.
        unit_soft_deadline_seconds=500,
        unit_hard_deadline_seconds=600,
        unit_max_attempts=3,
        unit_retry_base_seconds=60,
    ),
)
