"""Follows a task and its units as they go: `LiveEvents(client, task_id).events()`."""

from collections.abc import Callable, Iterator

from contenthub.client import Client
from contenthub.live_events import InOrder, LiveEvent
from contenthub.live_polling import PolledEvents
from contenthub.waiting import Pace, Trouble

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
        for news in self._polled():
            if isinstance(news, Trouble):
                self._on_trouble(news)
            else:
                yield from self._seen.admit(news)

    def _polled(self) -> PolledEvents:
        return PolledEvents(
            self._client.tasks, self._task_id, self._seen, max_wait_seconds=self._max_wait_seconds, pace=self._pace
        )


def _ignore(_: Trouble) -> None:
    pass
