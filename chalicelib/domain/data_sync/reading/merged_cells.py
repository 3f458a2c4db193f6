"""Merged cells of a sheet: the value stands in the first one only and holds for all below it."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree import ElementTree

BLOCK_BYTES = 256 * 1024
MOST_RANGES = 100_000
_RANGE = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class MergedCells:
    """Fills cells that are merged downwards. Sideways nothing is filled: a title is no value of every column."""

    def __init__(self, last_rows: Mapping[tuple[int, int], int]) -> None:
        self._last_rows = last_rows
        """The last row of each merged range, by the row and column of its first cell."""
        self._columns_by_row: dict[int, list[int]] = {}
        for row, column in last_rows:
            self._columns_by_row.setdefault(row, []).append(column)
        self._open: dict[int, tuple[int, Any]] = {}

    @classmethod
    def read(cls, archive: zipfile.ZipFile, path: str) -> "MergedCells":
        """The ranges stand behind all rows of the sheet: found by unpacking it once, without parsing."""
        ranges: dict[tuple[int, int], int] = {}
        rest = b""
        with archive.open(path) as sheet:
            while block := sheet.read(BLOCK_BYTES):
                for found in _RANGE.finditer(rest + block):
                    first_row, last_row = int(found[2]), int(found[4])
                    if last_row > first_row and len(ranges) < MOST_RANGES:
                        ranges[first_row, _column(found[1])] = last_row
                rest = block[-128:]
        return cls(ranges)

    def filled(self, row: int, cells: Sequence[Any]) -> Sequence[Any]:
        if not self._last_rows:
            return cells
        if row == 1:
            self._open.clear()
        self._open = {column: kept for column, kept in self._open.items() if kept[0] >= row}
        for column in self._columns_by_row.get(row, ()):
            if column < len(cells):
                self._open[column] = (self._last_rows[row, column], cells[column])
        if not self._open:
            return cells
        filled = list(cells) + [None] * (max(self._open) + 1 - len(cells))
        for column, (_, value) in self._open.items():
            filled[column] = value if filled[column] is None else filled[column]
        return filled


def sheet_paths(archive: zipfile.ZipFile) -> dict[str, str]:
    """Where in the archive each sheet is, by title; nothing for a workbook that says it in another way."""
    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError, zipfile.BadZipFile):
        return {}
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    found = {
        sheet.get("name", ""): targets.get(sheet.get(_RELATION), "")
        for sheet in book.iter()
        if sheet.tag.endswith("}sheet")
    }
    names = set(archive.namelist())
    paths = {title: target.lstrip("/") if target.startswith("/") else f"xl/{target}" for title, target in found.items()}
    return {title: path for title, path in paths.items() if path in names}


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
