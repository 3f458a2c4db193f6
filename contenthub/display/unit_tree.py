"""Units as a tree by stage: all of them, or the few that matter just now."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from contenthub.display.cells import STYLES_BY_STATUS, printable
from contenthub.display.rows_progress import rows_text
from contenthub.display.screen import Screen
from contenthub.units import BAD_STATES, StageState, UnitState, by_stage

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

MARKS_BY_STATUS = {
    "succeeded": "✓",
    "failed": "✗",
    "timed_out": "✗",
    "expired": "✗",
    "cancelled": "–",
    "running": "▸",
    "partial": "!",
}
_ORDER = ("running", "failed", "timed_out", "expired", "waiting", "queued", "cancelled", "partial", "succeeded")

Choose = Callable[[StageState], Sequence[UnitState]]


def unit_tree(screen: Screen, head: "Text", units: Sequence[UnitState], choose: Choose) -> "Tree":
    """`choose` says which units of a stage are shown; the others are counted."""
    from rich.tree import Tree

    tree = Tree(head, guide_style="dim")
    for stage in by_stage(units):
        branch = tree.add(_stage_line(screen, stage))
        shown = choose(stage)
        for unit in shown:
            branch.add(_unit_line(screen, unit))
        if shown and len(shown) < len(stage.units):
            branch.add(_rest_line(screen, stage, shown))
    return tree


def all_units(stage: StageState) -> Sequence[UnitState]:
    return stage.units


def notable_units(most: int) -> Choose:
    """All of a small stage; of a large one those that run or failed."""

    def choose(stage: StageState) -> Sequence[UnitState]:
        if len(stage.units) <= most:
            return stage.units
        notable = [unit for unit in stage.units if unit.status in (*BAD_STATES, "running")]
        return notable[:most]

    return choose


def recent_units(units: Sequence[UnitState], most: int) -> Choose:
    """Of all stages together: failures first, then what runs, then what ended last in a stage that still goes on."""
    bad = [unit for unit in units if unit.status in BAD_STATES]
    running = [unit for unit in units if unit.status in ("running", "waiting")]
    going_on = {unit.stage for unit in units if not unit.ended}
    ended = [unit for unit in units if unit.ended and unit.stage in going_on and unit.status not in BAD_STATES]
    latest = sorted(ended, key=lambda unit: unit.since, reverse=True)
    chosen = {unit.task_id for unit in [*bad[-most // 2 :], *running, *latest][:most]}
    return lambda stage: sorted((u for u in stage.units if u.task_id in chosen), key=lambda unit: unit.key)


def counts_text(screen: Screen, stage: StageState) -> str:
    counts = stage.counts
    known = [status for status in _ORDER if counts[status] and status != "succeeded"]
    return " · ".join(f"{counts[status]} {_name(screen, status)}" for status in known)


def _stage_line(screen: Screen, stage: StageState) -> "Text":
    from rich.text import Text

    style = STYLES_BY_STATUS.get(stage.status, "")
    counted = counts_text(screen, stage)
    return Text.assemble(
        (printable(stage.name), "bold"),
        f"  {stage.ended}/{len(stage.units)} ",
        (MARKS_BY_STATUS.get(stage.status, "…"), style),
        (f"  {counted}" if counted else "", "dim"),
        no_wrap=True,
        overflow="ellipsis",
    )


def _unit_line(screen: Screen, unit: UnitState) -> "Text":
    from rich.text import Text

    style = STYLES_BY_STATUS.get(unit.status, "")
    note = unit.note if unit.status in (*BAD_STATES, "waiting") else _seconds(screen, unit)
    # A unit that succeeded says so by its mark; every other state is worth its word.
    word = "" if unit.status == "succeeded" else f"  {_name(screen, unit.status)}"
    if unit.status == "running" and unit.rows.file:
        word = f"  {rows_text(screen, unit.rows)}"
    return Text.assemble(
        (f"{MARKS_BY_STATUS.get(unit.status, '·')} ", style),
        printable(unit.label),
        (word, style),
        (f"  {printable(' '.join(note.split()))}" if note else "", "dim"),
        no_wrap=True,
        overflow="ellipsis",
    )


def _rest_line(screen: Screen, stage: StageState, shown: Sequence[UnitState]) -> Any:
    from rich.text import Text

    ids = {unit.task_id for unit in shown}
    rest = StageState(stage.name, [unit for unit in stage.units if unit.task_id not in ids])
    said = [f"{rest.counts[status]} {_name(screen, status)}" for status in _ORDER if rest.counts[status]]
    return Text("… " + " · ".join(said), style="dim")


def _seconds(screen: Screen, unit: UnitState) -> str:
    return screen.texts("unit.seconds", seconds=f"{unit.seconds:.1f}") if unit.seconds is not None else ""


def _name(screen: Screen, status: str) -> str:
    return screen.texts.find(f"status.{status}") or printable(status)
