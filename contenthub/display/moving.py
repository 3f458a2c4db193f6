"""What moves on a terminal while somebody waits, and is gone afterwards."""

from abc import ABC, abstractmethod
from types import TracebackType
from typing import Generic, Protocol, Self, TypeVar

from contenthub.display.screen import Screen


class Startable(Protocol):
    def start(self) -> None: ...

    def stop(self) -> None: ...


Shown = TypeVar("Shown", bound=Startable)


class Moving(ABC, Generic[Shown]):
    """Shown in a terminal only, on standard error, from the beginning of a `with` block to its end."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._shown: Shown | None = None

    @abstractmethod
    def _made(self) -> Shown | None:
        """What is to be shown, or nothing."""

    def __enter__(self) -> Self:
        console = self._screen.err
        if not self._screen.as_json and console.is_terminal and not console.is_dumb_terminal:
            self._shown = self._made()
        if self._shown is not None:
            self._shown.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown is not None:
            self._shown.stop()
