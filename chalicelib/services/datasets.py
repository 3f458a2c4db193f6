"""Datasets: what was synced, row by row, and as a file again."""

from collections.abc import Callable
from dataclasses import dataclass

from chalicelib.domain.data_sync.records import DATASET
from chalicelib.domain.ports.data_sync import RowPage, RowStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.record import Record, RecordPage, RecordQuery
from chalicelib.services.change_record import ChangeRecord
from chalicelib.services.csv_part import CsvPart

ROWS_A_READ = 5000
ENOUGH_SECONDS = 19.0
"""Of the 29 of an answer: when less is left no other read is begun."""


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
        part = CsvPart(columns_of(self.show_dataset(dataset_id, principal)), begins=cursor is None)
        while True:
            page = self.rows.page(dataset_id, prefix=prefix, limit=ROWS_A_READ, cursor=cursor)
            for row in page.items:
                if not part.take(row):
                    return Export(part.text, part.rows, cursor)
                cursor = row.key
            if page.next_cursor is None or remaining_seconds() < ENOUGH_SECONDS:
                return Export(part.text, part.rows, page.next_cursor)
            cursor = page.next_cursor


def columns_of(dataset: Record) -> list[str]:
    return list(dataset.body["row_columns"])
