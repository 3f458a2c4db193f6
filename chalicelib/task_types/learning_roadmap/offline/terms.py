"""The terms of a concept and its neighbours, by kind: a wrong option has to be of the right one's kind."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from chalicelib.domain.text.language import has_chinese
from chalicelib.task_types.learning_roadmap.artifacts import BLANK
from chalicelib.task_types.learning_roadmap.offline.definitions import Definition, definitions, key_of
from chalicelib.task_types.learning_roadmap.offline.material import Material
from chalicelib.task_types.learning_roadmap.offline.reading import read
from chalicelib.task_types.learning_roadmap.offline.topics import split_topics

_KINDS = (
    ("call", re.compile(r"^`[\w.]+\([\w, =*]*\)`$")),
    ("method", re.compile(r"^`(?:<\w+>)?\.\w+(?:\(\w*\))?`$|^`<\w+>\.\w+\([^`]*\)`$")),
    ("constant", re.compile(r"^`(?:True|False|None|null)`$")),
    ("name", re.compile(r"^`[A-Z][A-Z_]{2,}`$")),
    ("operator", re.compile(r"^`[^\w\s`<>()\"']{1,3}`$|^`(?:[<>]=?|<<|>>)`$")),
    ("word", re.compile(r"^`[A-Za-z][\w-]{1,24}`$")),
)
_PHRASE = re.compile(r"^[a-z][\w'’-]+(?: [a-z][\w'’-]+){1,2}$")
_CHINESE_TERM = re.compile(r"^[\w\u3400-\u9fff·+#-]{2,10}$")
_NO_PHRASE = re.compile(
    r"\b(?:the|a|an|and|or|not|to|of|in|on|with|from|by|as|if|is|are|least|full|this|similar|away|up|down|off|out|all|"
    r"about|opposite|except|more|most|only|also|see|default|surprisingly)\b|ly\b"
)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_NUMBERED = ("word", "phrase")


def kind_of(term: str) -> str | None:
    """None for what is no term, such as a piece of code or a whole clause."""
    for kind, pattern in _KINDS:
        if pattern.match(term):
            return kind
    if has_chinese(term):
        return "chinese" if _CHINESE_TERM.match(term) else None
    return "phrase" if _PHRASE.match(term) and not _NO_PHRASE.search(term) else None


@dataclass(frozen=True)
class TermPool:
    """Terms in the order in which they make good wrong options: the concept's own first."""

    by_kind: dict[str, list[str]] = field(default_factory=dict)
    defined: list[Definition] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    """Sentences of the concept and its neighbours: a term that one of them uses in the question's way is not wrong."""

    def like(self, term: str) -> list[str]:
        kind = kind_of(term)
        others = [other for other in self.by_kind.get(kind or "", []) if not related(other, term)]
        return [other for other in others if kind not in _NUMBERED or is_plural(other) == is_plural(term)]


def term_pool(material: Material) -> TermPool:
    own = material.reading
    pool = TermPool(defined=list(material.definitions), titles=_titles(material))
    marked = list(own.marked)
    pool.texts.extend(sentence.text for sentence in own.sentences)
    for neighbour in material.brief.neighbours:
        marks, sentences, defined = _of_text(neighbour.text)
        marked += marks
        pool.texts.extend(sentences)
        pool.defined.extend(defined)
    marked += [definition.term for definition in pool.defined]
    for term in dict.fromkeys(marked):
        kind = kind_of(term)
        if kind:
            pool.by_kind.setdefault(kind, []).append(term)
    return pool


def related(one: str, other: str) -> bool:
    """Spellings of one term, or one inside the other: neither may be wrong where the other is right."""
    first, second = key_of(one), key_of(other)
    return not first or not second or first == second or first in second or second in first


@lru_cache(maxsize=512)
def _of_text(text: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Definition, ...]]:
    reading = read(split_topics(text)[0])
    sentences = tuple(sentence.text for sentence in reading.sentences)
    return reading.marked, sentences, tuple(definitions(reading.sentences, BLANK))


def _titles(material: Material) -> list[str]:
    return [neighbour.title for neighbour in material.brief.neighbours]


def is_plural(term: str) -> bool:
    """As far as the spelling tells; a wrong option of another number would give itself away."""
    bare = term.strip("`")
    return bare.endswith("s") and not bare.endswith(("ss", "us", "is"))


def spelled_inside(titles: Iterable[str]) -> list[str]:
    """Titles as they would stand inside a sentence: `Dict Methods` as "dict methods"."""
    return [
        title if has_chinese(title) else " ".join(_lowered(word) for word in _ARTICLE.sub("", title).split())
        for title in titles
    ]


def _lowered(word: str) -> str:
    return word.lower() if word[1:].islower() or len(word) == 1 else word
