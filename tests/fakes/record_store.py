"""Records in a dictionary."""

from chalicelib.domain.errors import ConflictError, InvalidCursorError, RecordExistsError
from chalicelib.domain.record import Record, RecordPage, RecordQuery


class InMemoryRecordStore:
    def __init__(self) -> None:
        self._records: dict[tuple[str, str], Record] = {}

    def get(self, kind: str, record_id: str) -> Record | None:
        return self._records.get((kind, record_id))

    def create(self, record: Record) -> None:
        if (record.kind, record.id) in self._records:
            raise RecordExistsError(f"{record.kind} {record.id} exists already")
        self.put(record)

    def update(self, before: Record, after: Record) -> None:
        stored = self.get(before.kind, before.id)
        if stored is None or stored.version != before.version:
            raise ConflictError(f"{before.kind} {before.id} was changed meanwhile")
        self.put(after)

    def delete(self, record: Record) -> None:
        self._records.pop((record.kind, record.id), None)

    def put(self, record: Record) -> None:
        """What the task store does in its transaction: no questions asked."""
        self._records[record.kind, record.id] = record

    def list(self, query: RecordQuery) -> RecordPage:
        if query.cursor is not None and "#" not in query.cursor:
            raise InvalidCursorError("not a cursor of this list")
        found = sorted((r for r in self._records.values() if _matches(r, query)), key=_sort_key, reverse=True)
        page = found[: query.limit]
        return RecordPage(tuple(page), _sort_key(page[-1]) if len(found) > len(page) > 0 else None)


def _matches(record: Record, query: RecordQuery) -> bool:
    return (
        record.kind == query.kind
        and query.owner_id in (None, record.owner_id)
        and query.group in (None, record.group)
        and query.state in (None, record.state)
        and (query.cursor is None or _sort_key(record) < query.cursor)
    )


def _sort_key(record: Record) -> str:
    return f"{record.created_at.isoformat()}#{record.id}"
