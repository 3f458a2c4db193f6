"""How far an upload has come."""

from typing import TYPE_CHECKING

from contenthub.display.cells import printable
from contenthub.display.moving import Moving
from contenthub.display.screen import Screen

if TYPE_CHECKING:
    from rich.progress import Progress


class UploadBar(Moving["Progress"]):
    """A bar in a terminal; elsewhere one line for each file, on standard error."""

    def __init__(self, screen: Screen, *, total: int) -> None:
        super().__init__(screen)
        self._total = total

    def _made(self) -> "Progress | None":
        if not self._total:
            return None
        bar = _bar(self._screen)
        self._row = bar.add_task("", total=self._total)
        return bar

    def begin(self, name: str) -> None:
        if self._shown is not None:
            self._shown.update(self._row, description=printable(name))

    def advance(self, count: int) -> None:
        if self._shown is not None:
            self._shown.advance(self._row, count)

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
