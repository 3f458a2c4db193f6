"""The units of a workflow, stage by stage: what a live view and `task tree` show."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from contenthub.live import LiveEvent
from contenthub.moments import from_iso
from contenthub.shapes import END_STATES, Progress
from contenthub.steps import FileProgress

BAD_STATES = ("failed", "timed_out", "expired")


@dataclass
class UnitState:
    """`name` is "stage/key"; `note` says why it failed; the times are seconds of one clock."""

    task_id: str
    name: str
    status: str
    since: float = 0.0
    note: str = ""
    seconds: float | None = None
    rows: FileProgress = field(default_factory=FileProgress)
    known_as: str = ""

    @property
    def label(self) -> str:
        """What a person knows it by: the file that it is about, or its key."""
        return self.rows.file or self.known_as or self.key

    @property
    def title(self) -> str:
        return self.name if self.label == self.key else f"{self.stage}/{self.label}"

    @property
    def stage(self) -> str:
        return self.name.partition("/")[0]

    @property
    def key(self) -> str:
        return self.name.partition("/")[2] or self.name

    @property
    def ended(self) -> bool:
        return self.status in END_STATES


@dataclass
class StageState:
    name: str
    units: list[UnitState] = field(default_factory=list)

    @property
    def counts(self) -> Counter[str]:
        return Counter(unit.status for unit in self.units)

    @property
    def ended(self) -> int:
        return sum(unit.ended for unit in self.units)

    @property
    def status(self) -> str:
        """The one word for all of its units."""
        if self.ended < len(self.units):
            return "running" if self.counts["running"] or self.ended else "queued"
        if any(unit.status in BAD_STATES for unit in self.units):
            return "partial" if self.counts["succeeded"] else "failed"
        return "succeeded" if self.counts["succeeded"] else "cancelled"


def by_stage(units: Iterable[UnitState]) -> list[StageState]:
    """In the order in which the stages appear."""
    stages: dict[str, StageState] = {}
    for unit in units:
        stages.setdefault(unit.stage, StageState(unit.stage)).units.append(unit)
    return [*stages.values()]


def unit_of(task: Mapping[str, Any]) -> UnitState:
    """A unit as the list of a workflow's children has it."""
    error = task.get("error") or {}
    started, finished = (from_iso(str(task.get(name) or "")) for name in ("started_at", "finished_at"))
    unit = UnitState(
        task_id=task["task_id"],
        name=task.get("unit") or task["task_id"],
        status=task["status"],
        note=": ".join(str(error[name]) for name in ("code", "message") if error.get(name)),
        seconds=(finished - started).total_seconds() if started and finished else None,
    )
    unit.rows.observe(task.get("progress"), 0.0)
    return unit


@dataclass
class WorkflowState:
    """What the events say so far."""

    task_id: str
    status: str = "queued"
    progress: Progress | None = None
    in_review: bool = False
    units: dict[str, UnitState] = field(default_factory=dict)
    ended_at: list[float] = field(default_factory=list)
    rows: FileProgress = field(default_factory=FileProgress)
    """Of the task itself, where it is the sync of one file."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What a person knows units by, by their keys."""

    def observe(self, event: LiveEvent, now: float) -> bool:
        """Whether it tells of rows, and enough of them to be worth a line."""
        if event.task_id != self.task_id:
            return self._observe_unit(event, now)
        self.status = event.status
        self.progress = event.progress or self.progress
        if event.kind.startswith("review_"):
            self.in_review = event.kind == "review_requested"
        return self.rows.observe(event.progress, now)

    def readable(self, message: str) -> str:
        """A message of the workflow that begins with a unit's name, with the name that a person knows."""
        unit, blank, rest = message.partition(" ")
        stage, _, key = unit.partition("/")
        return f"{stage}/{self.names[key]}{blank}{rest}" if key in self.names else message

    @property
    def rows_written(self) -> int:
        return sum(unit.rows.rows_written for unit in self.units.values())

    @property
    def failed(self) -> int:
        return sum(unit.status in BAD_STATES for unit in self.units.values())

    def per_second(self, now: float, *, window: float = 30.0) -> float | None:
        """Units ended lately; None while there is nothing to reckon with."""
        recent = [moment for moment in self.ended_at if moment > now - window]
        if len(recent) < 2:
            return None
        return len(recent) / max(now - recent[0], 0.5)

    def _observe_unit(self, event: LiveEvent, now: float) -> bool:
        name = event.unit or event.task_id
        unit = self.units.setdefault(event.task_id, UnitState(event.task_id, name, event.status, now))
        unit.known_as = self.names.get(unit.key, "")
        if event.status != unit.status or event.ends:
            unit.since = now
        unit.status, unit.note = event.status, event.message
        if event.ends:
            self.ended_at.append(now)
        return unit.rows.observe(event.progress, now)
