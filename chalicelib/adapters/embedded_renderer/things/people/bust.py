"""A head of stone on a plinth: blank eyes, a fillet in curled hair, a curled beard."""

from dataclasses import replace
from random import Random

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import Outline, arc
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look
from chalicelib.adapters.embedded_renderer.things.people.head import draw_head

STONE: Colour = (206, 202, 194)
SHOULDERS: Outline = [
    (0.06, 0.9),
    (0.12, 0.74),
    (0.36, 0.66),
    (0.64, 0.66),
    (0.88, 0.74),
    (0.94, 0.9),
    (0.7, 0.94),
    (0.5, 0.92),
    (0.3, 0.94),
]
BEARD: Outline = [
    (0.24, 0.42),
    (0.34, 0.5),
    (0.5, 0.5),
    (0.66, 0.5),
    (0.76, 0.42),
    (0.74, 0.6),
    (0.64, 0.72),
    (0.5, 0.77),
    (0.36, 0.72),
    (0.26, 0.6),
]
HAIR: Outline = [
    (0.2, 0.4),
    (0.17, 0.22),
    (0.28, 0.06),
    (0.5, 0.0),
    (0.72, 0.06),
    (0.83, 0.22),
    (0.8, 0.4),
    (0.75, 0.24),
    (0.5, 0.16),
    (0.25, 0.24),
]


def draw_bust(pen: Pen, look: Look) -> None:
    stone = look.paint(STONE)
    pen.shape([(0.34, 0.9), (0.66, 0.9), (0.72, 1.0), (0.28, 1.0)], darker(stone, 0.1), "side")
    pen.blob(SHOULDERS, stone, "side")
    for points in ([(0.3, 0.7), (0.44, 0.82), (0.66, 0.9)], [(0.24, 0.76), (0.4, 0.88)], [(0.7, 0.7), (0.6, 0.8)]):
        pen.line(points, 0.008, darker(stone, 0.35))
    pen.limb([(0.5, 0.5), (0.5, 0.7)], (0.32, 0.36), darker(stone, 0.12))
    traits: dict[str, Colour | None] = {
        "skin": stone,
        "hair": darker(stone, 0.2),
        "eyes": lighter(stone, 0.1),
        "bald": None,
    }
    draw_head(pen.part(0.24, 0.06, 0.52, 0.56), replace(look, traits=traits))
    for x in (0.417, 0.583):
        pen.oval((x, 0.362), 0.032, 0.02, lighter(stone, 0.2))
    rng = Random(3)
    for outline in (BEARD, HAIR):
        pen.blob(outline, darker(stone, 0.12), "side")
        _curls(pen, outline, stone, rng)
    pen.blob([(0.42, 0.52), (0.5, 0.505), (0.58, 0.52), (0.5, 0.55)], darker(stone, 0.3))
    pen.line(arc(0.5, 0.26, 0.29, 0.09, (190, 350)), 0.022, darker(stone, 0.3))


def _curls(pen: Pen, outline: Outline, stone: Colour, rng: Random) -> None:
    """Small spirals between the edges of the outline and its middle."""
    middle_x = sum(x for x, _ in outline) / len(outline)
    middle_y = sum(y for _, y in outline) / len(outline)
    for x, y in outline:
        for share in (0.1, 0.4, 0.7):
            at = (x + (middle_x - x) * share * 0.8 + rng.uniform(-0.012, 0.012), y + (middle_y - y) * share)
            start = rng.uniform(0, 360)
            for radius, tone in ((0.036, 0.42), (0.02, 0.3)):
                pen.line(arc(*at, radius * 0.86, radius, (start, start + 250)), 0.009, darker(stone, tone))
