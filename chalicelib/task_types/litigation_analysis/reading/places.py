"""How a reader finds a passage again: by page, by article, by table row, or by counting paragraphs."""

import re

from chalicelib.task_types.litigation_analysis.findings import Language
from chalicelib.task_types.litigation_analysis.reading.passages import Passage

_ARTICLE = re.compile(r"(第[〇零一二三四五六七八九十百千两\d]+条(?:之[一二三四五六七八九十]+)?)(?=[\s:：、.．]|$)")
LEAST_ARTICLES = 3
"""Fewer are quotations of a statute, not the document's own order."""


def labels(passages: list[Passage], language: Language) -> list[str]:
    articles = _articles(passages) if language == "zh" else [""] * len(passages)
    found: list[str] = []
    counted = 0
    for passage, article in zip(passages, articles, strict=True):
        counted += passage.row is None
        found.append(article if article and passage.page is None else _label(passage, counted, language))
    return found


def _label(passage: Passage, counted: int, language: Language) -> str:
    if passage.page is not None:
        return f"第{passage.page}页" if language == "zh" else f"p. {passage.page}"
    if passage.row is not None:
        table, row = passage.row
        return f"表{table}第{row}行" if language == "zh" else f"table {table}, row {row}"
    return f"第{counted}段" if language == "zh" else f"¶{counted}"


def _articles(passages: list[Passage]) -> list[str]:
    """The article each passage belongs to, in a statute or contract that is ordered by them."""
    begun = [_ARTICLE.match(passage.text) for passage in passages]
    if sum(match is not None for match in begun) < LEAST_ARTICLES:
        return [""] * len(passages)
    found, current = [], ""
    for match in begun:
        current = match[1] if match else current
        found.append(current)
    return found
