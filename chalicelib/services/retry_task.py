"""Run a failed, cancelled, timed-out or partial task again."""

from dataclasses import dataclass

from chalicelib.domain.errors import ConflictError, StaleTaskError
from chalicelib.domain.lifecycle import reopened
from chalicelib.domain.ports.platform import Clock, Lanes, SendFailedError, Telemetry
from chalicelib.domain.ports.tasks import TaskStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.task import Task
from chalicelib.services.read_tasks import ReadTasks


@dataclass(frozen=True)
class RetryTask:
    read: ReadTasks
    tasks: TaskStore
    lanes: Lanes
    clock: Clock
    telemetry: Telemetry

    def retry_task(self, task_id: str, principal: Principal) -> Task:
        """The same task in its next run. Raises TaskNotRetryableError, ConflictError when it moves meanwhile."""
        task = self.read.task(task_id, principal)
        after = reopened(task, self.clock.now())
        try:
            self.tasks.save(task, after)
        except StaleTaskError as error:
            raise ConflictError(f"task {task_id} changed at the same moment; look at it again") from error
        try:
            self.lanes.send(after.lane, task_id)
        except SendFailedError as error:
            self.telemetry.log("send_failed", level="WARNING", task_id=task_id, reason=str(error))
        return after
