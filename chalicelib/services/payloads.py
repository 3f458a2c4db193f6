"""Where a request or result is kept: in the row when it is small, else beside it."""

import json
from collections.abc import Sequence
from dataclasses import replace

from chalicelib.domain.errors import ResultTooLargeError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.tasks import PayloadStore
from chalicelib.domain.record import Record
from chalicelib.domain.task import Task

INLINE_BYTES = 8 * 1024
"""Each of about three writes of a row costs one unit per KiB; past 8 KiB one S3 put ($5 per million) is cheaper."""
MAX_RESULT_BYTES = 64 * 1024 * 1024
MAX_RECORD_BYTES = 350 * 1024
"""A record is one item of a table, which holds 400 KiB with everything around the record's own text."""


def size_bytes(payload: JsonObject) -> int:
    return len(json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode())


def store_request(task: Task, payloads: PayloadStore) -> Task:
    """The task with its request moved out of the row if it is large."""
    request = task.request or {}
    size = size_bytes(request)
    if size <= INLINE_BYTES:
        return replace(task, request_bytes=size)
    ref = f"payloads/{task.task_id}/request.json"
    payloads.put(ref, request)
    return replace(task, request=None, request_ref=ref, request_bytes=size)


def load_request(task: Task, payloads: PayloadStore) -> JsonObject:
    return payloads.get(task.request_ref) if task.request_ref else task.request or {}


def store_result(task: Task, result: JsonObject, payloads: PayloadStore) -> tuple[int, str | None]:
    """Size in bytes and, if it is kept beside the row, where.

    The place names the fencing token: a late worker of an older attempt never overwrites a newer result. Raises
    ResultTooLargeError.
    """
    size = size_bytes(result)
    if size > MAX_RESULT_BYTES:
        raise ResultTooLargeError(f"the result has {size:,} bytes, {MAX_RESULT_BYTES:,} are allowed")
    if size <= INLINE_BYTES:
        return size, None
    ref = f"payloads/{task.task_id}/result-{task.fence}.json"
    payloads.put(ref, result)
    return size, ref


def load_result(task: Task, payloads: PayloadStore) -> JsonObject:
    return payloads.get(task.result_ref) if task.result_ref else task.result or {}


def check_records(records: Sequence[Record]) -> None:
    """Raises ResultTooLargeError for a record that no store would take, however often it is tried."""
    for record in records:
        if (size := size_bytes(record.body)) > MAX_RECORD_BYTES:
            raise ResultTooLargeError(f"the {record.kind} has {size:,} bytes, {MAX_RECORD_BYTES:,} are allowed")
