"""Checks that a file is there before its sync is stored."""

from chalicelib.domain.data_sync.wanted_files import find_wanted
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import SubmissionDesk
from chalicelib.domain.validation import validated
from chalicelib.task_types.data_sync.schema import DataSyncRequest


def prepare(request: JsonObject, desk: SubmissionDesk) -> JsonObject:
    """Raises ValidationFailedError, UnknownUploadError."""
    asked = validated(DataSyncRequest, request, pointer="/request")
    find_wanted([asked.file_id], desk)
    return asked.model_dump(exclude_none=True)
