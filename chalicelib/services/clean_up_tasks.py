"""Delete finished tasks before their retention ends."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from chalicelib.domain.errors import StaleTaskError
from chalicelib.domain.ports.platform import Clock, Telemetry
from chalicelib.domain.ports.tasks import PayloadStore, TaskFilter, TaskStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.task import FINISHED, Status, Task

PAGE = 100


@dataclass(frozen=True)
class CleanupAnswer:
    matched: int
    deleted: int
    more: bool
    """The time was over first: call again."""


@dataclass(frozen=True)
class CleanUpTasks:
    tasks: TaskStore
    payloads: PayloadStore
    clock: Clock
    telemetry: Telemetry

    def clean_up_tasks(
        self,
        principal: Principal,
        *,
        older_than: timedelta,
        statuses: frozenset[Status] = FINISHED,
        dry_run: bool = False,
        remaining_seconds: Callable[[], float],
    ) -> CleanupAnswer:
        """One's own tasks that ended that long ago; an admin's call is about everybody's."""
        matched = deleted = 0
        for task in self._candidates(principal, older_than, statuses):
            if remaining_seconds() < 2.0:
                return CleanupAnswer(matched, deleted, more=True)
            matched += 1
            if not dry_run:
                deleted += self._delete(task)
        self.telemetry.log("cleaned_up", matched=matched, deleted=deleted, by=principal.user_id, dry_run=dry_run)
        return CleanupAnswer(matched, deleted, more=False)

    def _candidates(self, principal: Principal, older_than: timedelta, statuses: frozenset[Status]) -> Iterator[Task]:
        before = self.clock.now() - older_than
        narrowed = TaskFilter(owner_id=None if principal.is_admin else principal.user_id, created_before=before)
        cursor = None
        while True:
            page = self.tasks.list(narrowed, limit=PAGE, cursor=cursor)
            yield from (t for t in page.items if t.status in statuses and t.finished_at and t.finished_at <= before)
            cursor = page.next_cursor
            if cursor is None:
                return

    def _delete(self, task: Task) -> int:
        """Its units first: dying in between leaves a workflow that the next clean-up finds again."""
        if task.workflow is not None:
            self._delete_units(task)
        try:
            self.tasks.delete(task)
        except StaleTaskError:
            return 0
        edits = [record.edit_ref for record in task.workflow.reviews] if task.workflow else []
        for ref in (task.request_ref, task.result_ref, *edits):
            if ref:
                self.payloads.delete(ref)
        return 1

    def _delete_units(self, parent: Task) -> None:
        cursor = None
        while True:
            page = self.tasks.list(TaskFilter(parent_id=parent.task_id), limit=PAGE, cursor=cursor)
            for unit in page.items:
                if unit.finished:
                    self._delete(unit)
            cursor = page.next_cursor
            if cursor is None:
                return
