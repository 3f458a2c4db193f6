"""Follows a task and its units as they go: `LiveEvents(client, task_id).events()`."""

import math
from collections.abc import Callable, Iterator
from functools import partial

from contenthub.client import Client
from contenthub.errors import LocalError, ProblemError, WaitTimedOutError
from contenthub.live_events import InOrder, LiveEvent
from contenthub.live_polling import PolledEvents
from contenthub.live_socket import SocketEvents, SocketUnavailableError, may_carry_the_key
from contenthub.waiting import Pace, Trouble

FOREVER_SECONDS = 3600.0

__all__ = ["LiveEvent", "LiveEvents"]


class LiveEvents:
    """Each event of the task after `after`, and each of its units, once and in order of seq, until all have ended.

    They come over a socket where there is one, else by polling; which makes no difference to the caller. A broken
    connection is taken up again where it broke. `on_trouble` is told when the server cannot be asked just now.
    """

    def __init__(
        self,
        client: Client,
        task_id: str,
        *,
        after: int = 0,
        max_wait_seconds: float | None = None,
        pace: Pace | None = None,
        on_trouble: Callable[[Trouble], None] | None = None,
    ) -> None:
        self._client = client
        self._task_id = task_id
        self._max_wait_seconds = max_wait_seconds
        self._pace = pace or Pace()
        self._on_trouble = on_trouble or _ignore
        self._seen = InOrder({task_id: after})

    @property
    def last_seq(self) -> int:
        """Of the task itself, as far as its events were yielded."""
        return self._seen.last_seq(self._task_id)

    def events(self) -> Iterator[LiveEvent]:
        """Raises WaitTimedOutError after `max_wait_seconds`, ProblemError when the server refuses, and
        NotReachableError when it stays away for five minutes."""
        started = self._pace.clock()
        for news in self._news(partial(self._seconds_left, started)):
            if isinstance(news, Trouble):
                self._on_trouble(news)
            else:
                yield from self._seen.admit(news)

    def _news(self, seconds_left: Callable[[], float]) -> Iterator[LiveEvent | Trouble]:
        url, api_key = self._live_url(), self._client.api_key
        if url and api_key:
            polled = self._polled(seconds_left)
            pushed = SocketEvents(url, api_key, self._task_id, self._seen, pace=self._pace, seconds_left=seconds_left)
            try:
                yield from pushed
                if polled.has_units():  # asked now: before it was started nobody could say
                    yield from polled.last_unit_news()
            except SocketUnavailableError:
                pass
            else:
                return
        yield from self._polled(seconds_left)

    def _live_url(self) -> str | None:
        """None where nothing is pushed, or nobody can say."""
        try:
            url = self._client.service.info().get("live_url")
        except (ProblemError, LocalError):
            return None
        return url if isinstance(url, str) and may_carry_the_key(url) else None

    def _polled(self, seconds_left: Callable[[], float]) -> PolledEvents:
        limit = None if self._max_wait_seconds is None else math.ceil(seconds_left())
        return PolledEvents(self._client.tasks, self._task_id, self._seen, max_wait_seconds=limit, pace=self._pace)

    def _seconds_left(self, started: float) -> float:
        if self._max_wait_seconds is None:
            return FOREVER_SECONDS
        left = started + self._max_wait_seconds - self._pace.clock()
        if left <= 0:
            raise WaitTimedOutError(self._task_id, seconds=self._max_wait_seconds)
        return left


def _ignore(_: Trouble) -> None:
    pass
