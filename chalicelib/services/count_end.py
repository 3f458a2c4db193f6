"""Count and log how a task ended, or count that it will be tried again."""

from chalicelib.domain.ports.platform import Telemetry
from chalicelib.domain.task import Status, Task

METRIC_BY_STATUS = {
    Status.SUCCEEDED: "TaskSucceeded",
    Status.PARTIAL: "TaskPartial",
    Status.TIMED_OUT: "TaskTimedOut",
    Status.WAITING: "TaskRetried",
    Status.EXPIRED: "TaskExpired",
    Status.CANCELLED: "TaskCancelled",
}
WORKED_ON = frozenset({Status.SUCCEEDED, Status.PARTIAL, Status.FAILED, Status.TIMED_OUT})
FAILURES = frozenset({Status.FAILED, Status.TIMED_OUT})


def count_end(telemetry: Telemetry, task: Task) -> None:
    """TaskFailed counts 1 or 0 for every end of work, so that its average is the failure rate."""
    metric = METRIC_BY_STATUS.get(task.status)
    if metric:
        telemetry.count(metric, task_type=task.task_type, lane=task.lane)
    if task.status in WORKED_ON:
        failure = 1 if task.status in FAILURES else 0
        telemetry.count("TaskFailed", task_type=task.task_type, lane=task.lane, value=failure)
    if task.finished:
        telemetry.log("task_finished", task_id=task.task_id, task_type=task.task_type, status=task.status)
    if task.finished and task.started_at:
        seconds = (task.updated_at - task.started_at).total_seconds()
        telemetry.count("DurationSeconds", task_type=task.task_type, lane=task.lane, value=seconds)
