"""The policies of a health check: quick, and soon forgotten."""

from chalicelib.domain.task_type import TaskType

DEFINITION = TaskType(
    name="health_check",
    lane_family="generation",
    soft_deadline_seconds=50,
    hard_deadline_seconds=60,
    max_attempts=1,
    retention_seconds=3600,
)
