"""How far a sync is: its rows or its files, and once it has ended what became of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from contenthub.display.cells import Column
from contenthub.display.roadmap import progress_line
from contenthub.display.row_counts import COMPARED, ROW_COUNTS, against_text, counts_text
from contenthub.display.rows_progress import rows_text
from contenthub.display.screen import Screen
from contenthub.display.tables import print_details, print_table
from contenthub.shapes import END_STATES
from contenthub.units import UnitState, unit_of

FIELDS = (
    Column("task_id"),
    Column("task_type"),
    Column("status", "status"),
    Column("current_step"),
    Column("created_at", "moment"),
    Column("finished_at", "moment"),
    Column("dataset_id"),
    Column("rows_in_all"),
    Column("compared"),
    Column("reason"),
    Column("error.code"),
    Column("error.message"),
)
SCRIPT_FIELDS = (
    *(field for field in FIELDS if field.path not in ("current_step", "rows_in_all", "compared")),
    Column("progress.done"),
    Column("progress.total"),
    *(Column(f"counts.{name}") for name in ROW_COUNTS),
    *(Column(f"result.report.against_store.{name}") for name in ("looked_at", *COMPARED)),
)
FILE_COLUMNS = (Column("file_name"), Column("status", "status"), Column("current_step"))
SCRIPT_FILE_COLUMNS = (
    Column("file_id", whole=True),
    Column("file_name"),
    Column("status", "status"),
    Column("progress.done"),
    Column("progress.total"),
)


def print_sync_status(screen: Screen, task: Mapping[str, Any], units: Sequence[Mapping[str, Any]]) -> None:
    print_details(screen, _facts(screen, task), FIELDS if screen.for_person else SCRIPT_FIELDS)
    if screen.for_person and task["status"] not in END_STATES:
        screen.out.print(progress_line(screen, task.get("progress") or {}))
    if units:
        screen.write_line("")
        columns = FILE_COLUMNS if screen.for_person else SCRIPT_FILE_COLUMNS
        print_table(screen, [_file(screen, unit) for unit in units], columns, empty_key="list.no_files")
    if screen.for_person and task["status"] in END_STATES:
        screen.note("sync.next_report", task_id=task["task_id"])


def _facts(screen: Screen, task: Mapping[str, Any]) -> dict[str, Any]:
    result = task.get("result") or {}
    counts = result.get("counts") or {}
    rows = counts.get("rows", counts)
    return {
        **task,
        "current_step": _step(screen, unit_of(task)),
        "dataset_id": result.get("dataset_id"),
        "reason": result.get("reason"),
        "rows_in_all": counts_text(screen, rows),
        "compared": against_text(screen, (result.get("report") or {}).get("against_store")),
        "counts": rows,
    }


def _file(screen: Screen, task: Mapping[str, Any]) -> dict[str, Any]:
    unit = unit_of(task)
    return {**task, "file_id": unit.key, "file_name": unit.label, "current_step": _step(screen, unit)}


def _step(screen: Screen, unit: UnitState) -> str:
    return rows_text(screen, unit.rows) if unit.rows.file and not unit.ended else ""
