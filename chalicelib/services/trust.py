"""Leave alone for a moment what has just refused, so that it does not slow down every caller."""

from chalicelib.domain.ports.platform import Clock

AVOID_SECONDS = 5.0


class Trust:
    """In one part of AWS, as this container has met it. It comes back by itself: the next caller tries again."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._given_from = float("-inf")

    @property
    def given(self) -> bool:
        return self._clock.monotonic() >= self._given_from

    def withdraw(self) -> None:
        self._given_from = self._clock.monotonic() + AVOID_SECONDS
