"""What a report is made of, whatever it is written as."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_ROWS = 300
"""A person reads no longer table; the analysis itself has everything."""


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Quote:
    """A sentence of a document and where it stands."""

    sentence: str
    where: str


@dataclass(frozen=True)
class Item:
    """A point with the sentences it rests on."""

    text: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Items:
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Table:
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Part = Heading | Paragraph | Items | Table


@dataclass(frozen=True)
class Report:
    title: str
    language: str
    parts: tuple[Part, ...]


def shortened(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[tuple[str, ...], ...], int]:
    """The first rows, and how many were left out."""
    return tuple(rows[:MOST_ROWS]), max(0, len(rows) - MOST_ROWS)
