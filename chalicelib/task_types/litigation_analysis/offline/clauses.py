"""Clauses of contracts that are cited, and what amendments do to them."""

import re
from collections.abc import Iterator
from functools import cache

from chalicelib.task_types.litigation_analysis.findings import (
    ClauseChange,
    ClauseCitation,
    DocumentKind,
    StatuteCitation,
)
from chalicelib.task_types.litigation_analysis.offline.grouped import merged
from chalicelib.task_types.litigation_analysis.offline.numbers_zh import NUMERALS, read_number, write_number
from chalicelib.task_types.litigation_analysis.offline.sentences import Reading, Sentence

_ZH_NUMBER = rf"(?:\d{{1,3}}|[{NUMERALS}]{{1,5}})"


def find_clauses(reading: Reading, statutes: tuple[StatuteCitation, ...]) -> tuple[ClauseCitation, ...]:
    """What has been read as a law's section is no clause."""
    taken: dict[str, list[str]] = {}
    for statute in statutes:
        for place in statute.places:
            taken.setdefault(place.sentence, []).append(statute.text)
    found = [
        citation
        for sentence in reading.body
        for citation in _in_sentence(sentence, reading.language)
        if not any(citation.text in text for text in taken.get(sentence.text, ()))
    ]
    return merged(found, lambda citation: (citation.clause, citation.contract))


def find_changes(reading: Reading, kind: DocumentKind) -> tuple[ClauseChange, ...]:
    if kind not in ("amendment", "contract", "letter"):
        return ()
    patterns = _changes_zh() if reading.language == "zh" else tuple(reversed(_changes_en()))
    found = [change for sentence in reading.body for pattern in patterns for change in _change(pattern, sentence)]
    return merged(found, lambda change: (change.clause, change.action, change.new))


def _in_sentence(sentence: Sentence, language: str) -> Iterator[ClauseCitation]:
    for match in (_zh() if language == "zh" else _en()).finditer(sentence.text):
        if language == "zh":
            clause, contract = _numbered_zh(match["number"], match["part"]), match["contract"].strip("《》")
        else:
            clause, contract = f"Section {match['number'].strip()}", ""
            contract = match["contract"] or ""
        yield ClauseCitation(clause=clause, contract=contract, text=match.group(), places=(sentence.place,))


def _change(pattern: re.Pattern[str], sentence: Sentence) -> Iterator[ClauseChange]:
    for match in pattern.finditer(sentence.text):
        groups = match.groupdict()
        number = groups.get("number") or ""
        clause = (
            _numbered_zh(number, None) if re.search(r"[\u4e00-\u9fff]", match.group()) else f"Section {number.strip()}"
        )
        yield ClauseChange.model_validate(
            {
                "clause": clause,
                "title": (groups.get("title") or "").strip(' ,“”"'),
                "action": _action(groups.get("verb") or ""),
                "old": (groups.get("old") or "").strip(' “”"'),
                "new": (groups.get("new") or "").strip(' .。“”"'),
                "places": (sentence.place,),
            }
        )


def _action(verb: str) -> str:
    if re.search(r"delet|struck|remov|删除|取消", verb):
        return "deleted"
    if re.search(r"add|insert|增加|新增", verb):
        return "added"
    return "replaced" if re.search(r"replac|amended to|修改为|变更为|改为|调整为", verb) else "changed"


def _numbered_zh(number: str, part: str | None) -> str:
    value = read_number(number)
    written = number if value is None else write_number(int(value))
    return f"第{written}条{part or ''}"


@cache
def _zh() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<contract>《[^《》]*(?:合同|协议|协议书|条款)[^《》]*》|(?:本|该|上述|涉案|原|双方)?(?:合同|"
        rf"协议))(?:的)?\s*第\s*(?P<number>{_ZH_NUMBER})\s*条"
        rf"(?P<part>(?:第{_ZH_NUMBER}款)?(?:第?[（(]?{_ZH_NUMBER}[)）]?项)?)"
    )


@cache
def _en() -> re.Pattern[str]:
    number = (
        r"(?:[A-Z]\.\d+(?:\.\d+)*|\d{1,2}(?:\.\d{1,2}){0,3}(?:\s?[A-Z]\b(?!\.))?|"
        r"[A-Z](?:\(\d+\))?(?![\w’']))(?:\([a-z0-9]{1,3}\))*"
    )
    return re.compile(
        rf"\b(?:[Ss]ubsections?(?=\s+\d+\()|[Ss]ections?|[Cc]lauses?|"
        rf"[Pp]aragraphs?)\s+(?P<number>{number})(?!\d)(?:,? of (?:the|this|"
        rf"our) (?P<contract>(?:[A-Z]\w+ ){{0,3}}(?:Agreement|Contract|Terms of Service)))?"
    )


@cache
def _changes_en() -> tuple[re.Pattern[str], ...]:
    number = r"(?P<number>\d{1,2}(?:\.\d{1,2})*\s?[A-Z]?(?:\([a-z0-9]+\))*)"
    verb = (
        r"(?P<verb>amended to (?:be|read)(?: as follows)?:?|amended and restated(?: as follows)?:?|"
        r"replaced (?:in its entirety )?(?:with|by):?|deleted(?: in its entirety)?|amended by (?:adding|"
        r"deleting|replacing))"
    )
    return (
        re.compile(
            rf"\bSection\s+{number}\s*,?\s*(?P<title>[A-Z][A-Z ,&]+?)?,?\s*(?:of the (?:\w+ )?Agreement\s+)"
            rf"?(?:is|are|shall be)\s+(?:hereby\s+)?{verb}\s*(?P<new>.*)"
        ),
        re.compile(
            rf"\bthe\s+(?P<title>[A-Z]\w+(?: \w+){{0,3}}?)\s+(?:listed|set forth|defined|stated|"
            rf"contained)?\s*(?:in|under)\s+Section\s+{number}\s+of the (?:\w+ )?Agreement\s+(?:is|are|"
            rf"shall be)\s+(?:hereby\s+)?{verb}\s*(?P<new>.*)"
        ),
        re.compile(
            rf"\ba new Section\s+{number}\s+(?:is|shall be)\s+(?:hereby\s+)?(?P<verb>added|inserted)\s*(?P<new>.*)"
        ),
    )


@cache
def _changes_zh() -> tuple[re.Pattern[str], ...]:
    verb = r"(?P<verb>修改为|变更为|改为|调整为|删除|取消)"
    return (
        re.compile(
            rf"(?:合同|协议)》?(?:的)?第\s*(?P<number>{_ZH_NUMBER})\s*条(?:[^，。；“”]{{0,12}})?(?:[“”](?P<old>[^“”]*)"
            rf"”)?[^，。；]{{0,8}}?{verb}[:：]?\s*(?P<new>[^。]*)"
        ),
        re.compile(rf"(?P<verb>增加|新增)(?:一条)?(?:作为)?第\s*(?P<number>{_ZH_NUMBER})\s*条[:：]?\s*(?P<new>[^。]*)"),
    )
