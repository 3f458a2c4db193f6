"""Checks a relay before it is stored."""

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import SubmissionDesk
from chalicelib.domain.validation import validated

from .schema import RelayRequest


def prepare(request: JsonObject, _: SubmissionDesk) -> JsonObject:
    return validated(RelayRequest, request, pointer="/request").model_dump()
