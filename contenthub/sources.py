"""Reads the source text of an article and decides how it travels: inside the request or as an upload."""

import codecs
import sys
from dataclasses import dataclass
from pathlib import Path

from contenthub.errors import LocalError

INLINE_BYTES = 200_000
LARGEST_BYTES = 20_000_000
_TEXT_CONTROLS = frozenset("\t\n\r\f\v")


@dataclass(frozen=True)
class Source:
    name: str
    text: str

    @property
    def data(self) -> bytes:
        return self.text.encode()

    @property
    def fits_in_request(self) -> bool:
        return len(self.data) <= INLINE_BYTES


def read_source(location: str) -> Source:
    """The text of a file, or of standard input for `-`; raises LocalError for what is not usable text."""
    if location == "-":
        return _source("stdin.txt", sys.stdin.buffer.read(LARGEST_BYTES + 1))
    path = Path(location)
    if path.is_dir():
        raise LocalError("source_is_folder", name=location)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except FileNotFoundError as error:
        raise LocalError("source_missing", name=location) from error
    except OSError as error:
        raise LocalError("source_unreadable", name=location, reason=error.strerror) from error
    return _source(path.name, data)


def _source(name: str, data: bytes) -> Source:
    if len(data) > LARGEST_BYTES:
        raise LocalError("source_too_large", name=name, megabytes=LARGEST_BYTES // 1_000_000)
    text = _decode(data)
    if text is None:
        raise LocalError("source_not_text", name=name)
    if not text.strip():
        raise LocalError("source_empty", name=name)
    return Source(name, text)


def _decode(data: bytes) -> str | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode_as("utf-16", data)
    text = _decode_as("utf-8-sig", data)
    if text is not None:
        return text
    text = _decode_as("gb18030", data)
    return text if text is not None and _reads_like_chinese(text) else None


def _decode_as(encoding: str, data: bytes) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    binary = any(character < " " and character not in _TEXT_CONTROLS for character in text)
    return None if binary else text


def _reads_like_chinese(text: str) -> bool:
    # GB18030 gives a character to almost any pair of bytes, so Latin-1 or a stray binary often "decodes".
    # Real Chinese text stays almost wholly within the old national set of common characters.
    foreign = [character for character in text if character > "\x7f"]
    common = sum(_in_gb2312(character) for character in foreign)
    return common >= 0.7 * len(foreign)


def _in_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
