"""Reads a document: decides what it is, has it read, and says in which language it is written."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from chalicelib.task_types.litigation_analysis.findings import Block, DocumentText, Language
from chalicelib.task_types.litigation_analysis.reading.file_kinds import FileKind, file_kind
from chalicelib.task_types.litigation_analysis.reading.passages import Passage, Progress, Reading, Source
from chalicelib.task_types.litigation_analysis.reading.places import labels
from chalicelib.task_types.litigation_analysis.reading.unreadable import DocumentTooLargeError, EmptyDocumentError

MOST_CHARACTERS = 3_000_000
LATIN_LETTERS_PER_WORD = 5
_HANZI = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True)
class ReadDocument:
    text: DocumentText
    characters: int
    pages: int | None
    pages_without_text: tuple[int, ...]


def read_document(source: Source, progress: Progress) -> ReadDocument:
    """Raises UnreadableDocumentError, and what `progress` raises."""
    found = _reader(file_kind(source.data))(source, progress)
    characters = sum(len(passage.text) for passage in found.passages)
    if not characters:
        raise EmptyDocumentError("the document holds no text")
    if characters > MOST_CHARACTERS:
        raise DocumentTooLargeError(f"the document has {characters:,} characters; {MOST_CHARACTERS:,} are read")
    language = language_of(found.passages)
    blocks = _placed(found.passages, language)
    text = DocumentText(document_id=source.document_id, name=source.name, language=language, blocks=blocks)
    return ReadDocument(text, characters, found.pages, found.pages_without_text)


def language_of(passages: list[Passage]) -> Language:
    """Chinese when there is more of it than of Latin words."""
    hanzi = sum(len(_HANZI.findall(passage.text)) for passage in passages)
    latin = sum(len(_LATIN.findall(passage.text)) for passage in passages)
    return "zh" if hanzi > latin / LATIN_LETTERS_PER_WORD else "en"


def _placed(passages: list[Passage], language: Language) -> tuple[Block, ...]:
    places = labels(passages, language)
    return tuple(Block(place=place, text=p.text) for place, p in zip(places, passages, strict=True))


# The readers' libraries are large: each is imported only when a document needs it.


def _read_text(source: Source, _progress: Progress) -> Reading:
    from chalicelib.task_types.litigation_analysis.reading.plain import read_plain

    return read_plain(source)


def _read_pdf(source: Source, progress: Progress) -> Reading:
    from chalicelib.task_types.litigation_analysis.reading.pdf import read_pdf

    return read_pdf(source, progress)


def _read_word(source: Source, _progress: Progress) -> Reading:
    from chalicelib.task_types.litigation_analysis.reading.word import read_word

    return read_word(source)


def _reader(kind: FileKind) -> Callable[[Source, Progress], Reading]:
    return {FileKind.TEXT: _read_text, FileKind.PDF: _read_pdf, FileKind.DOCX: _read_word}[kind]
