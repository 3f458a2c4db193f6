"""Numbered provisions kept to be quoted: a statute book's articles, a contract's clauses."""

import re
from dataclasses import dataclass, field

from chalicelib.task_types.litigation_analysis.findings import LawArticle, Place
from chalicelib.task_types.litigation_analysis.offline.numbers_zh import NUMERALS, read_number, write_number
from chalicelib.task_types.litigation_analysis.offline.sentences import Reading

_ZH_ARTICLE = re.compile(rf"第\s*(\d{{1,4}}|[{NUMERALS}]{{1,9}})\s*条(之[一二三四五六七八九十]+)?[\s\u3000]*")
_CLAUSE = re.compile(r"(\d{1,2})\.\s+([A-Z])")
_LONGEST_CLAUSE = 1_500
_EN_ARTICLE = re.compile(r"(?:§|Section|Sec\.|Article)\s*(\d+[a-z]?)[.:]?\s+")


@dataclass
class _Open:
    article: str
    place: Place
    text: list[str] = field(default_factory=list)


def law_title(reading: Reading) -> str:
    """The first line; a book or part of a code keeps the code's name."""
    first = next((sentence.text for sentence in reading.body), "")
    return re.sub(r"[（(]\d{4}.*?[）)]$", "", first).strip(" 。")


def find_articles(reading: Reading) -> tuple[LawArticle, ...]:
    law = law_title(reading)
    opened: list[_Open] = []
    pattern = _ZH_ARTICLE if reading.language == "zh" else _EN_ARTICLE
    for sentence in reading.body:
        start = pattern.match(sentence.text) if sentence.first else None
        if start:
            opened.append(_Open(_written(start, reading.language), sentence.place))
        if opened and not sentence.heading:
            opened[-1].text.append(sentence.text)
    glue = "" if reading.language == "zh" else " "
    return tuple(
        LawArticle(
            law=law,
            article=each.article,
            normalised=f"{law}{glue}{each.article}",
            text=glue.join(each.text),
            place=each.place,
        )
        for each in opened
    )


def find_contract_clauses(reading: Reading) -> tuple[LawArticle, ...]:
    """The clauses of a contract, each with its heading, counted up from one: "2. TERRITORY …", "第二条 …"."""
    opened: list[_Open] = []
    for sentence in reading.body:
        start = _CLAUSE.match(sentence.text) if sentence.first or sentence.heading else None
        if start and int(start[1]) == len(opened) + 1 and not start[2].islower():
            opened.append(_Open(f"Section {start[1]}", sentence.place))
        elif reading.language == "zh" and sentence.first and (zh := _ZH_ARTICLE.match(sentence.text)):
            opened.append(_Open(_written(zh, "zh"), sentence.place))
        if opened:
            opened[-1].text.append(sentence.text)
    return tuple(
        LawArticle(
            law="",
            article=each.article,
            normalised=each.article,
            text=" ".join(each.text)[:_LONGEST_CLAUSE],
            place=each.place,
        )
        for each in opened
    )


def _written(match: re.Match[str], language: str) -> str:
    if language == "en":
        return f"§ {match[1]}"
    value = read_number(match[1])
    return f"第{match[1] if value is None else write_number(int(value))}条{match[2] or ''}"
