"""Tables in workbooks: each visible sheet, wherever its table starts, with merged cells filled."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any

from chalicelib.domain.data_sync.reading.header import (
    ROWS_LOOKED_AT,
    KnownNames,
    column_names,
    find_header,
    width_of,
)
from chalicelib.domain.data_sync.reading.merged_cells import MergedCells, sheet_paths
from chalicelib.domain.data_sync.reading.table import MOST_COLUMNS, Note, Sheet, SourceRow
from chalicelib.domain.data_sync.reading.workbook_archive import WorkbookFile, open_archive
from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.data_sync import StoredFile

MOST_ROWS = 1_048_576
"""Of any sheet; a row that says it stands further down is damaged."""


class ExcelTable:
    """Read row by row; a workbook's common texts are the only part held in memory."""

    def __init__(self, file: StoredFile, known: KnownNames) -> None:
        self._file = WorkbookFile(file)
        self._archive = open_archive(self._file)
        self._book = _open_book(self._file)
        self._merged: dict[str, MergedCells] = {}
        self.notes: list[Note] = []
        self._row = 0
        self._sheet = 0
        self.sheets: Sequence[Sheet] = tuple(self._find_sheets(known))
        if not self.sheets:
            raise SourceUnreadableError("no sheet of the workbook has a table")

    @property
    def facts(self) -> JsonObject:
        return {"format": "xlsx", "encoding": "utf-8", "delimiter": None}

    @property
    def position(self) -> JsonObject:
        return {"sheet": self._sheet, "row": self._row}

    def rows(self, sheet: Sheet, start: JsonObject | None = None) -> Iterator[SourceRow]:
        """Rows that came before `start` are parsed again, which is all a workbook's format allows."""
        self._sheet = sheet.index
        after = start["row"] if start else sheet.header_row
        for number, cells in self._raw_rows(sheet.index):
            if number > after:
                self._row = number
                yield SourceRow(number, cells)

    def _find_sheets(self, known: KnownNames) -> Iterator[Sheet]:
        for index, worksheet in enumerate(self._book.worksheets):
            if worksheet.sheet_state != "visible":
                self._note("hidden_sheet", worksheet.title, "is hidden and was not read")
                continue
            numbered = list(islice(self._raw_rows(index), 2 * ROWS_LOOKED_AT))
            rows = [cells for _, cells in numbered]
            width = width_of(rows)
            if width == 0:
                self._note("empty_sheet", worksheet.title, "is empty")
                continue
            header = find_header(rows, known)
            body = rows if header is None else rows[header + 1 :]
            names = _inside(column_names(rows[header] if header is not None else (), width), rows, header)
            del body
            yield Sheet(index, worksheet.title, numbered[header][0] if header is not None else 0, names)

    def _note(self, code: str, sheet: str, what: str) -> None:
        self.notes.append(Note(code, f"sheet {sheet!r} {what}", {"sheet": sheet}))

    def _raw_rows(self, index: int) -> Iterator[tuple[int, Sequence[Any]]]:
        worksheet = self._book.worksheets[index]
        merged = self._merged_cells(worksheet.title)
        with self._file.damage_told(f"sheet {worksheet.title!r} is damaged"):
            for number, cells in enumerate(worksheet.iter_rows(values_only=True), start=1):
                if number > MOST_ROWS:
                    raise ValueError(f"it goes on below row {MOST_ROWS:,}")
                if len(cells) > MOST_COLUMNS:
                    cells = _trimmed(cells)
                yield number, merged.filled(number, cells)

    def _merged_cells(self, title: str) -> MergedCells:
        if title not in self._merged:
            path = sheet_paths(self._archive).get(title)
            with self._file.damage_told("the workbook is damaged or was cut off"):
                self._merged[title] = MergedCells.read(self._archive, path) if path else MergedCells({})
        return self._merged[title]


def _open_book(file: WorkbookFile) -> Any:
    from openpyxl import load_workbook

    with file.damage_told("the workbook cannot be read"):
        book = load_workbook(file.stream(), read_only=True, data_only=True)
    for worksheet in book.worksheets:
        # What a sheet says about its own size is often wrong; without it rows end where their cells do.
        with suppress(AttributeError):
            worksheet.reset_dimensions()
    return book


def _trimmed(cells: Sequence[Any]) -> Sequence[Any]:
    """Formatted but empty columns may go on to the last one Excel has."""
    last = next((index + 1 for index in reversed(range(len(cells))) if cells[index] is not None), 0)
    return cells[:last]


def _inside(names: tuple[str, ...], rows: Sequence[Sequence[Any]], header: int | None) -> tuple[str, ...]:
    """Names of columns that are empty from the header down belong to no table that starts further right."""
    body = rows[header:] if header is not None else rows
    used = {index for row in body for index, cell in enumerate(row) if cell not in (None, "")}
    return tuple(name if index in used else "" for index, name in enumerate(names))
