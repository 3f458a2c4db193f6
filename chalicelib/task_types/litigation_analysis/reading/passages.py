"""What goes into a reader and what comes out: bytes with a name, passages with a place."""

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[int, int], None]
"""Told how many pages of how many are read; may raise to stop the reading."""


@dataclass(frozen=True)
class Source:
    """A document as it was brought."""

    document_id: str
    name: str
    data: bytes


@dataclass(frozen=True)
class Passage:
    """A paragraph and where it stands: on a page, in a table's row, in a document without either."""

    text: str
    page: int | None = None
    row: tuple[int, int] | None = None
    """Number of the table and of its row."""


@dataclass(frozen=True)
class Reading:
    """What a reader of one kind of file found."""

    passages: list[Passage]
    pages: int | None = None
    pages_without_text: tuple[int, ...] = ()
