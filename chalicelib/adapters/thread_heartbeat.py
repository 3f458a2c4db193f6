"""A heartbeat in a thread beside the work."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

from chalicelib.domain.ports.platform import Telemetry


class ThreadHeartbeat:
    """A beat that raises is the last one and is logged; the lease then runs out by itself."""

    def __init__(self, telemetry: Telemetry) -> None:
        self._telemetry = telemetry

    @contextmanager
    def every(self, seconds: float, beat: Callable[[], bool]) -> Iterator[None]:
        """The end of the block waits for a beat under way: afterwards nothing moves any more."""
        over = Event()
        with ThreadPoolExecutor(1, thread_name_prefix="heartbeat") as thread:
            beating = thread.submit(_beat_until, over, seconds, beat)
            try:
                yield
            finally:
                over.set()
        if (error := beating.exception()) is not None:
            self._telemetry.log("heartbeat_failed", level="ERROR", error=type(error).__name__, reason=str(error))


def _beat_until(over: Event, seconds: float, beat: Callable[[], bool]) -> None:
    while not over.wait(seconds) and beat():
        pass
