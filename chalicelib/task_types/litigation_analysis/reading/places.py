"""How a reader finds a passage again: by page, article or paragraph number, by table row, or by counting."""

import re
from collections.abc import Sequence
from itertools import pairwise

from chalicelib.task_types.litigation_analysis.findings import Language
from chalicelib.task_types.litigation_analysis.reading.passages import Passage

_ARTICLE = re.compile(r"(第[〇零一二三四五六七八九十百千两\d]+条(?:之[一二三四五六七八九十]+)?)(?=[\s:：、.．]|$)")
_NUMBERED = re.compile(r"(\d{1,3})\.\s")
LEAST_ARTICLES = 3
"""Fewer are quotations of a statute, not the document's own order."""
LEAST_NUMBERED = 10
"""Fewer are a list within the document, not its own order."""
MOST_OUT_OF_ORDER = 0.1


def labels(passages: Sequence[Passage], language: Language) -> list[str]:
    own = _articles(passages) if language == "zh" else _numbers(passages)
    found: list[str] = []
    counted = 0
    for passage, label in zip(passages, own, strict=True):
        counted += passage.row is None
        found.append(label if label and passage.page is None else _label(passage, counted, language))
    return found


def _label(passage: Passage, counted: int, language: Language) -> str:
    if passage.page is not None:
        return f"第{passage.page}页" if language == "zh" else f"p. {passage.page}"
    if passage.row is not None:
        table, row = passage.row
        return f"表{table}第{row}行" if language == "zh" else f"table {table}, row {row}"
    return f"第{counted}段" if language == "zh" else f"¶{counted}"


def _articles(passages: Sequence[Passage]) -> list[str]:
    """The article each passage belongs to, in a statute or contract that is ordered by them."""
    begun = [_ARTICLE.match(passage.text) for passage in passages]
    if sum(match is not None for match in begun) < LEAST_ARTICLES:
        return [""] * len(passages)
    return _carried_on([match[1] if match else "" for match in begun], "")


def _numbers(passages: Sequence[Passage]) -> list[str]:
    """The number each passage stands under, in a pleading whose paragraphs are numbered throughout."""
    begun = [_NUMBERED.match(passage.text) for passage in passages]
    numbers = [int(match[1]) for match in begun if match]
    breaks = sum(after - before != 1 for before, after in pairwise(numbers))
    if len(numbers) < LEAST_NUMBERED or breaks > MOST_OUT_OF_ORDER * len(numbers):
        return [""] * len(passages)
    return _carried_on([f"¶{match[1]}" if match else "" for match in begun], f"before ¶{numbers[0]}")


def _carried_on(begun: Sequence[str], first: str) -> list[str]:
    found, current = [], first
    for label in begun:
        current = label or current
        found.append(current)
    return found
