"""Checks that all files of a batch are there before anything is stored, and leaves out what is synced already."""

from chalicelib.domain.data_sync.records import FileState
from chalicelib.domain.data_sync.wanted_files import find_wanted
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import SubmissionDesk
from chalicelib.domain.validation import validated
from chalicelib.task_types.data_sync_batch.schema import DataSyncBatchRequest


def prepare(request: JsonObject, desk: SubmissionDesk) -> JsonObject:
    """Raises ValidationFailedError, UnknownUploadError naming the files that are missing."""
    asked = validated(DataSyncBatchRequest, request, pointer="/request")
    file_ids = list(dict.fromkeys(asked.file_ids))
    records = find_wanted(file_ids, desk, fresh=True)
    known = {record.id for record in records if record.state == FileState.SYNCED and not asked.resync}
    return {
        **asked.model_dump(exclude_none=True),
        "file_ids": file_ids,
        "names": {record.id: record.body["name"] for record in records},
        "left_out": {file_id: "synced before and not changed since" for file_id in file_ids if file_id in known},
    }
