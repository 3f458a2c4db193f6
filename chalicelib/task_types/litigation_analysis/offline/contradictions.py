"""The same fact with different values: in two documents, or in one that contradicts itself."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from chalicelib.task_types.litigation_analysis.findings import (
    Contradiction,
    DateFact,
    Extraction,
    Language,
    Party,
    Place,
    Version,
)
from chalicelib.task_types.litigation_analysis.offline.file_of_case import places_in
from chalicelib.task_types.litigation_analysis.offline.party_names import stem
from chalicelib.task_types.litigation_analysis.offline.wording import said

_NEAR_DAYS = 60
"""Two dates of a letter further apart than this are two letters."""
_ODD_YEARS = 10
_AUTHORS = ("respondent", "claimant", "copyright_owner")
"""In this order: a letter of reply names its opponent too."""


def contradictions(
    extractions: Sequence[Extraction], parties: Sequence[Party], language: Language
) -> tuple[Contradiction, ...]:
    found = [*_written_contract(extractions, language), *_dated_things(extractions, language)]
    found += [*_letters(extractions, parties, language), *_out_of_sequence(extractions, language)]
    found += [*_names(parties, language), *_exhibits(extractions, language), *_amounts(extractions, language)]
    return tuple(found)


def _written_contract(extractions: Sequence[Extraction], language: Language) -> Iterator[Contradiction]:
    """One says there is a contract, another that there was none or that it was never executed."""
    exists, denied = _contract_cues()
    yes: dict[Place, None] = {}
    no: dict[Place, None] = {}
    for extraction in extractions:
        for place in dict.fromkeys(places_in(extraction)):
            if denied.search(place.sentence):
                no.setdefault(place)
            elif exists.search(place.sentence):
                yes.setdefault(place)
    if yes and no:
        versions = (
            Version(value=said("value_exists", language), places=tuple(yes)[:6]),
            Version(value=said("value_denied", language), places=tuple(no)[:6]),
        )
        yield Contradiction(about=said("about_contract", language), rule="contract_made_or_not", versions=versions)


def _dated_things(extractions: Sequence[Extraction], language: Language) -> Iterator[Contradiction]:
    """ "the Agreement dated October 1" here, "the Agreement with an Effective Date of March 1" there."""
    dates: dict[str, dict[str, dict[Place, None]]] = {}
    for extraction in extractions:
        for fact in extraction.dates:
            for place in fact.places:
                thing = _dated_thing(place.sentence, fact.text)
                if thing and not fact.value.startswith("-"):
                    dates.setdefault(thing, {}).setdefault(fact.value, {}).setdefault(place)
    for thing, values in dates.items():
        exact = {value: places for value, places in values.items() if len(value) == 10}
        if len(exact) > 1:
            about = said("about_document_date", language, thing=thing)
            yield Contradiction(about=about, rule="dated_differently", versions=_versions(exact))


def _letters(
    extractions: Sequence[Extraction], parties: Sequence[Party], language: Language
) -> Iterator[Contradiction]:
    """A letter's date, against what another document says when its author sent it."""
    for letter in extractions:
        own = [fact for fact in letter.dates if fact.kind == "document"]
        author = next((party for role in _AUTHORS for party in letter.parties if role in party.roles), None)
        if letter.kind != "letter" or not own or author is None:
            continue
        names = _known_names(author, parties)
        for other in extractions:
            for fact in other.dates if other.document_id != letter.document_id else ():
                if _sent_by(fact, names, other) and _near_but_not_same(fact.value, own):
                    values = {own[0].value: dict.fromkeys(own[0].places), fact.value: dict.fromkeys(fact.places)}
                    about = said("about_own_date", language, author=author.name)
                    yield Contradiction(about=about, rule="letter_dated_differently", versions=_versions(values))


