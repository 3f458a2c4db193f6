"""A heartbeat that beats when a test says so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


class ManualHeartbeat:
    def __init__(self) -> None:
        self.intervals: list[float] = []
        self._beats: list[Callable[[], bool]] = []

    @contextmanager
    def every(self, seconds: float, beat: Callable[[], bool]) -> Iterator[None]:
        self.intervals.append(seconds)
        self._beats.append(beat)
        try:
            yield
        finally:
            self._stop(beat)

    @property
    def beating(self) -> bool:
        return bool(self._beats)

    def beat(self) -> None:
        """One round of all that are beating; whoever answers False stops."""
        for beat in list(self._beats):
            if not beat():
                self._stop(beat)

    def _stop(self, beat: Callable[[], bool]) -> None:
        if beat in self._beats:
            self._beats.remove(beat)
