"""Tables in text files: the delimiter found, preamble passed over, rows with quoted line breaks kept whole."""

import csv
import math
from collections import Counter
from collections.abc import Iterator, Sequence

from chalicelib.domain.data_sync.reading.encoding import Encoding, find_encoding
from chalicelib.domain.data_sync.reading.header import (
    LEAST_KNOWN_NAMES,
    ROWS_LOOKED_AT,
    KnownNames,
    column_names,
    find_header,
    width_of,
)
from chalicelib.domain.data_sync.reading.lines import Lines
from chalicelib.domain.data_sync.reading.table import Note, Sheet, SourceRow
from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.data_sync import StoredFile

DELIMITERS = (",", "\t", ";", "|")
WIDEST_COUNTED = 50
STRANGE_SHARE = 0.02
LONGEST_FIELD = 131_072
"""The csv module's own limit: a quote that is never closed would otherwise swallow the rest of the file."""
LONGEST_RECORD = 4 * 1024 * 1024
SAMPLE_CHARACTERS = 4 * 1024 * 1024
CELLS_LOOKED_AT = 1_000_000
"""Few rows of great width tell as much as many."""


class TextTable:
    def __init__(self, file: StoredFile, known: KnownNames) -> None:
        self._file = file
        self._encoding: Encoding = find_encoding(file)
        self.notes: Sequence[Note] = self._encoding.notes
        self._delimiter, header = self._layout(known)
        self._lines = Lines(file, self._encoding)
        self._number = 0
        self.sheets: Sequence[Sheet] = (self._sheet(header),)

    @property
    def facts(self) -> JsonObject:
        names = {"\t": "tab"}
        return {
            "format": "tsv" if self._delimiter == "\t" else "csv",
            "encoding": self._encoding.name + ("-sig" if self._encoding.mark_bytes else ""),
            "delimiter": names.get(self._delimiter, self._delimiter),
        }

    @property
    def position(self) -> JsonObject:
        offset, line = self._lines.place
        return {"offset": offset, "line": line, "number": self._number}

    def rows(self, sheet: Sheet, start: JsonObject | None = None) -> Iterator[SourceRow]:
        """Raises SourceUnreadableError where a field has no end."""
        place = start or self._body
        self._lines = Lines(self._file, self._encoding, place["offset"], place["line"])
        self._number = place["number"]
        width = len(sheet.columns)
        for number, cells in self._records():
            flaw = self._flaw(cells, width) if self._lines.at_end else ""
            yield SourceRow(number, cells, flaw)

    def _records(self) -> Iterator[tuple[int, list[str]]]:
        """Each with the number of its first line."""
        first, watched = self._number, _Watched(self._lines)
        self._watched = watched
        reader = csv.reader(watched, delimiter=self._delimiter)
        while True:
            watched.begin_record()
            begins = first + reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise SourceUnreadableError(f"line {begins} cannot be read: {watched.explain(error)}") from error
            self._number = first + reader.line_num
            yield begins, cells

    def _flaw(self, cells: Sequence[str], width: int) -> str:
        """Of the last row: a file that was cut off ends in the middle of one."""
        if self._watched.quotes % 2 and "\n" in "".join(cells):
            return "unclosed_quote"
        if self._watched.last_line.endswith(("\n", "\r")) or not any(cells):
            return ""
        return "cut_row" if len(cells) < width or cells[-1].endswith("\ufffd") else ""

    def _layout(self, known: KnownNames) -> tuple[str, int | None]:
        """The delimiter, and the index of the record that is the header."""
        lines = Lines(self._file, self._encoding)
        sample = _sample(lines)
        _refuse_binary("".join(sample))
        tried = {delimiter: _split(sample, delimiter) for delimiter in DELIMITERS}
        found = {delimiter: find_header(records, known) for delimiter, records in tried.items()}

        def fit(delimiter: str) -> tuple[float, float]:
            records, header = tried[delimiter], found[delimiter]
            hits = known(records[header]) if header is not None else 0
            return (hits if hits >= LEAST_KNOWN_NAMES else 0, _evenness(records))

        best = max(DELIMITERS, key=fit)
        return best, found[best]

    def _sheet(self, header: int | None) -> Sheet:
        records: list[list[str]] = []
        places: list[JsonObject] = [self.position]
        numbers: list[int] = []
        looked_at = 0
        for number, cells in self._records():
            records.append(cells)
            numbers.append(number)
            places.append(self.position)
            looked_at += len(cells)
            if len(records) > ROWS_LOOKED_AT + (header or 0) or looked_at > CELLS_LOOKED_AT:
                break
        header = None if header is None else min(header, len(records) - 1)
        body = records[header + 1 :] if header is not None else records
        self._body = places[header + 1] if header is not None else places[0]
        names = column_names(records[header] if header is not None else (), width_of(body))
        row = numbers[header] if header is not None else 0
        return Sheet(0, "", row, names)


class _Watched:
    """The lines, counting quotes and characters as they go by."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self.last_line = ""
        self.begin_record()

    def begin_record(self) -> None:
        self.quotes = 0
        self._characters = 0

    def explain(self, error: csv.Error) -> str:
        if self.quotes % 2 or (self.quotes and self._characters > LONGEST_FIELD):
            return "a quotation mark is opened there and not closed"
        return str(error)

    def __iter__(self) -> "_Watched":
        return self

    def __next__(self) -> str:
        self.last_line = next(self._lines)
        self.quotes += self.last_line.count('"')
        self._characters += len(self.last_line)
        if self._characters > LONGEST_RECORD:
            raise csv.Error(f"a row of more than {LONGEST_RECORD:,} characters is no row of a table")
        return self.last_line


def _sample(lines: Lines) -> list[str]:
    sample: list[str] = []
    size = 0
    for line in lines:
        sample.append(line)
        size += len(line)
        if len(sample) >= ROWS_LOOKED_AT or size > SAMPLE_CHARACTERS:
            break
    return sample


def _refuse_binary(text: str) -> None:
    """Raises SourceUnreadableError for what was decoded to signs that nobody writes."""
    strange = sum(character < " " and character not in "\t\r\n\f\v" for character in text) + text.count("\ufffd")
    if strange > STRANGE_SHARE * len(text):
        raise SourceUnreadableError("the file is no text and no workbook")


def _split(sample: Sequence[str], delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(sample, delimiter=delimiter))
    except csv.Error:
        return []


def _evenness(records: Sequence[Sequence[str]]) -> float:
    """High where many records have the same number of cells, and more than one."""
    widths = Counter(len(record) for record in records if len(record) > 1)
    if not widths:
        return 0.0
    width, count = max(widths.items(), key=lambda pair: pair[0] * pair[1])
    return count / len(records) * math.log2(1 + min(width, WIDEST_COUNTED))
