"""Cancel a task, whatever it is doing; its children and its execution end as a consequence of the row's change."""

from dataclasses import dataclass

from chalicelib.domain.errors import ConflictError, StaleTaskError
from chalicelib.domain.lifecycle import cancelled
from chalicelib.domain.ports.platform import Clock, Telemetry
from chalicelib.domain.ports.tasks import TaskStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.task import Task
from chalicelib.services.count_end import count_end
from chalicelib.services.read_tasks import ReadTasks

TRIES = 8


@dataclass(frozen=True)
class CancelTask:
    read: ReadTasks
    tasks: TaskStore
    clock: Clock
    telemetry: Telemetry

    def cancel_task(self, task_id: str, principal: Principal) -> Task:
        """The cancelled task, or the task as it ended before. Cancelling twice changes nothing.

        A worker that holds it learns from its next write, which is refused: its fencing token is old.
        """
        for _ in range(TRIES):
            task = self.read.task(task_id, principal)
            if task.finished:
                return task
            after = cancelled(task, self.clock.now(), f"cancelled by {principal.user_id}")
            try:
                self.tasks.save(task, after)
            except StaleTaskError:
                continue
            count_end(self.telemetry, after)
            return after
        raise ConflictError(f"task {task_id} keeps changing; try again")
