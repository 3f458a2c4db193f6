"""Tables in workbooks: each visible sheet, wherever its table starts, with merged cells filled."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import IO, Any, cast

from chalicelib.domain.data_sync.reading.header import (
    ROWS_LOOKED_AT,
    KnownNames,
    column_names,
    find_header,
    width_of,
)
from chalicelib.domain.data_sync.reading.merged_cells import MergedCells, sheet_paths
from chalicelib.domain.data_sync.reading.table import MOST_COLUMNS, Note, Sheet, SourceRow
from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.data_sync import StoredFile

LARGEST_STRINGS_BYTES = 256 * 1024 * 1024
LARGEST_SHEET_BYTES = 4 * 1024 * 1024 * 1024
BUFFER_BYTES = 256 * 1024


class ExcelTable:
    """Read row by row; a workbook's common texts are the only part held in memory."""

    def __init__(self, file: StoredFile, known: KnownNames) -> None:
        self._archive = _open_archive(file)
        self._book = _open_book(file)
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
                self.notes.append(Note("hidden_sheet", f"sheet {worksheet.title!r} is hidden and was not read"))
                continue
            numbered = list(islice(self._raw_rows(index), 2 * ROWS_LOOKED_AT))
            rows = [cells for _, cells in numbered]
            width = width_of(rows)
            if width == 0:
                self.notes.append(Note("empty_sheet", f"sheet {worksheet.title!r} is empty"))
                continue
            header = find_header(rows, known)
            body = rows if header is None else rows[header + 1 :]
            names = _inside(column_names(rows[header] if header is not None else (), width), rows, header)
            del body
            yield Sheet(index, worksheet.title, numbered[header][0] if header is not None else 0, names)

    def _raw_rows(self, index: int) -> Iterator[tuple[int, Sequence[Any]]]:
        worksheet = self._book.worksheets[index]
        merged = self._merged_cells(worksheet.title)
        try:
            for number, cells in enumerate(worksheet.iter_rows(values_only=True), start=1):
                if len(cells) > MOST_COLUMNS:
                    cells = _trimmed(cells)
                yield number, merged.filled(number, cells)
        except (ValueError, KeyError, OSError, zipfile.BadZipFile, SyntaxError, EOFError) as error:
            raise SourceUnreadableError(f"sheet {worksheet.title!r} is damaged: {error}") from error

    def _merged_cells(self, title: str) -> MergedCells:
        if title not in self._merged:
            path = sheet_paths(self._archive).get(title)
            self._merged[title] = MergedCells.read(self._archive, path) if path else MergedCells({})
        return self._merged[title]


class _Stream(io.RawIOBase):
    """A stored file as the seekable stream that zip archives are read from."""

    def __init__(self, file: StoredFile) -> None:
        self._file = file
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._file.size_bytes}[whence]
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: Any) -> int:
        block = self._file.read(self._at, len(buffer)) if self._at < self._file.size_bytes else b""
        buffer[: len(block)] = block
        self._at += len(block)
        return len(block)


def _stream(file: StoredFile) -> IO[bytes]:
    return cast("IO[bytes]", io.BufferedReader(_Stream(file), BUFFER_BYTES))


def _open_archive(file: StoredFile) -> zipfile.ZipFile:
    """Raises SourceUnreadableError for what is no workbook, is damaged, or would unpack to more than memory holds."""
    try:
        archive = zipfile.ZipFile(_stream(file))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise SourceUnreadableError("the workbook is damaged or was cut off") from error
    sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
    if "xl/workbook.xml" not in sizes:
        raise SourceUnreadableError("the file is a zip archive but no Excel workbook (.xlsx)")
    for name, size in sizes.items():
        if size > (LARGEST_SHEET_BYTES if "/worksheets/" in name else LARGEST_STRINGS_BYTES):
            raise SourceUnreadableError(f"{name} in the workbook unpacks to {size:,} bytes, which is too much")
    return archive


def _open_book(file: StoredFile) -> Any:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(_stream(file), read_only=True, data_only=True)
    except (InvalidFileException, KeyError, ValueError, OSError, SyntaxError, TypeError, zipfile.BadZipFile) as error:
        raise SourceUnreadableError(f"the workbook cannot be read: {type(error).__name__}") from error
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
