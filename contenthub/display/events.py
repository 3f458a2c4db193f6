"""One event as one line."""

from collections.abc import Mapping
from typing import Any

from contenthub.display.cells import STYLES_BY_STATUS, printable
from contenthub.display.screen import Screen
from contenthub.moments import from_iso


def event_line(screen: Screen, event: Mapping[str, Any]) -> Any:
    from rich.text import Text

    at = from_iso(str(event["at"]))
    time = f"{at.astimezone():%H:%M:%S}" if at and screen.for_person else str(event["at"])
    status = str(event["status"])
    name = (screen.texts.find(f"status.{status}") or status) if screen.for_person else status
    progress = screen.cells.text(event.get("progress"), "progress")
    rest = " · ".join(part for part in (event.get("unit") or "", progress, event.get("message") or "") if part)
    return Text.assemble(
        (f"{event['seq']:>4}", "dim"),
        f"  {time}  ",
        (name, STYLES_BY_STATUS.get(status, "")),
        f"  {event['kind']}  ",
        (printable(rest), "dim"),
    )
