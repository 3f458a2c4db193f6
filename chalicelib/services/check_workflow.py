"""Look after a workflow that waits: a review that nobody decides, an execution that is gone or stuck."""

from dataclasses import dataclass, replace
from datetime import timedelta

from chalicelib.domain.ports.platform import Clock, Telemetry
from chalicelib.domain.ports.tasks import TaskStore
from chalicelib.domain.ports.workflows import ExecutionState, StopRefusedError, Workflows
from chalicelib.domain.task import Task, WaitingFor
from chalicelib.domain.workflow_life import STALLED_SECONDS, execution_lost, execution_name, next_check
from chalicelib.services.count_end import count_end
from chalicelib.services.dispatch import Dispatch
from chalicelib.services.review_workflow import timed_out_review


@dataclass(frozen=True)
class CheckWorkflow:
    tasks: TaskStore
    workflows: Workflows
    dispatch: Dispatch
    clock: Clock
    telemetry: Telemetry

    def check(self, task: Task) -> None:
        """For a row with `waiting_for`. Raises StaleTaskError when it moved on meanwhile: then all is well."""
        overdue_review = timed_out_review(task, self.clock)
        if overdue_review is not None:
            self.tasks.save(task, overdue_review)
        elif self._lives(task):
            self.tasks.save(task, replace(task, wake_at=next_check(task, self.clock.now())))
        else:
            self._start_again(task)

    def _lives(self, task: Task) -> bool:
        name = execution_name(task, task.workflow.part if task.workflow else 0)
        state = self.workflows.state(name)
        if state is ExecutionState.RUNNING and self._stalled(task):
            return not self._stopped(task, name)
        return state is not ExecutionState.ENDED

    def _stopped(self, task: Task, name: str) -> bool:
        """One that cannot be stopped now counts as alive: two executions of one workflow would only do double work."""
        try:
            self.workflows.stop(name, "no unit ended for too long")
        except StopRefusedError as error:
            self.telemetry.log("stop_refused", level="WARNING", task_id=task.task_id, reason=str(error))
            return False
        return True

    def _stalled(self, task: Task) -> bool:
        quiet = self.clock.now() - task.updated_at
        return task.waiting_for is WaitingFor.UNITS and quiet >= timedelta(seconds=STALLED_SECONDS)

    def _start_again(self, task: Task) -> None:
        after = execution_lost(task, self.clock.now())
        self.tasks.save(task, after)
        self.telemetry.log(
            "execution_lost", level="WARNING", task_id=task.task_id, part=task.workflow.part if task.workflow else 0
        )
        count_end(self.telemetry, after)
        if not after.finished:
            self.dispatch.place(after)
