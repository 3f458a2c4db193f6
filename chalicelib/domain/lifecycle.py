"""How a task lives: each function takes a task and a moment and returns what it becomes."""

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
from chalicelib.domain.lanes import lane_of
from chalicelib.domain.retry import retry_delay_seconds
from chalicelib.domain.task import RETRYABLE, Progress, Status, Task, TaskError
from chalicelib.domain.task_type import TaskType
from chalicelib.domain.wake_times import RESEND_AFTER_SECONDS, hard_deadline, wake_queued


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
    return replace(task, wake_at=wake_queued(task, now)).note("queued", at=now)


def claimable(task: Task, now: datetime) -> bool:
    """Whether a worker may start this task now: due, in time, and not held by a living worker."""
    if task.waiting_for is not None or (task.cancel_after is not None and task.cancel_after <= now):
        return False
    if task.status is Status.RUNNING:
        return task.lease_expires_at is not None and task.lease_expires_at <= now
    if task.status not in (Status.QUEUED, Status.WAITING):
        return False
    in_time = task.start_by is None or task.started_at is not None or now <= task.start_by
    return in_time and (task.run_at is None or task.run_at <= now)


def claimed(
    task: Task, *, now: datetime, lease_expires_at: datetime, task_system: str = "sqs", task_token: str | None = None
) -> Task:
    return with_token(task, task_token).move(
        Status.RUNNING,
        at=now,
        kind="started",
        task_system=task_system,
        attempt=task.attempt + 1,
        fence=task.fence + 1,
        started_at=task.started_at or now,
        lease_expires_at=lease_expires_at,
        wake_at=lease_expires_at,
        error=None,
    )


def with_token(task: Task, task_token: str | None) -> Task:
    """The row beside which an execution waits. Each token is kept: only one of them is still alive."""
    if task_token is None or task_token in task.task_tokens:
        return task
    return replace(task, task_tokens=(*task.task_tokens, task_token))


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


def partly_succeeded(
    task: Task, result: JsonObject, *, now: datetime, result_bytes: int, result_ref: str | None
) -> Task:
    """A workflow that tolerated failed units."""
    return _ended(
        task,
        Status.PARTIAL,
        now,
        message=f"{task.progress.failed} of {task.progress.total} units did not succeed",
        progress=replace(task.progress, step="done"),
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
        wake_at=wake_queued(replace(task, run_at=retry_at), now),
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
        workflow=task.workflow and task.workflow.for_next_run(),
        wake_at=wake_queued(fresh, now),
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
        waiting_for=None,
        task_tokens=(),
        expires_at=now + timedelta(seconds=task.retention_seconds),
        **changes,
    )


def _as_error(failure: TaskFailedError) -> TaskError:
    return TaskError(failure.code, failure.message, failure.retryable)
