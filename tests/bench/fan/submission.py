"""Checks a fan before it is stored."""

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import SubmissionDesk
from chalicelib.domain.validation import validated

from .schema import FanRequest


def prepare(request: JsonObject, _: SubmissionDesk) -> JsonObject:
    return validated(FanRequest, request, pointer="/request").model_dump()
