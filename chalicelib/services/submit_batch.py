"""Submit up to a thousand tasks at once, with an answer for each."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from chalicelib.domain.errors import ContentHubError
from chalicelib.domain.principal import Principal
from chalicelib.domain.task import Task
from chalicelib.domain.task_type import SubmissionDesk
from chalicelib.services.submit_task import SubmitCommand, SubmitTask, with_idempotency_suffix

MAX_ITEMS = 1000
WRITES_AT_ONCE = 8
"""A thousand writes one after the other would take longer than API Gateway waits for an answer."""

Item = SubmitCommand | ContentHubError
"""What one item asks for, or why it could not even be read."""


@dataclass(frozen=True)
class BatchAnswer:
    """In the order of the items: the stored task (in a dry run: the task that would be), or the error."""

    items: tuple[Task | ContentHubError, ...]
    stored: bool

    @property
    def accepted(self) -> int:
        return sum(isinstance(item, Task) for item in self.items)


@dataclass(frozen=True)
class SubmitBatch:
    submit: SubmitTask

    def submit_batch(
        self, items: Sequence[Item], principal: Principal, *, atomic: bool = False, dry_run: bool = False
    ) -> BatchAnswer:
        """Bad items are answered with their error, the others run; with `atomic` one bad item stops all."""
        desk = self.submit.desk_for(principal.user_id)
        prepared = [self._prepared(item, principal, desk) for item in items]
        stopped = atomic and any(isinstance(item, ContentHubError) for item in prepared)
        if dry_run or stopped:
            return BatchAnswer(tuple(prepared), stored=False)
        with ThreadPoolExecutor(WRITES_AT_ONCE) as pool:
            stored = list(pool.map(self._stored, range(len(items)), items, prepared))
        return BatchAnswer(tuple(self._dispatched(stored, prepared)), stored=True)

    def _prepared(self, item: Item, principal: Principal, desk: SubmissionDesk) -> Task | ContentHubError:
        if isinstance(item, ContentHubError):
            return item
        try:
            return self.submit.prepare(item, principal, desk)
        except ContentHubError as error:
            return error

    def _stored(self, index: int, item: Item, prepared: Task | ContentHubError) -> Task | ContentHubError:
        if isinstance(prepared, ContentHubError) or isinstance(item, ContentHubError):
            return prepared
        try:
            return self.submit.store(prepared, with_idempotency_suffix(item, str(index)))
        except ContentHubError as error:
            return error

    def _dispatched(
        self, stored: Sequence[Task | ContentHubError], prepared: Sequence[Task | ContentHubError]
    ) -> list[Task | ContentHubError]:
        fresh = [a for a, b in zip(stored, prepared, strict=True) if isinstance(a, Task) and _same(a, b)]
        placed = self.submit.dispatch.place_many(fresh)
        return [placed.get(item.task_id, item) if isinstance(item, Task) else item for item in stored]


def _same(stored: Task, prepared: Task | ContentHubError) -> bool:
    """False for a replayed item, whose message was sent long ago."""
    return isinstance(prepared, Task) and stored.task_id == prepared.task_id
