"""A row of a file turned into what is stored: named values, a natural key, a hash of the content."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from chalicelib.domain.data_sync.conventions import Conventions
from chalicelib.domain.data_sync.mapping import Binding, Field, FieldType
from chalicelib.domain.data_sync.reading.table import Cell, SourceRow, text_of
from chalicelib.domain.data_sync.reading.texts import moment_of, parse_moment, parse_number
from chalicelib.domain.json_types import JsonObject

LONGEST_KEY = 800
"""Characters; a sort key holds 1,024 bytes."""
LARGEST_ROW_BYTES = 300 * 1024
TOTAL_SHARE = 0.8
"""A row of sums leaves some cells empty."""
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_FLOATED = re.compile(r"(\d+)\.0")
_TOTALS = frozenset({"合计", "总计", "小计", "total", "grand total", "sum", "subtotal", "summe", "gesamt"})

REJECTING = frozenset(
    {"missing_key", "bad_date", "bad_number", "too_many_cells", "cut_row", "unclosed_quote", "row_too_large"}
)


@dataclass(frozen=True)
class Problem:
    code: str
    column: str = ""
    found: str = ""
    """What stands there, shortened."""

    @property
    def rejects(self) -> bool:
        return self.code in REJECTING


@dataclass(frozen=True)
class ShapedRow:
    number: int
    key: str
    """Not yet numbered where the mapping says that rows with one key are several things."""
    values: JsonObject
    content_hash: str
    time: str
    problems: tuple[Problem, ...] = ()
    size_bytes: int = 0
    """Of its values as JSON."""

    @property
    def rejected(self) -> bool:
        return any(problem.rejects for problem in self.problems)


class Shaper:
    def __init__(self, binding: Binding, header: Sequence[str], conventions: Conventions) -> None:
        self._binding = binding
        self._header = [name.casefold() for name in header]
        self._conventions = conventions
        self._first = next((index for index, name in enumerate(header) if name), 0)
        self._empty = frozenset(binding.mapping.empty)
        self._key_names = binding.mapping.key
        self._parts = {f.name: [(part, re.compile(part.pattern)) for part in f.parts] for _, f in binding.fields}

    def leave_out(self, row: SourceRow) -> str:
        """Why a row is no data: `blank`, `repeated_header`, `note`, `total`; nothing if it is."""
        filled = [(index, text) for index, cell in enumerate(row.cells) if (text := text_of(cell))]
        if not filled:
            return "blank"
        if len(filled) > 1 and self._repeats_header(filled):
            return "repeated_header"
        if filled[0][1].casefold().rstrip(":：") in _TOTALS and len(filled) < TOTAL_SHARE * len(self._header):
            return "total"
        alone = len(filled) == 1 and len(self._header) > 2 and filled[0][0] == self._first
        if alone and self._binding.fields and _reads_like_note(filled[0][1]):
            return "note"
        return ""

    def shape(self, row: SourceRow) -> ShapedRow:
        problems: list[Problem] = [Problem(row.flaw)] if row.flaw else []
        if any(text_of(cell) for cell in row.cells[len(self._header) :]):
            problems.append(Problem("too_many_cells", found=str(len(row.cells))))
        elif len(row.cells) < len(self._header) and isinstance(row.cells, list) and not row.flaw:
            problems.append(Problem("too_few_cells", found=str(len(row.cells))))
        values: JsonObject = {}
        for index, field in self._binding.fields:
            self._take(field, row.cells[index] if index < len(row.cells) else None, values, problems)
        for index, name in self._binding.others:
            if index < len(row.cells) and (text := text_of(row.cells[index])):
                values[name] = text
        return self._finished(row.number, values, problems)

    def _take(self, field: Field, cell: Cell, values: JsonObject, problems: list[Problem]) -> None:
        text = text_of(cell)
        if text in self._empty:
            text, cell = "", None
        for part, pattern in self._parts[field.name]:
            if found := pattern.search(text):
                text = cell = (text[: found.start()] + text[found.end() :]).strip()
                values[part.name] = self._value(part.type, field.name, found[1], found[1])
        value = self._value(field.type, field.name, text, cell) if text else None
        values[field.name] = value
        if value is None:
            self._explain(field, text, values, problems)
        elif isinstance(value, int | float) and not self._usual(field.name, value):
            problems.append(Problem("outlier", field.name, text[:60]))

    def _usual(self, name: str, value: float) -> bool:
        bounds = self._conventions.bounds.get(name)
        return bounds is None or bounds.admit(value)

    def _explain(self, field: Field, text: str, values: JsonObject, problems: list[Problem]) -> None:
        """A required value that is missing or wrong costs the row, any other is kept as it was written."""
        if text:
            code = "bad_date" if field.type == "moment" else "bad_number"
            values[f"{field.name}_as_written"] = text
            problems.append(Problem(code if field.required else f"{code}_optional", field.name, text[:60]))
        elif field.required:
            problems.append(Problem("missing_key", field.name))

    def _value(self, kind: FieldType, name: str, text: str, cell: Cell) -> Any:
        if kind == "number":
            if isinstance(cell, int | float) and not isinstance(cell, bool):
                return json_number(Decimal(str(cell))) if abs(cell) < 1e300 else None
            number = parse_number(text, self._conventions.decimal_marks.get(name, "."))
            return None if number is None else json_number(number)
        if kind == "moment":
            if isinstance(cell, datetime | date):
                return moment_of(cell)
            return parse_moment(text, self._conventions.date_orders.get(name, "mdy"))
        if kind == "id" and (floated := _FLOATED.fullmatch(text)):
            return floated[1]
        return text

    def _finished(self, number: int, values: JsonObject, problems: list[Problem]) -> ShapedRow:
        content = _ENCODER.encode(values).encode()
        if len(content) > LARGEST_ROW_BYTES:
            problems.append(Problem("row_too_large", found=f"{len(content):,} bytes"))
        digest = hashlib.blake2b(content, digest_size=16).hexdigest()
        key = row_key([values.get(name) for name in self._key_names]) if self._key_names else digest
        time = values.get(self._binding.mapping.business_time) or ""
        return ShapedRow(number, key, values, digest, time, tuple(problems), len(content))

    def _repeats_header(self, filled: Sequence[tuple[int, str]]) -> bool:
        return all(
            index < len(self._header) and " ".join(text.split()).casefold() == self._header[index]
            for index, text in filled
        )


def _reads_like_note(text: str) -> bool:
    """A sentence or a rule of dashes; an id that stands alone is a row without the rest."""
    return len(text) > 30 or " " in text or "：" in text or ":" in text or set(text) <= set("-=_*.#")


def row_key(parts: Sequence[Any]) -> str:
    """The parts with slashes between; what is too long for a sort key ends in a hash of it all."""
    text = "/".join("" if part is None else str(part).replace("%", "%25").replace("/", "%2F") for part in parts)
    if len(text.encode()) <= LONGEST_KEY:
        return text
    beginning = text.encode()[: LONGEST_KEY - 40].decode(errors="ignore")
    return f"{beginning}~{hashlib.sha256(text.encode()).hexdigest()[:32]}"


def json_number(number: Decimal) -> int | float | str:
    """Exactly the same number; as text where a JSON reader might lose digits."""
    if not number.is_finite() or abs(number) >= 10**15:
        return format(number, "f") if number.adjusted() < 60 else str(number)
    if number == number.to_integral_value():
        return int(number)
    return float(number) if Decimal(repr(float(number))) == number else format(number, "f")
