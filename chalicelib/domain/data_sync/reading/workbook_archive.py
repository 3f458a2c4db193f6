"""The zip archive that a workbook is: opened only if what it unpacks to can be held."""

import io
import lzma
import math
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, cast

from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.ports.data_sync import StoredFile

DAMAGE = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""What openpyxl and zipfile stumble over: they take for granted what a damaged workbook lacks."""
LARGEST_SHEET_BYTES = 1024**3
"""About thirty million cells, which the two walks of a check just manage in two invocations."""
LARGEST_STRINGS_BYTES = 64 * 1024**2
"""Held in memory: 64 MB of texts of three letters take half a gigabyte, of usual ones half of that."""
LARGEST_PART_BYTES = 16 * 1024**2
NEVER_READ = ("xl/media/", "xl/embeddings/", "xl/pivotCache/", "xl/drawings/", "xl/charts/", "customXml/")
BOMBS_FROM_BYTES = 64 * 1024**2
MOST_PACKED = 200
BUFFER_BYTES = 256 * 1024
LONGEST_REASON = 160


class WorkbookFile:
    """A stored file that tells what is wrong with its content from what is wrong with fetching it."""

    def __init__(self, file: StoredFile) -> None:
        self._file = file
        self._fetching = False

    @property
    def size_bytes(self) -> int:
        return self._file.size_bytes

    def read(self, offset: int, length: int) -> bytes:
        self._fetching = True
        block = self._file.read(offset, length)
        self._fetching = False
        return block

    def stream(self) -> IO[bytes]:
        return cast("IO[bytes]", io.BufferedReader(_Stream(self), BUFFER_BYTES))

    @contextmanager
    def damage_told(self, what: str) -> Iterator[None]:
        """Raises SourceUnreadableError for damage; a store that does not answer is left to be tried again."""
        try:
            yield
        except DAMAGE as error:
            if self._fetching:
                raise
            why = " ".join(str(error).split())[:LONGEST_REASON] or type(error).__name__
            raise SourceUnreadableError(f"{what}: {why}") from error


class _Stream(io.RawIOBase):
    """The seekable stream that zip archives are read from."""

    def __init__(self, file: WorkbookFile) -> None:
        self._file = file
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._file.size_bytes}[whence]
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: Any) -> int:
        block = self._file.read(self._at, len(buffer)) if self._at < self._file.size_bytes else b""
        buffer[: len(block)] = block
        self._at += len(block)
        return len(block)


def open_archive(file: WorkbookFile) -> zipfile.ZipFile:
    """Raises SourceUnreadableError for what is no workbook, is damaged, or would unpack to more than memory holds."""
    with file.damage_told("the workbook is damaged or was cut off"):
        archive = zipfile.ZipFile(file.stream())
    if "xl/workbook.xml" not in archive.namelist():
        raise SourceUnreadableError("the file is a zip archive but no Excel workbook (.xlsx)")
    for entry in archive.infolist():
        if entry.file_size > _most_bytes(entry.filename) or _is_bomb(entry):
            what = f"{entry.filename} in the workbook unpacks to {entry.file_size:,} bytes"
            raise SourceUnreadableError(f"{what}, which is too much")
    return archive


def _most_bytes(name: str) -> float:
    if "/worksheets/" in name:
        return LARGEST_SHEET_BYTES
    if name.startswith(NEVER_READ):
        return math.inf
    return LARGEST_STRINGS_BYTES if "sharedstrings" in name.lower() else LARGEST_PART_BYTES


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    """Sheets are packed to a tenth or a twentieth, what is made to fill a memory to a thousandth."""
    read = not entry.filename.startswith(NEVER_READ)
    return read and entry.file_size > BOMBS_FROM_BYTES and entry.file_size > MOST_PACKED * entry.compress_size
