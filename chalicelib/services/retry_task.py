"""Run a failed, cancelled, timed-out or partial task again."""

from dataclasses import dataclass

from chalicelib.domain.errors import ConflictError, StaleTaskError
from chalicelib.domain.lifecycle import reopened
from chalicelib.domain.ports.platform import Clock
from chalicelib.domain.ports.tasks import TaskStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.task import Task
from chalicelib.services.dispatch import Dispatch
from chalicelib.services.read_tasks import ReadTasks


@dataclass(frozen=True)
class RetryTask:
    read: ReadTasks
    tasks: TaskStore
    dispatch: Dispatch
    clock: Clock

    def retry_task(self, task_id: str, principal: Principal) -> Task:
        """The same task in its next run. Raises TaskNotRetryableError, ConflictError when it moves meanwhile."""
        task = self.read.task(task_id, principal)
        self._refuse_while_its_workflow_runs(task)
        after = self.dispatch.planned(reopened(task, self.clock.now()))
        try:
            self.tasks.save(task, after)
        except StaleTaskError as error:
            raise ConflictError(f"task {task_id} changed at the same moment; look at it again") from error
        return self.dispatch.place(after)

    def _refuse_while_its_workflow_runs(self, task: Task) -> None:
        """The workflow counts its units; in its own next run it opens again what failed."""
        parent = self.tasks.get(task.parent_id) if task.parent_id else None
        if parent is not None and not parent.finished:
            raise ConflictError(f"its workflow {parent.task_id} is {parent.status}; retry that when it has ended")
