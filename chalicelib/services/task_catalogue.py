"""The task types, found by their folders and imported only when asked for."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from chalicelib.domain.errors import UnknownTaskTypeError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task import Task
from chalicelib.domain.task_type import Continue, Outcome, SubmissionDesk, TaskContext, TaskType
from chalicelib.domain.workflow import Plan

PACKAGE = "chalicelib.task_types"

Handler = Callable[[JsonObject, TaskContext], Outcome | Continue]


@dataclass(frozen=True)
class TaskCatalogue:
    """Every folder of `task_types` is a task type with the same files in it:

    `definition.py` (DEFINITION: TaskType), `submission.py` (`prepare(request, desk)`), `handler.py`
    (`run(request, context)`), `schema.py` (the request's and the result's models). A workflow has one file more,
    `workflow.py` (`plan(request)`, and `check_edit(edit, subject)` if it asks for reviews); its handler runs one unit.
    """

    retention_seconds: int | None = None
    """Overrides every task type's own retention."""

    def names(self) -> tuple[str, ...]:
        return _names()

    def definition(self, name: str) -> TaskType:
        """Raises UnknownTaskTypeError."""
        definition: TaskType = self.module(name, "definition").DEFINITION
        if self.retention_seconds is None:
            return definition
        return replace(definition, retention_seconds=self.retention_seconds)

    def prepare(self, name: str, request: JsonObject, desk: SubmissionDesk) -> JsonObject:
        """The request checked and completed. Raises ValidationFailedError and what the task type refuses with."""
        prepared: JsonObject = self.module(name, "submission").prepare(request, desk)
        return prepared

    def policies(self, task: Task) -> TaskType:
        """Those of the task type, or of its units where the task is one."""
        definition = self.definition(task.task_type)
        return definition.for_units if task.unit is not None else definition

    def plan(self, name: str) -> Callable[[JsonObject], Plan]:
        """Makes a workflow's plan from its request."""
        plan: Callable[[JsonObject], Plan] = self.module(name, "workflow").plan
        return plan

    def check_edit(self, name: str, edit: JsonObject, subject: JsonObject) -> JsonObject:
        """A reviewer's edit, checked against what is under review. Raises ValidationFailedError."""
        checked: JsonObject = self.module(name, "workflow").check_edit(edit, subject)
        return checked

    def handler(self, name: str) -> Handler:
        handler: Handler = self.module(name, "handler").run
        return handler

    def module(self, name: str, part: str) -> ModuleType:
        if name not in _names():
            raise UnknownTaskTypeError(f"there is no task type {name!r}; known are {', '.join(_names())}")
        return import_module(f"{PACKAGE}.{name}.{part}")


@cache
def _names() -> tuple[str, ...]:
    folder = Path(__file__).parent.parent / "task_types"
    return tuple(sorted(path.name for path in folder.iterdir() if (path / "definition.py").exists()))
