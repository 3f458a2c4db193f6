"""Word files: paragraphs and table rows in their order, with inserted and without deleted text."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from chalicelib.task_types.litigation_analysis.reading.passages import Passage, Reading, Source
from chalicelib.task_types.litigation_analysis.reading.unreadable import (
    BrokenDocumentError,
    DocumentTooLargeError,
    EncryptedDocumentError,
)

MOST_UNPACKED_BYTES = 150 * 1024 * 1024
MOST_XML_BYTES = 30 * 1024 * 1024
"""A tree takes ten times the room of its text: more than this would not fit into the worker's memory."""
MOST_ENTRIES = 5000
_ENCRYPTED_FLAG = 0x1
_SKIPPED = (qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:instrText"), qn("w:delText"))
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = (qn("w:br"), qn("w:cr"))


def read_word(source: Source) -> Reading:
    """Raises UnreadableDocumentError."""
    _check_unpacked_size(source.data)
    try:
        body = Document(BytesIO(source.data)).element.body
        return Reading(list(_passages(body)))
    except (OpcError, SyntaxError, zipfile.BadZipFile, LookupError, ValueError, AttributeError, OSError) as error:
        raise BrokenDocumentError("the Word file is damaged or was cut off") from error


def _check_unpacked_size(data: bytes) -> None:
    """Before anything is unpacked; reading an entry never gives more than its header says."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise BrokenDocumentError("the Word file is damaged or was cut off") from error
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise EncryptedDocumentError("the Word file is protected by a password; save it without one")
    unpacked = sum(entry.file_size for entry in entries)
    largest = max((entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels"))), default=0)
    if unpacked > MOST_UNPACKED_BYTES or largest > MOST_XML_BYTES or len(entries) > MOST_ENTRIES:
        raise DocumentTooLargeError(f"the Word file unpacks to {unpacked:,} bytes, more than any document should")


def _passages(body: Any) -> Iterator[Passage]:
    tables = 0
    for element in _paragraphs_and_tables(body):
        if element.tag == qn("w:tbl"):
            tables += 1
            yield from _rows(element, tables)
        elif text := _text(element):
            yield Passage(text)


def _paragraphs_and_tables(container: Any) -> Iterator[Any]:
    """Also those within content controls, which python-docx passes over."""
    for child in container:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from _paragraphs_and_tables(child)


def _rows(table: Any, number: int) -> Iterator[Passage]:
    for place, row in enumerate(table.iter(qn("w:tr")), 1):
        cells = [" ".join(filter(None, map(_text, cell.iter(qn("w:p"))))) for cell in row.iter(qn("w:tc"))]
        if any(cells):
            yield Passage(" | ".join(cell for cell in cells if cell), row=(number, place))


def _text(paragraph: Any) -> str:
    return " ".join("".join(_pieces(paragraph)).split())


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:tab") or child.tag in _BREAKS:
            yield " "
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif child.tag not in _SKIPPED and child.tag != _ALTERNATIVE and isinstance(child.tag, str):
            yield from _pieces(child)
