"""Buildings everybody knows: the Bird's Nest, the Great Wall, the towers of Shanghai and Beijing, the Eiffel tower."""

import math
from collections.abc import Sequence
from itertools import pairwise
from random import Random

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import Outline, Point, arc, ellipse, smooth
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing

STEEL: Colour = (196, 200, 206)
RIM = ((0.0, 0.3), (0.14, 0.15), (0.34, 0.21), (0.5, 0.265), (0.66, 0.21), (0.86, 0.13), (1.0, 0.28))
HALVES = ((0.1, 0.47), (0.3, 0.49), (0.5, 0.48), (0.78, 0.4), (0.96, 0.34))
"""Half the width of the facade by height."""
SHELL: Outline = [
    (0.0, 0.3),
    (0.14, 0.14),
    (0.34, 0.2),
    (0.5, 0.26),
    (0.66, 0.2),
    (0.86, 0.12),
    (1.0, 0.28),
    (0.98, 0.5),
    (0.9, 0.78),
    (0.84, 0.96),
    (0.5, 1.0),
    (0.16, 0.96),
    (0.1, 0.78),
    (0.02, 0.5),
]


def _birds_nest(pen: Pen, look: Look) -> None:
    steel = look.paint(STEEL)
    rim = smooth(SHELL)
    pen.shape(rim, (140, 44, 40), "down")
    pen.shape(rim, (70, 60, 66), "side", alpha=0.45)
    rng = Random(5)
    for _ in range(190):
        start, end = _on_shell(rng.uniform(0, 1), 0.0), _on_shell(rng.uniform(0, 1), 1.0)
        if abs(start[0] - end[0]) < 0.42:
            middle = ((start[0] + end[0]) / 2 + (end[0] - start[0]) * 0.08, (start[1] + end[1]) / 2 + 0.02)
            tone = darker(steel, rng.uniform(0, 0.3)) if rng.random() < 0.6 else lighter(steel, 0.4)
            pen.line(smooth([start, middle, end], closed=False), 0.007, tone)
    pen.line([_on_shell(step / 40, 0.0) for step in range(41)], 0.024, lighter(steel, 0.3))
    pen.line([_on_shell(step / 40, 0.3) for step in range(41)], 0.008, steel)
    pen.shape(
        [
            *arc(0.5, 0.2, 0.4, 0.1, (180, 360)),
            *smooth([(0.9, 0.2), (0.66, 0.21), (0.5, 0.265), (0.34, 0.21), (0.1, 0.2)], closed=False),
        ],
        lighter(steel, 0.5),
        "up",
    )
    for step in range(18):
        x = 0.12 + step * 0.045
        pen.line(
            [(x, 0.2 + 0.05 * math.sin(math.pi * (x - 0.1) / 0.8)), (0.5 + (x - 0.5) * 0.86, 0.13)],
            0.006,
            darker(steel, 0.3),
        )


def _on_shell(across: float, down: float) -> Point:
    """A point of the curved facade: `across` from left to right, `down` from the rim to the ground."""
    top = _between(RIM, across)
    y = top + (0.96 - top) * down
    return 0.5 + (across - 0.5) * 2 * _between(HALVES, y), y


def _between(points: Sequence[Point], at: float) -> float:
    for (x1, y1), (x2, y2) in pairwise(points):
        if at <= x2:
            return y1 + (y2 - y1) * max(0.0, at - x1) / (x2 - x1)
    return points[-1][1]


def _oriental_pearl(pen: Pen, look: Look) -> None:
    body, ball = (190, 186, 196), look.paint((196, 60, 110))
    for lean in (-0.22, 0.22):
        pen.limb([(0.5, 0.66), (0.5 + lean * 2, 1.0)], (0.05, 0.05), body)
    pen.limb([(0.5, 0.0), (0.5, 0.2)], (0.02, 0.05), body)
    for x in (0.42, 0.5, 0.58):
        pen.limb([(x, 0.3), (x, 1.0)], (0.05, 0.06), body)
    for y, radius in ((0.2, 0.05), (0.33, 0.13), (0.72, 0.18)):
        pen.disc((0.5, y), radius, ball)
        pen.glow((0.5, y), radius * 3, radius * 1.2, (255, 120, 180), 0.25)
    for y in (0.44, 0.5, 0.56):
        pen.disc((0.5, y), 0.035, ball)


def _shanghai_tower(pen: Pen, look: Look) -> None:
    glass = look.paint((120, 150, 180))
    pen.blob(
        [(0.34, 0.06), (0.6, 0.0), (0.7, 0.3), (0.78, 0.7), (0.84, 1.0), (0.16, 1.0), (0.2, 0.6), (0.3, 0.3)],
        glass,
        "side",
    )
    pen.line(smooth([(0.6, 0.0), (0.44, 0.36), (0.5, 0.7), (0.34, 1.0)], closed=False), 0.03, lighter(glass, 0.4))


def _bottle_opener(pen: Pen, look: Look) -> None:
    glass = look.paint((110, 130, 160))
    pen.shape([(0.2, 0.02), (0.8, 0.0), (0.86, 1.0), (0.14, 1.0)], glass, "side")
    pen.shape([(0.32, 0.05), (0.68, 0.045), (0.63, 0.14), (0.37, 0.14)], (226, 180, 150), "flat")


