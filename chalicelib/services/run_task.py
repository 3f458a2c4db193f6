"""Run a task that a wake-up message names: claim it, do it, end it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from chalicelib.domain.errors import (
    ContentHubError,
    NotClaimableError,
    StaleTaskError,
    TaskFailedError,
    UnexpectedTaskError,
)
from chalicelib.domain.lifecycle import after_failure, continued, overdue, parked, succeeded, timed_out, worker_lost
from chalicelib.domain.ports.generation import Toolbox
from chalicelib.domain.ports.platform import (
    Chance,
    Clock,
    Heartbeat,
    Lanes,
    Switches,
    Telemetry,
    WakeUp,
)
from chalicelib.domain.ports.tasks import PayloadStore, TaskStore
from chalicelib.domain.ports.workflows import CompletionRefusedError, StartRefusedError, Workflows
from chalicelib.domain.record import Record
from chalicelib.domain.rungs import DIRECT, SQS
from chalicelib.domain.task import Task
from chalicelib.domain.task_type import Continue, Outcome
from chalicelib.domain.wake_times import RESEND_AFTER_SECONDS, hard_deadline
from chalicelib.domain.workflow_life import execution_name, start_refused, started
from chalicelib.services.active_task import ActiveTask
from chalicelib.services.count_end import count_end
from chalicelib.services.dispatch import Dispatch
from chalicelib.services.payloads import check_records, load_request, store_result
from chalicelib.services.task_catalogue import TaskCatalogue

START_AGAIN_SECONDS = 15.0
BEATS_PER_LEASE = 3
"""A lease survives two lost heartbeats."""


@dataclass(frozen=True)
class RunTask:
    tasks: TaskStore
    payloads: PayloadStore
    lanes: Lanes
    dispatch: Dispatch
    workflows: Workflows
    switches: Switches
    catalogue: TaskCatalogue
    toolbox_for: Callable[[str], Toolbox]
    """The tools for an owner's task: uploads, for example, are the owner's."""
    clock: Clock
    chance: Chance
    heartbeat: Heartbeat
    telemetry: Telemetry
    lease_seconds: float

    def run_task(self, wake_up: WakeUp, remaining_seconds: Callable[[], float]) -> None:
        """Returns when the message has done its duty; an exception means: deliver it again.

        Whatever kills the process in between leaves a lease that runs out, and a message that comes back.
        """
        self.telemetry.log("task_received", task_id=wake_up.task_id, lane=wake_up.lane)
        if self.switches.paused(lane=wake_up.lane):
            self.telemetry.log("lane_paused", task_id=wake_up.task_id, lane=wake_up.lane)
            self._keep_token(wake_up)
            return
        task = self._claim(wake_up)
        if task is None:
            return
        self.lanes.hide(wake_up, seconds=round(self.lease_seconds))
        active = ActiveTask(
            task=task,
            wake_up=wake_up,
            lease_seconds=self.lease_seconds,
            remaining_seconds=remaining_seconds,
            tasks=self.tasks,
            lanes=self.lanes,
            clock=self.clock,
            payloads=self.payloads,
            toolbox=self.toolbox_for(task.owner_id),
        )
        self._count_start(task)
        try:
            self._work(active)
        except StaleTaskError:
            self.telemetry.count("LeaseLost", task_type=task.task_type, lane=task.lane)
            self.telemetry.log("lease_lost", task_id=task.task_id, fence=task.fence)

    def _claim(self, wake_up: WakeUp) -> Task | None:
        now = self.clock.now()
        try:
            return self.tasks.claim(
                wake_up.task_id,
                now=now,
                lease_expires_at=now + timedelta(seconds=self.lease_seconds),
                task_system=SQS if wake_up.receipt else DIRECT,
                task_token=wake_up.task_token,
            )
        except NotClaimableError:
            self._explain(wake_up)
            return None

    def _explain(self, wake_up: WakeUp) -> None:
        """A duplicate, a cancelled or a not yet due task needs no work; one that is too late is ended here."""
        task = self.tasks.get(wake_up.task_id)
        status = task.status if task else "missing"
        self._keep_token(wake_up)
        self.telemetry.log("not_claimable", task_id=wake_up.task_id, lane=wake_up.lane, status=status)
        ended = task and overdue(task, self.clock.now())
        if task and ended:
            self.tasks.save(task, ended)
            count_end(self.telemetry, ended)

    def _keep_token(self, wake_up: WakeUp) -> None:
        """The execution that sent this message waits: beside the row until that ends, or not at all if it has."""
        if wake_up.task_token is None:
            return
        wake_at = self.clock.now() + timedelta(seconds=RESEND_AFTER_SECONDS)
        if self.tasks.remember_token(wake_up.task_id, wake_up.task_token, wake_at=wake_at) is None:
            self.workflows.complete(wake_up.task_token)

    def _work(self, active: ActiveTask) -> None:
        if self.switches.paused(lane=active.task.lane, task_type=active.task.task_type):
            active.advance(lambda task: parked(task, self.clock.now()))
            return
        if active.task.attempt > active.task.max_attempts:
            self._move(active, lambda task: worker_lost(task, self.clock.now()))
            return
        if (deadline := hard_deadline(active.task)) and deadline <= self.clock.now():
            self._move(active, lambda task: timed_out(task, self.clock.now()))
            return
        if active.task.unit is None and self.catalogue.definition(active.task.task_type).workflow is not None:
            self._start_workflow(active)
            return
        try:
            with self.heartbeat.every(self.lease_seconds / BEATS_PER_LEASE, active.beat):
                outcome = self._run(active)
                if isinstance(outcome, Outcome):
                    self._succeed(active, outcome)
        except TaskFailedError as failure:
            self._fail(active, failure)
            return
        if isinstance(outcome, Continue):
            checkpoint = outcome.checkpoint
            self._move(active, lambda task: continued(task, checkpoint, self.clock.now()))

    def _run(self, active: ActiveTask) -> Outcome | Continue:
        """The task type's own work; every error that is not the platform's becomes a task's failure."""
        task = active.task
        request = load_request(task, self.payloads)
        try:
            return self.catalogue.handler(task.task_type)(request, active)
        except (StaleTaskError, TaskFailedError):
            raise
        except ContentHubError as error:
            raise TaskFailedError(error.message or error.code) from error
        except Exception as error:  # the outer edge of foreign code
            self.telemetry.log_exception("task_crashed", task_id=task.task_id, task_type=task.task_type)
            raise UnexpectedTaskError(f"the task stopped with {type(error).__name__}") from error

    def _start_workflow(self, active: ActiveTask) -> None:
        """The start has a fixed name: if this worker dies before it notes it, the next one starts nothing new."""
        task, now = active.task, self.clock.now()
        part = (task.workflow.part if task.workflow else 0) + 1
        try:
            self.workflows.start(execution_name(task, part), task_id=task.task_id, run=task.run, part=part)
        except StartRefusedError as error:
            delay, reason = START_AGAIN_SECONDS * (1 + self.chance.fraction()), str(error)
            self.telemetry.log("start_refused", level="WARNING", task_id=task.task_id, reason=reason)
            self._move(active, lambda held: start_refused(held, reason, now=now, delay_seconds=delay))
            return
        task_type = self.catalogue.definition(task.task_type)
        active.advance(lambda held: started(held, part, task_type, now))

    def _succeed(self, active: ActiveTask, outcome: Outcome) -> None:
        check_records(outcome.records)
        size, ref = store_result(active.task, outcome.result, self.payloads)
        self._move(
            active,
            lambda task: succeeded(task, outcome.result, now=self.clock.now(), result_bytes=size, result_ref=ref),
            outcome.records,
        )

    def _fail(self, active: ActiveTask, failure: TaskFailedError) -> None:
        task, now = active.task, self.clock.now()
        self.telemetry.log(
            "task_attempt_failed",
            level="WARNING",
            task_id=task.task_id,
            attempt=task.attempt,
            code=failure.code,
            reason=failure.message,
            operator_detail=failure.operator_detail,
        )
        task_type, jitter = self.catalogue.policies(task), self.chance.fraction()
        self._move(active, lambda held: after_failure(held, failure, task_type, now=now, jitter=jitter))

    def _move(self, active: ActiveTask, step: Callable[[Task], Task], records: Sequence[Record] = ()) -> None:
        """First the row, then the message if there is more to do: dying in between leaves a row for the sweeper."""
        waiting = active.task.task_tokens
        after = active.advance(step, records)
        count_end(self.telemetry, after)
        if after.finished:
            self._tell_executions(waiting, after)
        else:
            self.dispatch.place(after)

    def _tell_executions(self, waiting: Sequence[str], task: Task) -> None:
        """Sooner than the stream of the row's changes does it, which is what can be relied on."""
        for token in waiting:
            try:
                self.workflows.complete(token)
            except CompletionRefusedError as error:
                self.telemetry.log("completion_refused", task_id=task.task_id, reason=str(error))

    def _count_start(self, task: Task) -> None:
        self.telemetry.log("task_started", task_id=task.task_id, task_type=task.task_type, attempt=task.attempt)
        self.telemetry.count("TaskStarted", task_type=task.task_type, lane=task.lane)
        if task.attempt == 1 and task.started_at is not None:
            due = max(task.created_at, task.run_at or task.created_at)
            waited = max(0.0, (task.started_at - due).total_seconds())
            self.telemetry.count("QueueWaitSeconds", task_type=task.task_type, lane=task.lane, value=waited)
