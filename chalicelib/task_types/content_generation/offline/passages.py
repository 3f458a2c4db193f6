"""Turns blocks into chapters of running text: lists and examples become sentences, link lists are left out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from chalicelib.domain.text.language import count_words
from chalicelib.domain.text.sentences import split_sentences
from chalicelib.task_types.content_generation.offline.listings import (
    ABOUT_OTHER_SOURCES,
    is_link_list,
    listing_passages,
)
from chalicelib.task_types.content_generation.offline.markup import Block, Heading, Listing, Passage, heading_text

_LABEL_END = re.compile(r"[:：]$")
_WRONG_EXAMPLE = re.compile(
    r"^(?:错误|不正确|反例|错误示例|对比用法|不要|不好|wrong|incorrect|bad|avoid|don['’]t|not this)\b|"
    r"^(?:错误|对比)",
    re.IGNORECASE,
)
_RULE_HEADING = re.compile(
    r"需要|不要|使用|应该?|可以|必须|避免|不加|增加|不重复|"
    r"^(?:Use|Avoid|Don['’]t|Do not|Do|Keep|Make|Write|Be|Never|Always|Choose|Prefer|Check|Add|Remove)\s+\w+\s+\w+"
)
_LONGEST_LABEL = {"zh": 14, "en": 5}


@dataclass
class Chapter:
    heading: str = ""
    passages: list[list[str]] = field(default_factory=list)


def chapters_of(blocks: Sequence[Block], language: str) -> Iterator[Chapter]:
    """One chapter for each main heading; smaller headings are folded into it."""
    level = _chapter_level(blocks)
    has_prose = any(isinstance(block, Passage) and not block.quoted for block in blocks)
    chapter = Chapter()
    for heading, body in _parts(blocks):
        if heading is not None and ABOUT_OTHER_SOURCES.search(heading.text):
            continue
        passages = list(_Body(body, language, heading=heading.text if heading else "", quotes=not has_prose))
        if heading is not None and heading.level <= level:
            yield chapter
            # A heading above the level of the chapters is the title of the whole text.
            chapter = Chapter(heading.text if heading.level == level else "")
        elif heading is not None and passages and _RULE_HEADING.search(heading.text):
            passages[0].insert(0, heading.text + ("。" if language == "zh" else "."))
        chapter.passages.extend(passages)
    yield chapter


def _chapter_level(blocks: Sequence[Block]) -> int:
    """The highest level that is used more than once; the title of the whole text is no chapter."""
    count_by_level = Counter(block.level for block in blocks if isinstance(block, Heading))
    repeated = [level for level, count in count_by_level.items() if count > 1]
    return min(repeated, default=min(count_by_level, default=0))


def _parts(blocks: Sequence[Block]) -> Iterator[tuple[Heading | None, list[Block]]]:
    heading: Heading | None = None
    body: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            yield heading, body
            heading, body = block, []
        else:
            body.append(block)
    yield heading, body


class _Body:
    """Walks the blocks under one heading and yields running text."""

    def __init__(self, blocks: Sequence[Block], language: str, *, heading: str, quotes: bool) -> None:
        self._blocks = blocks
        self._language = language
        self._heading = heading
        self._quotes = quotes
        self._at = 0
        self._has_example = False

    def __iter__(self) -> Iterator[list[str]]:
        while self._at < len(self._blocks):
            block = self._blocks[self._at]
            self._at += 1
            if isinstance(block, Listing):
                yield from self._listing(block, lead=self._heading)
            elif isinstance(block, Passage) and _LABEL_END.search(block.text):
                yield from self._after_lead(block)
            elif isinstance(block, Passage) and (self._quotes or not block.quoted):
                yield split_sentences(block.text)

    def _listing(self, block: Listing, *, lead: str) -> Iterator[list[str]]:
        if not is_link_list(block, lead):
            yield from listing_passages(block, lead=lead, language=self._language)

    def _after_lead(self, lead: Passage) -> Iterator[list[str]]:
        """A passage that ends with a colon, and what it announces."""
        following = self._blocks[self._at] if self._at < len(self._blocks) else None
        if isinstance(following, Listing):
            self._at += 1
            yield from self._listing(following, lead=lead.text)
        elif isinstance(following, Passage) and following.quoted:
            yield from self._example(lead.text, following)
        elif count_words(lead.text, self._language) > _LONGEST_LABEL[self._language]:
            yield split_sentences(heading_text(lead.text) + ("。" if self._language == "zh" else "."))
        elif isinstance(following, Passage):
            self._at += 1
            first, *rest = split_sentences(following.text) or [""]
            yield [self._labelled(lead.text, first), *rest]

    def _example(self, label: str, first: Passage) -> Iterator[list[str]]:
        """Only the first example is kept, and none that shows how not to do it: tidying would make it right."""
        while self._at < len(self._blocks) and _is_quoted(self._blocks[self._at]):
            self._at += 1
        if not self._has_example and not _WRONG_EXAMPLE.search(label):
            self._has_example = True
            yield [self._labelled(label, first.text)]

    def _labelled(self, label: str, text: str) -> str:
        return label + ("" if self._language == "zh" else " ") + text


def _is_quoted(block: Block) -> bool:
    return isinstance(block, Passage) and block.quoted
