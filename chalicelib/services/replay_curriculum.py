"""Replay a roadmap's plan only as far as its curriculum is known: what is learned, and which tasks make the content."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from chalicelib.domain.errors import TaskFailedError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.tasks import PayloadStore, TaskStore
from chalicelib.domain.task import Status, Task
from chalicelib.domain.workflow import Decision, Plan, Review, ReviewDecision, Stage, unit_task_id
from chalicelib.domain.workflow_state import ReviewRecord
from chalicelib.services.replay_workflow import StageAnswer
from chalicelib.task_types.learning_roadmap.framework import Framework
from chalicelib.task_types.learning_roadmap.stages import CONTENT, DESIGN


@dataclass(frozen=True)
class Curriculum:
    framework: JsonObject | None = None
    """None as long as nothing has been designed."""
    units: Mapping[str, Task] = field(default_factory=dict)
    """Those of the present stage that exist, by key."""
    stage: str = ""
    """The one that the plan has come to."""
    designed: bool = False
    edited: bool = False
    """Whether a reviewer has changed it."""


class ReplayCurriculum:
    """Unlike the engine's replay this one looks beyond a failure: what was there before it is still worth seeing."""

    def __init__(self, task: Task, tasks: TaskStore, payloads: PayloadStore) -> None:
        self._task = task
        self._tasks = tasks
        self._payloads = payloads
        self._framework: JsonObject | None = None
        self._stage, self._designed = "", False
        self._designing: dict[str, Task] = {}
        self._edited = False

    def run(self, plan: Plan, request: JsonObject) -> Curriculum:
        self._framework = request.get("framework")
        reviews = iter(self._task.workflow.reviews if self._task.workflow else ())
        try:
            step = next(plan)
            while not (isinstance(step, Stage) and step.name == CONTENT):
                answer = self._decided(step, reviews) if isinstance(step, Review) else self._ended(step)
                if answer is None:
                    return self._found(self._designing)
                step = plan.send(answer)
        except TaskFailedError:
            return self._found({})
        self._stage = step.name
        self._order_like(step)
        return self._found(self._rows(step))

    def _order_like(self, content: Stage) -> None:
        """A design is put into learning order before its content is made."""
        places = {unit.key.partition("/")[2]: place for place, unit in reversed(list(enumerate(content.units)))}
        if self._framework is not None:
            concepts = sorted(self._framework["concepts"], key=lambda concept: places[concept["id"]])
            self._framework = {**self._framework, "concepts": concepts}

    def _found(self, units: Mapping[str, Task]) -> Curriculum:
        framework = self._framework and Framework.model_validate(self._framework).model_dump(mode="json")
        return Curriculum(framework, units, self._stage, self._designed, self._edited)

    def _decided(self, review: Review, records: Iterator[ReviewRecord]) -> ReviewDecision | None:
        """The subject is the curriculum as it is, until somebody edits it."""
        self._framework = review.subject["framework"]
        record = next(records, None)
        if record is None:
            return None
        edit = self._payloads.get(record.edit_ref) if record.edit_ref else None
        if edit is not None:
            self._framework, self._edited = edit, True
        return ReviewDecision(Decision(record.decision), record.by, record.at, record.comments, edit)

    def _ended(self, stage: Stage) -> StageAnswer | None:
        rows = self._rows(stage)
        self._stage, self._designing = stage.name, rows
        if len(rows) < len(stage.units) or not all(row.status is Status.SUCCEEDED for row in rows.values()):
            return None
        answer = StageAnswer(tuple(rows.items()), self._payloads)
        if stage.name.startswith(DESIGN):
            self._framework = answer.result(stage.units[0].key)
            self._designed, self._edited = True, False
        return answer

    def _rows(self, stage: Stage) -> dict[str, Task]:
        ids = {unit.key: unit_task_id(self._task.task_id, stage, unit) for unit in stage.units}
        found = self._tasks.get_many(list(ids.values()))
        return {key: found[task_id] for key, task_id in ids.items() if task_id in found}
