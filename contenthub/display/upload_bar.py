"""How far an upload has come."""

from types import TracebackType
from typing import TYPE_CHECKING, Self

from contenthub.display.cells import printable
from contenthub.display.screen import Screen

if TYPE_CHECKING:
    from rich.progress import Progress


class UploadBar:
    """A bar in a terminal; elsewhere one line for each file, on standard error."""

    def __init__(self, screen: Screen, *, total: int) -> None:
        self._screen = screen
        self._total = total
        self._bar: Progress | None = None

    def __enter__(self) -> Self:
        console = self._screen.err
        if self._total and not self._screen.as_json and console.is_terminal and not console.is_dumb_terminal:
            self._bar = _bar(self._screen)
            self._row = self._bar.add_task("", total=self._total)
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

    def begin(self, name: str) -> None:
        if self._bar is not None:
            self._bar.update(self._row, description=printable(name))

    def advance(self, count: int) -> None:
        if self._bar is not None:
            self._bar.advance(self._row, count)

    def done(self, name: str, document_id: str) -> None:
        self._screen.note("upload.done", name=printable(name), document_id=document_id)


def _bar(screen: Screen) -> "Progress":
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=30),
        DownloadColumn(),
        TransferSpeedColumn(),
        console=screen.err,
        transient=True,
    )
