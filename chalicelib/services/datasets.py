"""Datasets: what was synced, row by row, and as a file again."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chalicelib.domain.data_sync.records import DATASET
from chalicelib.domain.ports.data_sync import RowPage, RowStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.record import Record, RecordPage, RecordQuery
from chalicelib.services.change_record import ChangeRecord

ROWS_A_READ = 5000
ENOUGH_SECONDS = 12.0
"""So much must be left of an answer's time for another read."""
MOST_EXPORT_BYTES = 5 * 1024 * 1024
"""An answer of a Lambda function is 6 MB at most."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Export:
    text: str
    rows: int
    next_cursor: str | None
    """Where to go on: the rest did not fit into one answer."""


@dataclass(frozen=True)
class Datasets:
    rows: RowStore
    change: ChangeRecord

    def list_datasets(self, principal: Principal, *, limit: int, cursor: str | None) -> RecordPage:
        return self.change.page(RecordQuery(DATASET, limit=limit, cursor=cursor), principal)

    def show_dataset(self, dataset_id: str, principal: Principal) -> Record:
        """Raises RecordNotFoundError."""
        return self.change.find(DATASET, dataset_id, principal)

    def list_rows(
        self, dataset_id: str, principal: Principal, *, prefix: str, limit: int, cursor: str | None
    ) -> RowPage:
        """In the order of their keys."""
        self.show_dataset(dataset_id, principal)
        return self.rows.page(dataset_id, prefix=prefix, limit=limit, cursor=cursor)

    def export(
        self,
        dataset_id: str,
        principal: Principal,
        *,
        prefix: str,
        cursor: str | None,
        remaining_seconds: Callable[[], float],
    ) -> Export:
        """As csv, as many rows as one answer holds; what a spreadsheet would run as a formula is made text."""
        dataset = self.show_dataset(dataset_id, principal)
        columns = columns_of(dataset)
        text = io.StringIO()
        writer = csv.writer(text)
        if cursor is None:
            writer.writerow([_harmless(name) for name in ("row_key", *columns)])
        count = 0
        while True:
            page = self.rows.page(dataset_id, prefix=prefix, limit=ROWS_A_READ, cursor=cursor)
            for row in page.items:
                writer.writerow([_harmless(row.key), *(_harmless(row.values.get(name)) for name in columns)])
            count += len(page.items)
            cursor = page.next_cursor
            if cursor is None or text.tell() >= MOST_EXPORT_BYTES // 4 or remaining_seconds() < ENOUGH_SECONDS:
                return Export(text.getvalue(), count, cursor)


def columns_of(dataset: Record) -> list[str]:
    return list(dataset.body["row_columns"])


def _harmless(value: Any) -> str:
    """Numbers stay numbers; text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if value is None:
        return ""
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA_STARTS) else text
