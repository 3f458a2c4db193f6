"""Checks a ping before it is stored."""

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import SubmissionDesk
from chalicelib.domain.validation import validated
from chalicelib.task_types.health_check.schema import HealthCheckRequest


def prepare(request: JsonObject, _desk: SubmissionDesk) -> JsonObject:
    """Raises ValidationFailedError."""
    return validated(HealthCheckRequest, request, pointer="/request").model_dump()
