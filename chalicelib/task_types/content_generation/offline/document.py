"""The reference text as sections of passages of sentences, each sentence fit to be quoted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from chalicelib.domain.text.language import count_words, detect_language
from chalicelib.task_types.content_generation.offline.markup import read_blocks
from chalicelib.task_types.content_generation.offline.passages import chapters_of

_ADDRESS = re.compile(r"https?://|www\.\w|\S+@\S+\.\w")
_END_MARK = re.compile(r"[.!?…。！？][\"'”’」』）)\]]*$")
_LEAD_IN = re.compile(r"[:：]$")
_ABOUT_THE_SOURCE = re.compile(
    r"^(?:This|The following) (?:page|guide|guidance|section|article|document|chapter|list|post|tutorial)\b|"
    r"^(?:本|这篇|此)(?:文|页|节|章|条目|指南|教程|文档)|不属于本|^请(?:查看|参阅|参见|访问)|^不明白什么是"
)
_LONGEST = {"zh": 400, "en": 130}
_SHORTEST = {"zh": 6, "en": 4}


@dataclass(frozen=True)
class Sentence:
    index: int
    text: str
    section: int
    passage: int


@dataclass(frozen=True)
class Document:
    language: str
    headings: tuple[str | None, ...]
    """One for each section; None where the source has no heading."""
    sentences: tuple[Sentence, ...]

    @cached_property
    def is_structured(self) -> bool:
        used = {sentence.section for sentence in self.sentences}
        return sum(1 for section in used if self.headings[section]) >= 2

    def word_count(self) -> int:
        return sum(count_words(sentence.text, self.language) for sentence in self.sentences)


def read_document(source: str) -> Document:
    blocks = read_blocks(source)
    language = detect_language(source)
    chapters = list(chapters_of(blocks, language))
    sentences: list[Sentence] = []
    for section, chapter in enumerate(chapters):
        for passage, candidates in enumerate(chapter.passages):
            for sentence in _usable(candidates, language):
                sentences.append(Sentence(len(sentences), sentence, section, passage))
    return Document(language, tuple(chapter.heading or None for chapter in chapters), tuple(sentences))


def _usable(candidates: list[str], language: str) -> Iterator[str]:
    """The sentences that say something in the language of the document."""
    for sentence in candidates:
        length = count_words(sentence, language)
        if not _SHORTEST[language] <= length <= _LONGEST[language] and not _is_glued(sentence):
            continue
        if _ADDRESS.search(sentence) or _LEAD_IN.search(sentence) or _ABOUT_THE_SOURCE.search(sentence):
            continue
        if detect_language(sentence) == language:
            yield _ended(sentence, language)


def _is_glued(sentence: str) -> bool:
    """Short answers such as "Be open." belong to the sentence before them."""
    return 2 <= len(sentence.split()) <= 4 and sentence[:1].isupper()


def _ended(sentence: str, language: str) -> str:
    if _END_MARK.search(sentence):
        return sentence
    return sentence.rstrip("，,；;、 ") + ("。" if language == "zh" else ".")
