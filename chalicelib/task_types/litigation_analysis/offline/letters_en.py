"""Who writes a letter, for whom, to whom and against whom."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from chalicelib.task_types.litigation_analysis.findings import DocumentKind, Party
from chalicelib.task_types.litigation_analysis.offline.names_en import NAME, ORGANISATION, looks_like_party, tidy
from chalicelib.task_types.litigation_analysis.offline.party_names import SEPARATE
from chalicelib.task_types.litigation_analysis.offline.sentences import Reading, Sentence

_ACTING = 3
"""So often a name without legal form must occur, and act in law at least once, to be a party of a letter."""


def parties_of_letter(reading: Reading, kind: DocumentKind) -> list[Party]:
    found = [party for sentence in reading.body for party in _counsel(sentence)]
    if kind not in ("letter", "decision"):
        return found
    writes_for_owner = any(_owner_writes().search(sentence.text) for sentence in reading.body)
    for position, sentence in enumerate(reading.body):
        found += _represented(sentence)
        found += _accused(reading.body[position : position + 4])
        found += _addressed(reading.body[max(0, position - 1) : position + 1])
        found += _against(sentence)
    found += _acting(reading, "claimant" if writes_for_owner else "party")
    found += [party for sentence in reading.body for party in _deciding(sentence)] if kind == "decision" else []
    return found


def _made(name: str, role: str, sentence: Sentence, aliases: tuple[str, ...] = ()) -> Party:
    return Party(name=tidy(name), aliases=aliases, roles=(role,), kind="organisation", places=(sentence.place,))


def _represented(sentence: Sentence) -> Iterator[Party]:
    for match in _for().finditer(sentence.text):
        if looks_like_party(match["name"]):
            owns = re.search(r"copyright (?:owner|holder)|copyrights", sentence.text[match.end() :])
            suing = re.search(r"have filed|action seeking", sentence.text)
            yield _made(match["name"], "copyright_owner" if owns else "plaintiff" if suing else "claimant", sentence)
    for match in _demanding().finditer(sentence.text):
        yield _made(match["name"], "claimant", sentence)
    acting = _represents().search(sentence.text)
    if acting:
        yield _made(acting["counsel"], "counsel", sentence)
        yield _made(acting["client"], "respondent", sentence)


def _accused(sentences: tuple[Sentence, ...]) -> Iterator[Party]:
    first = sentences[0]
    for match in re.finditer(rf"(?P<name>{ORGANISATION}|{NAME})\s+\(the (?:alleged )?infringer\)", first.text):
        yield _made(match["name"], "alleged_infringer", first)
    if re.search(r"infringer[’']s contact", first.text):
        for sentence in sentences[1:]:
            named = re.match(ORGANISATION, sentence.text)
            if named:
                yield _made(named.group(), "alleged_infringer", sentence)
                return


def _addressed(sentences: tuple[Sentence, ...]) -> Iterator[Party]:
    """ "Dear X", or the line before "Dear Sir or Madam"."""
    sentence = sentences[-1]
    match = re.match(rf"Dear (?P<name>{NAME})\s*[,:]?$", sentence.text)
    if match and not _salutation().match(match["name"]):
        name = re.sub(r"\s+(?:DMCA|Copyright|Legal)?\s*(?:Agent|Team|Department)$", "", match["name"])
        yield _made(name, "addressee", sentence)
    elif re.match(r"Dear (?:Sir|Madam)", sentence.text) and re.fullmatch(NAME, sentences[0].text):
        yield _made(sentences[0].text, "addressee", sentences[0])


def _against(sentence: Sentence) -> Iterator[Party]:
    """Companies a letter speaks of as parties of a contract or a lawsuit."""
    for match in re.finditer(rf"\b(?:between|against)\s+(?P<name>{ORGANISATION})", sentence.text):
        separate = re.match(r"\s*\([^()]*\b(?:sepa?e?rate|different|another)\b", sentence.text[match.end() :])
        yield _made(match["name"], SEPARATE if separate else "party", sentence)


def _counsel(sentence: Sentence) -> Iterator[Party]:
    match = _firm().search(sentence.text)
    if match and not match["name"].lower().startswith(("common law", "district")):
        yield _made(match["name"], "counsel", sentence)
    named = re.search(r"Attorneys?[ -]at[ -]law:?\s+(?P<name>[A-Z]\w+(?:, [A-Z]\w+){1,3})(?=,)", sentence.text)
    if named:
        street = re.search(r",\s*[A-Z]\w*(?:stra(?:ß|ss)e|street|platz|weg)\b.*$", named["name"], re.I)
        yield _made(named["name"][: street.start()] if street else named["name"], "counsel", sentence)


def _acting(reading: Reading, role: str) -> Iterator[Party]:
    """Names that have contracts, own or sign, in a letter that speaks of them again and again."""
    counts: Counter[str] = Counter()
    actor: dict[str, tuple[str, Sentence]] = {}
    for sentence in reading.body:
        counts.update(name.upper() for name in re.findall(r"\b[A-Z]{2,}(?: [A-Z]{2,})?\b", sentence.text))
        for match in _acts().finditer(sentence.text):
            actor.setdefault(match["name"].upper(), (match["name"], sentence))
            if match["other"]:
                actor.setdefault(match["other"].upper(), (match["other"], sentence))
    speaks = _self_named(reading)
    for key, (name, sentence) in actor.items():
        if counts[key] >= _ACTING and looks_like_party(name):
            yield _made(name, "respondent" if key == speaks else ("claimant" if speaks else role), sentence)


def _self_named(reading: Reading) -> str | None:
    """The name under which a counter-notice's writer speaks of itself: "developed at X by X's …", "X never had …"."""
    for sentence in reading.body:
        match = re.search(r"\b(?P<name>[A-Z][A-Z]+(?: [A-Z]{2,})?) (?:never|did not|does not|has not)\b", sentence.text)
        if match:
            return match["name"].upper()
    return None


