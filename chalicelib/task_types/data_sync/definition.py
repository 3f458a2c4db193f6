"""The policies of syncing one file."""

from chalicelib.domain.task_type import TaskType

DEFINITION = TaskType(
    name="data_sync",
    lane_family="sync",
    # Asked for between chunks of a thousand rows; what is left goes on from its checkpoint.
    soft_deadline_seconds=1500,
    hard_deadline_seconds=1800,
    retry_base_seconds=10.0,
    retention_seconds=3600,
)
