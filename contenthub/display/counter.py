"""A number that grows while somebody waits, where nobody knows how far."""

from typing import TYPE_CHECKING

from contenthub.display.moving import Moving
from contenthub.display.screen import Screen

if TYPE_CHECKING:
    from rich.status import Status


class Counter(Moving["Status"]):
    def __init__(self, screen: Screen, key: str) -> None:
        super().__init__(screen)
        self.count = 0
        self._key = key

    def advance(self, count: int) -> None:
        self.count += count
        if self._shown is not None:
            self._shown.update(self._text())

    def _made(self) -> "Status":
        return self._screen.err.status(self._text())

    def _text(self) -> str:
        return self._screen.texts(self._key, count=f"{self.count:,}")
