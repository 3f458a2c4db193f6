"""The progress of one task while somebody waits: a bar in a terminal, event lines where asked for."""

from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from contenthub.display.cells import STYLES_BY_STATUS, printable
from contenthub.display.screen import Screen
from contenthub.moments import from_iso

if TYPE_CHECKING:
    from rich.progress import Progress


EventLog = Literal["off", "beside the result", "as the result"]


class ProgressDisplay:
    """The bar is on standard error, so that standard output holds the result alone."""

    def __init__(self, screen: Screen, *, events: EventLog) -> None:
        self._screen = screen
        self._events = events
        self._bar: Progress | None = None

    def __enter__(self) -> Self:
        if not self._screen.as_json and self._screen.err.is_terminal:
            self._bar = _bar(self._screen)
            self._row = self._bar.add_task(self._screen.texts("status.queued"), total=None)
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def advance(self, event: Mapping[str, Any]) -> None:
        if self._events != "off":
            self._print_event(event)
        if self._bar is None:
            return
        progress = event.get("progress") or {}
        total = progress.get("total") or None
        status = self._screen.texts.find(f"status.{event['status']}") or str(event["status"])
        counted = self._screen.cells.text(progress, "progress")
        self._bar.update(
            self._row,
            description=printable(" · ".join(part for part in (status, counted) if part)),
            total=total,
            completed=progress.get("done") or 0,
        )

    def trouble(self, message: str) -> None:
        if not self._screen.as_json:
            self._screen.err.print(message, style="yellow", soft_wrap=True)

    def _print_event(self, event: Mapping[str, Any]) -> None:
        if self._screen.as_json:
            self._screen.write_json({"event": event}, indent=None)
        elif self._bar is not None:
            self._bar.console.print(event_line(self._screen, event), soft_wrap=True)
        elif self._events == "as the result":
            self._screen.write_line(str(event_line(self._screen, event)))
        else:
            self._screen.err.print(event_line(self._screen, event), soft_wrap=True)


def event_line(screen: Screen, event: Mapping[str, Any]) -> Any:
    from rich.text import Text

    at = from_iso(str(event["at"]))
    time = f"{at.astimezone():%H:%M:%S}" if at and screen.for_person else str(event["at"])
    status = str(event["status"])
    name = (screen.texts.find(f"status.{status}") or status) if screen.for_person else status
    progress = screen.cells.text(event.get("progress"), "progress")
    rest = " · ".join(part for part in (progress, event.get("message") or "") if part)
    return Text.assemble(
        (f"{event['seq']:>4}", "dim"),
        f"  {time}  ",
        (name, STYLES_BY_STATUS.get(status, "")),
        f"  {event['kind']}  ",
        (printable(rest), "dim"),
    )


def _bar(screen: Screen) -> "Progress":
    from rich.progress import (
        BarColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=30),
        TimeElapsedColumn(),
        console=screen.err,
        transient=True,
    )
