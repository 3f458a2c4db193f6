"""Files of tables: registered, uploaded, found, and adopted where somebody dropped them into the bucket."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.domain.data_sync.mapping import ANY
from chalicelib.domain.data_sync.records import (
    DATA_FILE,
    DATA_KINDS,
    MOST_FILE_BYTES,
    SYNC_REPORT,
    FileState,
    change_record,
)
from chalicelib.domain.errors import FieldProblem, RecordExistsError, ValidationFailedError
from chalicelib.domain.ports.data_sync import FileStore
from chalicelib.domain.ports.platform import Chance, Clock, RecordStore
from chalicelib.domain.ports.tasks import TaskStore, UploadTicket
from chalicelib.domain.principal import Principal
from chalicelib.domain.record import Record, RecordPage, RecordQuery
from chalicelib.services.change_record import ChangeRecord

OWN_PREFIX, INCOMING_PREFIX = "files/", "incoming/"
INTERRUPTED = "interrupted"
"""Shown for a file whose task ended without finishing it: syncing it again goes on safely."""
MOST_PAGES_LOOKED_AT = 20
PAGE = 100
LONGEST_NAME = 200
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f/\\]+")


@dataclass(frozen=True)
class NewFile:
    name: str
    platform: str = ANY
    account: str = ""
    data_kind: str = ANY
    content_type: str = "application/octet-stream"
    size_bytes: int = 0
    as_of: datetime | None = None
    """When its content was true; default: now. Of rows with one key and one business time the later file's counts."""


@dataclass(frozen=True)
class FileFilter:
    """None means any; `state` is the one that is shown, `interrupted` too."""

    platform: str | None = None
    account: str | None = None
    data_kind: str | None = None
    state: str | None = None
    created_after: datetime | None = None
    created_before: datetime | None = None

    def admits(self, record: Record) -> bool:
        body = record.body
        return (
            self.platform in (None, body["platform"])
            and self.account in (None, body["account"])
            and self.data_kind in (None, body["data_kind"])
            and self.state in (None, record.state)
            and (self.created_after is None or self.created_after <= record.created_at)
            and (self.created_before is None or record.created_at < self.created_before)
        )


