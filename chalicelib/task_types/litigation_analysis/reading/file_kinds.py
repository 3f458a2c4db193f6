"""What a file is, told by its content: a name can say anything."""

import zipfile
from enum import StrEnum
from io import BytesIO

from chalicelib.task_types.litigation_analysis.reading.unreadable import (
    BrokenDocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    UnsupportedDocumentError,
)

LOOKED_AT_FOR_PDF = 1024
"""Mail gateways put lines before the mark; readers look this far (ISO 32000-1, annex H)."""
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_PICTURES = {
    b"\x89PNG\r\n\x1a\n": "PNG picture",
    b"\xff\xd8\xff": "JPEG picture",
    b"GIF8": "GIF picture",
    b"II*\x00": "TIFF picture",
    b"MM\x00*": "TIFF picture",
    b"BM": "BMP picture",
}
_OTHERS = {b"{\\rtf": "RTF file", b"\x1f\x8b": "gzip archive", b"7z\xbc\xaf": "7-Zip archive", b"Rar!": "RAR archive"}
_TELLING_LENGTH = 16


class FileKind(StrEnum):
    TEXT = "text"
    PDF = "pdf"
    DOCX = "docx"


def file_kind(data: bytes) -> FileKind:
    """Raises UnreadableDocumentError for what is none of the three."""
    if not data.strip(b"\x00\t\n\r\x0c \xef\xbb\xbf\xff\xfe"):
        raise EmptyDocumentError("the file is empty")
    if b"%PDF-" in data[:LOOKED_AT_FOR_PDF]:
        return FileKind.PDF
    if data.startswith(_ZIP):
        return _kind_of_zip(data)
    if data.startswith(_OLE):
        _refuse_old_office(data)
    _refuse_known_others(data)
    return FileKind.TEXT


def _kind_of_zip(data: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
        raise BrokenDocumentError("the Word file is damaged or was cut off") from error
    if "word/document.xml" in names:
        return FileKind.DOCX
    raise UnsupportedDocumentError("the file is a zip archive but no Word document")


def _refuse_old_office(data: bytes) -> None:
    if _ENCRYPTED_PACKAGE in data:
        raise EncryptedDocumentError("the Word file is protected by a password; save it without one")
    raise UnsupportedDocumentError("the file is in an old Office format; save it as .docx or PDF")


def _refuse_known_others(data: bytes) -> None:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise UnsupportedDocumentError("the file is a WebP picture")
    for mark, what in {**_PICTURES, **_OTHERS}.items():
        # Two letters also begin texts; a picture has bytes after them that no text has.
        if data.startswith(mark) and (len(mark) > len(b"BM") or b"\x00" in data[:_TELLING_LENGTH]):
            raise UnsupportedDocumentError(f"the file is a {what}; text, Markdown, PDF and Word files can be read")
