"""The policies of syncing a batch of files."""

from chalicelib.domain.task_type import DAY_SECONDS, TaskType, Workflow

DEFINITION = TaskType(
    name="data_sync_batch",
    lane_family="sync",
    soft_deadline_seconds=DAY_SECONDS,
    hard_deadline_seconds=DAY_SECONDS,
    retention_seconds=3600,
    workflow=Workflow(
        units_at_once=8,
        unit_soft_deadline_seconds=1500,
        unit_hard_deadline_seconds=1800,
        unit_retry_base_seconds=10.0,
    ),
)