def _deciding(sentence: Sentence) -> Iterator[Party]:
    match = re.search(rf"\b(?P<name>{ORGANISATION}|[A-Z]\w+) has (?:decided|determined|reversed)", sentence.text)
    if match:
        yield _made(match["name"], "deciding_host", sentence)


@cache
def _salutation() -> re.Pattern[str]:
    return re.compile(r"(?:Sir|Madam|Mr|Ms|Mrs|Dr|All|Counsel|Colleague)\b")


@cache
def _for() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:on behalf of|[Cc]ounsel for|attorneys? for|acting for)\s+(?:the\s+)?(?P<name>{ORGANISATION}|"
        rf"{NAME}(?=\s*[,.(]|\s+(?:and|an?|in)\b))"
    )


@cache
def _demanding() -> re.Pattern[str]:
    ended = r"(?=\s+(?:sent|dated|on|in)\b|[,.;])"
    return re.compile(rf"\b(?:demand|notice|claim|request) from (?:the )?(?P<name>{ORGANISATION}|{NAME}){ended}")


@cache
def _represents() -> re.Pattern[str]:
    return re.compile(
        rf"(?:The\s+)?(?P<counsel>{ORGANISATION}|{NAME}) represents (?:the )?(?P<client>[^,.]{{4,80}}?)(?=,|\.| in )"
    )


@cache
def _firm() -> re.Pattern[str]:
    return re.compile(
        r"(?P<name>\b(?:The |THE )?[A-Z][\w.-]+(?: (?:& )?[A-Z][\w.-]+){0,3} (?:Law (?:Group|Firm|Offices?|"
        r"Center)|LAW (?:GROUP|FIRM|OFFICES?)|LLP))\b"
    )


@cache
def _owner_writes() -> re.Pattern[str]:
    return re.compile(r"copyright owner[’']s behalf|I am the copyright (?:owner|holder)")


@cache
def _acts() -> re.Pattern[str]:
    name = r"[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,3}"
    return re.compile(
        rf"\b(?P<name>{name})\s+(?:has|had|have|never had|never|did not|does not|"
        rf"may have)?\s*(?:an?y?\s+)?(?:written\s+)?"
        rf"(?:contract|agreement|hired|signed|transferr?ed|licensed|owns|executed|filed|tried to file|"
        rf"had any contract)\b"
        rf"(?:[^.]{{0,30}}?\bwith (?P<other>{name}))?"
    )
