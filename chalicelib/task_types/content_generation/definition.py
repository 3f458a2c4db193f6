"""The policies of content generation."""

from chalicelib.domain.task_type import TaskType

DEFINITION = TaskType(
    name="content_generation",
    lane_family="generation",
    # A model may take minutes, and three attempts with their waits have to fit.
    soft_deadline_seconds=1500,
    hard_deadline_seconds=1800,
)
