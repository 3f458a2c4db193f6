"""Which encoding a text file has: by its mark, by strict decoding of all of it, and only then by a guess."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

from chalicelib.domain.data_sync.reading.table import Note
from chalicelib.domain.ports.data_sync import StoredFile

BLOCK_BYTES = 1024 * 1024
SAMPLE_BYTES = 256 * 1024
GUESSED_FROM_BYTES = 64 * 1024
MOSTLY = 0.95
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOCAL = ("gb18030", "big5hkscs", "cp1252")


@dataclass(frozen=True)
class Encoding:
    name: str
    mark_bytes: int = 0
    """So many bytes at the beginning are a mark and no text."""
    notes: tuple[Note, ...] = ()


def find_encoding(file: StoredFile) -> Encoding:
    head = file.read(0, SAMPLE_BYTES)
    mark, marked = next(((mark, name) for mark, name in _MARKS if head.startswith(mark)), (b"", ""))
    if marked and _fits_mark(file, head[len(mark) :], marked, len(mark)):
        return Encoding(marked, len(mark))
    notes = (_wrong_mark(marked),) if marked else ()
    body = head[len(mark) :]
    if wide := _wide_without_mark(body):
        return Encoding(wide, len(mark), notes)
    if _decodes(file, len(mark), "utf-8"):
        return Encoding("utf-8", len(mark), notes)
    if _is_mostly_utf8(body):
        damaged = Note("undecodable_bytes", "some bytes are no UTF-8; they are read as \ufffd")
        return Encoding("utf-8", len(mark), (*notes, damaged))
    return Encoding(_guessed(file, len(mark), body), len(mark), notes)


def blocks(file: StoredFile, start: int) -> Iterator[bytes]:
    offset = start
    while block := file.read(offset, BLOCK_BYTES):
        yield block
        offset += len(block)


def _fits_mark(file: StoredFile, body: bytes, name: str, skipped: int) -> bool:
    if name == "utf-8":
        return _decodes(file, skipped, name) or _is_mostly_utf8(body)
    return not body or b"\0" in body or not body.isascii()


def _wide_without_mark(body: bytes) -> str:
    """Text in UTF-16 has a zero in nearly every second byte where it is Latin; zeros on both sides only fill up."""
    zeros_at = [body[start::2].count(0) for start in (0, 1)]
    if sum(zeros_at) * 10 < len(body) * 2 or min(zeros_at) * 10 > max(zeros_at):
        return ""
    return "utf-16-le" if zeros_at[1] > zeros_at[0] else "utf-16-be"


def _decodes(file: StoredFile, start: int, name: str) -> bool:
    """Whether all of it is valid; a character cut off at the very end does not count."""
    decoder = codecs.getincrementaldecoder(name)()
    try:
        for block in blocks(file, start):
            decoder.decode(block)
    except UnicodeDecodeError:
        return False
    return True


def _is_mostly_utf8(body: bytes) -> bool:
    text = body.decode("utf-8", errors="replace")
    foreign = sum(character > "\x7f" for character in text)
    return foreign > 0 and 1 - text.count("\ufffd") / foreign >= MOSTLY


def _guessed(file: StoredFile, start: int, body: bytes) -> str:
    """Among the encodings that could be, the one whose text looks most like a language."""
    from charset_normalizer import from_bytes

    possible = [name for name in _LOCAL if _decodes(file, start, name)]
    names = {"big5hkscs": "big5", "cp1252": "cp1252", "gb18030": "gb18030"}
    found = from_bytes(_foreign_lines(body), cp_isolation=[*(names[name] for name in possible), "latin_1"]).best()
    if found is None:
        return possible[0] if possible else "latin-1"
    return {"big5": "big5hkscs", "latin_1": "latin-1"}.get(found.encoding, found.encoding)


def _wrong_mark(marked: str) -> Note:
    detail = f"the file begins with a mark of {marked} but is not written in it"
    return Note("wrong_mark", detail, {"mark": marked})


def _foreign_lines(body: bytes) -> bytes:
    """Whole lines only: half a character at the end would speak against the right encoding."""
    lines = body.splitlines()
    whole = lines[:-1] if len(body) >= SAMPLE_BYTES // 2 and len(lines) > 1 else lines
    foreign: list[bytes] = []
    size = 0
    for line in whole:
        if not line.isascii() and (not foreign or size + len(line) <= GUESSED_FROM_BYTES):
            foreign.append(line)
            size += len(line)
    return b"\n".join(foreign)[:SAMPLE_BYTES]
