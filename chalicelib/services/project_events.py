"""Write the event log from the changes of task rows.

Every write of a row that makes an event raises its seq by one, and the stream brings the writes of one row in
order and at least once. So the log has no gaps, needs no write of its own on the way of a task, and a change that
comes twice changes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from chalicelib.domain.ports.tasks import EventLog
from chalicelib.domain.task import Event, Task


@dataclass(frozen=True)
class RowChange:
    before: Task | None
    after: Task


@dataclass(frozen=True)
class ProjectEvents:
    events: EventLog

    def project(self, changes: Iterable[RowChange]) -> int:
        """Returns how many events were new."""
        news = [(change.after, event) for change in changes if (event := new_event(change))]
        if news:
            self.events.append(news)
        return len(news)


def new_event(change: RowChange) -> Event | None:
    """None for a write that moved nothing, such as a longer lease."""
    if change.before is not None and change.before.seq == change.after.seq:
        return None
    return change.after.last_event
