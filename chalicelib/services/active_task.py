"""A task in the hands of its worker: every write goes through here, under one lock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from threading import RLock

from chalicelib.domain.errors import SourceUnreadableError, StaleTaskError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.lifecycle import progressed, timed_out
from chalicelib.domain.ports.generation import Toolbox
from chalicelib.domain.ports.platform import Clock, Lanes, WakeUp
from chalicelib.domain.ports.tasks import PayloadStore, TaskStore
from chalicelib.domain.record import Record
from chalicelib.domain.task import Progress, Status, Task
from chalicelib.domain.wake_times import hard_deadline, soft_deadline, wake_running
from chalicelib.services.payloads import load_result

PROGRESS_EVERY_SECONDS = 1.0
"""Progress within a second of the last write is kept back: quick tasks cost no extra writes."""
STOP_BEFORE_END_SECONDS = 20.0


@dataclass
class ActiveTask:
    """The claimed task. Two threads use it: the worker's own and the heartbeat's."""

    task: Task
    wake_up: WakeUp
    lease_seconds: float
    remaining_seconds: Callable[[], float]
    tasks: TaskStore
    lanes: Lanes
    clock: Clock
    payloads: PayloadStore
    toolbox: Toolbox
    lost: bool = False
    """Somebody else moved the task on: nothing of ours counts any more."""
    _lock: RLock = field(default_factory=RLock)
    _last_progress: float | None = None

    @property
    def task_id(self) -> str:
        return self.task.task_id

    @property
    def owner_id(self) -> str:
        return self.task.owner_id

    @property
    def lane(self) -> str:
        return self.wake_up.lane

    @property
    def checkpoint(self) -> JsonObject | None:
        return self.task.checkpoint

    def result_of(self, task_id: str) -> JsonObject:
        unit = self.tasks.get(task_id)
        if unit is None or unit.parent_id != self.task.parent_id or unit.status is not Status.SUCCEEDED:
            raise SourceUnreadableError(f"there is no result of a unit {task_id}")
        return load_result(unit, self.payloads)

    def progress(self, done: int, total: int, step: str) -> None:
        moment = self.clock.monotonic()
        with self._lock:
            self._refuse_if_lost()
            news = Progress(done, total, step)
            if self._last_progress is not None and moment - self._last_progress >= PROGRESS_EVERY_SECONDS:
                self.advance(lambda task: progressed(task, news, self.clock.now()))
                self._last_progress = moment
            else:
                self._last_progress = moment if self._last_progress is None else self._last_progress
                self.task = replace(self.task, progress=news)

    def should_stop(self) -> bool:
        deadline = soft_deadline(self.task)
        late = deadline is not None and deadline <= self.clock.now()
        return late or self.remaining_seconds() <= STOP_BEFORE_END_SECONDS

    def advance(self, step: Callable[[Task], Task], records: Sequence[Record] = ()) -> Task:
        """Write what `step` makes of the task as it is now. Raises StaleTaskError, also for ever after."""
        with self._lock:
            self._refuse_if_lost()
            after = step(self.task)
            try:
                self.tasks.save(self.task, after, records=records)
            except StaleTaskError:
                self.lost = True
                raise
            self.task = after
            return after

    def beat(self) -> bool:
        """Extend the lease and hide the message a little longer; False when there is nothing more to extend."""
        with self._lock:
            if self.lost or self.task.finished:
                return False
            now = self.clock.now()
            deadline = hard_deadline(self.task)
            try:
                if deadline is not None and deadline <= now:
                    self.advance(lambda task: timed_out(task, now))
                    self.lost = True
                    return False
                self._extend(now)
            except StaleTaskError:
                self.lost = True
                return False
            return True

    def _extend(self, now: datetime) -> None:
        lease = now + timedelta(seconds=self.lease_seconds)
        self.tasks.extend_lease(self.task, lease_expires_at=lease, wake_at=wake_running(self.task, lease))
        self.lanes.hide(self.wake_up, seconds=round(self.lease_seconds))

    def _refuse_if_lost(self) -> None:
        if self.lost:
            raise StaleTaskError(f"task {self.task_id} is no longer ours")
