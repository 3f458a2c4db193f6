"""What the columns of each platform's files mean: read from the mapping files beside this module."""

import json
import unicodedata
from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from chalicelib.domain.data_sync.reading.texts import DateOrder

FieldType = Literal["text", "id", "number", "moment"]
GENERIC = "generic"
ANY = "auto"
_FOLDER = Path(__file__).parent / "mappings"


@dataclass(frozen=True)
class Part:
    """A second value written into the same cell, such as `131.77(refunded 89.84)`."""

    name: str
    pattern: str
    """Its one group is the value; what it matches is taken out of the cell."""
    type: FieldType


@dataclass(frozen=True)
class Field:
    name: str
    type: FieldType
    headings: tuple[str, ...]
    """What platforms call it, in any case and spacing."""
    required: bool = False
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Mapping:
    name: str
    platform: str
    kind: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    """The fields that tell one row from another; none: its whole content does."""
    numbered: bool = False
    """Rows with one key are several things, told apart by a number; else they are one thing and the newest counts."""
    business_time: str = ""
    date_order: DateOrder = "mdy"
    """Only where no date of the file says which it is."""
    empty: tuple[str, ...] = ()
    """What the platform writes for nothing."""


LEAST_FIELDS, LEAST_SHARE = 2, 0.6
"""Columns that a mapping must know: so many, and this share of what the best one knows."""


@dataclass(frozen=True)
class Binding:
    """A mapping laid over the columns of one table."""

    mapping: Mapping
    fields: tuple[tuple[int, Field], ...]
    """The columns that the mapping knows, by position."""
    others: tuple[tuple[int, str], ...]
    """The rest, kept as text under their own names."""
    chosen_key: bool = False
    """Whether the key is the person's own choice."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Required fields that have no column."""
        there = {field.name for _, field in self.fields}
        return tuple(field.name for field in self.mapping.fields if field.required and field.name not in there)


def plain_name(name: str) -> str:
    """Equal for names that differ in case, width, spacing and punctuation only."""
    return "".join(c for c in unicodedata.normalize("NFKC", name).casefold() if c.isalnum())


def known_names(names: Sequence[str]) -> int:
    """How many of these some one mapping knows; that of the best one."""
    plain = {plain_name(name) for name in names} - {""}
    return max((len(plain & headings) for headings in _headings().values()), default=0)


def choose(columns: Sequence[str], *, platform: str = ANY, kind: str = ANY) -> Binding:
    """The mapping that knows most of the columns and has all it requires; what was asked for tips the balance.

    Where another one that lacks something required knows far more of them, the table is of its kind, and would lose
    rows under the key of a lesser one: then nothing is assumed.
    """

    def fitness(binding: Binding) -> tuple[bool, bool, int]:
        mapping = binding.mapping
        return (platform == mapping.platform, kind == mapping.kind, len(binding.fields))

    bound = [bind(mapping, columns) for mapping in mappings().values() if mapping.name != GENERIC]
    least = max(LEAST_FIELDS, LEAST_SHARE * max(len(binding.fields) for binding in bound))
    fitting = [binding for binding in bound if not binding.missing and len(binding.fields) >= least]
    return max(fitting, key=fitness) if fitting else bind(mappings()[GENERIC], columns)


def bind(mapping: Mapping, columns: Sequence[str]) -> Binding:
    names = {plain_name(heading): field for field in mapping.fields for heading in field.headings}
    fields: list[tuple[int, Field]] = []
    others: list[tuple[int, str]] = []
    taken: set[str] = set()
    for index, column in enumerate(columns):
        field = names.get(plain_name(column))
        if field is not None and field.name not in taken:
            taken.add(field.name)
            fields.append((index, field))
        elif column:
            others.append((index, _other_name(column, mapping)))
    return Binding(mapping, tuple(fields), tuple(others))


def with_key(binding: Binding, key: Sequence[str]) -> Binding | None:
    """The binding with another natural key, given by the names of fields or columns; None where one is unknown."""
    by_name = {field.name: field.name for _, field in binding.fields} | {name: name for _, name in binding.others}
    if any(name not in by_name for name in key):
        return None
    values: dict[str, Any] = {**vars(binding.mapping), "key": tuple(key), "numbered": False}
    return Binding(Mapping(**values), binding.fields, binding.others, chosen_key=True)


@cache
def mappings() -> Dictionary[str, Mapping]:
    found = (_read(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(_FOLDER.glob("*.json")))
    return {mapping.name: mapping for mapping in found}


@cache
def _headings() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(plain_name(heading) for field in mapping.fields for heading in field.headings)
        for name, mapping in mappings().items()
    }


def _read(body: dict[str, Any]) -> Mapping:
    fields = tuple(
        Field(
            name=name,
            type=told["type"],
            headings=tuple(told["headings"]),
            required=told.get("required", False),
            parts=tuple(Part(**part) for part in told.get("parts", ())),
        )
        for name, told in body.pop("fields").items()
    )
    body.pop("about")
    key, empty = tuple(body.pop("key")), tuple(body.pop("empty", ()))
    return Mapping(fields=fields, key=key, empty=empty, **body)


def _other_name(column: str, mapping: Mapping) -> str:
    """A column of the file never hides a field of the mapping."""
    return f"{column} (column)" if column in {field.name for field in mapping.fields} else column
