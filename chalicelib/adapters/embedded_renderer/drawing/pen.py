"""The pen: draws shaded shapes, lines, glows, fur and words in the unit square of a frame."""

import math
from collections.abc import Sequence
from random import Random

from PIL import Image, ImageDraw

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, varied
from chalicelib.adapters.embedded_renderer.drawing.geometry import Frame, Outline, Point, ellipse, smooth
from chalicelib.adapters.embedded_renderer.drawing.letters import lettering
from chalicelib.adapters.embedded_renderer.drawing.light import Shade, coloured_ramp, stretched

Light = Shade | Colour
SMALL = 7
"""Shapes narrower than so many pixels are too small for shading to be seen."""


class Pen:
    """Local coordinates run from 0 to 1, right and down; lengths are shares of the frame's size."""

    def __init__(self, image: Image.Image, frame: Frame | None = None, *, outline: Colour | None = None) -> None:
        self.image = image
        self.frame = frame or Frame((0, 0), (image.width, 0), (0, image.height))
        self.outline = outline
        self._draw = ImageDraw.Draw(image)

    def part(self, x: float, y: float, width: float, height: float) -> "Pen":
        return Pen(self.image, self.frame.part(x, y, width, height), outline=self.outline)

    def mirrored(self) -> "Pen":
        return Pen(self.image, self.frame.mirrored(), outline=self.outline)

    def turned(self, degrees: float, pivot: Point = (0.5, 0.5)) -> "Pen":
        return Pen(self.image, self.frame.turned(degrees, pivot), outline=self.outline)

    def shape(self, points: Sequence[Point], colour: Colour, light: Light = "down", *, alpha: float = 1.0) -> None:
        self._fill([self.frame.at(point) for point in points], colour, light, alpha)

    def blob(self, points: Sequence[Point], colour: Colour, light: Light = "down", *, alpha: float = 1.0) -> None:
        self.shape(smooth(points), colour, light, alpha=alpha)

    def oval(self, centre: Point, rx: float, ry: float, colour: Colour, light: Light = "ball") -> None:
        self.shape(ellipse(*centre, rx, ry), colour, light)

    def disc(self, centre: Point, radius: float, colour: Colour, light: Light = "ball") -> None:
        """Round on the canvas whatever the shape of the frame; the radius is in units."""
        x, y = self.frame.at(centre)
        self._fill(ellipse(x, y, radius * self.frame.unit, radius * self.frame.unit), colour, light, 1.0)

    def rect(self, x: float, y: float, width: float, height: float, colour: Colour, light: Light = "down") -> None:
        self.shape([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], colour, light)

    def limb(self, points: Sequence[Point], widths: Point, colour: Colour, light: Light = "side") -> None:
        """A rounded, tapering stroke along the points: an arm, a tail, a branch."""
        path = [self.frame.at(point) for point in points]
        path = smooth(path, closed=False, steps=6) if len(path) > 2 else path
        self._fill(_around(path, widths[0] * self.frame.unit / 2, widths[1] * self.frame.unit / 2), colour, light, 1.0)

    def line(self, points: Sequence[Point], width: float, colour: Colour) -> None:
        path = [self.frame.at(point) for point in points]
        self._draw.line(path, fill=colour, width=max(1, round(width * self.frame.unit)), joint="curve")

    def glow(self, centre: Point, rx: float, ry: float, colour: Colour, alpha: float = 0.6) -> None:
        """A soft spot: light, haze, smoke, shadow."""
        x, y = self.frame.at(centre)
        dx = abs(self.frame.across[0]) * rx + abs(self.frame.down[0]) * ry
        dy = abs(self.frame.across[1]) * rx + abs(self.frame.down[1]) * ry
        clipped = self._clip(x - dx, y - dy, x + dx, y + dy)
        if clipped and dx and dy:
            left, top, right, bottom = clipped
            part = (
                (left - x + dx) / dx / 2,
                (top - y + dy) / dy / 2,
                (right - x + dx) / dx / 2,
                (bottom - y + dy) / dy / 2,
            )
            mask = stretched("glow", (right - left, bottom - top), part)
            self.image.paste(colour, clipped, mask.point([round(grey * alpha) for grey in range(256)]))

    def fur(self, points: Sequence[Point], colour: Colour, rng: Random, *, hair: Point, count: int = 260) -> None:
        """Hairs (or grass, or rain) of the given length and direction, only inside the outline."""
        path = [self.frame.at(point) for point in points]
        clipped = self._clip(*_bounds(path))
        if not clipped:
            return
        left, top, right, bottom = clipped
        mask = self._mask(path, clipped)
        layer = self.image.crop(clipped)
        draw = ImageDraw.Draw(layer)
        unit = self.frame.unit
        for _ in range(count):
            x, y = rng.uniform(0, right - left), rng.uniform(0, bottom - top)
            reach = rng.uniform(0.5, 1.2) * unit
            end = (x + hair[0] * reach + rng.uniform(-0.2, 0.2) * hair[1] * reach, y + hair[1] * reach)
            draw.line([(x, y), end], fill=varied(colour, rng, 9), width=max(1, round(unit / 260)))
        self.image.paste(layer, clipped, mask)

    def words(self, text: str, box: tuple[float, float, float, float], colour: Colour, *, weight: float = 0.02) -> None:
        """The text centred in a box (x, y, width, height), turned as the frame is."""
        if not text.strip():
            return
        frame = self.frame.part(*box)
        width, height = math.hypot(*frame.across), math.hypot(*frame.down)
        mask = lettering(text, max(4, round(width)), max(4, round(height)), weight=weight)
        turn = math.degrees(math.atan2(frame.across[1], frame.across[0]))
        if abs(turn) % 180 > 0.5:
            mask = mask.rotate(-turn, resample=Image.Resampling.BICUBIC, expand=True)
        x, y = frame.at((0.5, 0.5))
        self.image.paste(colour, (round(x - mask.width / 2), round(y - mask.height / 2)), mask)

    def _fill(self, path: Outline, colour: Colour, light: Light, alpha: float) -> None:
        clipped = self._clip(*_bounds(path))
        if not clipped:
            return
        left, top, right, bottom = clipped
        if (light == "flat" and alpha >= 1) or min(right - left, bottom - top) < SMALL:
            self._draw.polygon(path, fill=colour)
        else:
            x1, y1, x2, y2 = _bounds(path)
            wide, high = max(1.0, x2 - x1), max(1.0, y2 - y1)
            part = ((left - x1) / wide, (top - y1) / high, (right - x1) / wide, (bottom - y1) / high)
            mask = self._mask(path, clipped)
            mask = mask if alpha >= 1 else mask.point([round(grey * alpha) for grey in range(256)])
            paint: Image.Image | Colour = colour
            if light != "flat":
                paint = coloured_ramp(light, colour, (right - left, bottom - top), part)
            self.image.paste(paint, clipped, mask)
        if self.outline and alpha >= 1:
            self._draw.line([*path, path[0]], fill=self.outline, width=max(1, self.image.width // 420), joint="curve")

    def _mask(self, path: Outline, clipped: tuple[int, int, int, int]) -> Image.Image:
        left, top, right, bottom = clipped
        mask = Image.new("L", (right - left, bottom - top), 0)
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in path], fill=255)
        return mask

    def _clip(self, x1: float, y1: float, x2: float, y2: float) -> tuple[int, int, int, int] | None:
        left, top = max(0, math.floor(x1)), max(0, math.floor(y1))
        right, bottom = min(self.image.width, math.ceil(x2) + 1), min(self.image.height, math.ceil(y2) + 1)
        return (left, top, right, bottom) if right > left and bottom > top else None


def _bounds(path: Outline) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in path], [y for _, y in path]
    return min(xs), min(ys), max(xs), max(ys)


def _around(path: Outline, start: float, end: float) -> Outline:
    """The outline of a stroke along the path with two half widths, rounded at both ends."""
    left: Outline = []
    right: Outline = []
    last = len(path) - 1
    for index, (x, y) in enumerate(path):
        before, after = path[max(0, index - 1)], path[min(last, index + 1)]
        angle = math.atan2(after[1] - before[1], after[0] - before[0])
        half = start + (end - start) * index / max(1, last)
        left.append((x + half * math.sin(angle), y - half * math.cos(angle)))
        right.append((x - half * math.sin(angle), y + half * math.cos(angle)))
    tip = _cap(path[-1], path[max(0, last - 1)], end)
    root = _cap(path[0], path[min(last, 1)], start)
    return left + tip + right[::-1] + root


def _cap(end: Point, inner: Point, radius: float) -> Outline:
    angle = math.degrees(math.atan2(end[1] - inner[1], end[0] - inner[0]))
    return [
        (end[0] + radius * math.cos(math.radians(angle + turn)), end[1] + radius * math.sin(math.radians(angle + turn)))
        for turn in (-60, -30, 0, 30, 60)
    ]
