"""Oil, watercolour and ink: strokes that follow the shapes, bleeding edges, paper."""

import math
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

from chalicelib.adapters.embedded_renderer.drawing.colour import varied
from chalicelib.adapters.embedded_renderer.styles.grain import edges, noise, with_grain

LAYERS = ((1500, 0.055, 0.018), (3600, 0.034, 0.0105), (5200, 0.02, 0.0058), (7500, 0.011, 0.0036))
"""How many strokes, how long and how wide, as shares of the shorter side: from rough to fine."""


def oil(image: Image.Image, rng: Random, detail: float) -> Image.Image:
    painted = image.filter(ImageFilter.GaussianBlur(min(image.size) / 120))
    short = min(image.size)
    for number, (count, long, wide) in enumerate(LAYERS):
        source = image.filter(ImageFilter.GaussianBlur(short * wide * 0.35))
        _strokes(painted, source, rng, (round(count * detail), long * short, max(1.0, wide * short)), fine=number >= 2)
    relief = painted.convert("L").filter(ImageFilter.EMBOSS).point(lambda grey: round(128 + (grey - 128) * 0.55))
    lit = ImageChops.overlay(painted, Image.merge("RGB", (relief, relief, relief)))
    return ImageEnhance.Color(Image.blend(lit, image, 0.22)).enhance(1.12)


def _strokes(
    painted: Image.Image, source: Image.Image, rng: Random, measures: tuple[int, float, float], *, fine: bool
) -> None:
    count, long, wide = measures
    small = source.convert("L").resize(
        (max(3, source.width // 4), max(3, source.height // 4)), Image.Resampling.BILINEAR
    )
    grey, colours = small.tobytes(), source.tobytes()
    draw = ImageDraw.Draw(painted)
    for _ in range(count):
        x, y = rng.random() * (source.width - 1), rng.random() * (source.height - 1)
        across, down = _slope(grey, small.size, int(x / 4), int(y / 4))
        steep = abs(across) + abs(down)
        if fine and steep < 8 and rng.random() < 0.75:
            continue
        angle = (
            math.atan2(down, across) + math.pi / 2
            if steep > 5
            else 0.5 * math.sin(x / long * 0.35) + 0.3 + rng.uniform(-0.4, 0.4)
        )
        half = long * rng.uniform(0.3, 0.6) * (0.55 if steep > 24 else 1.0)
        dx, dy = math.cos(angle) * half, math.sin(angle) * half
        at = (int(y) * source.width + int(x)) * 3
        tone = varied((colours[at], colours[at + 1], colours[at + 2]), rng, 9)
        draw.line([(x - dx, y - dy), (x + dx, y + dy)], fill=tone, width=max(1, round(wide * rng.uniform(0.6, 1.2))))


def _slope(grey: bytes, size: tuple[int, int], x: int, y: int) -> tuple[int, int]:
    width, height = size
    x, y = min(width - 2, max(1, x)), min(height - 2, max(1, y))
    at = y * width + x
    return grey[at + 1] - grey[at - 1], grey[at + width] - grey[at - width]


def watercolour(image: Image.Image, rng: Random, detail: float) -> Image.Image:
    """Pale washes, darker at their edges, on rough paper that stays white at the border."""
    wash = image.filter(ImageFilter.MedianFilter(5)).filter(ImageFilter.GaussianBlur(image.width / 420))
    wash = Image.blend(wash, Image.new("RGB", image.size, (252, 250, 244)), 0.26)
    lines = edges(wash, strong=1.4).filter(ImageFilter.GaussianBlur(image.width / 700))
    wash = ImageChops.multiply(wash, Image.merge("RGB", (lines, lines, lines)))
    wash = with_grain(wash, rng, 0.1, softness=1.2)
    border = noise(image.size, rng, softness=3.0)
    mask = Image.new("L", image.size, 0)
    inset = round(min(image.size) * 0.045)
    ImageDraw.Draw(mask).rectangle(
        (inset, inset, max(inset, image.width - inset), max(inset, image.height - inset)), fill=255
    )
    soft = ImageChops.add(mask.filter(ImageFilter.GaussianBlur(max(1, inset * 0.5))), border, scale=2.0).point(
        lambda grey: 255 if grey > 118 else max(0, (grey - 96) * 11)
    )
    painted = Image.composite(wash, Image.new("RGB", image.size, (251, 249, 243)), soft)
    return ImageEnhance.Color(painted).enhance(1.1 + 0.1 * detail)


def ink(image: Image.Image, rng: Random, detail: float) -> Image.Image:
    """Black washes with a breath of colour on yellowish paper."""
    grey = (
        image.convert("L")
        .filter(ImageFilter.MedianFilter(5))
        .point(lambda value: min(255, round((value / 255) ** 0.75 * 285)))
    )
    lines = edges(image, strong=2.0 + detail)
    toned = ImageChops.multiply(grey, lines).filter(ImageFilter.GaussianBlur(image.width / 800))
    painted = Image.blend(Image.merge("RGB", (toned, toned, toned)), image, 0.14)
    return with_grain(
        ImageChops.multiply(painted, Image.new("RGB", image.size, (246, 238, 220))), rng, 0.25, softness=1.4
    )
