"""Cancel a task, whatever it is doing, and its children."""

from dataclasses import dataclass

from chalicelib.domain.errors import ConflictError, StaleTaskError
from chalicelib.domain.lifecycle import cancelled
from chalicelib.domain.ports.platform import Clock, Telemetry
from chalicelib.domain.ports.tasks import TaskFilter, TaskStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.task import Task
from chalicelib.services.count_end import count_end
from chalicelib.services.read_tasks import ReadTasks

TRIES = 8
CHILDREN_PER_PAGE = 100


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
            self._cancel_children(task, principal)
            return after
        raise ConflictError(f"task {task_id} keeps changing; try again")

    def _cancel_children(self, parent: Task, principal: Principal) -> None:
        cursor = None
        while True:
            page = self.tasks.list(TaskFilter(parent_id=parent.task_id), limit=CHILDREN_PER_PAGE, cursor=cursor)
            for child in page.items:
                if not child.finished:
                    self.cancel_task(child.task_id, principal)
            cursor = page.next_cursor
            if cursor is None:
                return
