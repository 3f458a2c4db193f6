"""Where a table's header is: below titles and notes, above the rows."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from chalicelib.domain.data_sync.reading.table import MOST_COLUMNS, text_of
from chalicelib.domain.data_sync.reading.texts import looks_like_value
from chalicelib.domain.errors import SourceUnreadableError

ROWS_LOOKED_AT = 200
LEAST_KNOWN_NAMES = 2
FILLED_SHARE = 0.6
STRAY_SHARE = 0.1

KnownNames = Callable[[Sequence[str]], int]
"""How many of these are column names that some mapping knows."""


def find_header(rows: Sequence[Sequence[Any]], known: KnownNames) -> int | None:
    """Its index among the first rows; None when the table begins without one.

    Names that a mapping knows decide; without them it is the first row of distinct words that is as wide as the table.
    """
    texts = [[text_of(cell) for cell in row] for row in rows[:ROWS_LOOKED_AT]]
    hits = [known(row) for row in texts]
    if hits and max(hits) >= LEAST_KNOWN_NAMES:
        return hits.index(max(hits))
    width = _usual_width(texts)
    return next((index for index, row in enumerate(texts) if _could_be_header(row, width)), None)


def column_names(header: Sequence[Any], width: int) -> tuple[str, ...]:
    """A name for each of the columns, none for those outside the table; two of one name are told apart.

    Raises SourceUnreadableError for more columns than anybody's table has.
    """
    if max(width, len(header)) > MOST_COLUMNS:
        raise SourceUnreadableError(
            f"the table has {max(width, len(header)):,} columns; at most {MOST_COLUMNS:,} are taken"
        )
    texts = [" ".join(text_of(cell).split()) for cell in header]
    texts += [""] * (width - len(texts))
    filled = [index for index, text in enumerate(texts) if text]
    first, last = (filled[0], filled[-1]) if filled else (0, width - 1)
    names: list[str] = []
    seen: Counter[str] = Counter()
    for index, text in enumerate(texts):
        outside = not text and not (first <= index <= last) and index >= width
        name = "" if outside else text or f"column_{index + 1}"
        seen[name] += 1
        names.append(f"{name}_{seen[name]}" if name and seen[name] > 1 else name)
    return tuple(names)


def width_of(rows: Sequence[Sequence[Any]]) -> int:
    """Up to the last column that a good part of the rows fills: a single row with too many cells widens no table."""
    lasts = sorted((last for row in rows if (last := _last_filled(row))), reverse=True)
    return lasts[int(len(lasts) * STRAY_SHARE)] if lasts else 0


def _last_filled(row: Sequence[Any]) -> int:
    return next((index + 1 for index in reversed(range(len(row))) if text_of(row[index])), 0)


def _usual_width(rows: Sequence[Sequence[str]]) -> int:
    """Of the rows with more than one cell filled."""
    widths = Counter(filled for row in rows if (filled := sum(map(bool, row))) > 1)
    return max(widths, key=lambda width: (widths[width] * width, width)) if widths else 1


def _could_be_header(row: Sequence[str], width: int) -> bool:
    filled = [text for text in row if text]
    if not filled or len(filled) < FILLED_SHARE * width:
        return False
    return len({text.lower() for text in filled}) > 0.8 * len(filled) and not any(map(looks_like_value, filled))
