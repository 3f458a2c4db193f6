"""The policies of image generation."""

from chalicelib.domain.task_type import TaskType

DEFINITION = TaskType(
    name="image_generation",
    lane_family="image",
    # An asynchronous endpoint may have to start a machine first, for each of four pictures.
    soft_deadline_seconds=1500,
    hard_deadline_seconds=1800,
    retry_base_seconds=15.0,
)
