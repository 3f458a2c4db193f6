"""What was found wrong with a file: counted in full, with the first few rows named."""

from dataclasses import dataclass, field

from chalicelib.domain.data_sync.shaping import REJECTING, ShapedRow
from chalicelib.domain.json_types import JsonObject

MOST_ROWS_NAMED = 20

SENTENCES = {
    "missing_key": "a required value is missing",
    "bad_date": "a required date cannot be read",
    "bad_number": "a required number cannot be read",
    "bad_date_optional": "a date cannot be read; it is kept as it was written",
    "bad_number_optional": "a number cannot be read; it is kept as it was written",
    "too_many_cells": "the row has more cells than the header",
    "too_few_cells": "the row has fewer cells than the header; the missing ones count as empty",
    "cut_row": "the file ends in the middle of this row",
    "unclosed_quote": "a quotation mark is never closed, up to the end of the file",
    "row_too_large": "the row is too large to be stored",
    "exact_duplicate": "the row is there several times, the same in every cell",
    "repeated_key": "the key is there several times; the newest row counts",
    "outlier": "the number is far away from the others of its column",
}
WEIGHTS = {
    **dict.fromkeys(REJECTING, 1.0),
    "bad_date_optional": 0.4,
    "bad_number_optional": 0.4,
    "too_few_cells": 0.2,
    "repeated_key": 0.2,
    "exact_duplicate": 0.1,
    "outlier": 0.05,
}


@dataclass
class Finding:
    code: str
    column: str
    count: int = 0
    rows: list[int] = field(default_factory=list)
    example: str = ""

    def to_json(self) -> JsonObject:
        return {
            "code": self.code,
            "severity": "error" if self.code in REJECTING else "warning",
            "detail": SENTENCES[self.code],
            "column": self.column or None,
            "count": self.count,
            "rows": self.rows,
            "example": self.example or None,
        }


class Findings:
    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Finding] = {}
        self._rows_by_code: dict[str, int] = {}

    def add_row(self, row: ShapedRow) -> None:
        for problem in row.problems:
            self.add(problem.code, row.number, column=problem.column, example=problem.found)
        for code in {problem.code for problem in row.problems}:
            self._rows_by_code[code] = self._rows_by_code.get(code, 0) + 1

    def add_once(self, code: str, number: int, *, example: str) -> None:
        """Something about a row that only shows beside other rows."""
        self.add(code, number, column="", example=example)
        self._rows_by_code[code] = self._rows_by_code.get(code, 0) + 1

    def add(self, code: str, number: int, *, column: str, example: str) -> None:
        finding = self._found.setdefault((code, column), Finding(code, column))
        finding.count += 1
        finding.example = finding.example or example
        if len(finding.rows) < MOST_ROWS_NAMED:
            finding.rows.append(number)

    def rows_with(self, code: str) -> int:
        return self._rows_by_code.get(code, 0)

    def penalty(self, rows: int) -> float:
        """Points off for what is wrong with rows, by their share."""
        if not rows:
            return 0.0
        return 100 * sum(WEIGHTS[code] * count / rows for code, count in self._rows_by_code.items())

    def to_json(self) -> list[JsonObject]:
        worst_first = sorted(self._found.values(), key=lambda finding: (-WEIGHTS[finding.code], -finding.count))
        return [finding.to_json() for finding in worst_first]
