"""What is asked for, alleged, denied, admitted and held."""

import re
from collections.abc import Iterator
from functools import cache

from chalicelib.task_types.litigation_analysis.findings import Claim, ClaimKind, DocumentKind
from chalicelib.task_types.litigation_analysis.offline.claim_cues import CUES_EN, CUES_ZH
from chalicelib.task_types.litigation_analysis.offline.grouped import merged
from chalicelib.task_types.litigation_analysis.offline.sentences import Reading, Sentence
from chalicelib.task_types.litigation_analysis.offline.speakers import Speaker, Speakers
from chalicelib.task_types.litigation_analysis.package_rules import PackageRules

_OF_FACTS = ("letter", "complaint", "answer", "judgment", "decision", "other")
_SHORTEST = {"zh": 8, "en": 25}
_COURT = {"zh": "法院", "en": "the court"}


def find_claims(reading: Reading, rules: PackageRules, kind: DocumentKind, speakers: Speakers) -> tuple[Claim, ...]:
    """Only from documents in which somebody claims something: a contract's clauses are no claims."""
    if kind not in _OF_FACTS:
        return ()
    found = [
        claim
        for sentence in reading.body
        if not (sentence.heading or _is_form(sentence.text)) and len(sentence.text) >= _SHORTEST[reading.language]
        for claim in _claims_in(sentence, reading, rules, kind, speakers)
    ]
    return merged(found, lambda claim: (claim.kind, claim.text))


def _claims_in(
    sentence: Sentence, reading: Reading, rules: PackageRules, kind: DocumentKind, speakers: Speakers
) -> Iterator[Claim]:
    admitted = False
    for claim_kind, pattern in _cues(reading.language, rules):
        if claim_kind == "holding" and kind not in ("judgment", "decision"):
            continue
        match = pattern.search(sentence.text)
        if not match or (admitted and claim_kind != "denial"):
            continue
        speaker = Speaker(_COURT[reading.language], None) if kind == "judgment" else speakers.writer
        if claim_kind != "holding":
            speaker = speakers.of(sentence.text, match.start(), reading.language)
        unsaid = claim_kind == "admission" and speaker == speakers.writer and _of_others(sentence.text, match)
        if speaker.name and not unsaid:
            text, places = sentence.text, (sentence.place,)
            yield Claim(kind=claim_kind, by=speaker.name, side=speaker.side, text=text, places=places)
            admitted = claim_kind == "admission"
            if not admitted:  # Whoever admits one thing often denies another in the same breath.
                return


def _of_others(text: str, cue: re.Match[str]) -> bool:
    """ "They acknowledge" in a letter is no admission of its writer; "we acknowledge" is."""
    is_speech = re.match(r"acknowledg|conced|agreed", cue.group())
    return bool(is_speech) and not re.search(r"\b(?:[Ww]e|I|our client|Plaintiff|Defendants?)\b", text[: cue.start()])


def _is_form(text: str) -> bool:
    """A question or an instruction of a form that somebody filled in."""
    return bool(
        re.match(r"(?:Is|Are|Have|Do|Did|What|Which|Would|Can)\b[^.]*\?", text)
        or re.match(r"(?:Please (?:provide|describe|type)|Each fork|\(A true and)", text)
    )


@cache
def _cues(language: str, rules: PackageRules) -> tuple[tuple[ClaimKind, re.Pattern[str]], ...]:
    cues = CUES_ZH if language == "zh" else CUES_EN
    extra: dict[ClaimKind, tuple[str, ...]] = {"denial": rules.denial_cues, "request": rules.claim_cues}
    return tuple((kind, re.compile(_with(pattern, extra.get(kind, ()), language))) for kind, pattern in cues)


def _with(pattern: str, words: tuple[str, ...], language: str) -> str:
    chosen = [word for word in words if word.isascii() == (language == "en")]
    escaped = [rf"\b{re.escape(word)}\b" if language == "en" else re.escape(word) for word in chosen]
    return "|".join((pattern, *escaped))
