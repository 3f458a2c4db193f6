"""The outline of a case's report, from its result."""

import re
from collections.abc import Iterable, Sequence

from chalicelib.domain.json_types import JsonObject
from chalicelib.task_types.litigation_analysis.findings import Claim, Deadline, Place, Reference, ViewItem
from chalicelib.task_types.litigation_analysis.report import tables
from chalicelib.task_types.litigation_analysis.report.outline import (
    MOST_ROWS,
    Heading,
    Item,
    Items,
    Paragraph,
    Part,
    Quote,
    Report,
    Table,
)
from chalicelib.task_types.litigation_analysis.report.words import kind_word, word
from chalicelib.task_types.litigation_analysis.schema import AnalysisResult

MOST_QUOTES = 3
MISSING = "missing_evidence"
MOST_QUOTES_OF_A_GROUP = 20
_QUOTED_AT_END = re.compile(r"“((?:[^“”]|“[^“”]*”)+)”[\s.。;；]*$")
_EMPTY_END = re.compile(r"[\s:：,，;；]+$")


def report_of(body: JsonObject) -> Report:
    result = AnalysisResult.model_validate(body)
    parts: list[Part] = [
        *_about(result),
        *_summary(result),
        *_view(result),
        *_deadlines(result),
        *_items("next_steps", result.view.next_steps, result.language),
        *tables.parties(result),
        *_claims(result),
        *_contested(result),
        *_contradictions(result),
        *tables.chronology(result),
        *tables.amounts(result),
        *tables.statutes(result),
        *tables.clauses(result),
        *tables.evidence(result),
        *tables.periods(result),
        *_proceedings(result),
        *tables.documents(result),
        *_method(result),
    ]
    return Report(f"{word('title', result.language)}: {result.case_type}", result.language, tuple(parts))


def _about(result: AnalysisResult) -> list[Part]:
    language = result.language
    analysed = sum(one.state == "analysed" for one in result.documents)
    rows = (
        (word("case_type", language), result.case_type),
        (word("position", language), word(result.case_position, language)),
        (word("package", language), result.package_title),
        (word("documents", language), f"{analysed} / {len(result.documents)}"),
    )
    return [Table((word("about", language), ""), rows)]


def _summary(result: AnalysisResult) -> list[Part]:
    language = result.language
    parts: list[Part] = []
    if result.user_input.strip():
        parts += [Heading(word("user_input", language)), Paragraph(result.user_input.strip())]
    if result.view.summary:
        parts += [Heading(word("summary", language)), Paragraph(result.view.summary)]
    return parts


def _view(result: AnalysisResult) -> list[Part]:
    language, view = result.language, result.view
    heading = Heading(word("view", language, position=word(result.case_position, language)))
    parts: list[Part] = [heading]
    for name in ("strengths", "weaknesses", MISSING, "risks"):
        parts += _items(name, getattr(view, name), language, level=3)
    return parts


def _items(name: str, items: Sequence[ViewItem], language: str, level: int = 2) -> list[Part]:
    if not items:
        return [Heading(word(name, language), level), Paragraph(word("nothing", language))]
    found = _grouped(_item(one, language, name) for one in items[:MOST_ROWS])
    return [Heading(word(name, language), level), Items(found)]


def _item(item: ViewItem, language: str, name: str) -> Item:
    quotes = _quotes(item.places)
    told = _without_quotes(item.text, quotes)
    separator = "、" if language == "zh" else ", "
    searched = (
        word("searched", language, names=separator.join(item.searched)) if item.searched and name == MISSING else ""
    )
    if not searched:
        return Item(told, quotes)
    return Item(f"{told}（{searched}）" if language == "zh" else f"{told} ({searched})", quotes)


def _without_quotes(text: str, quotes: Sequence[Quote]) -> str:
    """A sentence that stands below need not stand at the end of the text too, nor its beginning."""
    while ending := _QUOTED_AT_END.search(text):
        beginning = ending[1].removesuffix("…")
        if not any(quote.sentence.startswith(beginning) for quote in quotes):
            break
        text = text[: ending.start()]
    return _EMPTY_END.sub("", text)


