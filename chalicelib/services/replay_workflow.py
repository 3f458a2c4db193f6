"""Replay a workflow's plan against the rows of its units, up to the first step that is not done yet."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from chalicelib.domain.errors import UnitsFailedError, WorkflowTooLargeError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.tasks import PayloadStore, TaskStore
from chalicelib.domain.task import Status, Task
from chalicelib.domain.task_type import Outcome
from chalicelib.domain.workflow import (
    MOST_UNITS_IN_A_RUN,
    MOST_UNITS_IN_A_STAGE,
    Answer,
    Decision,
    EndedUnit,
    Plan,
    Review,
    ReviewDecision,
    Stage,
    unit_task_id,
)
from chalicelib.domain.workflow_life import UnitCounts, needs_another_run
from chalicelib.domain.workflow_state import ReviewRecord, WorkflowState
from chalicelib.services.payloads import load_result

READS_AT_ONCE = 8


@dataclass(frozen=True)
class StageToRun:
    """A stage with units that have not ended: `missing` by key have no row yet, `open` have one."""

    stage: Stage
    ids_by_key: dict[str, str]
    missing: tuple[str, ...]
    open: tuple[Task, ...]
    counts: UnitCounts


@dataclass(frozen=True)
class ReviewToOpen:
    review: Review
    number: int


@dataclass(frozen=True)
class Ended:
    outcome: Outcome
    counts: UnitCounts


@dataclass
class Replay:
    """One replay; raises TaskFailedError where the plan or its limits say that the workflow has failed."""

    parent: Task
    tasks: TaskStore
    payloads: PayloadStore
    _seen: dict[str, Task] = field(default_factory=dict)
    _planned: int = 0

    def run(self, plan: Plan) -> StageToRun | ReviewToOpen | Ended:
        reviews = (self.parent.workflow or WorkflowState()).reviews
        reviewed = 0
        try:
            step = next(plan)
            while True:
                if isinstance(step, Review):
                    if reviewed == len(reviews):
                        return ReviewToOpen(step, reviewed + 1)
                    answer: Answer = self._decision(reviews[reviewed])
                    reviewed += 1
                else:
                    found = self._stage(step)
                    if isinstance(found, StageToRun):
                        return found
                    answer = found
                step = plan.send(answer)
        except StopIteration as done:
            outcome: Outcome = done.value
            return Ended(outcome, self._counts())

    def _stage(self, stage: Stage) -> "StageToRun | StageAnswer":
        ids = self._planned_ids(stage)
        found = self.tasks.get_many(list(ids.values()))
        rows = {key: found.get(task_id) for key, task_id in ids.items()}
        here = {key: row for key, row in rows.items() if row is not None}
        self._seen |= {row.task_id: row for row in here.values()}
        missing = tuple(key for key, row in rows.items() if row is None)
        unfinished = tuple(row for row in here.values() if not row.finished or needs_another_run(row, self.parent))
        if missing or unfinished:
            return StageToRun(stage, ids, missing, unfinished, self._counts())
        answer = StageAnswer(tuple(here.items()), self.payloads)
        _refuse_too_many_failures(stage, answer.units)
        return answer

    def _planned_ids(self, stage: Stage) -> dict[str, str]:
        self._planned += len(stage.units)
        if len(stage.units) > MOST_UNITS_IN_A_STAGE or self._planned > MOST_UNITS_IN_A_RUN:
            raise WorkflowTooLargeError(
                f"stage {stage.name} has {len(stage.units):,} units; {MOST_UNITS_IN_A_STAGE:,} are allowed in a stage "
                f"and {MOST_UNITS_IN_A_RUN:,} in a workflow"
            )
        return {unit.key: unit_task_id(self.parent.task_id, stage, unit) for unit in stage.units}

    def _counts(self) -> UnitCounts:
        """Of the units in the plan as it is now; those a changed plan no longer names do not count."""
        ended = [row for row in self._seen.values() if row.finished and not needs_another_run(row, self.parent)]
        failures = sum(row.status is not Status.SUCCEEDED for row in ended)
        return UnitCounts(len(ended), failures, self._planned)

    def _decision(self, record: ReviewRecord) -> ReviewDecision:
        edit = self.payloads.get(record.edit_ref) if record.edit_ref else None
        return ReviewDecision(Decision(record.decision), record.by, record.at, record.comments, edit)


@dataclass(frozen=True)
class StageAnswer:
    rows: Sequence[tuple[str, Task]]
    payloads: PayloadStore

    @property
    def units(self) -> tuple[EndedUnit, ...]:
        return tuple(EndedUnit(key, row.task_id, row.status, row.error) for key, row in self.rows)

    def result(self, key: str) -> JsonObject:
        return load_result(dict(self.rows)[key], self.payloads)

    def results(self) -> dict[str, JsonObject]:
        done = [(key, row) for key, row in self.rows if row.status is Status.SUCCEEDED]
        with ThreadPoolExecutor(READS_AT_ONCE) as pool:
            loaded = pool.map(lambda pair: load_result(pair[1], self.payloads), done)
            return dict(zip((key for key, _ in done), loaded, strict=True))


def _refuse_too_many_failures(stage: Stage, units: Sequence[EndedUnit]) -> None:
    failures = [unit for unit in units if not unit.succeeded]
    if len(failures) > stage.tolerated_failures * len(units):
        first = failures[0]
        why = first.error.message if first.error else first.status
        raise UnitsFailedError(
            f"{len(failures)} of {len(units)} units of stage {stage.name} did not succeed; {first.key}: {why}"
        )
