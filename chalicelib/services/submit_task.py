"""Submit a task: check it, one conditional write, one send."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from chalicelib.domain.errors import (
    FieldProblem,
    IdempotencyInProgressError,
    IdempotencyKeyReusedError,
    TaskExpiredError,
    TaskTypeDisabledError,
    ValidationFailedError,
)
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.lanes import DEFAULT_PRIORITY, HIGHEST_PRIORITY, LOWEST_PRIORITY
from chalicelib.domain.lifecycle import Submission, new_task
from chalicelib.domain.ports.platform import Chance, Clock, Switches, Telemetry
from chalicelib.domain.ports.tasks import IdempotencyEntry, PayloadStore, TaskStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.task import Task
from chalicelib.domain.task_type import SubmissionDesk
from chalicelib.services.dispatch import Dispatch
from chalicelib.services.payloads import store_request
from chalicelib.services.task_catalogue import TaskCatalogue

IDEMPOTENCY_HOURS = 24
FURTHEST_START = timedelta(days=30)
"""Large requests are kept for 90 days: 30 of waiting, then the retention, in which a retry needs them again."""


@dataclass(frozen=True)
class SubmitCommand:
    """What a caller wants done and when."""

    task_type: str
    request: JsonObject
    priority: int = DEFAULT_PRIORITY
    run_at: datetime | None = None
    start_by: datetime | None = None
    cancel_after: datetime | None = None
    idempotency_key: str | None = None
    parent_id: str | None = None


@dataclass(frozen=True)
class SubmitTask:
    tasks: TaskStore
    payloads: PayloadStore
    desk_for: Callable[[str], SubmissionDesk]
    """The desk at which an owner's request is checked."""
    dispatch: Dispatch
    switches: Switches
    catalogue: TaskCatalogue
    clock: Clock
    chance: Chance
    telemetry: Telemetry

    def submit_task(self, command: SubmitCommand, principal: Principal) -> Task:
        """The stored task. The same idempotency key and command give the same task again.

        Raises ValidationFailedError, UnknownTaskTypeError, TaskTypeDisabledError, what the task type refuses with,
        IdempotencyKeyReusedError, IdempotencyInProgressError; nothing is stored then.
        """
        task = self.prepare(command, principal)
        stored = self.store(task, command)
        return self.dispatch.place(stored) if stored.task_id == task.task_id else stored

    def prepare(self, command: SubmitCommand, principal: Principal, desk: SubmissionDesk | None = None) -> Task:
        """Everything that can be refused is refused here, before anything is stored."""
        task_type = self.catalogue.definition(command.task_type)
        if not self.switches.accepting(command.task_type):
            raise TaskTypeDisabledError(f"new tasks of type {command.task_type} are switched off at the moment")
        now = self.clock.now()
        check_timing(command, now)
        request = self.catalogue.prepare(command.task_type, command.request, desk or self.desk_for(principal.user_id))
        asked = Submission(
            request=request,
            priority=command.priority,
            run_at=command.run_at,
            start_by=command.start_by,
            cancel_after=command.cancel_after,
            parent_id=command.parent_id,
        )
        return self.dispatch.planned(new_task(self.chance.task_id(now), task_type, principal.user_id, asked, now))

    def store(self, task: Task, command: SubmitCommand) -> Task:
        """The task as stored, or the one that its idempotency key already stands for."""
        entry = _idempotency_entry(task, command)
        kept = store_request(task, self.payloads)
        try:
            self.tasks.create(kept, idempotency=entry, now=task.created_at)
        except IdempotencyInProgressError:
            known = entry and self.tasks.idempotency_entry(entry.key, now=task.created_at)
            if not entry or not known:
                raise
            return self._replayed(known, entry)
        self.telemetry.count("TaskSubmitted", task_type=task.task_type, lane=task.lane)
        return kept

    def _replayed(self, known: IdempotencyEntry, entry: IdempotencyEntry) -> Task:
        if known.fingerprint != entry.fingerprint:
            raise IdempotencyKeyReusedError("this Idempotency-Key was used with another request within 24 hours")
        task = self.tasks.get(known.task_id)
        if task is None:
            raise TaskExpiredError("the task that this Idempotency-Key stood for was deleted")
        return task


def check_timing(command: SubmitCommand, now: datetime) -> None:
    """Raises ValidationFailedError for a priority or times that make no sense."""
    start = command.run_at or now
    checks = {
        "/priority": (
            LOWEST_PRIORITY <= command.priority <= HIGHEST_PRIORITY,
            f"must be {LOWEST_PRIORITY} to {HIGHEST_PRIORITY}",
        ),
        "/run_at": (start <= now + FURTHEST_START, "must be within 30 days"),
        "/start_by": (command.start_by is None or command.start_by > max(now, start), "must be after now and run_at"),
        "/cancel_after": (
            command.cancel_after is None or command.cancel_after > max(now, start),
            "must be after now and run_at",
        ),
    }
    problems = tuple(FieldProblem(at, "out_of_range", why) for at, (fine, why) in checks.items() if not fine)
    if problems:
        raise ValidationFailedError(problems)


def _idempotency_entry(task: Task, command: SubmitCommand) -> IdempotencyEntry | None:
    if command.idempotency_key is None:
        return None
    body = json.dumps(
        [command.task_type, command.request, command.priority, command.run_at, command.start_by, command.cancel_after],
        sort_keys=True,
        default=str,
    )
    return IdempotencyEntry(
        key=f"{task.owner_id}#{command.idempotency_key}",
        task_id=task.task_id,
        fingerprint=hashlib.sha256(body.encode()).hexdigest(),
        expires_at=task.created_at + timedelta(hours=IDEMPOTENCY_HOURS),
    )


def with_idempotency_suffix(command: SubmitCommand, suffix: str) -> SubmitCommand:
    """The command under its own key of a batch's."""
    key = command.idempotency_key
    return replace(command, idempotency_key=f"{key}#{suffix}" if key else None)
