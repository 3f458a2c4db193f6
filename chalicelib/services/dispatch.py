"""Get a task to a worker, on the highest rung that holds: its lane, a direct call, or the sweeper's next round."""

from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from chalicelib.domain.ports.platform import Clock, Lanes, SendFailedError, Switches, Telemetry
from chalicelib.domain.ports.workflows import DirectInvoker
from chalicelib.domain.task import Task
from chalicelib.domain.wake_times import send_delay_seconds

SQS, DIRECT, STORED = "sqs", "direct", "stored"
"""The rungs, as `task_system` names them: through the queue, past it, or waiting in the row for the sweeper."""
AVOID_QUEUES_SECONDS = 5.0
"""After a refusal the queues are left alone for so long, so that a broken queue does not slow down every caller."""
CALLS_AT_ONCE = 8


class Dispatch:
    """The row is stored before anything is sent, so whatever fails here only costs time."""

    def __init__(
        self, lanes: Lanes, direct: DirectInvoker, switches: Switches, clock: Clock, telemetry: Telemetry
    ) -> None:
        self._lanes = lanes
        self._direct = direct
        self._switches = switches
        self._clock = clock
        self._telemetry = telemetry
        self._queues_trusted_from = float("-inf")

    def first_rung(self, task_type: str) -> str:
        """Where its tasks go when nothing is broken."""
        return DIRECT if self._switches.direct(task_type) else SQS

    def dispatch(self, task: Task, *, delay_seconds: int | None = None) -> str:
        """The rung on which the task now is; one that starts too late for a queue's delay stays on its own."""
        delay = send_delay_seconds(task, self._clock.now()) if delay_seconds is None else delay_seconds
        if delay is None:
            return task.task_system
        if self.first_rung(task.task_type) == SQS and self._sent(task, delay):
            return SQS
        return self._called(task, delay)

    def dispatch_many(self, tasks: Sequence[Task]) -> dict[str, str]:
        """The rung of each, by task id."""
        now = self._clock.now()
        rungs = {task.task_id: task.task_system for task in tasks}
        delays = {task.task_id: delay for task in tasks if (delay := send_delay_seconds(task, now)) is not None}
        due = [task for task in tasks if task.task_id in delays]
        unsent = set(self._unsent(due, delays))
        rungs |= {task.task_id: SQS for task in due if task.task_id not in unsent}
        left = [task for task in due if task.task_id in unsent]
        with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
            called = pool.map(lambda task: self._called(task, delays[task.task_id]), left)
            rungs |= dict(zip((task.task_id for task in left), called, strict=True))
        return rungs

    def _sent(self, task: Task, delay_seconds: int) -> bool:
        if not self._queues_trusted():
            return False
        try:
            self._lanes.send(task.lane, task.task_id, delay_seconds=delay_seconds)
        except SendFailedError as error:
            self._refused(task.task_id, task.lane, str(error))
            return False
        return True

    def _unsent(self, tasks: Sequence[Task], delays: dict[str, int]) -> list[str]:
        delays_by_lane: dict[str, dict[str, int]] = defaultdict(dict)
        unsent: list[str] = []
        for task in tasks:
            if self.first_rung(task.task_type) == SQS:
                delays_by_lane[task.lane][task.task_id] = delays[task.task_id]
            else:
                unsent.append(task.task_id)
        for lane, lane_delays in delays_by_lane.items():
            refused = list(self._lanes.send_many(lane, lane_delays)) if self._queues_trusted() else list(lane_delays)
            if refused:
                self._refused(refused[0], lane, f"{len(refused)} of {len(lane_delays)} messages were not sent")
            unsent += refused
        return unsent

    def _called(self, task: Task, delay_seconds: int) -> str:
        """A direct call cannot be delayed: what is not due yet is left to the sweeper."""
        if delay_seconds > 0:
            return STORED
        try:
            self._direct.invoke(task.lane, task.task_id)
        except SendFailedError as error:
            self._telemetry.log("call_failed", level="WARNING", task_id=task.task_id, reason=str(error))
            return STORED
        return DIRECT

    def _queues_trusted(self) -> bool:
        return self._clock.monotonic() >= self._queues_trusted_from

    def _refused(self, task_id: str, lane: str, reason: str) -> None:
        self._queues_trusted_from = self._clock.monotonic() + AVOID_QUEUES_SECONDS
        self._telemetry.log("send_failed", level="WARNING", task_id=task_id, lane=lane, reason=reason)
