"""What must follow from a change of a row, whoever made it and however it was made.

Fed from the table's stream, in order and at least once, so nothing that must happen hangs on the process that wrote
the row living a moment longer. Each step may come twice.
"""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from chalicelib.domain.errors import ContentHubError, StaleTaskError
from chalicelib.domain.lifecycle import cancelled
from chalicelib.domain.ports.platform import Clock, Telemetry
from chalicelib.domain.ports.tasks import TaskFilter, TaskStore
from chalicelib.domain.ports.workflows import Workflows
from chalicelib.domain.task import Status, Task, WaitingFor
from chalicelib.domain.workflow_life import execution_name
from chalicelib.services.count_end import count_end
from chalicelib.services.project_events import RowChange

UNITS_PER_PAGE = 100
WRITES_AT_ONCE = 8
TRIES = 8
ENDED_BY_ITS_EXECUTION = (Status.SUCCEEDED, Status.PARTIAL)
"""The answer with which the execution ends is on its way to it; a stop that came first would make it look aborted."""


@dataclass(frozen=True)
class FollowChanges:
    tasks: TaskStore
    workflows: Workflows
    clock: Clock
    telemetry: Telemetry

    def follow(self, changes: Iterable[RowChange]) -> None:
        """Executions that waited for a row go on; a workflow that was ended from outside takes its units along.

        What the platform itself refuses would be refused again: such a change is passed over, so that it does not hold
        up all that come after it, and left to the sweeper. Trouble with a port is raised: the changes come again.
        """
        for change in changes:
            try:
                self._follow(change)
            except ContentHubError:
                self.telemetry.log_exception("change_not_followed", task_id=change.after.task_id)

    def _follow(self, change: RowChange) -> None:
        if change.before is None or change.before.finished:
            return
        if change.after.finished or _review_is_over(change):
            self._release(change.before)
        if change.after.finished and change.after.workflow is not None:
            self._end_workflow(change.after)

    def _release(self, row: Task) -> None:
        for token in row.task_tokens:
            self.workflows.complete(token)

    def _end_workflow(self, workflow: Task) -> None:
        if workflow.status not in ENDED_BY_ITS_EXECUTION:
            part = workflow.workflow.part if workflow.workflow else 0
            self.workflows.stop(execution_name(workflow, part), f"the task is {workflow.status}")
        cursor = None
        while True:
            narrowed = TaskFilter(parent_id=workflow.task_id)
            page = self.tasks.list(narrowed, limit=UNITS_PER_PAGE, cursor=cursor)
            with ThreadPoolExecutor(WRITES_AT_ONCE) as pool:
                list(pool.map(lambda unit: self._cancel(unit, f"its workflow is {workflow.status}"), page.items))
            cursor = page.next_cursor
            if cursor is None:
                return

    def _cancel(self, unit: Task, reason: str) -> None:
        row: Task | None = unit
        for _ in range(TRIES):
            if row is None or row.finished:
                return
            after = cancelled(row, self.clock.now(), reason)
            try:
                self.tasks.save(row, after)
            except StaleTaskError:
                row = self.tasks.get(unit.task_id)
                continue
            count_end(self.telemetry, after)
            return


def _review_is_over(change: RowChange) -> bool:
    before = change.before
    return (
        before is not None
        and before.waiting_for is WaitingFor.REVIEW
        and (change.after.waiting_for is not WaitingFor.REVIEW)
    )
