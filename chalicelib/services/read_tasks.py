"""Look at tasks: one, many, a result, the events as they come."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from chalicelib.domain.errors import (
    TaskExpiredError,
    TaskHasNoResultError,
    TaskNotFinishedError,
    TaskNotFoundError,
)
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.platform import Clock
from chalicelib.domain.ports.tasks import EventLog, PayloadStore, TaskFilter, TaskPage, TaskStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.task import WITH_RESULT, Event, Task

EVENTS_PER_READ = 500
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.1, 1.0
EMBED_BYTES = 1024 * 1024
"""A result up to this size is put into the answer; a larger one only comes as a link."""


@dataclass(frozen=True)
class TaskResult:
    task: Task
    result: JsonObject | None
    download_url: str | None


@dataclass(frozen=True)
class EventPage:
    items: tuple[Event, ...]
    last_seq: int
    finished: bool
    """True when no more events will come after these."""


@dataclass(frozen=True)
class ReadTasks:
    tasks: TaskStore
    events: EventLog
    payloads: PayloadStore
    clock: Clock

    def task(self, task_id: str, principal: Principal) -> Task:
        """Raises TaskNotFoundError, also for another owner's task, and TaskExpiredError past retention."""
        task = self.tasks.get(task_id)
        if task is None or not principal.may_see(task.owner_id):
            raise TaskNotFoundError(f"there is no task {task_id}")
        if task.expires_at is not None and task.expires_at <= self.clock.now():
            raise TaskExpiredError(f"task {task_id} was kept until {task.expires_at.isoformat()}")
        return task

    def tasks_page(
        self, narrowed: TaskFilter, principal: Principal, *, limit: int, cursor: str | None = None
    ) -> TaskPage:
        """A page of the tasks the principal may see; for an owner that is always their own."""
        scope = narrowed if principal.is_admin else replace(narrowed, owner_id=principal.user_id)
        return self.tasks.list(scope, limit=limit, cursor=cursor)

    def result(self, task_id: str, principal: Principal) -> TaskResult:
        """Raises TaskNotFinishedError, TaskHasNoResultError and what `task` raises."""
        task = self.task(task_id, principal)
        return self.result_of(task)

    def check_has_result(self, task: Task) -> None:
        """Raises TaskNotFinishedError, TaskHasNoResultError."""
        if not task.finished:
            raise TaskNotFinishedError(f"task {task.task_id} is {task.status}")
        if task.status not in WITH_RESULT:
            why = f": {task.error.message}" if task.error else ""
            raise TaskHasNoResultError(f"task {task.task_id} is {task.status}{why}")

    def result_of(self, task: Task) -> TaskResult:
        self.check_has_result(task)
        if task.result_ref is None:
            return TaskResult(task, task.result or {}, None)
        embedded = self.payloads.get(task.result_ref) if task.result_bytes <= EMBED_BYTES else None
        return TaskResult(task, embedded, self.payloads.download_url(task.result_ref))

    def events_after(self, task_id: str, principal: Principal, *, after: int, wait_seconds: float) -> EventPage:
        """Events with a greater seq; if there are none yet and more will come, waits for the first."""
        task = self.task(task_id, principal)
        until, pause = self.clock.monotonic() + wait_seconds, FIRST_PAUSE_SECONDS
        while True:
            items = self._events(task, after)
            left = until - self.clock.monotonic()
            if items or left <= 0 or (task.finished and task.seq <= after):
                return _page(task, items, after)
            self.clock.sleep(min(pause, left))
            pause = min(pause * 1.5, LONGEST_PAUSE_SECONDS)
            task = self.task(task_id, principal)

    def wait_until_finished(self, task_id: str, principal: Principal, *, seconds: float) -> Task:
        """The task as it is when it finishes or when the time is over."""
        until, pause = self.clock.monotonic() + seconds, FIRST_PAUSE_SECONDS
        while True:
            task = self.task(task_id, principal)
            left = until - self.clock.monotonic()
            if task.finished or left <= 0:
                return task
            self.clock.sleep(min(pause, left))
            pause = min(pause * 1.5, LONGEST_PAUSE_SECONDS)

    def _events(self, task: Task, after: int) -> Sequence[Event]:
        """No query where the row already says that there is nothing new."""
        if task.seq <= after:
            return ()
        return self.events.list(task.task_id, after=after, limit=EVENTS_PER_READ)


def _page(task: Task, items: Sequence[Event], after: int) -> EventPage:
    last = items[-1].seq if items else after
    return EventPage(tuple(items), last, finished=task.finished and last >= task.seq)
