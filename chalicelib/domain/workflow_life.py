"""How a workflow and its units live, beside what every task does (`lifecycle`)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from chalicelib.domain.errors import WorkflowLostError
from chalicelib.domain.lanes import lane_of
from chalicelib.domain.lifecycle import failed, reopened
from chalicelib.domain.task import Progress, Status, Task, WaitingFor
from chalicelib.domain.task_type import TaskType
from chalicelib.domain.wake_times import hard_deadline, soonest, wake_queued
from chalicelib.domain.workflow_state import OpenReview, ReviewRecord, WorkflowState

CHECK_SECONDS = 120.0
"""So often the sweeper asks whether a waiting workflow's execution still lives."""
STALLED_SECONDS = 900.0
"""No unit ended for so long while the execution says it runs: a wake-up was lost, so the open units are sent again."""
MOST_PARTS = 5
"""Executions a run may use up before the workflow counts as lost."""


@dataclass(frozen=True)
class UnitCounts:
    ended: int
    failed: int
    total: int


def execution_name(task: Task, part: int) -> str:
    """The same start has the same name, so that done twice it starts one execution (80 characters at most)."""
    return f"{task.task_id}-{task.run}-{part}"


def new_unit(unit_id: str, name: str, parent: Task, task_type: TaskType, now: datetime) -> Task:
    """A child task without its request. Its parent's execution sends it; the sweeper only knows its last moment."""
    policies = task_type.for_units
    unit = Task(
        task_id=unit_id,
        task_type=task_type.name,
        owner_id=parent.owner_id,
        lane=lane_of(task_type.lane_family, parent.priority),
        priority=parent.priority,
        status=Status.QUEUED,
        created_at=now,
        updated_at=now,
        max_attempts=policies.max_attempts,
        soft_deadline_seconds=policies.soft_deadline_seconds,
        hard_deadline_seconds=policies.hard_deadline_seconds,
        retention_seconds=parent.retention_seconds,
        cancel_after=parent.cancel_after,
        parent_id=parent.task_id,
        parent_run=parent.run,
        unit=name,
        task_system=parent.task_system,
    )
    return replace(unit, wake_at=_workflow_end(parent, now)).note("queued", at=now)


def unit_reopened(unit: Task, parent: Task, now: datetime) -> Task:
    """A unit that did not succeed, once more in the parent's next run."""
    again = reopened(unit, now)
    return replace(again, parent_run=parent.run, cancel_after=parent.cancel_after, wake_at=_workflow_end(parent, now))


def needs_another_run(unit: Task, parent: Task) -> bool:
    """Whether it ended without success in an earlier run of its parent."""
    return unit.finished and unit.status is not Status.SUCCEEDED and unit.parent_run < parent.run


def unit_ended(parent: Task, unit: Task, now: datetime) -> Task:
    """The parent with one ended unit more, in numbers and as an event."""
    told = parent.progress
    counted = replace(told, done=told.done + 1, failed=told.failed + (unit.status is not Status.SUCCEEDED))
    return parent.note("unit_ended", at=now, message=f"{unit.unit} {unit.status}", progress=counted)


def started(task: Task, part: int, task_type: TaskType, now: datetime) -> Task:
    """In the hands of its execution. Starting is no attempt: attempts are the units'.

    A run begins with the task type's own deadline; the reviews of the run before have moved the row's.
    """
    state = replace(task.workflow or WorkflowState(), part=part)
    deadline = task_type.hard_deadline_seconds if part == 1 else task.hard_deadline_seconds
    task = replace(task, hard_deadline_seconds=deadline)
    return task.move(
        Status.WAITING,
        at=now,
        kind="workflow_started" if part == 1 else "workflow_restarted",
        attempt=task.attempt - 1,
        run_at=None,
        lease_expires_at=None,
        waiting_for=WaitingFor.UNITS,
        workflow=state,
        wake_at=next_check(task, now),
    )


def start_refused(task: Task, reason: str, *, now: datetime, delay_seconds: float) -> Task:
    """Waiting until the start is tried again; the attempt is given back."""
    retry_at = now + timedelta(seconds=delay_seconds)
    return task.move(
        Status.WAITING,
        at=now,
        kind="start_refused",
        message=reason,
        attempt=task.attempt - 1,
        run_at=retry_at,
        lease_expires_at=None,
        wake_at=wake_queued(replace(task, run_at=retry_at), now),
    )


def stage_begun(task: Task, stage: str, counts: UnitCounts, now: datetime) -> Task:
    progress = Progress(counts.ended, counts.total, stage, counts.failed)
    return replace(
        task.note("stage_started", at=now, message=stage, progress=progress),
        waiting_for=WaitingFor.UNITS,
        wake_at=next_check(task, now),
    )


def review_opened(task: Task, review: OpenReview, now: datetime) -> Task:
    """A person's time is not the workflow's: its hard deadline moves by as long as the review may take."""
    state = replace(task.workflow or WorkflowState(), open_review=review)
    progress = replace(task.progress, step=review.name)
    task = _deadline_moved(task, (review.expires_at - now).total_seconds())
    return replace(
        task.note("review_requested", at=now, message=review.name, progress=progress),
        waiting_for=WaitingFor.REVIEW,
        workflow=state,
        wake_at=soonest(review.expires_at, task.cancel_after, hard_deadline(task)),
    )


def review_decided(task: Task, record: ReviewRecord, now: datetime) -> Task:
    """The decision is kept and nobody waits for it any more; whoever did is told by the row's change.

    What the reviewer did not need of the time is taken off the hard deadline again.
    """
    opened = task.workflow.open_review if task.workflow else None
    if opened is not None and opened.expires_at > now:
        task = _deadline_moved(task, -(opened.expires_at - now).total_seconds())
    state = (task.workflow or WorkflowState()).decided(record)
    told = f"{record.name} {record.decision} by {record.by}"
    return replace(
        task.note("review_decided", at=now, message=told),
        waiting_for=WaitingFor.UNITS,
        workflow=state,
        task_tokens=(),
        wake_at=next_check(task, now),
    )


def execution_lost(task: Task, now: datetime) -> Task:
    """Its execution ended without ending the task: queued for the next, which goes on from the rows; or failed."""
    part = task.workflow.part if task.workflow else 0
    if part >= MOST_PARTS:
        return failed(task, WorkflowLostError(f"{part} executions ended before the workflow did"), now)
    queued = task.move(Status.QUEUED, at=now, kind="execution_lost", waiting_for=None, run_at=None)
    return replace(queued, wake_at=wake_queued(queued, now))


def next_check(task: Task, now: datetime) -> datetime:
    return soonest(now + timedelta(seconds=CHECK_SECONDS), task.cancel_after, hard_deadline(task))


def _deadline_moved(task: Task, seconds: float) -> Task:
    return replace(task, hard_deadline_seconds=task.hard_deadline_seconds + seconds)


def _workflow_end(parent: Task, now: datetime) -> datetime:
    latest = hard_deadline(parent) or now + timedelta(seconds=parent.hard_deadline_seconds)
    return soonest(latest, parent.cancel_after)
