"""A document as sentences, each with the place a reader finds it at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from chalicelib.task_types.litigation_analysis.findings import DocumentText, Language, Place
from chalicelib.task_types.litigation_analysis.offline.paragraphs import Paragraph, paragraphs_of


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    place: Place
    index: int
    paragraph: int
    first: bool
    """First of its paragraph."""
    heading: bool = False
    running: bool = False
    """From a running header or footer."""


@dataclass(frozen=True)
class Reading:
    document: DocumentText
    sentences: tuple[Sentence, ...]

    @property
    def language(self) -> Language:
        return self.document.language

    @property
    def body(self) -> tuple[Sentence, ...]:
        """Without running headers and footers."""
        return tuple(sentence for sentence in self.sentences if not sentence.running)


def read(document: DocumentText) -> Reading:
    return Reading(document, tuple(_sentences(document)))


def _sentences(document: DocumentText) -> Iterator[Sentence]:
    index = 0
    for number, paragraph in enumerate(paragraphs_of(document)):
        where = _label(document.blocks[paragraph.block].place, paragraph)
        pieces = [paragraph.text] if paragraph.heading else split_sentences(paragraph.text, document.language)
        for position, text in enumerate(pieces):
            place = Place(document_id=document.document_id, document=document.name, label=where, sentence=text)
            yield Sentence(text, place, index, number, position == 0, paragraph.heading, paragraph.running)
            index += 1


def _label(place: str, paragraph: Paragraph) -> str:
    """Makes a page's place finer where the paragraph begins with its number."""
    match = re.match(r"(\d{1,3})\.\s+[A-Z\u4e00-\u9fff]", paragraph.text)
    is_page = re.match(r"(?:p\.|page|第\s*\d+\s*页)", place, re.I)
    return f"{place} ¶{match[1]}" if match and is_page else place


def split_sentences(text: str, language: Language) -> list[str]:
    return _split_zh(text) if language == "zh" else _split_en(text)


def _split_zh(text: str) -> list[str]:
    pieces = re.findall(r"[^。！？；]*[。！？；]+[”’」』）)]*。?|[^。！？；]+$", text)
    cleaned = [piece.strip().lstrip("”’」") for piece in pieces]
    return [piece for piece in cleaned if piece.strip("。；！？ ")]


def _split_en(text: str) -> list[str]:
    pieces, start = [], 0
    for match in _boundary().finditer(text):
        before = text[start : match.start()]
        if _abbreviated().search(before) or re.fullmatch(r"\(?[\w]{1,4}[.)]", before.strip()):
            continue
        pieces.append(text[start : match.end()].strip())
        start = match.end()
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]


@cache
def _boundary() -> re.Pattern[str]:
    return re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9§$€£])")


@cache
def _abbreviated() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Inc|Corp|Ltd|Co|LLC|L\.L\.C|L\.P|v|vs|No|Nos|Art|Arts|Sec|Secs|Subsec|"
        r"Subsection|cf|al|"
        r"etc|e\.g|i\.e|U\.S|U\.S\.C|S\.D\.N\.Y|Fed|R|Civ|P|Cir|Supp|St|Ave|Pl|Bldg|Jr|Sr|Jan|Feb|Mar|Apr|"
        r"Jun|Jul|Aug|Sep|"
        r"Sept|Oct|Nov|Dec|Rn|Exh|Ex|para|paras|approx|seq|seqq|Dept|Gov|Sen|Rep|Hon|Esq|V|Ref|File|D\.D\.C|"
        r"d|F|ASt|Ast|l\.c|P\.O)"
        r"|Subsections?\.? \d+|(?:^|(?<!Exhibit)(?<!Schedule)(?<!Annex)\s)[A-Z]|\b[A-Z]\.[A-Z])\.$"
    )
