"""Take a workflow one step further: ask its plan what is next, store the units, say what the execution must do.

Called by the execution whenever a step has ended. It may run twice, late, or die anywhere: units have fixed ids and
are created once, and the parent's row is only changed as it was read.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from chalicelib.domain.errors import ConflictError, StaleTaskError, TaskFailedError
from chalicelib.domain.lifecycle import failed, partly_succeeded, succeeded
from chalicelib.domain.ports.platform import Clock, Telemetry
from chalicelib.domain.ports.tasks import PayloadStore, TaskStore
from chalicelib.domain.ports.workflows import Workflows
from chalicelib.domain.task import Progress, Task, WaitingFor
from chalicelib.domain.workflow import unit_name
from chalicelib.domain.workflow_life import UnitCounts, new_unit, review_opened, stage_begun, unit_reopened
from chalicelib.domain.workflow_state import OpenReview
from chalicelib.services.count_end import count_end
from chalicelib.services.dispatch import Dispatch
from chalicelib.services.payloads import check_records, load_request, store_request, store_result
from chalicelib.services.replay_workflow import Ended, Replay, ReviewToOpen, StageToRun
from chalicelib.services.task_catalogue import TaskCatalogue

TRIES = 8
WRITES_AT_ONCE = 8


class Next(StrEnum):
    FAN_OUT = "fan_out"
    REVIEW = "review"
    END = "end"


@dataclass(frozen=True)
class Move:
    """What the execution does next. Only ids: the answer of a function is at most 256 KiB in Step Functions."""

    next: Next
    unit_ids: tuple[str, ...] = ()
    units_at_once: int = 1
    lane: str = ""
    rung: str = ""


@dataclass(frozen=True)
class AdvanceWorkflow:
    tasks: TaskStore
    payloads: PayloadStore
    catalogue: TaskCatalogue
    workflows: Workflows
    dispatch: Dispatch
    clock: Clock
    telemetry: Telemetry

    def advance(self, task_id: str, *, run: int, part: int) -> Move:
        """`Next.END` also for an execution that is not the task's present one: it has nothing to do any more.

        Raises ConflictError when the start is not noted yet or the row changed again and again; the execution then
        asks once more.
        """
        for _ in range(TRIES):
            parent = self.tasks.get(task_id)
            if parent is None or not _is_present(parent, run, part):
                return Move(Next.END)
            try:
                return self._step(parent)
            except StaleTaskError:
                continue
        raise ConflictError(f"workflow {task_id} keeps changing")

    def await_review(self, task_id: str, task_token: str) -> None:
        """The execution waits with this token for the open review; if that is decided already, it goes on at once."""
        row = self.tasks.remember_token(task_id, task_token)
        if row is None or row.waiting_for is not WaitingFor.REVIEW:
            self.workflows.complete(task_token)

    def _step(self, parent: Task) -> Move:
        plan = self.catalogue.plan(parent.task_type)(load_request(parent, self.payloads))
        try:
            found = Replay(parent, self.tasks, self.payloads).run(plan)
            if isinstance(found, Ended):
                return self._end(parent, found)
        except TaskFailedError as failure:
            return self._fail(parent, failure)
        if isinstance(found, ReviewToOpen):
            return self._open_review(parent, found)
        return self._begin(parent, found)

    def _begin(self, parent: Task, found: StageToRun) -> Move:
        self._open_units(parent, found)
        after = stage_begun(parent, found.stage.name, found.counts, self.clock.now())
        if after.progress != parent.progress or parent.waiting_for is not WaitingFor.UNITS:
            self.tasks.save(parent, after)
        pending = {found.ids_by_key[key] for key in found.missing} | {row.task_id for row in found.open}
        policies = self.catalogue.definition(parent.task_type).workflow
        return Move(
            Next.FAN_OUT,
            unit_ids=tuple(task_id for task_id in found.ids_by_key.values() if task_id in pending),
            units_at_once=policies.units_at_once if policies else 1,
            lane=parent.lane,
            rung=self.dispatch.first_rung(parent.task_type),
        )

    def _open_units(self, parent: Task, found: StageToRun) -> None:
        now, task_type = self.clock.now(), self.catalogue.definition(parent.task_type)
        missing = [unit for unit in found.stage.units if unit.key in set(found.missing)]
        fresh = [
            replace(
                new_unit(found.ids_by_key[unit.key], unit_name(found.stage, unit), parent, task_type, now),
                request=unit.request,
            )
            for unit in missing
        ]
        again = [row for row in found.open if row.finished]
        with ThreadPoolExecutor(WRITES_AT_ONCE) as pool:
            list(pool.map(lambda unit: self.tasks.create(store_request(unit, self.payloads), now=now), fresh))
            list(pool.map(lambda row: self.tasks.save(row, unit_reopened(row, parent, now)), again))
        for unit in fresh:
            self.telemetry.count("TaskSubmitted", task_type=unit.task_type, lane=unit.lane)

    def _open_review(self, parent: Task, found: ReviewToOpen) -> Move:
        if parent.waiting_for is WaitingFor.REVIEW:
            return Move(Next.REVIEW)
        now, review = self.clock.now(), found.review
        ref = f"payloads/{parent.task_id}/review-{parent.run}-{found.number}-subject.json"
        self.payloads.put(ref, review.subject)
        opened = OpenReview(review.name, now, now + timedelta(seconds=review.timeout_seconds), ref)
        self.tasks.save(parent, review_opened(parent, opened, now))
        return Move(Next.REVIEW)

    def _end(self, parent: Task, found: Ended) -> Move:
        outcome, now = found.outcome, self.clock.now()
        check_records(outcome.records)
        size, ref = store_result(parent, outcome.result, self.payloads)
        counted = replace(parent, progress=_progress(found.counts))
        finish = partly_succeeded if found.counts.failed else succeeded
        after = finish(counted, outcome.result, now=now, result_bytes=size, result_ref=ref)
        self.tasks.save(parent, after, records=outcome.records)
        count_end(self.telemetry, after)
        return Move(Next.END)

    def _fail(self, parent: Task, failure: TaskFailedError) -> Move:
        self.telemetry.log(
            "workflow_failed", level="WARNING", task_id=parent.task_id, code=failure.code, reason=failure.message
        )
        after = failed(parent, failure, self.clock.now())
        self.tasks.save(parent, after)
        count_end(self.telemetry, after)
        return Move(Next.END)


def _is_present(parent: Task, run: int, part: int) -> bool:
    known = parent.workflow.part if parent.workflow else 0
    if parent.finished or parent.run != run or part < known:
        return False
    if part > known:
        raise ConflictError("the worker that started this execution has not noted it yet")
    return parent.waiting_for is not None


def _progress(counts: UnitCounts) -> Progress:
    return Progress(counts.ended, counts.total, "done", counts.failed)
