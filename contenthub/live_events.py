"""What a live follower yields: events of a task and of its units, each once and in order of seq."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from contenthub.shapes import END_STATES, Event, Progress


@dataclass(frozen=True)
class LiveEvent:
    """One change of the watched task, or of one of its units (`unit` is then "stage/key")."""

    task_id: str
    seq: int
    at: str
    kind: str
    status: str
    progress: Progress | None = None
    message: str = ""
    parent_id: str | None = None
    unit: str | None = None

    @property
    def ends(self) -> bool:
        """Whether the task has ended with it."""
        return self.status in END_STATES


def event_of(task_id: str, event: Event, *, parent_id: str | None = None, unit: str | None = None) -> LiveEvent:
    return LiveEvent(
        task_id=task_id,
        seq=event["seq"],
        at=event["at"],
        kind=event["kind"],
        status=event["status"],
        progress=event.get("progress"),
        message=event.get("message") or "",
        parent_id=parent_id,
        unit=unit,
    )


def event_from_message(message: Mapping[str, Any]) -> LiveEvent:
    """An event as the socket brings it."""
    return event_of(
        str(message["task_id"]),
        cast("Event", message),
        parent_id=message.get("parent_id"),
        unit=message.get("unit"),
    )


@dataclass
class InOrder:
    """Lets each event through once and in order of its task's seq, whatever comes twice, late or early."""

    last_seqs: dict[str, int] = field(default_factory=dict)
    """By task id; what is not in it begins with seq 1."""
    last_events: dict[str, LiveEvent] = field(default_factory=dict)
    """By task id, of those that were let through here."""
    _early: dict[str, dict[int, LiveEvent]] = field(default_factory=dict)

    def last_seq(self, task_id: str) -> int:
        return self.last_seqs.get(task_id, 0)

    def admit(self, event: LiveEvent) -> Iterator[LiveEvent]:
        """The events that have their turn now; one that comes too early is held back until it has."""
        if event.seq <= self.last_seq(event.task_id):
            return
        early = self._early.setdefault(event.task_id, {})
        early[event.seq] = event
        while (following := early.pop(self.last_seq(event.task_id) + 1, None)) is not None:
            self.last_seqs[event.task_id] = following.seq
            self.last_events[event.task_id] = following
            yield following
        if not early:
            del self._early[event.task_id]

    @property
    def has_gap(self) -> bool:
        """Whether an event is held back because one before it has not come."""
        return bool(self._early)
