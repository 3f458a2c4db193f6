"""Parties in English documents: captions, definitions, role words, letters and their signatures."""

import re
from collections.abc import Iterator
from functools import cache

from chalicelib.task_types.litigation_analysis.findings import DocumentKind, Party
from chalicelib.task_types.litigation_analysis.offline.letters_en import parties_of_letter
from chalicelib.task_types.litigation_analysis.offline.names_en import (
    FORM,
    NAME,
    ORGANISATION,
    has_form,
    looks_like_party,
    split_names,
    tidy,
)
from chalicelib.task_types.litigation_analysis.offline.party_names import unify
from chalicelib.task_types.litigation_analysis.offline.party_roles import roles_by_word, side_of
from chalicelib.task_types.litigation_analysis.offline.sentences import Reading, Sentence
from chalicelib.task_types.litigation_analysis.package_rules import PackageRules

_CAPTION_SENTENCES = 40
_CAPTION_NAME = 300


def find_parties_en(reading: Reading, rules: PackageRules, kind: DocumentKind) -> tuple[Party, ...]:
    roles = {word: role for word, role in roles_by_word(rules).items() if word.isascii()}
    found = list(_from_caption(reading)) if kind in ("complaint", "answer", "judgment") else []
    for sentence in reading.body:
        found += _from_definitions(sentence, roles, acronyms=kind in ("letter", "contract", "amendment"))
        if kind in ("complaint", "answer", "judgment", "decision"):
            found += _beside_roles(sentence)
    found += parties_of_letter(reading, kind)
    return tuple(party.model_copy(update={"side": side_of(party.roles, rules)}) for party in unify(found))


def party(
    name: str, role: str, sentence: Sentence, *, aliases: tuple[str, ...] = (), anonymised: bool = False
) -> Party:
    return Party(
        name=name,
        aliases=aliases,
        roles=(role,),
        kind="organisation" if has_form(name) else "unknown",
        anonymised=anonymised,
        places=(sentence.place,),
    )


def _from_caption(reading: Reading) -> Iterator[Party]:
    """ "X, Plaintiff, v. Y AND Z, Defendants" over several lines, and "X, represented by …, - Claimant -"."""
    head = reading.body[:_CAPTION_SENTENCES]
    lines = [sentence for sentence in head if not re.search(r"\bCOURT\b|\bDISTRICT OF\b|\bCOUNTY OF\b", sentence.text)]
    text = " ".join(sentence.text for sentence in lines)
    yield from _versus(text, lines)
    last = 0
    for marker in _dashed().finditer(text):
        named = re.search(ORGANISATION, text[max(last, marker.start() - _CAPTION_NAME) : marker.start()])
        last = marker.end()
        if named:
            yield party(tidy(named.group()), marker["role"].lower(), _line_with(named.group(), lines))


def _versus(text: str, lines: list[Sentence]) -> Iterator[Party]:
    suing = _suing().search(text)
    sued = _sued().search(text, suing.end()) if suing else None
    if not (suing and sued) or sued.start() - suing.end() > _CAPTION_NAME:
        return
    for names, role in (
        (text[max(0, suing.start() - _CAPTION_NAME) : suing.start()], suing["role"]),
        (text[suing.end() : sued.start()], sued["role"]),
    ):
        for name in split_names(names):
            if looks_like_party(name):
                yield party(name, role.lower(), _line_with(name, lines))


def _line_with(name: str, lines: list[Sentence]) -> Sentence:
    """A name over two lines is shown by the first of them."""
    whole = (line for line in lines if name.upper() in line.text.upper())
    begun = (line for line in lines if name.split()[0].upper() in line.text.upper())
    return next(whole, next(begun, lines[0]))


def _from_definitions(sentence: Sentence, roles: dict[str, str], *, acronyms: bool) -> Iterator[Party]:
    """'X, a corporation … ("Alias")' and '"X," "We," and "Us" refer to X, Inc.'"""
    start = 0
    for match in _definition().finditer(sentence.text):
        alias = (match["quoted"] or match["bare"]).strip(" ,.")
        name = _defined_name(sentence.text[start : match.start()], alias)
        start = match.end()
        if match["bare"] and not acronyms:
            continue
        role = roles.get(alias.lower()) or roles.get(alias.lower().rstrip("s"))
        if name and (role or _stands_for(alias, name)):
            yield party(name, role or "party", sentence, aliases=() if role and not match["bare"] else (alias,))
    meaning = _refers().search(sentence.text)
    if meaning:
        aliases = tuple(alias.strip(" ,") for alias in re.findall(r"[“\"]([^”\"]+)[”\"]", meaning["aliases"]))
        yield party(tidy(meaning["name"]), "party", sentence, aliases=aliases)


