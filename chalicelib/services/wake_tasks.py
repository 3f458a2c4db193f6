"""Wake what waits in lanes that were just resumed, instead of leaving it to the next rounds of the sweeper."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from chalicelib.domain.errors import StaleTaskError
from chalicelib.domain.lifecycle import claimable
from chalicelib.domain.ports.platform import Clock, Telemetry
from chalicelib.domain.ports.tasks import TaskStore
from chalicelib.domain.rungs import STORED
from chalicelib.domain.task import Status, Task
from chalicelib.domain.wake_times import MAX_RESEND_SECONDS, wake_after_resend
from chalicelib.services.dispatch import Dispatch

MOST_AT_ONCE = 2000
LONGEST_SECONDS = 15.0
FORGET_PAUSE_SECONDS = 6
"""Workers remember flags for five seconds: a message that came earlier would be taken for one of a paused lane."""


@dataclass(frozen=True)
class WakeTasks:
    tasks: TaskStore
    dispatch: Dispatch
    clock: Clock
    telemetry: Telemetry

    def wake_tasks(self, lanes: Sequence[str], *, task_type: str | None = None) -> int:
        """How many tasks got a new message. What is left when the time is over, the sweeper sends within minutes."""
        until = self.clock.monotonic() + LONGEST_SECONDS
        woken = 0
        for lane in lanes:
            horizon = self.clock.now() + timedelta(seconds=MAX_RESEND_SECONDS)
            for task_id in self.tasks.due(lane, now=horizon, limit=MOST_AT_ONCE):
                if self.clock.monotonic() >= until:
                    break
                task = self.tasks.get(task_id)
                if task is not None and task_type in (None, task.task_type):
                    woken += self._woken(task)
        self.telemetry.log("lanes_resumed", lanes=list(lanes), task_type=task_type, woken=woken)
        return woken

    def _woken(self, task: Task) -> bool:
        """First the message, then the later wake time, as the sweeper does it; what cannot be sent for, it starts."""
        now = self.clock.now()
        if task.status is Status.RUNNING or not claimable(task, now):
            return False
        try:
            rung = self.dispatch.dispatch(task, delay_seconds=FORGET_PAUSE_SECONDS)
            forgotten = now + timedelta(seconds=FORGET_PAUSE_SECONDS)
            wake_at = forgotten if rung == STORED else wake_after_resend(task, now)
            self.tasks.save(task, replace(task, task_system=rung, wake_at=wake_at))
        except StaleTaskError as error:
            self.telemetry.log("wake_failed", level="WARNING", task_id=task.task_id, reason=str(error))
            return False
        return rung != STORED
