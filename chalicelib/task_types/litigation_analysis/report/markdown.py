"""A report as Markdown."""

import re
from collections.abc import Iterator

from chalicelib.domain.json_types import JsonObject
from chalicelib.task_types.litigation_analysis.report.outline import (
    Heading,
    Item,
    Items,
    Paragraph,
    Part,
    Report,
    Table,
)
from chalicelib.task_types.litigation_analysis.report.reporting import report_of

_SPECIAL = re.compile(r"([\\`*\[\]<>|]|(?<![^\W_])_|_(?![^\W_]))")
"""An underscore within a word, as in file names, is none."""
_BEGINS_BLOCK = re.compile(r"^(\d*)([#+\-=.)])(?=\s|$)")


def as_markdown(result: JsonObject) -> str:
    report = report_of(result)
    return "\n".join(_lines(report)).strip() + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# {_plain(report.title)}"
    for part in report.parts:
        yield ""
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    if isinstance(part, Heading):
        yield f"{'#' * part.level} {_plain(part.text)}"
    elif isinstance(part, Paragraph):
        yield "\n\n".join(_paragraph(line) for line in part.text.split("\n") if line.strip())
    elif isinstance(part, Table):
        yield _row(part.head)
        yield "|" + "---|" * len(part.head)
        yield from (_row(row) for row in part.rows)
    else:
        yield from _items(part)


def _items(part: Items) -> Iterator[str]:
    for item in part.items:
        yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    yield f"- {_paragraph(item.text)}"
    for number, quote in enumerate(item.quotes):
        if number:
            yield "  >"
        yield f"  > {_paragraph(quote.sentence)} — *{_plain(quote.where)}*"


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(_plain(cell) for cell in cells) + " |"


def _paragraph(text: str) -> str:
    return _BEGINS_BLOCK.sub(r"\1\\\2", _plain(text))


def _plain(text: str) -> str:
    """Nothing in a document's words becomes markup, and no line ends in a cell."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
