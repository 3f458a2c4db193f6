"""Events in a dictionary."""

from collections.abc import Sequence

from chalicelib.domain.task import Event, Task


class InMemoryEventLog:
    def __init__(self) -> None:
        self._events: dict[str, dict[int, Event]] = {}

    def append(self, events: Sequence[tuple[Task, Event]]) -> None:
        for task, event in events:
            self._events.setdefault(task.task_id, {})[event.seq] = event

    def list(self, task_id: str, *, after: int, limit: int) -> Sequence[Event]:
        events = self._events.get(task_id, {})
        found: list[Event] = []
        while len(found) < limit and (following := events.get(after + len(found) + 1)) is not None:
            found.append(following)
        return found
