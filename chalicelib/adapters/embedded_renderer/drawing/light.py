"""Ramps of light, made once and stretched over every shape that needs them."""

from functools import lru_cache
from typing import Literal

from PIL import Image, ImageOps

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter

Shade = Literal["flat", "ball", "down", "up", "side"]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@lru_cache(maxsize=8)
def ramp(shade: str) -> Image.Image:
    """256×256 grey: white where light falls, black where it does not."""
    if shade == "ball":
        radial = Image.radial_gradient("L").resize((420, 420), Image.Resampling.BILINEAR)
        return ImageOps.invert(radial.crop((120, 130, 376, 386)).point(lambda grey: min(255, round(grey * 1.25))))
    if shade == "glow":
        return ImageOps.invert(Image.radial_gradient("L")).point(lambda grey: max(0, round((grey - 75) * 255 / 180)))
    down = ImageOps.invert(Image.linear_gradient("L"))
    if shade == "up":
        return ImageOps.flip(down)
    if shade == "side":
        return down.resize((364, 364)).rotate(65, resample=Image.Resampling.BILINEAR).crop((54, 54, 310, 310))
    return down


def coloured_ramp(shade: Shade | Colour, colour: Colour, size: tuple[int, int], part: Box) -> Image.Image:
    """The colour in the light of the shade; a second colour instead of a shade is where the first one ends."""
    if isinstance(shade, str):
        kind, light, dark = shade, lighter(colour, 0.28), darker(colour, 0.38)
    else:
        kind, light, dark = "down", colour, shade
    grey = stretched(kind, size, part)
    if kind == "ball":
        return ImageOps.colorize(grey, dark, lighter(colour, 0.5), colour, midpoint=140)
    return ImageOps.colorize(grey, dark, light)


def stretched(shade: str, size: tuple[int, int], part: Box) -> Image.Image:
    """The given part (shares of the whole) of a ramp, in the wanted size."""
    left, top = (min(255.0, max(0.0, share * 256)) for share in part[:2])
    right, bottom = (min(256.0, max(0.0, share * 256)) for share in part[2:])
    box = (left, top, max(right, left + 0.5), max(bottom, top + 0.5))
    return ramp(shade).resize(size, Image.Resampling.BILINEAR, box=box)
