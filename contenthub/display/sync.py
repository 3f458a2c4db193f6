"""What became of files that were synced: each with its rows, and all of them together."""

from collections.abc import Mapping
from typing import Any

from contenthub.display.cells import STYLES_BY_STATUS, Column, printable
from contenthub.display.row_counts import ROW_COUNTS, counts_text
from contenthub.display.screen import Screen
from contenthub.display.sync_report import print_file_outcome
from contenthub.display.tables import WIDE, print_table

OUTCOME_COLUMNS = (
    Column("file_id", whole=True, spare=True),
    Column("file_name"),
    Column("state", "status"),
    Column("counts.inserted", "number"),
    Column("counts.updated", "number"),
    Column("counts.unchanged", "number"),
    Column("counts.rejected", "number"),
    Column("score", "number"),
)
SCRIPT_COLUMNS = (
    Column("file_id", whole=True),
    Column("file_name"),
    Column("state"),
    *(Column(f"counts.{name}") for name in ROW_COUNTS),
    Column("score"),
    Column("dataset_id"),
    Column("task_id"),
    Column("reason"),
)
_MARKS = {"failed": "✗", "rejected": "✗", "timed_out": "✗", "expired": "✗"}


def print_outcome(screen: Screen, outcome: Mapping[str, Any], *, fully: bool = False) -> None:
    """Of one file, or of a batch; `fully` also tells which column became what."""
    if "files" in outcome:
        _print_batch(screen, outcome)
    else:
        print_file_outcome(screen, outcome, fully=fully)


def _print_batch(screen: Screen, outcome: Mapping[str, Any]) -> None:
    files = outcome["files"]
    if not screen.for_person:
        print_table(screen, files, SCRIPT_COLUMNS, empty_key="list.no_files")
        return
    print_table(screen, files, OUTCOME_COLUMNS, empty_key="list.no_files")
    screen.out.print()
    screen.out.print(_files_line(screen, outcome))
    rows = counts_text(screen, outcome["counts"]["rows"])
    if rows:
        screen.out.print(screen.texts("sync.rows_in_all", counts=rows), soft_wrap=True)
    if outcome["dry_run"]:
        screen.note("sync.dry_run", style="yellow")
    _print_reasons(screen, files)
    screen.note("sync.see_report" if screen.out.width >= WIDE else "sync.see_files")


def _files_line(screen: Screen, outcome: Mapping[str, Any]) -> Any:
    from rich.text import Text

    counts = outcome["counts"]
    line = Text(screen.texts("sync.files", count=counts["files"]))
    for name, style in (("synced", "green"), ("skipped", "bright_black"), ("failed", "red")):
        if counts[name]:
            key = "sync.count.checked" if name == "synced" and outcome["dry_run"] else f"sync.count.{name}"
            line.append(" · ").append(screen.texts(key, count=counts[name]), style=style)
    return line


def _print_reasons(screen: Screen, files: Any) -> None:
    from rich.text import Text

    for file in files:
        if not file["reason"]:
            continue
        line = Text(f"  {_MARKS.get(file['state'], '–')} ", style=STYLES_BY_STATUS.get(file["state"], ""))
        line.append(printable(str(file["file_name"])), style="default")
        line.append("  " + printable(" ".join(str(file["reason"]).split())), style="dim")
        screen.out.print(line, soft_wrap=True)
