"""The parts of a report that are tables: who, when, how much, by which law, proven by what."""

from collections.abc import Iterable, Sequence

from chalicelib.task_types.litigation_analysis.findings import Amount, ClauseChange, Located, Place
from chalicelib.task_types.litigation_analysis.report.outline import Heading, Paragraph, Part, Table, shortened
from chalicelib.task_types.litigation_analysis.report.words import kind_word, reason_word, role_word, word
from chalicelib.task_types.litigation_analysis.schema import AnalysisResult

MOST_SOURCES = 3


def parties(result: AnalysisResult) -> list[Part]:
    zh = result.language
    rows = [
        (
            party.name,
            ", ".join(role_word(role, zh) for role in party.roles),
            word(party.side, zh) if party.side else "",
            "; ".join(party.aliases),
            sources(party.places, zh),
        )
        for party in result.findings.parties
    ]
    return section("parties", ("name", "role", "side", "aliases", "source"), rows, zh)


def chronology(result: AnalysisResult) -> list[Part]:
    language = result.language
    rows = [
        (
            (word("about_date", language) if event.approximate else "") + _span(event.date, event.end),
            event.text,
            sources(event.places, language),
        )
        for event in result.findings.chronology
    ]
    return section("chronology", ("date", "event", "source"), rows, language)


def amounts(result: AnalysisResult) -> list[Part]:
    language = result.language
    rows = [
        (_money(one), one.purpose, _sentence(one), sources(one.places, language)) for one in result.findings.amounts
    ]
    return section("amounts", ("amount", "purpose", "sentence", "source"), rows, language)


def statutes(result: AnalysisResult) -> list[Part]:
    language = result.language
    rows = [
        (one.normalised, str(len(one.places)), one.quotation or _sentence(one), sources(one.places, language))
        for one in result.findings.statutes
    ]
    return section("statutes", ("law", "times", "sentence", "source"), rows, language)


def clauses(result: AnalysisResult) -> list[Part]:
    language = result.language
    rows = [
        (f"{one.clause} {one.contract}".strip(), _sentence(one), sources(one.places, language))
        for one in result.findings.clauses
    ]
    cited = section("clauses", ("clause", "sentence", "source"), rows, language, optional=True)
    changes = [_change(one, language) for one in result.findings.changes]
    head = ("clause", "change", "before", "after", "source")
    return [*cited, *section("changes", head, changes, language, optional=True)]


def evidence(result: AnalysisResult) -> list[Part]:
    language = result.language
    rows = [
        (
            one.name,
            one.offered_by or (word(one.side, language) if one.side else ""),
            _sentence(one),
            sources(one.places, language),
        )
        for one in result.findings.evidence
    ]
    return section("evidence", ("name", "offered_by", "sentence", "source"), rows, language)


def periods(result: AnalysisResult) -> list[Part]:
    language = result.language
    rows = [
        (
            f"{one.length} {kind_word(one.unit, language)}",
            one.starts,
            _sentence(one),
            sources(one.places, language),
        )
        for one in result.findings.periods
    ]
    return section("periods", ("period", "starts", "sentence", "source"), rows, language, optional=True)


def documents(result: AnalysisResult) -> list[Part]:
    language = result.language
    read = [one for one in result.documents if one.state == "analysed"]
    rows = [
        (
            one.file_name,
            kind_word(one.kind, language),
            kind_word(one.role, language),
            str(one.pages or ""),
            "; ".join(filter(None, (one.note, _picture_pages(one.pages_without_text, language)))),
        )
        for one in read
    ]
    left_out = [
        (one.file_name, reason_word(one.code, one.reason, language))
        for one in result.documents
        if one.state != "analysed"
    ]
    return [
        *section("documents", ("file", "kind", "role", "pages", "note"), rows, language),
        *section("left_out", ("file", "reason"), left_out, language, optional=True),
    ]


def section(
    name: str, head: Sequence[str], rows: Sequence[tuple[str, ...]], language: str, *, optional: bool = False
) -> list[Part]:
    """A heading and its table; columns that are empty throughout are left out."""
    if not rows:
        return [] if optional else [Heading(word(name, language)), Paragraph(word("nothing", language))]
    filled = [number for number in range(len(head)) if any(row[number] for row in rows)]
    kept, more = shortened([tuple(row[number] for number in filled) for row in rows])
    titles = tuple(word(head[number], language) for number in filled)
    told: list[Part] = [Paragraph(word("more_rows", language, count=more))] if more else []
    return [Heading(word(name, language)), Table(titles, kept), *told]


def sources(places: Iterable[Place], language: str) -> str:
    """Each document with the places in it, the first few."""
    found = list(dict.fromkeys((place.document, place.label) for place in places))
    labels_by_document: dict[str, list[str]] = {}
    for document, label in found[:MOST_SOURCES]:
        labels_by_document.setdefault(document, []).append(label)
    told = "; ".join(f"{document}, {', '.join(labels)}" for document, labels in labels_by_document.items())
    more = len(found) - MOST_SOURCES
    return f"{told} {word('more_quotes', language, count=more)}" if more > 0 else told


def _sentence(found: Located) -> str:
    return found.places[0].sentence if found.places else ""


def _span(start: str, end: str | None) -> str:
    return f"{start} – {end}" if end else start


def _money(amount: Amount) -> str:
    whole, _, fraction = amount.value.partition(".")
    grouped = f"{int(whole):,}" if whole.lstrip("-").isdecimal() else whole
    return f"{grouped}{'.' + fraction if fraction else ''} {amount.currency}".strip()


def _change(change: ClauseChange, language: str) -> tuple[str, ...]:
    title = f"{change.clause} {change.title}".strip()
    places = sources(change.places, language)
    return title, kind_word(change.action, language), change.old, change.new, places


def _picture_pages(pages: Sequence[int], language: str) -> str:
    return word("picture_pages", language, pages=", ".join(map(str, pages))) if pages else ""
