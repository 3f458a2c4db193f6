"""Tasks in a dictionary; the domain's own functions decide who may claim what."""

import json
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime

from chalicelib.adapters.ulid import is_ulid
from chalicelib.domain.errors import (
    IdempotencyInProgressError,
    InvalidCursorError,
    NotClaimableError,
    StaleTaskError,
)
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.lifecycle import claimable, claimed, with_token
from chalicelib.domain.ports.platform import Clock
from chalicelib.domain.ports.tasks import IdempotencyEntry, TaskFilter, TaskPage
from chalicelib.domain.record import Record
from chalicelib.domain.task import Status, Task
from chalicelib.domain.workflow_life import unit_ended
from tests.fakes.event_log import InMemoryEventLog
from tests.fakes.record_store import InMemoryRecordStore


class InMemoryTaskStore:
    """`records` is where `save` puts records; `events` is fed by every write, as the stream does in production."""

    def __init__(
        self, clock: Clock, records: InMemoryRecordStore | None = None, events: InMemoryEventLog | None = None
    ) -> None:
        self._clock = clock
        self._records = records or InMemoryRecordStore()
        self._events = events
        self._rows: dict[str, Task] = {}
        self.changes: list[tuple[Task | None, Task]] = []
        """Every write, before and after, as the table's stream brings them."""
        self._idempotency: dict[str, IdempotencyEntry] = {}

    def create(self, task: Task, *, idempotency: IdempotencyEntry | None = None, now: datetime) -> None:
        if idempotency is not None:
            if self.idempotency_entry(idempotency.key, now=now) is not None:
                raise IdempotencyInProgressError("the key is taken")
            self._idempotency[idempotency.key] = idempotency
        if task.task_id not in self._rows:
            self._write(task)

    def idempotency_entry(self, key: str, *, now: datetime) -> IdempotencyEntry | None:
        entry = self._idempotency.get(key)
        return entry if entry is not None and entry.expires_at > now else None

    def get(self, task_id: str) -> Task | None:
        return self._rows.get(task_id)

    def get_many(self, task_ids: Sequence[str]) -> dict[str, Task]:
        return {task_id: self._rows[task_id] for task_id in task_ids if task_id in self._rows}

    def claim(
        self,
        task_id: str,
        *,
        now: datetime,
        lease_expires_at: datetime,
        task_system: str = "sqs",
        task_token: str | None = None,
    ) -> Task:
        row = self._rows.get(task_id)
        if row is None or not claimable(row, now):
            raise NotClaimableError(task_id)
        taken = claimed(row, now=now, lease_expires_at=lease_expires_at, task_system=task_system, task_token=task_token)
        return self._write(taken)

    def extend_lease(self, task: Task, *, lease_expires_at: datetime, wake_at: datetime) -> None:
        row = self._rows.get(task.task_id)
        if row is None or row.status is not Status.RUNNING or row.fence != task.fence:
            raise StaleTaskError(task.task_id)
        self._write(replace(row, lease_expires_at=lease_expires_at, wake_at=wake_at))

    def save(self, before: Task, after: Task, *, records: Sequence[Record] = ()) -> None:
        row = self._current(before)
        differing = {f.name: new for f in fields(Task) if (new := getattr(after, f.name)) != getattr(before, f.name)}
        self._write(replace(row, **differing | {"progress": after.progress}))
        for record in records:
            self._records.put(record)
        if after.finished and not before.finished:
            self._count_on_parent(after)

    def remember_token(self, task_id: str, task_token: str, *, wake_at: datetime | None = None) -> Task | None:
        row = self._rows.get(task_id)
        if row is None or row.finished:
            return None
        sooner = wake_at if wake_at and row.wake_at and wake_at < row.wake_at else row.wake_at
        if row.status is Status.RUNNING or row.waiting_for is not None:
            sooner = row.wake_at
        return self._write(replace(with_token(row, task_token), wake_at=sooner))

    def delete(self, task: Task) -> None:
        del self._rows[self._current(task).task_id]

    def list(self, narrowed: TaskFilter, *, limit: int, cursor: str | None = None) -> TaskPage:
        if cursor is not None and not is_ulid(cursor):
            raise InvalidCursorError("not a cursor of this list")
        older = [row for task_id, row in self._rows.items() if cursor is None or task_id < cursor]
        found = sorted(
            (r for r in older if narrowed.admits(r) and self._kept(r)), key=lambda row: row.task_id, reverse=True
        )
        page = found[:limit]
        return TaskPage(tuple(page), page[-1].task_id if len(found) > len(page) > 0 else None)

    def due(self, lane: str, *, now: datetime, limit: int) -> Sequence[str]:
        rows = [(row.wake_at, row.task_id) for row in self._rows.values() if row.lane == lane and row.wake_at]
        return [task_id for wake_at, task_id in sorted(rows) if wake_at <= now][:limit]

    def rows(self) -> tuple[Task, ...]:
        return tuple(self._rows.values())

    def _current(self, task: Task) -> Task:
        row = self._rows.get(task.task_id)
        if row is None or (row.seq, row.fence) != (task.seq, task.fence):
            raise StaleTaskError(task.task_id)
        return row

    def _write(self, task: Task) -> Task:
        old = self._rows.get(task.task_id)
        row = replace(
            task, request=_stored(task.request), checkpoint=_stored(task.checkpoint), result=_stored(task.result)
        )
        self._rows[task.task_id] = row
        self.changes.append((old, row))
        if self._events is not None and row.last_event and (old is None or old.seq != row.seq):
            self._events.append([(row, row.last_event)])
        return row

    def _count_on_parent(self, unit: Task) -> None:
        parent = self._rows.get(unit.parent_id) if unit.parent_id else None
        if parent is not None and not parent.finished:
            self._write(unit_ended(parent, unit, unit.updated_at))

    def _kept(self, row: Task) -> bool:
        return row.expires_at is None or row.expires_at > self._clock.now()


def _stored(value: JsonObject | None) -> JsonObject | None:
    """A copy by way of JSON, as a real store makes it: what is not JSON fails here already."""
    copy: JsonObject | None = json.loads(json.dumps(value))
    return copy
