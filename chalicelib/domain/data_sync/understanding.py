"""A file opened and understood: which of its sheets are read, and what their columns mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chalicelib.domain.data_sync.mapping import Binding, choose, known_names, with_key
from chalicelib.domain.data_sync.reading.open_table import open_table
from chalicelib.domain.data_sync.reading.table import Note, Sheet, SourceRow, Table
from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.data_sync import StoredFile


@dataclass(frozen=True)
class Understood:
    table: Table
    parts: tuple[tuple[Sheet, Binding], ...]
    """The sheets that hold the same kind of rows."""
    notes: tuple[Note, ...]

    @property
    def binding(self) -> Binding:
        return self.parts[0][1]

    @property
    def columns(self) -> tuple[str, ...]:
        return self.parts[0][0].names

    def rows(self, start: JsonObject | None = None) -> Iterator[tuple[int, SourceRow]]:
        """Each with the number of its part; from a position on, if one is given."""
        for number, (sheet, _) in enumerate(self.parts):
            if start and sheet.index < start.get("sheet", 0):
                continue
            here = start if start and sheet.index == start.get("sheet", 0) else None
            for row in self.table.rows(sheet, here):
                yield number, row


def understand(file: StoredFile, *, platform: str, kind: str, key_columns: Sequence[str] = ()) -> Understood:
    """Raises SourceUnreadableError."""
    table = open_table(file, known_names)
    bound = [(sheet, _bound(sheet, platform, kind, key_columns)) for sheet in table.sheets]
    first = max(bound, key=lambda pair: (len(pair[1].fields), -pair[0].index))
    parts = tuple(pair for pair in bound if _alike(pair, first))
    left_out = [sheet for sheet, _ in bound if sheet.index not in {part.index for part, _ in parts}]
    notes = [_other_sheet(sheet.name, first[0].name) for sheet in left_out]
    if first[0].header_row == 0:
        notes.append(Note("no_header", "no header was found; the columns are called by their position"))
    return Understood(table, parts, (*table.notes, *notes))


def _other_sheet(name: str, first: str) -> Note:
    detail = f"sheet {name!r} has other columns than {first!r} and was not read"
    return Note("other_sheet", detail, {"sheet": name, "first": first})


def _bound(sheet: Sheet, platform: str, kind: str, key_columns: Sequence[str]) -> Binding:
    binding = choose(sheet.columns, platform=platform, kind=kind)
    if not key_columns:
        return binding
    keyed = with_key(binding, key_columns)
    if keyed is None:
        raise SourceUnreadableError(f"not all of the key columns {', '.join(key_columns)} are in the file")
    return keyed


def _alike(one: tuple[Sheet, Binding], other: tuple[Sheet, Binding]) -> bool:
    if one[1].mapping.name != other[1].mapping.name:
        return False
    return bool(one[1].fields) or set(one[0].names) == set(other[0].names)
