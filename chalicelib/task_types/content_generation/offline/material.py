"""The reference text with everything the writer needs to know about each of its sentences."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from chalicelib.domain.text.language import count_words
from chalicelib.domain.text.lexicon import Lexicon, compact
from chalicelib.task_types.content_generation.offline.cohesion import Link, link_of
from chalicelib.task_types.content_generation.offline.document import Document, Sentence
from chalicelib.task_types.content_generation.offline.ranking import Vector, centrality, similarity, vectors_of

_QUESTION = re.compile(r"[?？][\"'”’」』）)]*$")
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|I|my)\b|我们|我|本人", re.IGNORECASE)
_SEE_ELSEWHERE = re.compile(
    r"\b(?:see the|see also|for (?:more|help|detailed)\b.*\bsee)\b|详见|参见|参阅", re.IGNORECASE
)
_EXAMPLE = re.compile(r"^(?:正确|用法|注意|例外)：|^(?:For example|Example|Note)\b")
_DUPLICATE_FROM = 0.82


@dataclass(frozen=True)
class Material:
    document: Document
    lexicon: Lexicon
    topic: str
    keywords: tuple[str, ...]

    @property
    def language(self) -> str:
        return self.document.language

    @property
    def sentences(self) -> Sequence[Sentence]:
        return self.document.sentences

    @cached_property
    def lengths(self) -> list[int]:
        return [count_words(sentence.text, self.language) for sentence in self.sentences]

    @cached_property
    def links(self) -> list[Link]:
        links = [link_of(sentence.text, self.language) for sentence in self.sentences]
        for at, sentence in enumerate(self.sentences):
            if at == 0 or self.sentences[at - 1].section != sentence.section:
                # Nothing before it in its section that it could lean on.
                links[at] = Link.NONE
        return links

    @cached_property
    def vectors(self) -> list[Vector]:
        return vectors_of([self.lexicon.words(sentence.text) for sentence in self.sentences])

    @cached_property
    def scores(self) -> list[float]:
        """How much each sentence deserves a place in the article."""
        return [
            rank + self._fit(sentence) for rank, sentence in zip(centrality(self.vectors), self.sentences, strict=True)
        ]

    def needed_by(self, index: int) -> list[int]:
        """The sentences without which this one hangs in the air, with itself, in order."""
        needed = [index]
        while self.links[needed[0]] is Link.TO_PREVIOUS:
            needed.insert(0, needed[0] - 1)
        if self.links[needed[0]] is Link.TO_SUBJECT:
            subject = needed[0]
            while self.links[subject] is not Link.NONE:
                subject -= 1
            needed.insert(0, subject)
        return needed

    def duplicates(self) -> set[int]:
        """Sentences that say what an earlier one said."""
        seen: dict[str, int] = {}
        repeated: set[int] = set()
        for at, sentence in enumerate(self.sentences):
            if compact(sentence.text) in seen or self._repeats_neighbour(at):
                repeated.add(at)
            seen.setdefault(compact(sentence.text), at)
        return repeated

    def _repeats_neighbour(self, at: int) -> bool:
        """Only near ones are compared: a repetition far away is rare, and comparing all would take long."""
        return any(
            similarity(self.vectors[at], self.vectors[other]) > _DUPLICATE_FROM
            for other in range(max(0, at - 40), at)
            if self.vectors[at] and self.vectors[other]
        )

    def _fit(self, sentence: Sentence) -> float:
        text = sentence.text
        fit = 0.6 if sentence.index == 0 else 0.1 if self._opens_passage(sentence) else 0.0
        fit += 0.3 * min(2, sum(1 for term in (self.topic, *self.keywords) if term.lower() in text.lower()))
        fit -= 0.5 if _QUESTION.search(text) else 0.0
        fit -= 0.15 if _FIRST_PERSON.search(text) else 0.0
        fit -= 0.6 if _SEE_ELSEWHERE.search(text) else 0.0
        fit -= 0.3 if _EXAMPLE.search(text) else 0.0
        return fit - (0.3 if self.lengths[sentence.index] < 8 else 0.0)

    def _opens_passage(self, sentence: Sentence) -> bool:
        before = self.sentences[sentence.index - 1]
        return (before.section, before.passage) != (sentence.section, sentence.passage)
