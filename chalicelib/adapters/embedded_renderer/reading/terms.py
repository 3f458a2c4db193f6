"""Cutting a prompt into terms: every word of the vocabulary becomes what it may mean, the rest is kept as unknown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from chalicelib.adapters.embedded_renderer.reading import grammar_words, quality_words, scene_words, thing_words
from chalicelib.adapters.embedded_renderer.things.registry import nouns

LONGEST_ENGLISH = 5
LONGEST_CHINESE = 8
QUOTED = re.compile(
    r"“([^“”]{1,60})”|「([^「」]{1,60})」|『([^『』]{1,60})』|‘([^‘’]{1,60})’|\"([^\"]{1,60})\"|(?<![\w])'([^']{1,60})'(?![\w])"
)
ENGLISH_WORD = re.compile(r"[a-z0-9][a-z0-9'’\-]*", re.IGNORECASE)
HAN = re.compile(r"[\u3400-\u9fff]")
COUNTED = re.compile(
    rf"(许多|很多|一些|[一二两三四五六七八九十几半数]|\d{{1,3}})"
    rf"(?:([{grammar_words.CLASSIFIERS}])|([{''.join(grammar_words.MEASURES)}])(?!子)|(?=[瓶壶罐串]))?"
)
NO_NOUN = frozenset({"relation", "position", "break", "joining", "place"})
"""After these the noun has been said: an orange on a plate."""
SEXES = {"woman": "woman", "girl": "woman", "man": "man", "boy": "man"}
"""A woman doctor is a doctor."""
VERBS_TOO = frozenset({"包"})
"""包饺子 makes dumplings, it is no bag."""
BOTH = frozenset({"荷花池", "荷塘", "lotus pond"})
"""Places with a thing in them."""
BREAKS = ",.;:!?，。；：！？\n"


@dataclass(frozen=True, slots=True)
class Term:
    """`kind` is a table of the vocabulary (thing, colour, size, trait, place, time, weather, mood, style, view,
    relation, post, position, not, silent), or number, article, definite, quote, break, unknown."""

    kind: str
    value: str
    word: str
    number: int = 0
    plural: bool = False


def terms_of(prompt: str) -> Iterator[Term]:
    """Of two English nouns side by side the first only says of which kind the second is: a glass vase."""
    before, before_end, yielded = None, 0, ""
    for term, start, end in _cut(prompt):
        beside = not prompt[before_end:start].strip() and term.kind == "thing" and term.word.isascii()
        if before and yielded in ("article", "number", "definite") and before.word == "orange" and term.kind in NO_NOUN:
            before = Term("thing", "orange", "orange")
        if before and before.kind == "number" and term.kind == "style" and meanings_of_thing(term.word):
            term = Term("thing", meanings_of_thing(term.word)[0], term.word, plural=term.plural)
        if before and before.word in VERBS_TOO and term.kind == "thing":
            before = Term("relation", "hold", before.word)
        if before and beside and before.kind == "thing" and before.value in SEXES:
            before = Term("trait", SEXES[before.value], before.word)
        if before and not (beside and before.kind == "thing" and before.word.isascii() and not before.plural):
            yield before
            yielded = before.kind
        before, before_end = term, end
    if before:
        yield before


def _cut(prompt: str) -> Iterator[tuple[Term, int, int]]:
    """Terms with their places."""
    position = 0
    while position < len(prompt):
        found = (
            _quote(prompt, position)
            or _counted(prompt, position)
            or _han(prompt, position)
            or _english(prompt, position)
        )
        if found is None:
            if prompt[position] == "、":
                yield Term("joining", "、", "、"), position, position + 1
            if prompt[position] in BREAKS:
                yield Term("break", prompt[position], prompt[position]), position, position + 1
            position += 1
            continue
        terms, end = found
        for term in terms:
            yield term, position, end
        position = end


def meanings_of_thing(word: str) -> list[str]:
    return [value for kind, value in meanings(word) if kind == "thing"]


def meanings(word: str) -> list[tuple[str, str]]:
    return vocabulary().get(word, [])


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, list[tuple[str, str]]]:
    """All meanings of each word; those of scenes first, so that flames around something are no second thing."""
    tables = (
        ("weather", scene_words.WEATHER_WORDS),
        ("style", scene_words.STYLE_WORDS),
        ("view", scene_words.VIEW_WORDS),
        ("place", scene_words.PLACE_WORDS),
        ("time", scene_words.TIME_WORDS),
        ("mood", scene_words.MOOD_WORDS),
        ("thing", nouns()),
        ("thing", thing_words.THING_WORDS),
        ("trait", quality_words.TRAIT_WORDS),
        ("colour", quality_words.COLOUR_WORDS),
        ("size", quality_words.SIZE_WORDS),
        ("relation", grammar_words.RELATION_WORDS),
        ("position", grammar_words.POSITION_WORDS),
    )
    words: dict[str, list[tuple[str, str]]] = {}
    for kind, table in tables:
        for line in table.strip().splitlines():
            value, _, names = line.partition(":")
            for name in names.split():
                words.setdefault(name.replace("_", " "), []).append((kind, value))
    for word, value in grammar_words.POSTPOSITIONS.items():
        words.setdefault(word, []).append(("post", value))
    for word in grammar_words.NEGATIONS:
        words[word] = [("not", word)]
    for word in grammar_words.COMPOUNDS.split():
        words.setdefault(word, [("unknown", word)])
    for word in grammar_words.JOINING_WORDS.split():
        words[word] = [("joining", word)]
    for word in grammar_words.SILENT_WORDS.split():
        words.setdefault(word, []).append(("silent", word))
    return words


Found = tuple[list[Term], int]


def _quote(prompt: str, position: int) -> Found | None:
    match = QUOTED.match(prompt, position)
    if not match:
        return None
    text = next(group for group in match.groups() if group)
    return [Term("quote", text.strip(), text)], match.end()


def _counted(prompt: str, position: int) -> Found | None:
    match = COUNTED.match(prompt, position)
    vague = match is not None and match[1] in ("许多", "很多", "一些")
    if not match or not (match[2] or match[3] or vague or prompt[match.end() : match.end() + 1] in tuple("瓶壶罐串")):
        return None
    number = int(match[1]) if match[1].isdigit() else grammar_words.NUMBERS_ZH[match[1]]
    number *= grammar_words.GROUPS.get(match[2] or "", 1)
    counted = Term("number", match[0], match[0], number=number)
    vessel = grammar_words.MEASURES.get(match[3] or "")
    if vessel:
        return [counted, Term("thing", vessel, match[3]), Term("joining", "of", "of")], match.end()
    return [counted], match.end()


def _han(prompt: str, position: int) -> Found | None:
    if not HAN.match(prompt[position]):
        return None
    for length in range(LONGEST_CHINESE, 0, -1):
        word = prompt[position : position + length].lower()
        if len(word) == length and meanings(word):
            return [Term(kind, value, word) for kind, value in _chosen(word)], position + length
    end = position + 1
    while end < len(prompt) and HAN.match(prompt[end]) and not _any_han_word(prompt, end):
        end += 1
    return [Term("unknown", prompt[position:end], prompt[position:end])], end


def _any_han_word(prompt: str, position: int) -> bool:
    return bool(COUNTED.match(prompt, position)) or any(
        meanings(prompt[position : position + length]) for length in range(1, LONGEST_CHINESE + 1)
    )


def _english(prompt: str, position: int) -> Found | None:
    match = ENGLISH_WORD.match(prompt, position)
    if not match:
        return None
    ends: list[int] = []
    cursor = position
    while len(ends) < LONGEST_ENGLISH and (word := ENGLISH_WORD.match(prompt, cursor)):
        ends.append(word.end())
        cursor = word.end() + 1 if prompt[word.end() : word.end() + 1] == " " else len(prompt)
    for end in reversed(ends):
        phrase = prompt[position:end].lower().replace("’", "'")
        number = grammar_words.NUMBERS_EN.get(phrase)
        if number or (phrase.isdigit() and 0 < int(phrase) < 100):
            return [
                Term("article" if phrase in ("a", "an") else "number", phrase, phrase, number=number or int(phrase))
            ], end
        for form, plural in _forms(phrase):
            if meanings(form) and (form == phrase or meanings(form)[0][0] not in ("silent", "joining")):
                plural = plural or phrase == "oranges" or phrase.startswith("slices ") or _listed_plural(phrase)
                return [Term(kind, value, phrase, plural=plural) for kind, value in _chosen(form)], end
    kind = "definite" if match[0].lower() == "the" else "unknown"
    return [Term(kind, match[0], match[0])], match.end()


def _forms(word: str) -> Iterator[tuple[str, bool]]:
    """The word as it stands and, where it may be a plural, its singulars."""
    yield word, False
    if word.endswith("ies"):
        yield word[:-3] + "y", True
    if word.endswith("ves"):
        yield word[:-3] + "f", True
    if word.endswith("es"):
        yield word[:-2], True
    if word.endswith("s"):
        yield word[:-1], True
    if word.endswith("men"):
        yield word[:-3] + "man", True
    head, of, rest = word.partition("s of ")
    if of:
        yield f"{head} of {rest}", True
    if word.endswith("'s"):
        yield word[:-2], False


def _listed_plural(phrase: str) -> bool:
    """A plural that is in the vocabulary itself, beside its singular."""
    return any(plural and meanings(form) and meanings(form) == meanings(phrase) for form, plural in _forms(phrase))


def _chosen(word: str) -> list[tuple[str, str]]:
    found = meanings(word)
    kinds = {kind for kind, _ in found}
    if word in BOTH:
        return found
    if "silent" in kinds and len(kinds) > 1:
        found = [item for item in found if item[0] != "silent"]
    if kinds & {"weather", "place", "mood", "view", "style"}:
        return [item for item in found if item[0] not in ("thing", "silent")] or found
    return found[:2] if {"relation", "position"} <= kinds or {"relation", "trait"} <= kinds else found[:1]
