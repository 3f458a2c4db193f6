"""Get a task to a worker, on the highest rung that holds: its lane, a direct call, or the sweeper's next round."""

from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field

from chalicelib.domain.errors import StaleTaskError
from chalicelib.domain.ports.platform import Clock, Lanes, SendFailedError, Switches, Telemetry
from chalicelib.domain.ports.tasks import TaskStore
from chalicelib.domain.ports.workflows import DirectInvoker
from chalicelib.domain.rungs import DIRECT, SQS, STORED, placed
from chalicelib.domain.task import Task
from chalicelib.domain.wake_times import send_delay_seconds
from chalicelib.services.trust import Trust

AT_ONCE = 8


@dataclass
class Dispatch:
    """The row is stored before anything is sent, so whatever fails here only costs time."""

    tasks: TaskStore
    lanes: Lanes
    direct: DirectInvoker
    switches: Switches
    clock: Clock
    telemetry: Telemetry
    _queues: Trust = field(init=False)
    _calls: Trust = field(init=False)

    def __post_init__(self) -> None:
        self._queues, self._calls = Trust(self.clock), Trust(self.clock)

    def first_rung(self, task_type: str) -> str:
        """Where its tasks go when nothing is broken."""
        return DIRECT if self.switches.direct(task_type) else SQS

    def planned(self, task: Task) -> Task:
        """A task not yet stored, on the rung where it will be unless something breaks: then placing costs no write."""
        now, first = self.clock.now(), self.first_rung(task.task_type)
        delay = send_delay_seconds(task, now)
        carried = delay == 0 or (delay is not None and first == SQS)
        return placed(task, first if carried else STORED, now)

    def place(self, task: Task) -> Task:
        """Send or call for a stored task; as it then is. Only a fall from its rung costs a write."""
        return self._noted(task, self.dispatch(task))

    def place_many(self, tasks: Sequence[Task]) -> dict[str, Task]:
        """By task id."""
        rungs = self._dispatch_many(tasks)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return {task.task_id: task for task in pool.map(lambda t: self._noted(t, rungs[t.task_id]), tasks)}

    def dispatch(self, task: Task, *, delay_seconds: int | None = None) -> str:
        """The rung on which its wake-up now is. The row is not touched."""
        delay = send_delay_seconds(task, self.clock.now()) if delay_seconds is None else delay_seconds
        if delay is None:
            return STORED
        if self.first_rung(task.task_type) == SQS and self._sent(task, delay):
            return SQS
        return self._called(task, delay)

    def _noted(self, task: Task, rung: str) -> Task:
        """The note may come late: a worker that has claimed the task meanwhile has written its rung already."""
        after = placed(task, rung, self.clock.now())
        if after != task:
            with suppress(StaleTaskError):
                self.tasks.save(task, after)
        return after

    def _dispatch_many(self, tasks: Sequence[Task]) -> dict[str, str]:
        now = self.clock.now()
        rungs = dict.fromkeys((task.task_id for task in tasks), STORED)
        delays = {task.task_id: delay for task in tasks if (delay := send_delay_seconds(task, now)) is not None}
        due = [task for task in tasks if task.task_id in delays]
        unsent = self._unsent(due, delays)
        rungs |= {task.task_id: SQS for task in due if task.task_id not in unsent}
        left = [task for task in due if task.task_id in unsent]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            called = pool.map(lambda task: self._called(task, delays[task.task_id]), left)
            rungs |= dict(zip((task.task_id for task in left), called, strict=True))
        return rungs

    def _sent(self, task: Task, delay_seconds: int) -> bool:
        if not self._queues.given:
            return False
        try:
            self.lanes.send(task.lane, task.task_id, delay_seconds=delay_seconds)
        except SendFailedError as error:
            self._queues.withdraw()
            self.telemetry.log("send_failed", level="WARNING", task_id=task.task_id, lane=task.lane, reason=str(error))
            return False
        return True

    def _unsent(self, tasks: Sequence[Task], delays: dict[str, int]) -> set[str]:
        """The ids of those that no queue took."""
        delays_by_lane: dict[str, dict[str, int]] = defaultdict(dict)
        unsent: set[str] = set()
        for task in tasks:
            if self.first_rung(task.task_type) == SQS:
                delays_by_lane[task.lane][task.task_id] = delays[task.task_id]
            else:
                unsent.add(task.task_id)
        for lane, lane_delays in delays_by_lane.items():
            unsent |= self._refused(lane, lane_delays) if self._queues.given else lane_delays.keys()
        return unsent

    def _refused(self, lane: str, delays: dict[str, int]) -> set[str]:
        """A queue that took some of them is not broken."""
        refused = set(self.lanes.send_many(lane, delays))
        if len(refused) == len(delays):
            self._queues.withdraw()
        if refused:
            self.telemetry.log("send_failed", level="WARNING", lane=lane, refused=len(refused), of=len(delays))
        return refused

    def _called(self, task: Task, delay_seconds: int) -> str:
        """A direct call cannot be delayed: what is not due yet is left to the sweeper."""
        if delay_seconds > 0 or not self._calls.given:
            return STORED
        try:
            self.direct.invoke(task.lane, task.task_id)
        except SendFailedError as error:
            self._calls.withdraw()
            self.telemetry.log("call_failed", level="WARNING", task_id=task.task_id, reason=str(error))
            return STORED
        return DIRECT