def _out_of_sequence(extractions: Sequence[Extraction], language: Language) -> Iterator[Contradiction]:
    """In a pleading that tells its story in order, a year far off both its neighbours."""
    for extraction in extractions:
        told = [fact for fact in extraction.dates if fact.kind == "event" and fact.value[0] != "-"]
        for before, fact, after in zip(told, told[1:], told[2:], strict=False):
            if extraction.kind not in ("complaint", "answer"):
                break
            years = [int(each.value[:4]) for each in (before, fact, after)]
            if abs(years[0] - years[2]) <= 2 and abs(years[1] - years[0]) >= _ODD_YEARS:
                values = {each.value: dict.fromkeys(each.places) for each in (before, fact, after)}
                about = said("about_sequence", language)
                yield Contradiction(about=about, rule="out_of_sequence", versions=_versions(values))


def _names(parties: Sequence[Party], language: Language) -> Iterator[Contradiction]:
    """ "… Preservation Solutions" and "… Preservation Systems" for one party."""
    for party in parties:
        words = stem(party.name)
        odd = [
            name
            for name in party.aliases
            if stem(name) != words and len(name.split()) >= 3 and stem(name)[:10] == words[:10]
        ]
        for name in odd:
            told = {
                each: dict.fromkeys(place for place in party.places if each.lower() in place.sentence.lower())
                for each in (party.name, name)
            }
            if all(told.values()):
                about = said("about_name", language, name=party.name)
                yield Contradiction(about=about, rule="named_differently", versions=_versions(told))


def _exhibits(extractions: Sequence[Extraction], language: Language) -> Iterator[Contradiction]:
    for extraction in extractions:
        named: dict[str, dict[str, dict[Place, None]]] = {}
        for evidence in extraction.evidence:
            exhibit, colon, name = evidence.name.partition(": ")
            if colon:
                named.setdefault(exhibit, {}).setdefault(name, {}).update(dict.fromkeys(evidence.places))
        for exhibit, names in named.items():
            if len(names) > 1:
                about = said("about_exhibit", language, exhibit=exhibit)
                yield Contradiction(about=about, rule="exhibit_named_twice", versions=_versions(names))


def _amounts(extractions: Sequence[Extraction], language: Language) -> Iterator[Contradiction]:
    """The price, rent or deposit in one document is none of those another document gives."""
    told: dict[str, dict[str, dict[str, dict[Place, None]]]] = {}
    for extraction in extractions:
        for amount in extraction.amounts:
            if extraction.kind == "amendment":
                continue  # It is meant to differ.
            purpose = _fixed_purposes().search(amount.purpose)
            if purpose:
                by_document = told.setdefault(purpose.group().lower(), {}).setdefault(extraction.document_id, {})
                by_document.setdefault(f"{amount.value} {amount.currency}".strip(), {}).update(
                    dict.fromkeys(amount.places)
                )
    for purpose_words, documents in told.items():
        values = [set(each) for each in documents.values()]
        if len(values) > 1 and not set.intersection(*values):
            joined = {value: places for each in documents.values() for value, places in each.items()}
            about = said("about_amount", language, purpose=purpose_words)
            yield Contradiction(about=about, rule="amount_differs", versions=_versions(joined))


def _versions(values: dict[str, dict[Place, None]]) -> tuple[Version, ...]:
    return tuple(Version(value=value, places=tuple(places)[:6]) for value, places in sorted(values.items()) if places)


def _dated_thing(sentence: str, written: str) -> str | None:
    start = sentence.find(written)
    before, after = sentence[max(0, start - 130) : start], sentence[start + len(written) :]
    for pattern in _dated():
        match = pattern.search(before)
        if match:
            return _thing(match["thing"])
    issued = _issued().match(after)
    if issued:
        return _thing(issued["thing"])
    match = re.match(r"[^，。《》]{0,6}(?:签订|签署)[^，。《》]{0,8}(?P<thing>《[^《》]+》)", after)
    return match["thing"] if match else None


def _thing(words: str) -> str:
    words = re.sub(r"distribut\w+", "distribution", words.lower())
    return "declaration" if words.endswith("declaration") else words


