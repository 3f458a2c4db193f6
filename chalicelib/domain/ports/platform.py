"""Ports to lanes, records, keys, clock, chance and what watches them."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from chalicelib.domain.principal import Principal
from chalicelib.domain.record import Record, RecordPage, RecordQuery


@dataclass(frozen=True)
class WakeUp:
    """A wake-up message as a worker receives it."""

    task_id: str
    lane: str
    receipt: str
    """Empty when the worker was called past the queue."""
    task_token: str | None = None
    """Of the execution that waits for the task's end."""


@dataclass(frozen=True)
class DeadLetter:
    message_id: str
    lane: str
    task_id: str | None
    """None when the message is not one of ours."""
    receipt: str
    receive_count: int
    sent_at: datetime | None
    body: str


@dataclass(frozen=True)
class LaneDepth:
    waiting: int
    in_flight: int
    delayed: int
    dead_letters: int


class SendFailedError(Exception):
    """The queue did not take the message. The row is there, so nothing is lost: the sweeper sends it later."""


class Lanes(Protocol):
    """The queues of wake-up messages."""

    def send(self, lane: str, task_id: str, *, delay_seconds: int = 0) -> None:
        """Raises SendFailedError."""

    def send_many(self, lane: str, delays_by_task_id: dict[str, int]) -> Sequence[str]:
        """Returns the ids that could not be sent."""

    def hide(self, wake_up: WakeUp, *, seconds: int) -> None:
        """Let nobody else receive this message for so long. Failing to is not an error: the lease protects."""

    def depth(self, lane: str) -> LaneDepth: ...


class DeadLetters(Protocol):
    """The dead-letter queues. A received letter is hidden from others for a minute."""

    def receive(self, lane: str, *, limit: int) -> Sequence[DeadLetter]: ...

    def release(self, letters: Sequence[DeadLetter]) -> None:
        """Make them visible again at once."""

    def delete(self, letters: Sequence[DeadLetter]) -> None: ...


class RecordStore(Protocol):
    def get(self, kind: str, record_id: str) -> Record | None: ...

    def create(self, record: Record) -> None:
        """Raises RecordExistsError."""

    def update(self, before: Record, after: Record) -> None:
        """Raises ConflictError if the stored version is not `before`'s."""

    def delete(self, record: Record) -> None:
        """One that is gone already is fine."""

    def list(self, query: RecordQuery) -> RecordPage:
        """Raises InvalidCursorError."""


class KeyRing(Protocol):
    def principal(self, api_key: str) -> Principal | None:
        """Who the key belongs to; None for unknown or expired. Remembered for at most five seconds."""


class Switches(Protocol):
    """Flags of task types and lanes; an answer may be five seconds old."""

    def accepting(self, task_type: str) -> bool: ...

    def paused(self, *, lane: str, task_type: str | None = None) -> bool: ...

    def direct(self, task_type: str) -> bool:
        """Whether its tasks go straight to a worker function, past the queue."""

    def set_direct(self, task_type: str, direct: bool) -> None: ...

    def set_accepting(self, task_type: str, accepting: bool) -> None: ...

    def set_paused(self, name: str, paused: bool) -> None:
        """`name` is a lane or a task type."""

    def everything(self) -> dict[str, dict[str, bool]]:
        """`{"accepting": {task type: …}, "direct": {…}, "paused": {lane or task type: …}}`, only what was ever set."""


@dataclass(frozen=True)
class ConsumerState:
    lane: str
    enabled: bool
    max_concurrency: int | None
    detail: str


class Consumers(Protocol):
    """The functions that drain the lanes."""

    def state(self, lane: str) -> ConsumerState: ...

    def set_max_concurrency(self, lane: str, limit: int) -> None: ...


class Clock(Protocol):
    def now(self) -> datetime:
        """Aware, in UTC."""

    def monotonic(self) -> float: ...

    def sleep(self, seconds: float) -> None: ...


class Chance(Protocol):
    def task_id(self, at: datetime) -> str:
        """A new ULID: 26 characters that sort by time."""

    def fraction(self) -> float:
        """In [0, 1)."""


class Heartbeat(Protocol):
    def every(self, seconds: float, beat: Callable[[], bool]) -> AbstractContextManager[None]:
        """Call `beat` again and again beside the block, until the block ends or a beat answers False."""


class Telemetry(Protocol):
    """Numbers and log lines; never request bodies."""

    def count(self, metric: str, *, task_type: str, lane: str, value: float = 1) -> None: ...

    def log(self, action: str, *, level: str = "INFO", **fields: object) -> None: ...

    def log_exception(self, action: str, **fields: object) -> None:
        """Log the exception that is being handled, with its traceback."""

    def flush(self) -> None:
        """Write out the numbers counted so far; once, at the end of each invocation."""


@dataclass(frozen=True)
class Finding:
    healthy: bool
    detail: str


class Probe(Protocol):
    """Asks one part of the platform whether it works; trouble is a finding, never an exception."""

    def probe(self) -> Finding: ...