def _cctv(pen: Pen, look: Look) -> None:
    glass = look.paint((104, 116, 134))
    pen.shape([(0.1, 0.2), (0.4, 0.1), (0.42, 1.0), (0.04, 1.0)], glass, "side")
    pen.shape([(0.66, 0.36), (0.96, 0.3), (1.0, 1.0), (0.64, 1.0)], darker(glass, 0.15), "side")
    pen.shape(
        [(0.1, 0.2), (0.4, 0.08), (0.96, 0.2), (0.96, 0.42), (0.66, 0.36), (0.4, 0.34), (0.1, 0.4)],
        lighter(glass, 0.1),
        "side",
    )


def _china_zun(pen: Pen, look: Look) -> None:
    glass = look.paint((130, 156, 180))
    pen.blob(
        [(0.26, 0.02), (0.74, 0.02), (0.7, 0.4), (0.74, 0.75), (0.9, 1.0), (0.1, 1.0), (0.26, 0.75), (0.3, 0.4)],
        glass,
        "side",
    )


def _eiffel(pen: Pen, look: Look) -> None:
    iron = look.paint((120, 92, 70))
    for side in (-1, 1):
        pen.limb([(0.5 + side * 0.42, 1.0), (0.5 + side * 0.2, 0.64), (0.5 + side * 0.05, 0.1)], (0.15, 0.03), iron)
    for y, half in ((0.68, 0.3), (0.46, 0.17), (0.16, 0.06)):
        pen.rect(0.5 - half, y, half * 2, 0.04, darker(iron, 0.2))
    pen.line([(0.5, 0.0), (0.5, 0.2)], 0.03, iron)
    pen.line(arc(0.5, 0.98, 0.28, 0.22, (180, 360)), 0.03, iron)


def draw_wall(pen: Pen, path: list[Point], widths: Point, stone: Colour) -> None:
    """The Great Wall along a path, getting narrower with distance, with towers at the turns."""
    points = smooth(path, closed=False, steps=9)
    count = len(points)
    for index in range(count - 2, -1, -1):
        (x1, y1), (x2, y2) = points[index], points[index + 1]
        near, far = (widths[0] + (widths[1] - widths[0]) * (step / count) for step in (index, index + 1))
        pen.shape(
            [(x1 - near, y1), (x2 - far, y2), (x2 - far, y2 + far * 1.5), (x1 - near, y1 + near * 1.5)],
            darker(stone, 0.25),
            "down",
        )
        pen.shape([(x1 - near, y1), (x2 - far, y2), (x2 + far, y2), (x1 + near, y1)], lighter(stone, 0.22), "flat")
        pen.shape(
            [(x1 + near, y1), (x2 + far, y2), (x2 + far, y2 + far * 1.5), (x1 + near, y1 + near * 1.5)], stone, "down"
        )
        for side in (-1, 1):
            pen.rect(x1 + side * near - near * 0.12, y1 - near * 0.4, near * 0.24, near * 0.45, stone, "flat")
        if index % 18 == 9:
            _watchtower(pen.part(x1 - near * 1.5, y1 - near * 3.0, near * 3, near * 4.2), stone)


def _watchtower(pen: Pen, stone: Colour) -> None:
    pen.shape([(0.1, 0.12), (0.9, 0.12), (0.98, 1.0), (0.02, 1.0)], stone, "side")
    for step in range(5):
        pen.rect(0.08 + step * 0.175, 0.0, 0.11, 0.14, stone, "flat")
    for x in (0.24, 0.5, 0.76):
        pen.shape([*arc(x, 0.42, 0.07, 0.08, (180, 360)), (x + 0.07, 0.6), (x - 0.07, 0.6)], (40, 34, 32), "flat")
    pen.line([(0.05, 0.22), (0.95, 0.22)], 0.03, darker(stone, 0.35))


def _great_wall(pen: Pen, look: Look) -> None:
    draw_wall(
        pen,
        [(0.2, 1.05), (0.52, 0.82), (0.3, 0.6), (0.62, 0.46), (0.5, 0.28), (0.74, 0.2), (0.9, 0.1)],
        (0.09, 0.012),
        look.paint((176, 156, 128)),
    )


def _colosseum(pen: Pen, look: Look) -> None:
    stone = look.paint((206, 180, 146))
    pen.shape([(0.02, 0.3), *arc(0.5, 0.3, 0.48, 0.12, (180, 360)), (0.98, 1.0), (0.02, 1.0)], stone, "side")
    pen.shape(ellipse(0.5, 0.3, 0.46, 0.1), darker(stone, 0.5))
    for row in range(3):
        for step in range(11):
            x, y = 0.07 + step * 0.086, 0.5 + row * 0.2
            pen.shape(
                [*arc(x, y, 0.026, 0.06, (180, 360)), (x + 0.026, y + 0.09), (x - 0.026, y + 0.09)],
                darker(stone, 0.6),
                "flat",
            )


THINGS: dict[str, Thing] = {
    "birds_nest": Thing(_birds_nest, 2.2, 1.0, home="plaza"),
    "oriental_pearl": Thing(_oriental_pearl, 0.4, 1.6, home="bund"),
    "shanghai_tower": Thing(_shanghai_tower, 0.34, 1.7, home="bund"),
    "bottle_opener": Thing(_bottle_opener, 0.26, 1.5, home="bund"),
    "cctv": Thing(_cctv, 0.9, 1.1, home="city"),
    "china_zun": Thing(_china_zun, 0.26, 1.6, home="city"),
    "eiffel": Thing(_eiffel, 0.6, 1.6, home="city"),
    "great_wall": Thing(_great_wall, 1.3, 1.8, home="mountains"),
    "colosseum": Thing(_colosseum, 1.8, 1.0, home="plaza"),
}
