"""How a file writes its numbers and dates: decided on whole columns, never on a single cell."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Self

from chalicelib.domain.data_sync.mapping import Binding
from chalicelib.domain.data_sync.outliers import Bounds, Sample
from chalicelib.domain.data_sync.reading.table import Cell, text_of
from chalicelib.domain.data_sync.reading.texts import (
    DateOrder,
    DecimalMark,
    date_evidence,
    decimal_evidence,
    parse_moment,
    parse_number,
)
from chalicelib.domain.json_types import JsonObject

ROWS_INFERRED_FROM = 2000
TYPED_SHARE = 0.95


@dataclass(frozen=True)
class Conventions:
    """By field name."""

    decimal_marks: dict[str, DecimalMark]
    date_orders: dict[str, DateOrder]
    undecided_dates: tuple[str, ...]
    """Fields whose dates could be read either way, all of them."""
    bounds: dict[str, Bounds]
    """Beyond these a number is an outlier."""
    other_types: dict[str, str]
    """What the columns that no mapping knows seem to hold."""

    def to_json(self) -> JsonObject:
        return asdict(self)

    @classmethod
    def from_json(cls, body: JsonObject) -> Self:
        bounds = {name: Bounds(**limits) for name, limits in body["bounds"].items()}
        return cls(**{**body, "bounds": bounds, "undecided_dates": tuple(body["undecided_dates"])})


@dataclass
class _Column:
    first: int = 0
    second: int = 0
    sample: Sample = field(default_factory=Sample)
    numeric: int = 0
    moments: int = 0
    filled: int = 0


class Survey:
    """Looks at every row once, before any of them is understood."""

    def __init__(self, binding: Binding) -> None:
        self._binding = binding
        self._numbers = {index: f.name for index, f in binding.fields if f.type == "number"}
        self._moments = {index: f.name for index, f in binding.fields if f.type == "moment"}
        self._columns: dict[str, _Column] = {name: _Column() for _, name in binding.others}
        for name in (*self._numbers.values(), *self._moments.values()):
            self._columns[name] = _Column()
        self.rows = 0

    def look(self, cells: Sequence[Cell]) -> None:
        self.rows += 1
        for index, name in self._numbers.items():
            if index < len(cells) and (cell := cells[index]) not in (None, ""):
                self._look_at_number(self._columns[name], cell)
        for index, name in self._moments.items():
            cell = cells[index] if index < len(cells) else None
            if isinstance(cell, str) and (evidence := date_evidence(cell.strip())):
                self._add(self._columns[name], evidence)
        if self.rows <= ROWS_INFERRED_FROM:
            self._look_at_others(cells)

    def conclude(self) -> Conventions:
        mapping = self._binding.mapping
        mark: DecimalMark = (
            "," if self._total(self._numbers.values(), second=True) > self._total(self._numbers.values()) else "."
        )
        order = self._order(self._total(self._moments.values()), self._total(self._moments.values(), second=True))
        marks = {name: self._mark(self._columns[name], mark) for name in self._numbers.values()}
        orders: dict[str, DateOrder] = {}
        for name in self._moments.values():
            seen = self._columns[name]
            orders[name] = self._order(seen.first, seen.second) or order or mapping.date_order
        undecided = tuple(name for name in self._moments.values() if order is None and self._columns[name].moments)
        bounds = {name: self._columns[name].sample.bounds(marks[name]) for name in marks}
        return Conventions(
            decimal_marks=marks,
            date_orders=orders,
            undecided_dates=undecided,
            bounds={name: limits for name, limits in bounds.items() if limits is not None},
            other_types={name: _seems(self._columns[name]) for _, name in self._binding.others},
        )

    def _look_at_number(self, column: _Column, cell: Cell) -> None:
        text = cell.strip() if isinstance(cell, str) else str(cell)
        if isinstance(cell, str):
            self._add(column, decimal_evidence(text))
        column.sample.add(text)

    def _look_at_others(self, cells: Sequence[Cell]) -> None:
        for index, name in self._binding.others:
            if index < len(cells) and (text := text_of(cells[index])):
                column = self._columns[name]
                column.filled += 1
                column.numeric += parse_number(text, ".") is not None
                column.moments += isinstance(cells[index], datetime | date) or parse_moment(text, "mdy") is not None

    @staticmethod
    def _add(column: _Column, evidence: tuple[int, int]) -> None:
        column.first += evidence[0]
        column.second += evidence[1]
        column.moments += 1

    @staticmethod
    def _mark(column: _Column, usual: DecimalMark) -> DecimalMark:
        if column.first == column.second:
            return usual
        return "," if column.second > column.first else "."

    @staticmethod
    def _order(day_first: int, month_first: int) -> DateOrder | None:
        if day_first == month_first:
            return None
        return "dmy" if day_first > month_first else "mdy"

    def _total(self, names: Iterable[str], *, second: bool = False) -> int:
        return sum(self._columns[name].second if second else self._columns[name].first for name in names)


def _seems(column: _Column) -> str:
    if not column.filled:
        return "empty"
    if column.moments >= TYPED_SHARE * column.filled:
        return "moment"
    return "number" if column.numeric >= TYPED_SHARE * column.filled else "text"
