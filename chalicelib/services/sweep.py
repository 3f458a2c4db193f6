"""Look after the rows that nobody else looks after.

What was never sent is sent, what a dead worker left is woken, what is due starts, what is too late ends. A sweep
that dies half-way or runs twice does no harm: it only sends messages and makes conditional writes.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.domain.errors import StaleTaskError
from chalicelib.domain.lanes import LANES
from chalicelib.domain.lifecycle import overdue
from chalicelib.domain.ports.platform import Clock, Switches, Telemetry
from chalicelib.domain.ports.tasks import TaskStore
from chalicelib.domain.rungs import STORED
from chalicelib.domain.task import Task
from chalicelib.domain.wake_times import wake_after_resend, wake_stored
from chalicelib.services.check_workflow import CheckWorkflow
from chalicelib.services.count_end import count_end
from chalicelib.services.dispatch import Dispatch

ROWS_PER_READ = 200
RESERVE_SECONDS = 5.0


@dataclass
class SweepReport:
    sent: int = 0
    ended: int = 0
    untouched: int = 0
    """Changed under our hands, or of a paused type: fine as they are."""


@dataclass(frozen=True)
class Sweep:
    tasks: TaskStore
    dispatch: Dispatch
    check: CheckWorkflow
    switches: Switches
    clock: Clock
    telemetry: Telemetry
    lane_names: tuple[str, ...] = LANES

    def sweep(self, remaining_seconds: Callable[[], float]) -> SweepReport:
        """One round over all lanes, as far as the time reaches; the next round goes on with the longest overdue."""
        report = SweepReport()
        for lane in self.lane_names:
            self._sweep_lane(lane, report, remaining_seconds)
        self.telemetry.log("swept", sent=report.sent, ended=report.ended, untouched=report.untouched)
        return report

    def _sweep_lane(self, lane: str, report: SweepReport, remaining_seconds: Callable[[], float]) -> None:
        seen: set[str] = set()
        while remaining_seconds() > RESERVE_SECONDS:
            due = self.tasks.due(lane, now=self.clock.now(), limit=ROWS_PER_READ)
            fresh = [task_id for task_id in due if task_id not in seen]
            if not fresh:
                return
            seen.update(fresh)
            for task_id in fresh:
                self._look_at(task_id, report)

    def _look_at(self, task_id: str, report: SweepReport) -> None:
        task, now = self.tasks.get(task_id), self.clock.now()
        if task is None or task.wake_at is None or task.wake_at > now:
            report.untouched += 1
            return
        ended = overdue(task, now)
        try:
            if ended is not None:
                self.tasks.save(task, ended)
                count_end(self.telemetry, ended)
                report.ended += 1
            elif task.waiting_for is not None:
                self.check.check(task)
            else:
                self._wake(task, now, report)
        except StaleTaskError:
            report.untouched += 1

    def _wake(self, task: Task, now: datetime, report: SweepReport) -> None:
        """First the message, then the later wake time: dying in between means one copy more, never one less."""
        if self.switches.paused(lane=task.lane, task_type=task.task_type):
            report.untouched += 1
            self.tasks.save(task, replace(task, wake_at=wake_stored(task, now)))
            return
        rung = self.dispatch.dispatch(task)
        report.sent += rung != STORED
        wake_at = wake_stored(task, now) if rung == STORED else wake_after_resend(task, now)
        self.tasks.save(task, replace(task, task_system=rung, wake_at=wake_at))
