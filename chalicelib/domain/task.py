"""A task and its state machine.

Nothing here writes: a transition takes a task and returns the next one, with one more event. The store makes
it true with a conditional write, so that of two writers with the same past only one gets its future.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from chalicelib.domain.errors import IllegalTransitionError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.workflow_state import WorkflowState


class Status(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    WAITING = "waiting"
    """Not running, but will go on by itself: a retry later, children, a review."""
    SUCCEEDED = "succeeded"
    PARTIAL = "partial"
    FAILED = "failed"
    CANCELLED = "cancelled"
    TIMED_OUT = "timed_out"
    EXPIRED = "expired"
    """Never started: its start-by time passed."""


UNFINISHED = frozenset({Status.QUEUED, Status.RUNNING, Status.WAITING})
FINISHED = frozenset(Status) - UNFINISHED
RETRYABLE = frozenset({Status.PARTIAL, Status.FAILED, Status.CANCELLED, Status.TIMED_OUT})
WITH_RESULT = frozenset({Status.SUCCEEDED, Status.PARTIAL})

MOVES: dict[Status, frozenset[Status]] = {
    Status.QUEUED: frozenset({Status.RUNNING, Status.CANCELLED, Status.EXPIRED, Status.TIMED_OUT}),
    Status.RUNNING: frozenset(Status) - {Status.EXPIRED},
    Status.WAITING: frozenset(Status) - {Status.EXPIRED, Status.WAITING},
    **{status: frozenset({Status.QUEUED}) for status in RETRYABLE},
    Status.SUCCEEDED: frozenset(),
    Status.EXPIRED: frozenset(),
}
"""End states are absorbing but for one door: the owner's explicit retry, which starts the next run."""


@dataclass(frozen=True)
class Progress:
    """Of a workflow: its units that ended, how many of those did not succeed, and all that are planned so far."""

    done: int = 0
    total: int = 0
    step: str = ""
    failed: int = 0


class WaitingFor(StrEnum):
    """What a waiting workflow waits for; no message can wake it."""

    UNITS = "units"
    REVIEW = "review"


@dataclass(frozen=True)
class TaskError:
    code: str
    message: str
    retryable: bool = False


@dataclass(frozen=True)
class Event:
    """One change of a task; `seq` counts from 1 without gaps."""

    seq: int
    at: datetime
    kind: str
    status: Status
    progress: Progress = Progress()
    message: str = ""


@dataclass(frozen=True)
class Task:
    """The row that is the truth about one piece of work."""

    task_id: str
    task_type: str
    owner_id: str
    lane: str
    priority: int
    status: Status
    created_at: datetime
    updated_at: datetime
    max_attempts: int
    soft_deadline_seconds: float
    hard_deadline_seconds: float
    retention_seconds: int
    request: JsonObject | None = None
    request_ref: str | None = None
    """Where the request is kept when it is too large for the row."""
    request_bytes: int = 0
    run_at: datetime | None = None
    start_by: datetime | None = None
    cancel_after: datetime | None = None
    parent_id: str | None = None
    parent_run: int = 0
    """The parent's run for which this unit was opened, last time."""
    unit: str | None = None
    """Its name within the parent: stage and key."""
    task_system: str = "sqs"
    run: int = 1
    """Counts the owner's retries: each starts the next run with fresh attempts."""
    attempt: int = 0
    fence: int = 0
    """The fencing token: grows with every claim and every change from outside; a writer with an older one is
    refused."""
    lease_expires_at: datetime | None = None
    wake_at: datetime | None = None
    """The next moment the sweeper must look at this row; none once it has finished."""
    started_at: datetime | None = None
    finished_at: datetime | None = None
    checkpoint: JsonObject | None = None
    waiting_for: WaitingFor | None = None
    workflow: WorkflowState | None = None
    """Only of a workflow that was started at least once."""
    task_tokens: tuple[str, ...] = ()
    """Executions that wait for this row: for a unit's end, for a review's decision."""
    progress: Progress = field(default_factory=Progress)
    result: JsonObject | None = None
    result_ref: str | None = None
    result_bytes: int = 0
    error: TaskError | None = None
    expires_at: datetime | None = None
    seq: int = 0
    last_event: Event | None = None

    @property
    def finished(self) -> bool:
        return self.status in FINISHED

    def move(self, status: Status, *, at: datetime, kind: str = "", message: str = "", **changes: Any) -> "Task":
        """The same task in its next status, with the event that says so.

        Raises IllegalTransitionError for a move the state machine does not know.
        """
        if status not in MOVES[self.status]:
            raise IllegalTransitionError(f"{self.status} -> {status}")
        return self.note(kind or status.value, at=at, message=message, status=status, **changes)

    def note(self, kind: str, *, at: datetime, message: str = "", **changes: Any) -> "Task":
        """The same task with changed fields and one more event about it."""
        changed = replace(self, updated_at=at, seq=self.seq + 1, **changes)
        event = Event(changed.seq, at, kind, changed.status, changed.progress, message)
        return replace(changed, last_event=event)
