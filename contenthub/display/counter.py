"""A number that grows while somebody waits, where nobody knows how far."""

from types import TracebackType
from typing import TYPE_CHECKING, Self

from contenthub.display.screen import Screen

if TYPE_CHECKING:
    from rich.status import Status


class Counter:
    """Shown in a terminal only, on standard error."""

    def __init__(self, screen: Screen, key: str) -> None:
        self.count = 0
        self._screen = screen
        self._key = key
        self._status: Status | None = None

    def __enter__(self) -> Self:
        console = self._screen.err
        if not self._screen.as_json and console.is_terminal and not console.is_dumb_terminal:
            self._status = console.status(self._text())
            self._status.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._status is not None:
            self._status.stop()

    def advance(self, count: int) -> None:
        self.count += count
        if self._status is not None:
            self._status.update(self._text())

    def _text(self) -> str:
        return self._screen.texts(self._key, count=f"{self.count:,}")
