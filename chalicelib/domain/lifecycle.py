"""How a task lives: each function takes a task and a moment and returns what it becomes.

Wake times say when the sweeper must look again. They carry the promise that nothing is ever lost: whatever else
fails, a row that is not finished has a wake time, and at that time somebody looks.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from chalicelib.domain.errors import (
    HardDeadlineExceededError,
    TaskFailedError,
    TaskNotRetryableError,
    WorkerLostError,
)
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.lanes import MAX_SEND_DELAY_SECONDS, lane_of
from chalicelib.domain.retry import retry_delay_seconds
from chalicelib.domain.task import RETRYABLE, Progress, Status, Task, TaskError
from chalicelib.domain.task_type import TaskType

RESEND_AFTER_SECONDS = 60.0
"""A queued task that nobody claimed for so long gets its message again; duplicates are harmless."""
MAX_RESEND_SECONDS = 3600.0
SEND_AHEAD_MARGIN_SECONDS = 300.0
"""The sweeper comes by every minute; five give it room to be late."""


@dataclass(frozen=True)
class Submission:
    """What a caller asked for, already checked."""

    request: JsonObject
    priority: int
    run_at: datetime | None = None
    start_by: datetime | None = None
    cancel_after: datetime | None = None
    parent_id: str | None = None


def new_task(task_id: str, task_type: TaskType, owner_id: str, asked: Submission, now: datetime) -> Task:
    task = Task(
        task_id=task_id,
        task_type=task_type.name,
        owner_id=owner_id,
        lane=lane_of(task_type.lane_family, asked.priority),
        priority=asked.priority,
        status=Status.QUEUED,
        created_at=now,
        updated_at=now,
        max_attempts=task_type.max_attempts,
        soft_deadline_seconds=task_type.soft_deadline_seconds,
        hard_deadline_seconds=task_type.hard_deadline_seconds,
        retention_seconds=task_type.retention_seconds,
        request=asked.request,
        run_at=asked.run_at,
        start_by=asked.start_by,
        cancel_after=asked.cancel_after,
        parent_id=asked.parent_id,
    )
    return replace(task, wake_at=_wake_queued(task, now)).note("queued", at=now)


def claimable(task: Task, now: datetime) -> bool:
    """Whether a worker may start this task now: due, in time, and not held by a living worker."""
    if task.cancel_after is not None and task.cancel_after <= now:
        return False
    if task.status is Status.RUNNING:
        return task.lease_expires_at is not None and task.lease_expires_at <= now
    if task.status not in (Status.QUEUED, Status.WAITING):
        return False
    in_time = task.start_by is None or task.started_at is not None or now <= task.start_by
    return in_time and (task.run_at is None or task.run_at <= now)


def claimed(task: Task, *, now: datetime, lease_expires_at: datetime) -> Task:
    return task.move(
        Status.RUNNING,
        at=now,
        kind="started",
        attempt=task.attempt + 1,
        fence=task.fence + 1,
        started_at=task.started_at or now,
        lease_expires_at=lease_expires_at,
        wake_at=lease_expires_at,
        error=None,
    )


def succeeded(task: Task, result: JsonObject, *, now: datetime, result_bytes: int, result_ref: str | None) -> Task:
    return _ended(
        task,
        Status.SUCCEEDED,
        now,
        progress=Progress(task.progress.total, task.progress.total, "done"),
        result=None if result_ref else result,
        result_ref=result_ref,
        result_bytes=result_bytes,
    )


def progressed(task: Task, progress: Progress, now: datetime) -> Task:
    return task.note("progress", at=now, progress=progress)


def continued(task: Task, checkpoint: JsonObject, now: datetime) -> Task:
    """Back to the lane from a clean stopping place. The attempt was a success so far: it is given back."""
    return task.move(
        Status.QUEUED,
        at=now,
        kind="continued",
        checkpoint=checkpoint,
        attempt=task.attempt - 1,
        run_at=None,
        lease_expires_at=None,
        wake_at=now + timedelta(seconds=RESEND_AFTER_SECONDS),
    )


def parked(task: Task, now: datetime) -> Task:
    """Claimed although its task type is paused: back without a message; the sweeper sends one when it may run."""
    return replace(continued(task, task.checkpoint or {}, now), checkpoint=task.checkpoint)


def after_failure(task: Task, failure: TaskFailedError, task_type: TaskType, *, now: datetime, jitter: float) -> Task:
    """Waiting for the next attempt where the error may pass and attempts are left, else failed."""
    if not failure.retryable or task.attempt >= task.max_attempts:
        return failed(task, failure, now)
    delay = retry_delay_seconds(
        attempt=task.attempt,
        base_seconds=task_type.retry_base_seconds,
        jitter=jitter,
        retry_after_seconds=getattr(failure, "retry_after_seconds", None),
    )
    retry_at = now + timedelta(seconds=delay)
    return task.move(
        Status.WAITING,
        at=now,
        kind="retrying",
        message=failure.message,
        error=_as_error(failure),
        run_at=retry_at,
        lease_expires_at=None,
        wake_at=_wake_queued(replace(task, run_at=retry_at), now),
    )


def failed(task: Task, failure: TaskFailedError, now: datetime) -> Task:
    return _ended(task, Status.FAILED, now, message=failure.message, error=_as_error(failure))


def worker_lost(task: Task, now: datetime) -> Task:
    return failed(task, WorkerLostError(f"the worker was lost in each of {task.max_attempts} attempts"), now)


def cancelled(task: Task, now: datetime, reason: str = "") -> Task:
    return _ended(task, Status.CANCELLED, now, message=reason)


def expired(task: Task, now: datetime) -> Task:
    return _ended(task, Status.EXPIRED, now, message="not started in time")


def timed_out(task: Task, now: datetime) -> Task:
    overdue = HardDeadlineExceededError(f"not done within {task.hard_deadline_seconds:g} s")
    return _ended(task, Status.TIMED_OUT, now, message=overdue.message, error=_as_error(overdue))


def reopened(task: Task, now: datetime) -> Task:
    """The owner's retry: the next run of the same task, with fresh attempts and deadlines.

    Raises TaskNotRetryableError unless the task failed, timed out, was cancelled or is partial.
    """
    if task.status not in RETRYABLE:
        raise TaskNotRetryableError(f"a task that is {task.status} cannot be retried")
    fresh = replace(task, run_at=None, start_by=None, cancel_after=None, progress=Progress())
    return fresh.move(
        Status.QUEUED,
        at=now,
        kind="retried",
        run=task.run + 1,
        attempt=0,
        fence=task.fence + 1,
        started_at=None,
        finished_at=None,
        checkpoint=None,
        result=None,
        result_ref=None,
        result_bytes=0,
        error=None,
        expires_at=None,
        wake_at=_wake_queued(fresh, now),
    )


def overdue(task: Task, now: datetime) -> Task | None:
    """The end of a task whose time is over: its hard deadline, its cancel-after or its start-by; else None."""
    if task.finished:
        return None
    if task.cancel_after is not None and task.cancel_after <= now:
        return cancelled(task, now, "cancel-after time reached")
    deadline = hard_deadline(task)
    if deadline is not None and deadline <= now:
        return timed_out(task, now)
    if task.status is Status.QUEUED and task.started_at is None and task.start_by is not None and task.start_by < now:
        return expired(task, now)
    return None


def hard_deadline(task: Task) -> datetime | None:
    """None before the first start of the run."""
    return task.started_at and task.started_at + timedelta(seconds=task.hard_deadline_seconds)


def soft_deadline(task: Task) -> datetime | None:
    return task.started_at and task.started_at + timedelta(seconds=task.soft_deadline_seconds)


def wake_running(task: Task, lease_expires_at: datetime) -> datetime:
    """When to look at a running task: its lease, or an earlier end of its time."""
    return _soonest(lease_expires_at, hard_deadline(task), task.cancel_after)


def wake_after_resend(task: Task, now: datetime) -> datetime:
    """Wait again as long as it waited already, so that a long queue is not filled with copies of its messages."""
    due_since = max(task.updated_at, task.run_at or task.updated_at)
    pause = min(max((now - due_since).total_seconds(), RESEND_AFTER_SECONDS), MAX_RESEND_SECONDS)
    due = max(now, task.run_at or now)
    return _soonest(due + timedelta(seconds=pause), task.start_by, task.cancel_after, hard_deadline(task))


def send_delay_seconds(task: Task, now: datetime) -> int | None:
    """How long its message must be delayed; None when that is more than a queue can: the sweeper sends it then."""
    delay = math.ceil(max(0.0, ((task.run_at or now) - now).total_seconds()))
    return delay if delay <= MAX_SEND_DELAY_SECONDS else None


def _wake_queued(task: Task, now: datetime) -> datetime:
    """Some time after its message should have been answered, or in good time to send one that is far off."""
    due = max(now, task.run_at or now)
    if send_delay_seconds(task, now) is None:
        check_at = due - timedelta(seconds=MAX_SEND_DELAY_SECONDS - SEND_AHEAD_MARGIN_SECONDS)
    else:
        check_at = due + timedelta(seconds=RESEND_AFTER_SECONDS)
    return _soonest(check_at, task.start_by, task.cancel_after)


def _ended(task: Task, status: Status, now: datetime, *, message: str = "", **changes: Any) -> Task:
    return task.move(
        status,
        at=now,
        message=message,
        fence=task.fence + 1,
        finished_at=now,
        lease_expires_at=None,
        wake_at=None,
        checkpoint=None,
        expires_at=now + timedelta(seconds=task.retention_seconds),
        **changes,
    )


def _as_error(failure: TaskFailedError) -> TaskError:
    return TaskError(failure.code, failure.message, failure.retryable)


def _soonest(first: datetime, *others: datetime | None) -> datetime:
    return min(_present([first, *others]))


def _present(moments: Iterable[datetime | None]) -> list[datetime]:
    return [moment for moment in moments if moment is not None]
