"""Rows of datasets in a dictionary."""

from collections.abc import Callable, Sequence
from datetime import datetime

from chalicelib.domain.ports.data_sync import DataRow, RowHead, RowPage, StoredRow
from chalicelib.domain.ports.platform import Clock


class InMemoryRowStore:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._rows: dict[str, dict[str, tuple[DataRow, datetime]]] = {}
        self.written = 0
        """So many rows were written, over all."""
        self.before_put: Callable[[], None] = lambda: None
        """A test's way to come in between."""

    def heads(self, dataset: str, keys: Sequence[str]) -> dict[str, RowHead]:
        stored = self._rows.get(dataset, {})
        assert len(set(keys)) == len(keys)
        return {key: _head(stored[key][0]) for key in keys if key in stored}

    def put(self, dataset: str, rows: Sequence[DataRow]) -> Sequence[str]:
        self.before_put()
        stored = self._rows.setdefault(dataset, {})
        refused = []
        for row in rows:
            if row.key in stored and stored[row.key][0].version > row.version:
                refused.append(row.key)
                continue
            stored[row.key] = (row, self._clock.now())
            self.written += 1
        return refused

    def page(self, dataset: str, *, prefix: str, limit: int, cursor: str | None) -> RowPage:
        stored = self._rows.get(dataset, {})
        keys = sorted((key for key in stored if key.startswith(prefix)), key=str.encode)
        left = [key for key in keys if cursor is None or key.encode() > cursor.encode()]
        items = tuple(_stored(*stored[key]) for key in left[:limit])
        return RowPage(items, items[-1].key if len(left) > limit else None)

    def values(self, dataset: str) -> dict[str, DataRow]:
        return {key: row for key, (row, _) in self._rows.get(dataset, {}).items()}


def _head(row: DataRow) -> RowHead:
    return RowHead(row.content_hash, row.version, row.written_by, row.how)


def _stored(row: DataRow, updated_at: datetime) -> StoredRow:
    return StoredRow(row.key, row.values, row.version, row.file_id, updated_at)
