"""Pictures made for the tests, good and hostile."""

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageDraw


def sample(size: tuple[int, int] = (96, 64), mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right."""
    picture = Image.new("RGB", size, (200, 30, 30))
    ImageDraw.Draw(picture).rectangle((size[0] // 2, 0, size[0], size[1]), fill=(30, 30, 200))
    return picture.convert(mode)


def mask(size: tuple[int, int] = (96, 64)) -> Image.Image:
    """The left half may change."""
    picture = Image.new("RGBA", size, "black")
    picture.paste((0, 0, 0, 0), (0, 0, size[0] // 2, size[1]))
    return picture


def saved(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(side: int = 30_000) -> bytes:
    """A few kilobytes that would unpack to gigabytes."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1_000_000, 9)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", pixels) + png_chunk(b"IEND", b"")


def lying_bomb() -> bytes:
    """Says that it is small and unpacks to a hundred times more."""
    header = struct.pack(">IIBBBBB", 10, 10, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 50_000_000, 9)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", pixels) + png_chunk(b"IEND", b"")


def sixteen_bit() -> bytes:
    """A grey ramp in 16 bits: dark on the left, bright on the right."""
    picture = Image.frombytes("I;16", (64, 64), b"".join(struct.pack("<H", x * 1024) for x in range(64)) * 64)
    return saved(picture)


def lying_on_its_side() -> bytes:
    """A JPEG whose EXIF says: turn me by a quarter; red becomes the top. It also says where it was made."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SecretCamera"
    return saved(sample(), "JPEG", exif=exif, quality=95)


def animated(kind: str = "WEBP") -> bytes:
    frames = [sample(), Image.new("RGB", (96, 64), (0, 255, 0))]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100, lossless=True)
