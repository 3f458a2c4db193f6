"""English words and noun phrases, found by the small words around them instead of a trained tagger."""

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any

from chalicelib.domain.text.english_words import (
    ADJECTIVES_ALONE,
    COMPARATIVE_OPENINGS,
    DETERMINERS,
    NOUNS_IN_ING,
    OF_A_PEOPLE,
    STOP_WORDS,
    VERBS,
    WEAK_NOUNS,
)
from chalicelib.domain.text.word_lists import words_of

_WORD = re.compile(r"[A-Z]\.(?=\s[A-Z])|[A-Za-z\u00c0-\u024f][\w'’-]*|\d[\d.,]*|[^\w\s]")
_ADVERB = re.compile(r"ly$")
_PARTICIPLE = re.compile(r"(?:ed|ing)$")
_NAME_GOES_ON = re.compile(r"(?:[A-Z]|(?:ibn|bin|von|van|de|da|di|al-|of [A-Z]))")
_ARTICLE = re.compile(r"^(?:the|The|a|an|A|An) ")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_CAPITALISED_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]*")
_LONGEST_PHRASE = 3
_LONGEST_SUBJECT = 6
_INSIDE_SUBJECT = words_of("""
of in at for to from and or with the a an between on
""")
_OPENING_ADVERBIAL = re.compile(
    r"^(?:In|At|On|For|By|With|From|During|Since|After|Before|Of|Though|Although)\b[^,]{2,70},\s+"
)
_SUBJECT = re.compile(
    r"(?:(?:The|A|An|These|This|Some|Many|Most|Its|His|Her|Their|Both|Two|Three|Our|the|its|some|many)\s+)?"
    r"([A-Za-z\u00c0-\u024f][\w'’-]*(?:\s+[A-Za-z\u00c0-\u024f][\w'’-]*){0,7}?)"
    r"(?:\s+\([^()]*\)|,[^,]{2,60},)*\s+(?:also\s+|often\s+|then\s+)?(?:"
    + "|".join(sorted({"can", "could", "may", "might", "will", "would", "must", "should"} | VERBS))
    + r")\b"
)


class EnglishLexicon:
    def __init__(self, known_terms: Sequence[str], text: str) -> None:
        self._names = set(_CAPITALISED_INSIDE.findall(text))
        terms = [_ARTICLE.sub("", term.strip()) for term in known_terms]
        self._known = [term for term in terms if _is_noun_phrase(term)]

    def words(self, text: str) -> list[str]:
        words = (match.group().lower().strip("'’-") for match in _WORD.finditer(text))
        return [_stem(word) for word in words if _is_content(word)]

    def subject(self, text: str) -> str | None:
        """What the sentence is about, when a noun phrase stands before its verb."""
        match = _SUBJECT.match(_OPENING_ADVERBIAL.sub("", text, count=1))
        words = _without_comparison(match.group(1).split()) if match else []
        inner = [word for word in words if word.lower() not in _INSIDE_SUBJECT]
        if not inner or len(words) > _LONGEST_SUBJECT or not all(map(_may_stand_in_phrase, inner)):
            return None
        if words[0].lower() in WEAK_NOUNS or inner[-1].lower() in WEAK_NOUNS or words[-1] not in inner:
            return None
        return " ".join(words if _NAME_GOES_ON.match(" ".join(words[1:])) else [self._as_inside(words[0]), *words[1:]])

    def _as_inside(self, word: str) -> str:
        """A word that opened the sentence, in the case it has inside one."""
        return word if word in self._names or not word[1:].islower() else word.lower()

    def is_term(self, phrase: str) -> bool:
        return _is_noun_phrase(phrase.strip())

    def phrases(self, text: str) -> list[str]:
        lowered = text.lower()
        known = [term for term in self._known if term.lower() in lowered]
        return [*known, *_noun_phrases(_IN_BRACKETS.sub("", text))]


def _is_content(word: str) -> bool:
    return len(word) > 1 and word not in STOP_WORDS and (word[0].isalpha() or len(word) >= 3)


def _is_noun_phrase(term: str) -> bool:
    words = term.split()
    inner_stops = [word for word in words if word.lower() in STOP_WORDS and word.lower() not in ("of", "and", "the")]
    return (
        0 < len(words) <= 4
        and not inner_stops
        and not term[0].isdigit()
        and len(term) > 3
        and words[0].lower() not in WEAK_NOUNS
        and words[-1].lower() not in ADJECTIVES_ALONE
    )


def _noun_phrases(text: str) -> list[str]:
    """Runs of content words that follow a determiner or preposition, and capitalised names."""
    phrases: list[str] = []
    tokens = [match.group() for match in _WORD.finditer(text)]
    run: list[str] = []
    before = ""
    for token in [*tokens, "."]:
        if _may_stand_in_phrase(token):
            run.append(token)
            continue
        phrases.extend(_trimmed(run, before))
        run, before = [], token
    return phrases


def _may_stand_in_phrase(token: str) -> bool:
    lowered = token.lower()
    return (
        token[0].isalpha()
        and len(token) > 1
        and lowered not in STOP_WORDS
        and lowered not in VERBS
        and _ADVERB.search(lowered) is None
    )


def _trimmed(run: list[str], before: str) -> list[str]:
    while run and _is_participle(run[-1]):
        run = run[:-1]
    # The first word of a sentence has its capital from there, unless a name goes on after it.
    opens_sentence = before in (".", "", "!", "?") and not (run[1:] and run[1][0].isupper())
    names = _capitalised(run[1:] if opens_sentence else run)
    if names:
        return names
    run = _without_comparison(run)
    opened = before.lower() in DETERMINERS or before.lower() in ("and", "or", ",")
    if not opened or not 1 <= len(run) <= _LONGEST_PHRASE or run[-1].lower() in WEAK_NOUNS:
        return []
    if run[0].lower() in WEAK_NOUNS:
        return []
    if len(before) == 1 and before.isalpha() and before.lower() != "a":
        return []
    if before.lower() not in DETERMINERS and _is_participle(run[0]):
        return []
    return [" ".join(run)] if len(run) > 1 or len(run[0]) > 3 else []


def _without_comparison(words: list[str]) -> list[str]:
    while words and words[0].lower() in COMPARATIVE_OPENINGS:
        if words[0].endswith("er") and len(words) > 2:
            return []
        words = words[1:]
    return words


def _capitalised(run: list[str]) -> list[str]:
    """Names in a run of words; one that lower-case words follow takes them along, or was cut short."""
    names: list[str] = []
    at = 0
    while at < len(run):
        end = at
        while end < len(run) and run[end][:1].isupper():
            end += 1
        if end > at:
            name = run[at:end] if end == len(run) or run[end][:1].isupper() else run[at:]
            names.extend([" ".join(name)] if _is_name(name) else [])
        at = end + 1
    return names


def _is_name(words: list[str]) -> bool:
    return (
        len(words) <= _LONGEST_PHRASE
        and len("".join(words)) > 2
        and words[-1] not in OF_A_PEOPLE
        and words[-1].lower() not in WEAK_NOUNS
    )


def _is_participle(word: str) -> bool:
    return _PARTICIPLE.search(word.lower()) is not None and word.lower() not in NOUNS_IN_ING and len(word) > 4


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    # The package has no type information; imported when the first English text comes.
    return import_module("snowballstemmer").stemmer("english")


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))
