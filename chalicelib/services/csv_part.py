"""Rows of a dataset as a part of a csv file that fits into one answer."""

import csv
import json
import re
from collections.abc import Sequence
from typing import Any

from chalicelib.domain.ports.data_sync import StoredRow

MOST_BYTES = 4 * 1024 * 1024
"""An answer of a Lambda function is 6 MB at most, headers and all."""
_FORMULA = re.compile(r"[\s\x00-\x1f\ufeff]*[=+\-@＝＋－＠]|[\t\r\n]")
_NEGATIVE = re.compile(r"-\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?")


class CsvPart:
    """Counts its bytes as they are in the JSON that a function answers with, where a character may take twelve."""

    def __init__(self, columns: Sequence[str], *, begins: bool) -> None:
        self.rows = 0
        self._columns = columns
        self._lines: list[str] = []
        self._bytes = 0
        self._writer = csv.writer(self)
        self._line = ""
        if begins:
            self._writer.writerow([harmless(name) for name in ("row_key", *columns)])
            self._keep()

    @property
    def text(self) -> str:
        return "".join(self._lines)

    def take(self, row: StoredRow) -> bool:
        """False where it does not fit any more. The first always does."""
        self._writer.writerow([harmless(row.key), *(harmless(row.values.get(name)) for name in self._columns)])
        if self.rows and self._bytes + self._size > MOST_BYTES:
            return False
        self._keep()
        self.rows += 1
        return True

    def write(self, line: str) -> None:
        """What the csv writer calls, once for each row."""
        self._line = line

    @property
    def _size(self) -> int:
        return len(json.dumps(self._line)) - 2

    def _keep(self) -> None:
        self._lines.append(self._line)
        self._bytes += self._size


def harmless(value: Any) -> str:
    """Numbers stay numbers; text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if value is None:
        return ""
    text = str(value)
    is_formula = isinstance(value, str) and _FORMULA.match(text) and not _NEGATIVE.fullmatch(text)
    return f"'{text}" if is_formula else text
