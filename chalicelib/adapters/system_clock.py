"""The clock of the machine."""

import time
from datetime import UTC, datetime


class SystemClock:
    """Whole milliseconds, as the stores keep them: a moment read back equals the moment written."""

    def now(self) -> datetime:
        moment = datetime.now(UTC)
        return moment.replace(microsecond=moment.microsecond // 1000 * 1000)

    def monotonic(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)
