"""Ports that keep tasks, their events and their payloads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.record import Record
from chalicelib.domain.task import Event, Status, Task


@dataclass(frozen=True)
class IdempotencyEntry:
    """Says that `key` (already made unique per owner) stands for this task until `expires_at`."""

    key: str
    task_id: str
    fingerprint: str
    """A hash of the request body: the same key with another body is refused."""
    expires_at: datetime


@dataclass(frozen=True)
class TaskFilter:
    """What a list of tasks is narrowed to; `owner_id` None means everybody's, a time counts from `after` up to, not
    including, `before`. Units are listed by their parent only."""

    owner_id: str | None = None
    status: Status | None = None
    task_type: str | None = None
    priority: int | None = None
    parent_id: str | None = None
    created_after: datetime | None = None
    created_before: datetime | None = None

    def admits(self, task: Task) -> bool:
        return (
            self.owner_id in (None, task.owner_id)
            and self.status in (None, task.status)
            and self.task_type in (None, task.task_type)
            and self.priority in (None, task.priority)
            and (task.unit is None if self.parent_id is None else self.parent_id == task.parent_id)
            and (self.created_after is None or self.created_after <= task.created_at)
            and (self.created_before is None or task.created_at < self.created_before)
        )


@dataclass(frozen=True)
class TaskPage:
    """Newest first. `next_cursor` is the id of the last task looked at; a page may hold fewer than asked for."""

    items: tuple[Task, ...]
    next_cursor: str | None = None


class TaskStore(Protocol):
    """The rows that are the truth. Every write is conditional."""

    def create(self, task: Task, *, idempotency: IdempotencyEntry | None = None, now: datetime) -> None:
        """Store a new task and, in the same step, its idempotency entry.

        A task that is there already stays as it is. An entry that expired before `now` is replaced. Raises
        IdempotencyInProgressError if the key is taken or being taken: read the entry to learn by whom.
        """

    def idempotency_entry(self, key: str, *, now: datetime) -> IdempotencyEntry | None:
        """The entry that holds the key at `now`, read consistently."""

    def get(self, task_id: str) -> Task | None:
        """One consistent read."""

    def get_many(self, task_ids: Sequence[str]) -> dict[str, Task]:
        """Those that exist, by id; consistent reads, a hundred a request."""

    def claim(
        self,
        task_id: str,
        *,
        now: datetime,
        lease_expires_at: datetime,
        task_system: str = "sqs",
        task_token: str | None = None,
    ) -> Task:
        """Make the task running under a new lease and fencing token, by one conditional write and no read.

        `task_system` is the rung on which the worker got it: the row says that of its last attempt. A task token is
        remembered in the same write, beside those it has. The condition and the effect are those of
        `lifecycle.claimable` and `lifecycle.claimed`. Raises NotClaimableError.
        """

    def extend_lease(self, task: Task, *, lease_expires_at: datetime, wake_at: datetime) -> None:
        """Raises StaleTaskError unless the task is still running under our fencing token. Makes no event."""

    def save(self, before: Task, after: Task, *, records: Sequence[Record] = ()) -> None:
        """Write what differs, if the row still has `before`'s seq and fence; new records in the same transaction.

        Progress is always written: it belongs to the event. A record that exists already under its kind and id is
        replaced. When a child ends, an unfinished parent counts it in the same transaction (`lifecycle.unit_ended`):
        each end counts once. Raises StaleTaskError.
        """

    def remember_token(self, task_id: str, task_token: str, *, wake_at: datetime | None = None) -> Task | None:
        """Add a task token to an unfinished row, and wake it at `wake_at` if it is queued or waits for a retry and
        was to be woken later. Makes no event. Returns the row; None if there is none or it has finished.
        """

    def delete(self, task: Task) -> None:
        """Remove the row if it is still as given. Raises StaleTaskError."""

    def list(self, narrowed: TaskFilter, *, limit: int, cursor: str | None = None) -> TaskPage:
        """Never scans: an index answers, and a page costs the same however many tasks there are.

        Tasks past their retention are left out. Raises InvalidCursorError.
        """

    def due(self, lane: str, *, now: datetime, limit: int) -> Sequence[str]:
        """Ids of rows in the lane whose `wake_at` has come, the longest overdue first; may be slightly stale."""


class EventLog(Protocol):
    """Events outlive nothing but their task; written once each from the changes of the rows."""

    def append(self, events: Sequence[tuple[Task, Event]]) -> None:
        """Writing the same event again changes nothing."""

    def list(self, task_id: str, *, after: int, limit: int) -> Sequence[Event]:
        """In order of seq, those greater than `after`, without gaps (it stops before one that is on its way)."""


class PayloadStore(Protocol):
    """Requests, results and uploads that are too large for a row."""

    def put(self, ref: str, payload: JsonObject) -> int:
        """Returns the size in bytes."""

    def put_file(self, ref: str, data: bytes, *, content_type: str, file_name: str) -> None:
        """A file for people, who get it by its link under that name (ASCII)."""

    def get(self, ref: str) -> JsonObject:
        """Raises NotFoundError."""

    def get_file(self, ref: str) -> bytes:
        """Raises NotFoundError."""

    def delete(self, ref: str) -> None: ...

    def download_url(self, ref: str) -> str:
        """A presigned link, valid for an hour."""


@dataclass(frozen=True)
class UploadTicket:
    upload_id: str
    upload_url: str
    headers: dict[str, str]
    expires_at: datetime


class UploadStore(Protocol):
    """Files that callers bring, by presigned request straight to the bucket."""

    def ticket(self, *, upload_id: str, owner_id: str, content_type: str, size_bytes: int) -> UploadTicket: ...

    def exists(self, upload_id: str, *, owner_id: str) -> bool: ...

    def read(self, upload_id: str, *, owner_id: str) -> bytes:
        """Raises SourceUnreadableError when nothing is there."""

    def delete(self, upload_id: str, *, owner_id: str) -> None:
        """Nothing there is fine."""
