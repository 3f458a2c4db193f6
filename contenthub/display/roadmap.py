"""How far a roadmap is: one line for each concept, with the state of what is made for it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from contenthub.curricula import outline_of
from contenthub.display.cells import Column, printable
from contenthub.display.outline import hours_text, print_notes, print_outline
from contenthub.display.screen import Screen
from contenthub.display.tables import print_details, print_table

if TYPE_CHECKING:
    from rich.console import RenderableType

ROADMAP_FIELDS = (
    Column("status", "status"),
    Column("current_step"),
    Column("level"),
    Column("hours"),
    Column("origin"),
    Column("licence"),
    Column("source"),
)
STATUS_FIELDS = (Column("task_id"), Column("status", "status"), Column("current_step"))
CONCEPT_COLUMNS = (
    Column("concept_id", whole=True),
    Column("title"),
    Column("tutorial", "status"),
    Column("resources", "status"),
    Column("quiz", "status"),
)


def print_roadmap(screen: Screen, roadmap: Mapping[str, Any]) -> None:
    """As far as it is there: figures, remarks, the outline, and what could not be made."""
    outline = outline_of(roadmap)
    if screen.for_person:
        facts = {**roadmap, **(outline or {})}
        _print_facts(screen, facts)
    if outline is None or not outline["concepts"]:
        screen.note("list.no_concepts_yet")
        return
    print_outline(screen, outline)
    print_notes(screen, outline)
    for gap in outline.get("missing") or []:
        screen.warn("outline.missing", unit=printable(str(gap["unit"])), reason=printable(str(gap.get("reason") or "")))


def print_status(screen: Screen, answer: Mapping[str, Any]) -> None:
    if screen.for_person:
        print_details(screen, answer, STATUS_FIELDS)
        screen.out.print(progress_line(screen, answer.get("progress") or {}))
        screen.out.print()
    print_table(screen, answer.get("concepts") or [], CONCEPT_COLUMNS, empty_key="list.no_concepts_yet")


def progress_line(screen: Screen, progress: Mapping[str, Any]) -> "RenderableType":
    from rich.progress_bar import ProgressBar
    from rich.table import Table
    from rich.text import Text

    done, total = progress.get("done") or 0, progress.get("total") or 0
    figures = Text(f"{done}/{total}" + (f" · {100 * done // total} %" if total else ""))
    if progress.get("failed"):
        figures.append(" · " + screen.texts("live.failed", count=progress["failed"]), style="red")
    line = Table.grid(padding=(0, 1))
    line.add_row(ProgressBar(total=total or 1, completed=done, width=30), figures)
    return line


def _print_facts(screen: Screen, facts: Mapping[str, Any]) -> None:
    known = {**facts, "hours": hours_text(screen, facts.get("hours"))}
    print_details(screen, known, ROADMAP_FIELDS)
    if any(column.value(known) for column in ROADMAP_FIELDS):
        screen.out.print()
