"""One event as one line."""

from collections.abc import Mapping
from typing import Any

from contenthub.display.cells import STYLES_BY_STATUS, printable
from contenthub.display.rows_progress import rows_text
from contenthub.display.screen import Screen
from contenthub.moments import from_iso
from contenthub.steps import FileProgress


def event_line(screen: Screen, event: Mapping[str, Any]) -> Any:
    from rich.text import Text

    at = from_iso(str(event["at"]))
    time = f"{at.astimezone():%H:%M:%S}" if at and screen.for_person else str(event["at"])
    status = str(event["status"])
    name = (screen.texts.find(f"status.{status}") or status) if screen.for_person else status
    rows = FileProgress()
    rows.observe(event.get("progress"), 0.0)
    known = f"{rows.file}  {rows_text(screen, rows)}" if rows.file else ""
    progress = known or screen.cells.text(event.get("progress"), "progress")
    unit = "" if rows.file and screen.for_person else event.get("unit") or ""
    rest = " · ".join(part for part in (unit, progress, event.get("message") or "") if part)
    return Text.assemble(
        (f"{event['seq']:>4}", "dim"),
        f"  {time}  ",
        (name, STYLES_BY_STATUS.get(status, "")),
        f"  {event['kind']}  ",
        (printable(rest), "dim"),
    )
