"""Outlines in local coordinates, and the frame that places them on the canvas."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

Point = tuple[float, float]
Outline = list[Point]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the unit square of a drawing lies on the canvas, in pixels: an origin and two edges."""

    origin: Point
    across: Point
    down: Point

    def at(self, point: Point) -> Point:
        x, y = point
        return (
            self.origin[0] + self.across[0] * x + self.down[0] * y,
            self.origin[1] + self.across[1] * x + self.down[1] * y,
        )

    def part(self, x: float, y: float, width: float, height: float) -> "Frame":
        across = (self.across[0] * width, self.across[1] * width)
        down = (self.down[0] * height, self.down[1] * height)
        return Frame(self.at((x, y)), across, down)

    def mirrored(self) -> "Frame":
        return Frame(self.at((1, 0)), (-self.across[0], -self.across[1]), self.down)

    def turned(self, degrees: float, pivot: Point = (0.5, 0.5)) -> "Frame":
        """Turned clockwise on the canvas around a point of the drawing."""
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        px, py = self.at(pivot)
        dx, dy = self.origin[0] - px, self.origin[1] - py
        return Frame(
            (px + dx * cos - dy * sin, py + dx * sin + dy * cos),
            (self.across[0] * cos - self.across[1] * sin, self.across[0] * sin + self.across[1] * cos),
            (self.down[0] * cos - self.down[1] * sin, self.down[0] * sin + self.down[1] * cos),
        )

    @property
    def unit(self) -> float:
        """One unit of length in pixels, between width and height."""
        return math.sqrt(abs(self.across[0] * self.down[1] - self.across[1] * self.down[0]))


def ellipse(x: float, y: float, rx: float, ry: float, turn: float = 0) -> Outline:
    return arc(x, y, rx, ry, (0, 360), turn)[:-1]


def arc(x: float, y: float, rx: float, ry: float, span: Point, turn: float = 0) -> Outline:
    """Part of an ellipse; degrees run clockwise from the right."""
    steps = max(6, round(abs(span[1] - span[0]) / 6))
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    points = []
    for step in range(steps + 1):
        angle = math.radians(span[0] + (span[1] - span[0]) * step / steps)
        dx, dy = rx * math.cos(angle), ry * math.sin(angle)
        points.append((x + dx * cos - dy * sin, y + dx * sin + dy * cos))
    return points


def smooth(points: Sequence[Point], *, closed: bool = True, steps: int = 7) -> Outline:
    """A curve through all points (Catmull-Rom)."""
    count = len(points)
    result: Outline = []
    for index in range(count if closed else count - 1):
        if closed:
            p0, p1, p2, p3 = (points[(index + shift) % count] for shift in (-1, 0, 1, 2))
        else:
            p0, p1, p2, p3 = (points[min(count - 1, max(0, index + shift))] for shift in (-1, 0, 1, 2))
        result += [_between(p0, p1, p2, p3, step / steps) for step in range(steps)]
    return result if closed else [*result, points[-1]]


def lathed(half: Sequence[Point], x: float = 0.5) -> Outline:
    """The outline of what was turned on a lathe, from the right half of it: (distance from the axis, y)."""
    return [(x + out, y) for out, y in half] + [(x - out, y) for out, y in reversed(half)]


def star(x: float, y: float, radii: Point, points: int, turn: float = -90) -> Outline:
    outline = []
    for index in range(points * 2):
        radius = radii[index % 2]
        angle = math.radians(turn + 180 * index / points)
        outline.append((x + radius * math.cos(angle), y + radius * math.sin(angle)))
    return outline


def ridge(rng: Random, *, base: float, height: float, peaks: int, rough: float = 0.25) -> Outline:
    """A line of hills from left to right, without the ground below."""
    points: Outline = []
    phase = rng.uniform(0, math.tau)
    for step in range(peaks * 8 + 1):
        x = step / (peaks * 8) * 1.1 - 0.05
        wave = (
            math.sin(x * peaks * math.pi * 1.3 + phase) * 0.5 + math.sin(x * peaks * 2.9 * math.pi + phase * 2) * 0.25
        )
        points.append((x, base - height * (0.5 + wave * 0.6 + rng.uniform(-rough, rough) * 0.5)))
    return points


def _between(p0: Point, p1: Point, p2: Point, p3: Point, t: float) -> Point:
    def axis(a: float, b: float, c: float, d: float) -> float:
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)

    return axis(p0[0], p1[0], p2[0], p3[0]), axis(p0[1], p1[1], p2[1], p3[1])
