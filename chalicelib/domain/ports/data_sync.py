"""Ports to files of tables and to the rows that were read from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.platform import RecordStore
from chalicelib.domain.ports.tasks import PayloadStore, UploadTicket


class StoredFile(Protocol):
    """A stored file, read piece by piece and never as a whole."""

    @property
    def size_bytes(self) -> int: ...

    @property
    def fingerprint(self) -> str:
        """Another one when the content is another one."""

    def read(self, offset: int, length: int) -> bytes:
        """Fewer bytes only at the end. Raises SourceUnreadableError when the file has gone or was replaced."""


class FileStore(Protocol):
    """Files in the bucket; `location` is an object key."""

    def ticket(self, *, file_id: str, location: str, content_type: str, size_bytes: int) -> UploadTicket: ...

    def put(self, location: str, content: bytes, *, content_type: str) -> None: ...

    def find(self, location: str) -> StoredFile | None: ...


@dataclass(frozen=True)
class DataRow:
    """A row as it is to be stored."""

    key: str
    """The natural key, unique in its dataset."""
    values: JsonObject
    content_hash: str
    version: str
    """Sorts by time: that of the row's business, then that of its file. Of two rows with one key the greater stays."""
    written_by: str
    """The task that wrote it, so that a task that was interrupted knows its own rows again."""
    how: str
    """`inserted` or `updated`."""
    file_id: str


@dataclass(frozen=True)
class RowHead:
    """What is needed to decide whether a row must be written."""

    content_hash: str
    version: str
    written_by: str
    how: str


@dataclass(frozen=True)
class StoredRow:
    key: str
    values: JsonObject
    version: str
    file_id: str
    updated_at: datetime


@dataclass(frozen=True)
class RowPage:
    """In order of the keys."""

    items: tuple[StoredRow, ...]
    next_cursor: str | None = None


class RowStore(Protocol):
    def heads(self, dataset: str, keys: Sequence[str]) -> dict[str, RowHead]:
        """Those that are stored, by key; consistent reads."""

    def put(self, dataset: str, rows: Sequence[DataRow]) -> Sequence[str]:
        """Store rows, each key once, where nothing with a greater version is stored; the keys that were refused."""

    def page(self, dataset: str, *, prefix: str, limit: int, cursor: str | None) -> RowPage:
        """The cursor is the key of the last row looked at."""


@dataclass(frozen=True)
class QualityThresholds:
    """Scores go from 0 to 100."""

    warn_below: float = 90.0
    reject_below: float = 60.0


class SyncTools(Protocol):
    """What the sync of a file needs from outside."""

    @property
    def files(self) -> FileStore: ...

    @property
    def rows(self) -> RowStore: ...

    @property
    def records(self) -> RecordStore: ...

    @property
    def payloads(self) -> PayloadStore: ...

    @property
    def thresholds(self) -> QualityThresholds: ...

    def now(self) -> datetime: ...

    def is_working(self, task_id: str) -> bool:
        """Whether the task has not ended yet."""
