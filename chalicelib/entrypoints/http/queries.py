"""The query parameters of a request, as their model."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from chalicelib.domain.errors import FieldProblem, ValidationFailedError
from chalicelib.domain.validation import validated
from chalicelib.entrypoints.http.models import Inward

Query = TypeVar("Query", bound=Inward)


def read_query(model: type[Query], values_by_name: Mapping[str, Sequence[str]]) -> Query:
    """Raises ValidationFailedError, also for parameters that are unknown or given twice."""
    repeated = [name for name, values in values_by_name.items() if len(values) > 1]
    if repeated:
        raise ValidationFailedError(tuple(_problem(n, "repeated_parameter", "may be given once") for n in repeated))
    try:
        return validated(model, {name: values[0] for name, values in values_by_name.items() if values})
    except ValidationFailedError as error:
        raise ValidationFailedError(tuple(_as_parameter(problem) for problem in error.problems)) from error


def _as_parameter(problem: FieldProblem) -> FieldProblem:
    name = problem.pointer.lstrip("/")
    if problem.code == "extra_forbidden":
        return _problem(name, "unknown_parameter", "there is no such query parameter")
    return replace(problem, pointer=f"?{name}")


def _problem(name: str, code: str, detail: str) -> FieldProblem:
    return FieldProblem(f"?{name}", code, detail)
