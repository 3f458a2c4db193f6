"""What every file of rows looks like once it is open, whatever its format."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Protocol

from chalicelib.domain.json_types import JsonObject

Cell = str | int | float | bool | datetime | date | time | timedelta | None
MOST_COLUMNS = 2000


@dataclass(frozen=True)
class SourceRow:
    number: int
    """Where it begins in its file or sheet, counted from 1 as editors and Excel do."""
    cells: Sequence[Cell]
    flaw: str = ""
    """What is wrong with the row as a whole: `cut_row`, `unclosed_quote`."""


@dataclass(frozen=True)
class Sheet:
    """One table: where its header is and what its columns are called. A csv file has one, without a name."""

    index: int
    name: str
    header_row: int
    """0 when there is no header."""
    columns: tuple[str, ...]
    """By position; empty for columns that are no part of the table."""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name in self.columns if name)


@dataclass(frozen=True)
class Note:
    """Something worth telling about the file as a whole."""

    code: str
    detail: str
    values: Mapping[str, str] = field(default_factory=dict)
    """What the detail names, so that it can be said in another language."""


class Table(Protocol):
    """An open file. `position` says where to go on after the row handed out last."""

    @property
    def sheets(self) -> Sequence[Sheet]: ...

    @property
    def notes(self) -> Sequence[Note]: ...

    @property
    def facts(self) -> JsonObject:
        """Format, encoding, delimiter: what a person wants to know about how it was read."""

    @property
    def position(self) -> JsonObject: ...

    def rows(self, sheet: Sheet, start: JsonObject | None = None) -> Iterator[SourceRow]:
        """The rows below the header, blank ones too."""


def text_of(cell: Any) -> str:
    """A cell as plain text, without the padding platforms put around it."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.strip(PADDING)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ") if cell.time() != time() else cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)


PADDING = " \t\r\n\f\v\u00a0\u3000\ufeff\u200b"
