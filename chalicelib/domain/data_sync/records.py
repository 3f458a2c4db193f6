"""The records around a file: the file itself, its report, the dataset its rows went to."""

import hashlib
import re
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from chalicelib.domain.errors import ConflictError, RecordNotFoundError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.platform import RecordStore
from chalicelib.domain.record import Record

DATA_FILE, DATASET, SYNC_REPORT = "data_file", "dataset", "sync_report"
DATA_KINDS = ("orders", "products", "traffic", "payments", "spending", "generic")
MOST_FILE_BYTES = 200 * 1024 * 1024
TRIES = 5


class FileState(StrEnum):
    REGISTERED = "registered"
    """Known, but nothing has been uploaded yet."""
    UPLOADED = "uploaded"
    SYNCING = "syncing"
    """Held by the task that its record names."""
    SYNCED = "synced"
    REJECTED = "rejected"
    """The quality check refused it; nothing was written."""
    FAILED = "failed"
    """It cannot be read."""
    SKIPPED = "skipped"


def dataset_id(owner_id: str, platform: str, account: str, kind: str) -> str:
    """The same for the same four; readable, and safe in an address."""
    words = "-".join(re.sub(r"[^a-z0-9]+", "-", word.casefold()).strip("-")[:24] or "x" for word in (platform, account))
    digest = hashlib.sha256("\0".join((owner_id, platform, account, kind)).encode()).hexdigest()[:10]
    return f"{words}-{kind}-{digest}"


def change_record(
    records: RecordStore, kind: str, record_id: str, changes: JsonObject, *, at: datetime, state: str | None = None
) -> Record:
    """The record with changed fields, by a conditional write. Raises RecordNotFoundError, ConflictError."""
    for left in reversed(range(TRIES)):
        before = records.get(kind, record_id)
        if before is None:
            raise RecordNotFoundError(f"there is no {kind} {record_id}")
        after = changed(before, changes, at=at, state=state)
        try:
            records.update(before, after)
        except ConflictError:
            if not left:
                raise
            continue
        return after
    raise ConflictError(f"{kind} {record_id} keeps changing")


def changed(record: Record, changes: JsonObject, *, at: datetime, state: str | None = None) -> Record:
    return replace(
        record,
        body={**record.body, **changes},
        state=state or record.state,
        updated_at=at,
        version=record.version + 1,
    )
