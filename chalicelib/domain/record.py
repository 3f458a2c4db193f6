"""A record: a stored business object that outlives tasks, such as an account, a content or a pool entry."""

from dataclasses import dataclass
from datetime import datetime

from chalicelib.domain.json_types import JsonObject


@dataclass(frozen=True)
class Record:
    """`kind` and `id` together are the key; `group` and `state` are what lists can be narrowed to."""

    kind: str
    id: str
    owner_id: str
    body: JsonObject
    created_at: datetime
    updated_at: datetime
    group: str | None = None
    state: str | None = None
    version: int = 1
    """Grows with each change; a writer that saw an older one is refused."""


@dataclass(frozen=True)
class RecordQuery:
    """Which records to list: all of a kind, or those of an owner or a group, newest first."""

    kind: str
    owner_id: str | None = None
    group: str | None = None
    state: str | None = None
    limit: int = 50
    cursor: str | None = None


@dataclass(frozen=True)
class RecordPage:
    items: tuple[Record, ...]
    next_cursor: str | None = None
