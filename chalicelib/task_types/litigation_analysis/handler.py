"""Runs one step of a case: reads a document, extracts from it, joins what was found, looks at it from a side."""

from collections.abc import Callable

from chalicelib.domain.errors import UnexpectedTaskError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import Outcome, TaskContext
from chalicelib.task_types.litigation_analysis.workflow import EXTRACT, JOIN, READ, VIEW

# Each step is imported only when it is taken: reading alone brings three libraries.


def run(request: JsonObject, context: TaskContext) -> Outcome:
    return Outcome(_step(request["step"])(request, context))


def _read(request: JsonObject, context: TaskContext) -> JsonObject:
    from chalicelib.task_types.litigation_analysis.steps.read import read

    return read(request, context)


def _extract(request: JsonObject, context: TaskContext) -> JsonObject:
    from chalicelib.task_types.litigation_analysis.steps.extract import extract

    return extract(request, context)


def _join(request: JsonObject, context: TaskContext) -> JsonObject:
    from chalicelib.task_types.litigation_analysis.steps.join import join

    return join(request, context)


def _view(request: JsonObject, context: TaskContext) -> JsonObject:
    from chalicelib.task_types.litigation_analysis.steps.view import view

    return view(request, context)


_STEPS = {READ: _read, EXTRACT: _extract, JOIN: _join, VIEW: _view}


def _step(name: str) -> Callable[[JsonObject, TaskContext], JsonObject]:
    if name not in _STEPS:
        raise UnexpectedTaskError(f"a case has no step {name!r}")
    return _STEPS[name]
