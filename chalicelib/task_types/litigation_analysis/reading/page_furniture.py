"""What stands on pages without belonging to the text: page numbers, filing stamps, fax lines, running heads."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

_NUMBER = re.compile(r"\d+")
_PAGE_LINE = re.compile(
    r"""\s*(?:
      [-–—]?\s*\d{1,4}\s*[-–—]?                                   # -12-
    | (?:page|p\.|seite)\s*\d{1,4}(?:\s*(?:of|/|von)\s*\d{1,4})?  # Page 2 of 24
    | \d{1,4}\s*/\s*\d{1,4}
    | 第\s*\d{1,4}\s*页\s*[,，/]?\s*(?:共\s*\d{1,4}\s*页)?
    | case\s+\d+:\d\d-\w+-\d+.*\bpage\s+\d+\s+of\s+\d+            # the stamp of a court's electronic filing
    | .{0,60}\bpage\s+\d{1,3}\s*/\s*\d{1,3}\b.{0,40}\bfax\b.*     # a fax machine's own line
    | .{0,40}\bfax\b.{0,60}\bpage\s+\d{1,3}\s*/\s*\d{1,3}\b.*
    )\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_ITEM = re.compile(r"\s*(?:\d{1,3}[.)、．]|[(（]\w{1,4}[)）])\s*\S")
_SENTENCE_END = re.compile(r"[.!?;:。！？；：][\"'”’)）]*\s*$")
_MONEY = re.compile(r"[$€£¥￥元]|\b(?:USD|EUR|GBP|CNY|RMB)\b")
EDGE_LINES = 5
LEAST_REPEATS = 3
LONGEST_REPEATED, LONGEST_COUNTING = 160, 80
"""A line that repeats word for word is a running head even when it is long; one that counts is a short one."""
LEAST_COUNTED = 4
MOST_PAGE_LINES_SHARE = 0.5


def without_page_furniture(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The pages' lines without what repeats at their edges and without page numbers."""
    heads = _running_heads(pages)
    return [_without_furniture(page, heads) for page in pages]


def without_page_lines(lines: Sequence[str]) -> list[str]:
    """For text without pages: page numbers between the lines, and lines that differ only by a number that counts."""
    counting = _counting_shapes(lines)
    page_lines = [_is_page_line(line) or (_shape(line) in counting and _may_count(line)) for line in lines]
    if sum(page_lines) > MOST_PAGE_LINES_SHARE * sum(bool(line.strip()) for line in lines):
        return list(lines)
    return [line for line, is_page_line in zip(lines, page_lines, strict=True) if not is_page_line]


def _without_furniture(page: Sequence[str], heads: frozenset[str]) -> list[str]:
    """A page of which nothing would be left is no page of furniture, but one of a form."""
    filled = [number for number, line in enumerate(page) if line.strip()]
    edges = {*filled[:EDGE_LINES], *filled[-EDGE_LINES:]}
    kept = [
        line
        for place, line in enumerate(page)
        if place not in edges or not (_is_page_line(line) or _is_running_head(line, heads))
    ]
    return kept if any(line.strip() for line in kept) else list(page)


def _is_running_head(line: str, heads: frozenset[str]) -> bool:
    return _words(line) in heads or (_shape(line) in heads and _may_count(line))


def _is_page_line(line: str) -> bool:
    return bool(_PAGE_LINE.fullmatch(line)) and bool(line.strip())


def _may_count(line: str) -> bool:
    """Whether a line whose numbers change from page to page can be furniture: no item, no sentence, no sum."""
    text = line.strip()
    return len(text) <= LONGEST_COUNTING and not (
        _ITEM.match(text) or _SENTENCE_END.search(text) or _MONEY.search(text)
    )


def _running_heads(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Lines at the edges of at least three pages and of a third of them: the same, or alike but for their numbers."""
    seen: dict[str, int] = defaultdict(int)
    for page in pages:
        filled = [line for line in page if line.strip()]
        edges = (*filled[:EDGE_LINES], *filled[-EDGE_LINES:])
        for key in {_words(line) for line in edges} | {_shape(line) for line in edges}:
            seen[key] += len(key) <= LONGEST_REPEATED
    needed = max(LEAST_REPEATS, len(pages) / 3)
    return frozenset(key for key, count in seen.items() if count >= needed)


def _counting_shapes(lines: Sequence[str]) -> frozenset[str]:
    numbers: dict[str, list[list[int]]] = defaultdict(list)
    for line in lines:
        if 0 < len(line.strip()) <= LONGEST_COUNTING and (found := _NUMBER.findall(line)):
            numbers[_shape(line)].append([int(number) for number in found])
    return frozenset(shape for shape, rows in numbers.items() if len(shape) > len("#") * 3 and _counts_up(rows))


def _counts_up(rows: list[list[int]]) -> bool:
    """Whether one of the numbers is a page's: it goes up by one, nearly always."""
    if len(rows) < LEAST_COUNTED:
        return False
    for column in zip(*rows, strict=True):
        steps = [after - before for before, after in pairwise(column)]
        if steps.count(1) >= 0.8 * len(steps):
            return True
    return False


def _words(line: str) -> str:
    return " ".join(line.split()).casefold()


def _shape(line: str) -> str:
    return _NUMBER.sub("#", _words(line))
