"""PDF files, page by page; only what they hold as text."""

import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError, WrongPasswordError

from chalicelib.task_types.litigation_analysis.reading.page_furniture import without_page_furniture
from chalicelib.task_types.litigation_analysis.reading.paragraphs import (
    goes_on_with,
    is_unfinished,
    joined,
    paragraphs_of,
    words_of,
    wrapped_width,
)
from chalicelib.task_types.litigation_analysis.reading.passages import Passage, Progress, Reading, Source
from chalicelib.task_types.litigation_analysis.reading.unreadable import (
    BrokenDocumentError,
    DocumentTooLargeError,
    EncryptedDocumentError,
    NoTextLayerError,
)

MOST_PAGES = 1000
LEAST_CHARACTERS_A_PAGE = 10
"""Scanners put a page number or their name on pages that are otherwise pictures."""
MOST_STRANGE_SHARE = 0.3
_DAMAGED = (
    PyPdfError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    NotImplementedError,
    OSError,
    zlib.error,
    struct.error,
)
"""pypdf meets a damaged file with whatever error the damage leads to."""

# It reports every flaw of every file; whether a file could be read is all that matters here.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(source: Source, progress: Progress) -> Reading:
    """Raises UnreadableDocumentError."""
    pages = _pages(source.data, progress)
    if sum(map(len, pages)) < LEAST_CHARACTERS_A_PAGE * len(pages) or _is_gibberish(pages):
        raise NoTextLayerError(
            "the PDF has no text layer: its pages are pictures (a scan); run text recognition (OCR) over it first"
        )
    empty = tuple(number for number, page in enumerate(pages, 1) if not page.strip())
    return Reading(_passages(pages), len(pages), empty)


def _pages(data: bytes, progress: Progress) -> list[str]:
    with _damage_told():
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise EncryptedDocumentError("the PDF is protected by a password; save it without one")
        count = len(reader.pages)
    if count > MOST_PAGES:
        raise DocumentTooLargeError(f"the PDF has {count:,} pages; {MOST_PAGES:,} are read")
    if count == 0:
        raise BrokenDocumentError("the PDF has no pages")
    pages = []
    for number in range(count):
        progress(number, count)
        with _damage_told():
            pages.append(reader.pages[number].extract_text())
    return pages


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except (DependencyError, FileNotDecryptedError, WrongPasswordError) as error:
        raise EncryptedDocumentError("the PDF is encrypted; save it without protection") from error
    except _DAMAGED as error:
        raise BrokenDocumentError("the PDF is damaged or was cut off") from error


def _is_gibberish(pages: list[str]) -> bool:
    """Fonts that do not say which characters they draw give private or unknown ones."""
    text = "".join(pages)
    strange = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or (c < " " and c not in "\t\n\r\f") for c in text)
    return strange > MOST_STRANGE_SHARE * max(len(text), 1)


def _passages(pages: list[str]) -> list[Passage]:
    words = words_of("\n".join(pages))
    cleaned = without_page_furniture([_clean(page).split("\n") for page in pages])
    width = wrapped_width(line for page in cleaned for line in page)
    found: list[Passage] = []
    for number, lines in enumerate(cleaned, 1):
        paragraphs = paragraphs_of(lines, width=width, words=words)
        if found and paragraphs and is_unfinished(found[-1].text) and goes_on_with(paragraphs[0]):
            last = found.pop()
            found.append(Passage(joined(last.text, paragraphs.pop(0), words), last.page))
        found += [Passage(paragraph, number) for paragraph in paragraphs]
    return found


def _clean(page: str) -> str:
    return page.replace("\x00", "").replace("\u00ad", "").replace("\r", "\n")
