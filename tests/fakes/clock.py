"""A clock that moves only when told to."""

from datetime import UTC, datetime, timedelta

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class ManualClock:
    """`sleep` moves it forward at once and remembers for how long somebody wanted to sleep."""

    def __init__(self, now: datetime = NOON) -> None:
        self.current = now
        self.elapsed = 0.0
        self.naps: list[float] = []

    def now(self) -> datetime:
        return self.current

    def monotonic(self) -> float:
        return self.elapsed

    def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.advance(seconds)

    def advance(self, seconds: float) -> datetime:
        self.current += timedelta(seconds=seconds)
        self.elapsed += seconds
        return self.current

    def jump_to(self, moment: datetime) -> None:
        self.advance((moment - self.current).total_seconds())