def _grouped(items: Iterable[Item]) -> tuple[Item, ...]:
    """Points that say the same are one, with the sentences of all."""
    quotes_by_text: dict[str, dict[Quote, None]] = {}
    for item in items:
        quotes_by_text.setdefault(item.text, {}).update(dict.fromkeys(item.quotes))
    return tuple(Item(text, tuple(quotes)[:MOST_QUOTES_OF_A_GROUP]) for text, quotes in quotes_by_text.items())


def _deadlines(result: AnalysisResult) -> list[Part]:
    language = result.language
    rows = [_deadline(one, language) for one in result.view.deadlines]
    return tables.section("deadlines", ("due", "what", "starts", "source"), rows, language)


def _deadline(deadline: Deadline, language: str) -> tuple[str, ...]:
    state = "" if deadline.expired is None else word("expired" if deadline.expired else "running", language)
    due = f"{deadline.due} ({state})" if deadline.due and state else deadline.due or ""
    return due, deadline.text, deadline.starts or "", tables.sources(deadline.places, language)


def _claims(result: AnalysisResult) -> list[Part]:
    language = result.language
    if not result.findings.claims:
        return [Heading(word("claims", language)), Paragraph(word("nothing", language))]
    items = tuple(_claim(claim, language) for claim in result.findings.claims[:MOST_ROWS])
    return [Heading(word("claims", language)), Items(items)]


def _claim(claim: Claim, language: str) -> Item:
    by = claim.by or (word(claim.side, language) if claim.side else "")
    who = f"{by} ({kind_word(claim.kind, language)})" if by else kind_word(claim.kind, language)
    quotes = _quotes(claim.places)
    same = quotes and quotes[0].sentence.strip() == claim.text.strip()
    if same:
        return Item(f"{who}: {claim.text} ({quotes[0].where})", quotes[1:])
    return Item(f"{who}: {claim.text}", quotes)


def _contested(result: AnalysisResult) -> list[Part]:
    language = result.language
    rows = [
        (
            point.topic,
            _said(point.claim, language),
            _said(point.denial, language),
        )
        for point in result.findings.contested
    ]
    return tables.section("contested", ("what", "says", "answers"), rows, language)


def _said(claim: Claim, language: str) -> str:
    by = claim.by or (word(claim.side, language) if claim.side else "")
    return f"{by + ': ' if by else ''}{claim.text} ({tables.sources(claim.places[:1], language)})"


def _contradictions(result: AnalysisResult) -> list[Part]:
    language = result.language
    found = result.findings.contradictions
    if not found:
        return [Heading(word("contradictions", language)), Paragraph(word("nothing", language))]
    items = []
    for one in found[:MOST_ROWS]:
        quotes = [
            Quote(f"{version.value}: {place.sentence}", _where(place))
            for version in one.versions
            for place in version.places[:1]
        ]
        items.append(Item(one.about, tuple(quotes)))
    return [Heading(word("contradictions", language)), Items(tuple(items))]


def _proceedings(result: AnalysisResult) -> list[Part]:
    language, found = result.language, result.findings
    items = [*_references("courts", found.courts, language), *_references("case_numbers", found.case_numbers, language)]
    items += [Item(kind_word(step.stage, language), _quotes(step.places)) for step in found.postures[:MOST_ROWS]]
    return [Heading(word("proceedings", language)), Items(tuple(items))] if items else []


def _references(name: str, references: Sequence[Reference], language: str) -> list[Item]:
    separator = "；" if language == "zh" else "; "
    return [Item(f"{word(name, language)}: {separator.join(one.name for one in references)}")] if references else []


def _method(result: AnalysisResult) -> list[Part]:
    language, method = result.language, result.method
    counts = {"checked": method.citations_checked, "dropped": method.citations_dropped}
    name = "offline" if method.provider == "offline" else "model"
    told = word(name, language, model=method.model or method.provider, **counts)
    return [Heading(word("method", language)), Paragraph(told), Paragraph(result.view.disclaimer)]


def _quotes(places: Iterable[Place]) -> tuple[Quote, ...]:
    found = dict.fromkeys(Quote(place.sentence, _where(place)) for place in places)
    return tuple(found)[:MOST_QUOTES]


def _where(place: Place) -> str:
    return f"{place.document}, {place.label}"