@dataclass(frozen=True)
class DataFiles:
    store: FileStore
    records: RecordStore
    change: ChangeRecord
    tasks: TaskStore
    clock: Clock
    chance: Chance

    def register_file(self, principal: Principal, new: NewFile) -> tuple[Record, UploadTicket]:
        """The record comes first: an upload without one could never be found. Raises ValidationFailedError."""
        _check_size(new.size_bytes)
        record = self._record(principal.user_id, new)
        self.records.create(record)
        ticket = self.store.ticket(
            file_id=record.id,
            location=record.body["location"],
            content_type=new.content_type,
            size_bytes=new.size_bytes,
        )
        return record, ticket

    def add_file(self, principal: Principal, new: NewFile, content: bytes) -> Record:
        """A small file that came with the request itself."""
        record = replace(self._record(principal.user_id, new), state=FileState.UPLOADED)
        self.store.put(record.body["location"], content, content_type=new.content_type)
        self.records.create(record)
        return record

    def adopt_file(self, location: str, size_bytes: int) -> Record | None:
        """What the bucket tells about a new object. The same news twice changes nothing; None where it is not ours."""
        if location.startswith(OWN_PREFIX):
            return self._uploaded(location.rpartition("/")[2])
        parts = [part for part in location.split("/") if part]
        if not location.startswith(INCOMING_PREFIX) or len(parts) < 3:
            return None
        return self._dropped(location, parts, size_bytes)

    def show_file(self, file_id: str, principal: Principal) -> Record:
        """Whether it was uploaded is found out when somebody asks. Raises RecordNotFoundError."""
        record = self.change.find(DATA_FILE, file_id, principal)
        if record.state == FileState.REGISTERED and self.store.find(record.body["location"]) is not None:
            record = self._uploaded(record.id) or record
        return self._as_held([record])[0]

    def show_report(self, file_id: str, principal: Principal) -> Record:
        self.change.find(DATA_FILE, file_id, principal)
        return self.change.find(SYNC_REPORT, file_id, principal)

    def list_files(
        self, principal: Principal, narrowed: FileFilter, *, limit: int, cursor: str | None = None
    ) -> RecordPage:
        """Newest first. A page may hold fewer than asked for and still have a next one."""
        found: list[Record] = []
        for _ in range(MOST_PAGES_LOOKED_AT):
            query = RecordQuery(DATA_FILE, limit=limit - len(found), cursor=cursor)
            page = self.change.page(query, principal)
            found += [record for record in self._as_held(page.items) if narrowed.admits(record)]
            cursor = page.next_cursor
            if cursor is None or len(found) == limit:
                break
        return RecordPage(tuple(found), cursor)

    def select_files(self, principal: Principal, narrowed: FileFilter, *, most: int) -> list[Record]:
        """One's own files that fit, oldest first, so that newer ones come after those they may replace."""
        return [record for record, _ in zip(self._own(principal, narrowed), range(most), strict=False)][::-1]

    def _own(self, principal: Principal, narrowed: FileFilter) -> Iterator[Record]:
        cursor = None
        while True:
            page = self.records.list(RecordQuery(DATA_FILE, owner_id=principal.user_id, limit=PAGE, cursor=cursor))
            held = self._as_held(page.items)
            yield from (record for record in held if narrowed.admits(record) and self._is_there(record))
            cursor = page.next_cursor
            if cursor is None:
                return

    def _is_there(self, record: Record) -> bool:
        return record.state != FileState.REGISTERED or self.store.find(record.body["location"]) is not None

    def _as_held(self, records: Sequence[Record]) -> list[Record]:
        """A file that says it is being synced, by a task that has ended, was interrupted."""
        holders = {record.id: record.body["task_id"] for record in records if record.state == FileState.SYNCING}
        tasks = self.tasks.get_many(list(dict.fromkeys(holders.values()))) if holders else {}
        working = {file_id for file_id, task_id in holders.items() if (t := tasks.get(task_id)) and not t.finished}
        lost = holders.keys() - working
        return [replace(record, state=INTERRUPTED) if record.id in lost else record for record in records]

    def _uploaded(self, file_id: str) -> Record | None:
        """Content that replaces what was synced before is to be synced again."""
        record = self.records.get(DATA_FILE, file_id)
        if record is None or record.state in (FileState.UPLOADED, FileState.SYNCING):
            return record
        stored = self.store.find(record.body["location"])
        if stored is None or stored.fingerprint == record.body.get("fingerprint"):
            return record
        return change_record(self.records, DATA_FILE, file_id, {}, at=self.clock.now(), state=FileState.UPLOADED)

    def _dropped(self, location: str, parts: Sequence[str], size_bytes: int) -> Record:
        """`incoming/<owner>[/<platform>[/<account>[/<kind>]]]/<name>`. Other content there is a new file."""
        stored = self.store.find(location)
        fingerprint = stored.fingerprint if stored else ""
        owner, told, name = parts[1], [*parts[2:-1], *[""] * 3][:3], parts[-1]
        kind = told[2] if told[2] in DATA_KINDS else ANY
        new = NewFile(name, told[0] or ANY, told[1], kind, size_bytes=size_bytes)
        digest = hashlib.sha256(f"{location}\0{fingerprint}".encode()).hexdigest()[:26]
        record = replace(self._record(owner, new), id=digest, state=FileState.UPLOADED)
        record = replace(record, body={**record.body, "location": location})
        try:
            self.records.create(record)
        except RecordExistsError:
            return self.records.get(DATA_FILE, digest) or record
        return record

    def _record(self, owner_id: str, new: NewFile) -> Record:
        now = self.clock.now()
        file_id = self.chance.task_id(now).lower()
        body = {
            "name": _UNPRINTABLE.sub("_", new.name.replace("\\", "/").rpartition("/")[2])[:LONGEST_NAME] or "unnamed",
            "platform": new.platform,
            "account": new.account,
            "data_kind": new.data_kind,
            "bytes": new.size_bytes,
            "location": f"{OWN_PREFIX}{owner_id}/{file_id}",
            "as_of": (new.as_of or now).isoformat(timespec="seconds"),
        }
        return Record(DATA_FILE, file_id, owner_id, body, now, now, state=FileState.REGISTERED)


def _check_size(size_bytes: int) -> None:
    if not 0 < size_bytes <= MOST_FILE_BYTES:
        raise ValidationFailedError((FieldProblem("/bytes", "out_of_range", f"must be 1 to {MOST_FILE_BYTES}"),))
