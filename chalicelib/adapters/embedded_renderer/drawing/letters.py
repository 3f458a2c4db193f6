"""Words in the picture, in the typeface that comes with the renderer."""

from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

TYPEFACE = Path(__file__).parent.parent / "lettering" / "ContentHubLetteringSC-Regular.otf"
PROBE_SIZE = 24
MIN_SIZE, MAX_SIZE = 5, 700
MISSING = "\U0010fffd"


def unwritable(text: str) -> str:
    """The characters the typeface has no glyph for, each once."""
    missing = _shape(MISSING)
    return "".join(dict.fromkeys(char for char in text if not char.isspace() and _shape(char) == missing))


def lettering(text: str, width: int, height: int, *, weight: float = 0.0) -> Image.Image:
    """A mask of the text, as large as fits into width and height; `weight` thickens it (share of the size)."""
    size = _largest_size(text, width, height, weight)
    stroke = round(size * weight)
    left, top, right, bottom = typeface(size).getbbox(text, stroke_width=stroke)
    mask = Image.new("L", (max(1, round(right - left)), max(1, round(bottom - top))), 0)
    ImageDraw.Draw(mask).text((-left, -top), text, font=typeface(size), fill=255, stroke_width=stroke)
    return mask


@lru_cache(maxsize=32)
def typeface(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(TYPEFACE), size, layout_engine=ImageFont.Layout.BASIC)


def _largest_size(text: str, width: int, height: int, weight: float) -> int:
    left, top, right, bottom = typeface(100).getbbox(text, stroke_width=round(100 * weight))
    scale = min(width / max(1, right - left), height / max(1, bottom - top))
    return min(MAX_SIZE, max(MIN_SIZE, int(100 * scale)))


@lru_cache(maxsize=4096)
def _shape(char: str) -> bytes:
    mask = Image.new("L", (PROBE_SIZE * 2, PROBE_SIZE * 2), 0)
    ImageDraw.Draw(mask).text((4, 4), char, font=typeface(PROBE_SIZE), fill=255)
    return mask.tobytes()
