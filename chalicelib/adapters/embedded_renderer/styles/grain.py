"""Noise, paper, canvas and vignettes, the same for the same seed."""

from random import Random

from PIL import Image, ImageChops, ImageFilter

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour
from chalicelib.adapters.embedded_renderer.drawing.light import ramp


def noise(size: tuple[int, int], rng: Random, *, softness: float = 0.0) -> Image.Image:
    """Grey noise; a softer one has larger grains."""
    grains = Image.frombytes("L", size, rng.randbytes(size[0] * size[1]))
    if not softness:
        return grains
    spread = 1 + softness * 3
    soft = grains.filter(ImageFilter.GaussianBlur(softness))
    return soft.point([min(255, max(0, round(128 + (grey - 128) * spread))) for grey in range(256)])


def with_grain(image: Image.Image, rng: Random, amount: float, *, softness: float = 0.0) -> Image.Image:
    """Soft light with noise; amount 0 to 1."""
    grey = noise(image.size, rng, softness=softness).point(lambda value: round(128 + (value - 128) * amount))
    return ImageChops.overlay(image, Image.merge("RGB", (grey, grey, grey)))


def vignette(image: Image.Image, amount: float, colour: Colour = (8, 6, 12)) -> Image.Image:
    light = ramp("glow").resize(image.size, Image.Resampling.BILINEAR)
    mask = light.point(lambda grey: round(255 * (1 - amount) + amount * min(255, grey * 2.2)))
    return Image.composite(image, Image.new("RGB", image.size, colour), mask)


def edges(image: Image.Image, *, strong: float = 2.2) -> Image.Image:
    """White paper with dark lines where brightness changes."""
    grey = image.convert("L").filter(ImageFilter.GaussianBlur(max(0.6, image.width / 900)))
    found = grey.filter(ImageFilter.FIND_EDGES).point(lambda value: 255 - min(255, round(max(0, value - 10) * strong)))
    frame = Image.new("L", image.size, 255)
    inner = (2, 2, max(3, image.width - 2), max(3, image.height - 2))
    frame.paste(found.crop(inner), inner[:2])
    return frame