def _defined_name(segment: str, alias: str) -> str | None:
    segment = re.sub(r"\b(?:Plaintiff|Defendant|Claimant|Respondent|Petitioner)s?\s+(?=[A-Z])", "", segment)
    adjacent = re.search(
        rf"(?:^|\b(?:between|among|and|for|of|with|the|The)\s+|,\s*)(?P<name>{ORGANISATION}|{NAME})\s*,?\s*$", segment
    )
    if adjacent and looks_like_party(adjacent["name"]) and (has_form(adjacent["name"]) or _led(segment, adjacent)):
        return tidy(adjacent["name"])
    led = re.search(
        (
            rf"(?:\bbetween\s+|\bamong\s+|^\s*(?:and\s+)?|\band\s+)(?P<name>{ORGANISATION}|{NAME})(?=,|\s+\(|"
            rf"\s+(?:with|having|and)\b)"
        ),
        segment,
    )
    if led and looks_like_party(led["name"]) and (has_form(led["name"]) or alias[:1].isupper()):
        return tidy(led["name"])
    return None


def _led(segment: str, match: re.Match[str]) -> bool:
    return (
        bool(
            re.search(
                r"(?:between|among|and|for|of|with|Plaintiff|Defendant)\s+(?:the\s+)?$", segment[: match.start("name")]
            )
        )
        or match.start("name") == 0
    )


def _stands_for(alias: str, name: str) -> bool:
    """An acronym or a part of the name; "Agreement" and "Software" stand for things."""
    initials = "".join(
        word[0] for word in re.findall(r"[A-Z][\w-]*|[a-z]+", re.sub(rf",?\s*{FORM}$", "", name)) if word[0].isupper()
    )
    humps = "".join(re.findall(r"[A-Z]", re.sub(rf",?\s*{FORM}$", "", name)))
    folded = alias.lower().replace(" ", "")
    return (
        _is_acronym(alias, initials.upper())
        or _is_acronym(alias, humps)
        or (folded in name.lower().replace(" ", "") and alias[:1].isupper())
    )


def _is_acronym(alias: str, letters: str) -> bool:
    """ "AVP" of "AudioVisual Preservation Solutions": its letters in order, from the first on."""
    rest = iter(letters)
    return alias.isupper() and len(alias) >= 2 and alias[0] == letters[:1] and all(letter in rest for letter in alias)


def _beside_roles(sentence: Sentence) -> Iterator[Party]:
    """ "Defendants Xoho Tech Inc., Xoho Tech Private Limited, and Adeel Ahmad"; "Defendant 2.)" keeps its number."""
    for match in _beside().finditer(sentence.text):
        role = match["role"].lower()
        for name in split_names(match["names"]) if match["plural"] else [tidy(match["names"])]:
            if looks_like_party(name):
                yield party(name, role, sentence)
    for match in _numbered().finditer(sentence.text):
        yield party(f"{match['role']} {match['number']}", match["role"].lower(), sentence, anonymised=True)


@cache
def _suing() -> re.Pattern[str]:
    return re.compile(
        r",?\s+(?P<role>Plaintiff|Claimant|Petitioner|Appellant|PLAINTIFF)s?,?\s+(?:v\.|vs\.?|against|-against-)\s+"
    )


@cache
def _sued() -> re.Pattern[str]:
    return re.compile(r",?\s+(?P<role>Defendant|Respondent|Appellee|DEFENDANT)s?\b")


@cache
def _dashed() -> re.Pattern[str]:
    return re.compile(r"[–-]\s*(?P<role>Claimant|Plaintiff|Applicant|Defendant|Respondent)s?\s*[–-]")


@cache
def _definition() -> re.Pattern[str]:
    return re.compile(
        r"\(\s*(?:hereinafter|collectively|individually|together|each)?,?\s*(?:referred to as\s+)?(?:the\s+|an?\s+)?"
        r"(?:[“\"](?P<quoted>[^”\"]{2,40})[”\"](?:\s+or\s+[“\"][^”\"]+[”\"])?|(?P<bare>[A-Z]{2,8}))\s*\)"
    )


@cache
def _refers() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<aliases>(?:[“\"][^”\"]{{2,20}}[”\"],?\s*(?:and\s+|or\s+)?)+)\s*(?:refers?\s+to|"
        rf"means?)\s+(?P<name>{ORGANISATION})"
    )


@cache
def _beside() -> re.Pattern[str]:
    single = rf"(?:{ORGANISATION}|[A-Z][\w.&-]+(?:\s+[A-Z][\w.&-]+){{0,6}}(?![\w’'.]))"
    return re.compile(
        rf"\b(?P<role>Plaintiff|Defendant|Claimant|Respondent|Applicant|Petitioner|Appellant|Appellee)(?P<plural>s)?\s+"
        rf"(?P<names>{single}(?:,\s+(?:and\s+)?{single}|\s+and\s+(?!Defendant|Plaintiff){single})*)(?=[\s,.;(’'])"
    )


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(r"\b(?P<role>Defendant|Claimant|Plaintiff|Respondent)\s+(?P<number>\d)(?=\.?\\?[})]|\.\s)")
