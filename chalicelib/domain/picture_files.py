"""What a picture's file says of itself in its first bytes: type, size, and whether all of it is there.

Read by hand, because it is asked on the way of a submission, where a library for pictures costs too much to import;
the pixels are read where the work is done.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from chalicelib.domain.picture_errors import PictureTooLargeError, PictureUnreadableError, UnsupportedPictureError

PictureFormat = Literal["png", "jpeg", "webp"]
CONTENT_TYPE_BY_FORMAT: dict[PictureFormat, str] = {"png": "image/png", "jpeg": "image/jpeg", "webp": "image/webp"}
MOST_PIXELS = 50_000_000
"""About what the largest cameras of phones make; an RGB copy takes 150 MB."""
MOST_PICTURE_BYTES = 10 * 1024 * 1024

PNG_START, JPEG_START, JPEG_END = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xd9"
_START_OF_SCAN, _WITHOUT_LENGTH = 0xDA, {0x01, *range(0xD0, 0xD9)}
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
TRUNCATED = "the picture is cut off: its end is missing"


@dataclass(frozen=True)
class PictureFacts:
    format: PictureFormat
    width: int
    height: int

    @property
    def size(self) -> tuple[int, int]:
        return self.width, self.height


def inspect_picture(data: bytes) -> PictureFacts:
    """By content, whatever its name says.

    Raises UnsupportedPictureError, PictureTooLargeError, PictureUnreadableError; a file that passes may still turn
    out to be broken inside.
    """
    if len(data) > MOST_PICTURE_BYTES:
        raise PictureTooLargeError(f"the picture has {len(data):,} bytes, at most {MOST_PICTURE_BYTES:,} are taken")
    facts = _facts(data)
    check_pixels(facts.width, facts.height)
    return facts


def check_pixels(width: int, height: int) -> None:
    """Raises PictureTooLargeError, PictureUnreadableError."""
    if width < 1 or height < 1:
        raise PictureUnreadableError("the picture has no size")
    if width * height > MOST_PIXELS:
        raise PictureTooLargeError(f"the picture has {width} x {height} pixels, at most {MOST_PIXELS:,} are taken")


def _facts(data: bytes) -> PictureFacts:
    if data.startswith(PNG_START):
        return _png(data)
    if data.startswith(JPEG_START):
        return _jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    raise UnsupportedPictureError("the file is no PNG, JPEG or WebP picture")


def _png(data: bytes) -> PictureFacts:
    at, facts = len(PNG_START), None
    while at + 12 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind == b"IHDR":
            facts = PictureFacts("png", _big(data, at + 8, 4), _big(data, at + 12, 4))
            check_pixels(facts.width, facts.height)
        if kind == b"IEND" and facts is not None:
            return facts
        at += 12 + length
    raise PictureUnreadableError(TRUNCATED)


def _jpeg(data: bytes) -> PictureFacts:
    facts = None
    for marker, at in _segments(data):
        if marker in _FRAMES:
            facts = PictureFacts("jpeg", _big(data, at + 5, 2), _big(data, at + 3, 2))
            check_pixels(facts.width, facts.height)
        if marker == _START_OF_SCAN and facts is not None:
            if data.find(JPEG_END, at) < 0:
                break
            return facts
    raise PictureUnreadableError(TRUNCATED)


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Each marker before the picture's own data, with the place of its length."""
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise PictureUnreadableError("the picture's parts do not follow each other")
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        at += 2
        if marker in _WITHOUT_LENGTH:
            continue
        yield marker, at
        at += max(_big(data, at, 2), 2)


def _webp(data: bytes) -> PictureFacts:
    if len(data) < 30 or len(data) < 8 + _little(data, 4, 4):
        raise PictureUnreadableError(TRUNCATED)
    kind = data[12:16]
    if kind == b"VP8X":
        return PictureFacts("webp", _little(data, 24, 3) + 1, _little(data, 27, 3) + 1)
    if kind == b"VP8L":
        sides = _little(data, 21, 4)
        return PictureFacts("webp", (sides & 0x3FFF) + 1, (sides >> 14 & 0x3FFF) + 1)
    if kind == b"VP8 ":
        return PictureFacts("webp", _little(data, 26, 2) & 0x3FFF, _little(data, 28, 2) & 0x3FFF)
    raise PictureUnreadableError("the picture is a WebP file without a picture")


def _big(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(data[at : at + length], "big")


def _little(data: bytes, at: int, length: int) -> int:
    return int.from_bytes(data[at : at + length], "little")
