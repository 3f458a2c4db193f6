"""Runs the sync of one file."""

from chalicelib.domain.data_sync.job import SyncJob
from chalicelib.domain.data_sync.sync_file import sync_file
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import Continue, Outcome, TaskContext
from chalicelib.domain.validation import validated


def run(request: JsonObject, context: TaskContext) -> Outcome | Continue:
    return sync_file(validated(SyncJob, request), context)
