"""Follows a task's events by long polling: no busy loop, survives lost connections, honours Retry-After."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from contenthub.api.tasks import TaskApi
from contenthub.errors import BusyError, NotReachableError, WaitTimedOutError
from contenthub.shapes import EventPage

LONG_POLL_SECONDS = 20
SHORTEST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 15.0
GIVE_UP_SECONDS = 300.0


@dataclass(frozen=True)
class Trouble:
    """The server could not be asked just now; the follower goes on after the pause."""

    error: NotReachableError | BusyError
    pause_seconds: float


@dataclass(frozen=True)
class Pace:
    """The clock that waiting is measured with and the way to pause."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class TaskFollower:
    """Yields pages of new events until the task has ended, and a Trouble for each failed try.

    Raises WaitTimedOutError after `max_wait_seconds`, and the last error when the server stays
    away for five minutes. The task itself is never touched.
    """

    def __init__(
        self,
        tasks: TaskApi,
        task_id: str,
        *,
        after: int = 0,
        max_wait_seconds: float | None = None,
        pace: Pace | None = None,
        long_poll_seconds: int = LONG_POLL_SECONDS,
    ) -> None:
        self.last_seq = after
        self._tasks = tasks
        self._task_id = task_id
        self._pace = pace or Pace()
        self.long_poll_seconds = long_poll_seconds
        self._max_wait_seconds = max_wait_seconds
        self._deadline = None if max_wait_seconds is None else self._pace.clock() + max_wait_seconds
        self._failures = 0
        self._last_contact = self._pace.clock()

    def __iter__(self) -> Iterator[EventPage | Trouble]:
        while True:
            asked_at = self._pace.clock()
            try:
                page = self._ask()
            except (NotReachableError, BusyError) as error:
                trouble = self._trouble(error)
                yield trouble
                self._pause(trouble.pause_seconds)
                continue
            self._failures, self._last_contact = 0, self._pace.clock()
            self.last_seq = max([self.last_seq, *(event["seq"] for event in page["items"])])
            yield page
            if page["finished"] and self.last_seq >= page["last_seq"]:
                return
            if not page["items"]:
                # A server that answers "nothing new" without holding the request back is not hammered.
                self._pause(SHORTEST_PAUSE_SECONDS - (self._pace.clock() - asked_at))

    def _ask(self) -> EventPage:
        wait_seconds = min(self.long_poll_seconds, int(self._seconds_left()))
        return self._tasks.events(self._task_id, after=self.last_seq, wait_seconds=wait_seconds, attempts=1)

    def _trouble(self, error: NotReachableError | BusyError) -> Trouble:
        self._failures += 1
        if self._pace.clock() - self._last_contact > GIVE_UP_SECONDS:
            raise error
        pause = min(LONGEST_PAUSE_SECONDS, SHORTEST_PAUSE_SECONDS * 2 ** (self._failures - 1))
        if isinstance(error, BusyError) and error.retry_after_seconds is not None:
            pause = max(error.retry_after_seconds, SHORTEST_PAUSE_SECONDS)
        return Trouble(error, pause)

    def _pause(self, seconds: float) -> None:
        seconds = min(seconds, self._seconds_left())
        if seconds > 0:
            self._pace.sleep(seconds)

    def _seconds_left(self) -> float:
        if self._deadline is None or self._max_wait_seconds is None:
            return float(GIVE_UP_SECONDS)
        left = self._deadline - self._pace.clock()
        if left <= 0:
            raise WaitTimedOutError(self._task_id, seconds=self._max_wait_seconds)
        return left