def _known_names(author: Party, parties: Sequence[Party]) -> frozenset[str]:
    fitting = [party for party in parties if author.name == party.name or author.name in party.aliases]
    names = {name for party in (author, *fitting) for name in (party.name, *party.aliases)}
    return frozenset(re.sub(r",? (?:Inc|Ltd|LLC|GmbH)\.?$", "", name) for name in names)


def _sent_by(fact: DateFact, names: frozenset[str], document: Extraction) -> bool:
    sues = [party for party in document.parties if party.side == "plaintiff" and _shares(party, names)]
    known = {*names, *(("Plaintiff", "原告") if sues else ())}
    alternatives = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True))
    written = re.escape(fact.text)
    sent_on = (
        rf"(?:demand|notice|letter|"
        rf"request)\b[^.;]{{0,20}}\bfrom (?:the )?(?:{alternatives})[^.;]{{0,30}}(?:sent|filed|dated|"
        rf"of)[^.;]{{0,6}}{written}"
    )
    on_sent = (
        rf"On {written}, (?:the )?(?:{alternatives}) (?:filed|sent|submitted|served)\b[^.;]{{0,20}}(?:notice|"
        rf"letter|demand)\b"
    )
    return any(re.search(f"{sent_on}|{on_sent}", place.sentence) for place in fact.places)


def _shares(party: Party, names: frozenset[str]) -> bool:
    return any(stem(name) == stem(other) for name in names for other in (party.name, *party.aliases))


def _near_but_not_same(value: str, own: Sequence[DateFact]) -> bool:
    days = [fact.value for fact in own if len(fact.value) == 10]
    if value.startswith("--") and days:
        value = days[0][:4] + value[1:]
    if len(value) != 10 or not days or value in days:
        return False
    return any(abs((date.fromisoformat(day) - date.fromisoformat(value)).days) <= _NEAR_DAYS for day in days)


@cache
def _contract_cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    exists = (
        r"\bhas a written contract\b|\bentered into a (?:\w+ and \w+ )?contract\b|签(?:订|署|"
        r"有)了?(?:书面)?[^，。]{0,12}合同|存在[^，。]{0,8}合同关系"
    )
    denied = (
        r"\bnever had any (?:contract|agreement)\b|\bno (?:written )?(?:contract|agreement) (?:was|exists|"
        r"between)\b|\bnever (?:got )?executed\b|"
        r"\bnever signed (?:any|a|the) (?:contract|agreement)\b|(?:从未|未|没有)(?:与[^，。]{1,15})?签(?:订|"
        r"署)(?:过)?[^，。]{0,8}合同|不存在[^，。]{0,8}合同关系"
    )
    return re.compile(exists), re.compile(denied)


@cache
def _dated() -> tuple[re.Pattern[str], ...]:
    thing = (
        r"(?P<thing>(?:Distribut\w+ |Lease |License |Purchase |Service |cease-and-desist )?(?:Agreement|"
        r"Contract|declaration|Amendment #?\d?))"
    )
    return (
        re.compile(rf"\b{thing}\s*(?:\([^()]*\)\s*)?(?:dated|made on|of)\s*$"),
        re.compile(rf"\b{thing}\s*(?:\([^()]*\)\s*)?(?:with an? )?Effective Date (?:of|:)\s*$"),
        re.compile(rf"\bThis {thing}\b[^.]{{0,30}}\b(?:entered into|made|effective)(?: as of| on| this)?\s*$"),
        re.compile(r"(?P<thing>《[^《》]*(?:合同|协议)[^《》]*》)[^，。]{0,6}(?:签订|签署)于\s*$"),
    )


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(r"\s*,? the \w+ (?:issued|signed|submitted) an? (?P<thing>(?:cease-and-desist )?declaration)\b")


@cache
def _fixed_purposes() -> re.Pattern[str]:
    return re.compile(
        (
            r"purchase price|contract price|total (?:price|cost|compensation)|(?:monthly )?rent\b|"
            r"security deposit|租金|押金|定金|保证金|违约金|合同总价|总价款|货款"
        ),
        re.I,
    )
