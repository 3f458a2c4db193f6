"""The events of a task and its units by asking for them: works wherever the HTTP API does."""

from collections.abc import Iterator
from contextlib import suppress

from contenthub.api.tasks import TaskApi
from contenthub.errors import BusyError, NotReachableError
from contenthub.live_events import InOrder, LiveEvent, event_of
from contenthub.shapes import END_STATES, Task
from contenthub.waiting import LONG_POLL_SECONDS, SHORTEST_PAUSE_SECONDS, Pace, TaskFollower, Trouble

WORKFLOW_POLL_SECONDS = 2
"""The task itself has no event when a unit starts, so a workflow is asked more often."""
WORKFLOW_STARTED = "workflow_started"
"""The kind of the event that says so of a task that was not known to be a workflow."""
UNITS_PER_PAGE = 100
LAST_UNITS_SECONDS = 30.0
"""So long after its workflow a unit that was open then may need to end."""


class PolledEvents:
    """Yields what is new, in any order, until the task and its units have ended, and a Trouble for each failed try.

    Raises WaitTimedOutError after `max_wait_seconds`, and the last error when the server stays away.
    """

    def __init__(
        self, tasks: TaskApi, task_id: str, seen: InOrder, *, max_wait_seconds: float | None, pace: Pace
    ) -> None:
        self._tasks = tasks
        self._task_id = task_id
        self._seen = seen
        self._max_wait_seconds = max_wait_seconds
        self._pace = pace
        self._open_units = False
        self._has_units: bool | None = None

    def __iter__(self) -> Iterator[LiveEvent | Trouble]:
        follower = TaskFollower(
            self._tasks,
            self._task_id,
            after=self._seen.last_seq(self._task_id),
            max_wait_seconds=self._max_wait_seconds,
            pace=self._pace,
            long_poll_seconds=WORKFLOW_POLL_SECONDS if self.has_units() else LONG_POLL_SECONDS,
        )
        for news in follower:
            if isinstance(news, Trouble):
                yield news
                continue
            yield from (event_of(self._task_id, event) for event in news["items"])
            if not self._has_units and any(event["kind"] == WORKFLOW_STARTED for event in news["items"]):
                self._has_units, follower.long_poll_seconds = True, WORKFLOW_POLL_SECONDS
            if self.has_units():
                yield from self.unit_news()
        if self.has_units():
            yield from self.last_unit_news()

    def has_units(self) -> bool:
        """Whether the task is a workflow that was started; asked until the server answers."""
        if self._has_units is None:
            with suppress(NotReachableError, BusyError):
                self._has_units = bool(self._tasks.show(self._task_id).get("children_url"))
        return bool(self._has_units)

    def unit_news(self) -> Iterator[LiveEvent | Trouble]:
        """The events of units beyond those seen, by one look at the list of units."""
        try:
            units = self._units()
            self._open_units = any(unit["status"] not in END_STATES for unit in units)
            for unit in units:
                yield from self._events_of(unit)
        except (NotReachableError, BusyError) as error:
            self._open_units = True
            yield Trouble(error, SHORTEST_PAUSE_SECONDS)

    def last_unit_news(self) -> Iterator[LiveEvent | Trouble]:
        """The events of units that end after their workflow, as they do when it is cancelled."""
        give_up_at = self._pace.clock() + LAST_UNITS_SECONDS
        yield from self.unit_news()
        while self._open_units and self._pace.clock() < give_up_at:
            self._pace.sleep(SHORTEST_PAUSE_SECONDS)
            yield from self.unit_news()

    def _units(self) -> list[Task]:
        """The oldest first."""
        found: list[Task] = []
        cursor = None
        while True:
            page = self._tasks.list(parent=self._task_id, limit=UNITS_PER_PAGE, cursor=cursor)
            found += page["items"]
            cursor = page.get("next_cursor")
            if cursor is None:
                return found[::-1]

    def _events_of(self, unit: Task) -> Iterator[LiveEvent]:
        unit_id, name = unit["task_id"], unit.get("unit")
        while (after := self._seen.last_seq(unit_id)) < unit.get("last_seq", 0):
            page = self._tasks.events(unit_id, after=after)
            yield from (event_of(unit_id, event, parent_id=self._task_id, unit=name) for event in page["items"])
            if self._seen.last_seq(unit_id) == after:
                return  # the log is a moment behind the row, or nobody takes what is yielded: the next look brings it
