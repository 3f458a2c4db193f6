"""Flowers, trees, grass, bamboo, mushrooms, cactus."""

import math
from random import Random

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, varied
from chalicelib.adapters.embedded_renderer.drawing.geometry import ellipse
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing

LEAF: Colour = (70, 140, 60)


def _bloom(colour: Colour, *, petals: int = 8, heart: Colour = (240, 190, 50), size: float = 0.34) -> Thing:
    def draw(pen: Pen, look: Look) -> None:
        petal = look.paint(colour)
        pen.limb([(0.5, 0.34), (0.54, 0.7), (0.5, 1.0)], (0.05, 0.06), LEAF)
        pen.blob([(0.52, 0.82), (0.74, 0.62), (0.95, 0.64), (0.76, 0.8)], LEAF)
        pen.blob([(0.52, 0.9), (0.3, 0.7), (0.08, 0.74), (0.28, 0.88)], darker(LEAF, 0.2))
        scale = pen.frame.unit
        wide = math.hypot(*pen.frame.across) / scale
        high = math.hypot(*pen.frame.down) / scale
        for ring, reach in ((0, 1.0), (1, 0.66)):
            for step in range(petals):
                angle = 360 / petals * (step + ring * 0.5)
                dx, dy = math.cos(math.radians(angle)), math.sin(math.radians(angle))
                outline = ellipse(0, 0, size * 0.5 * reach, size * 0.3 * reach, angle)
                centre = (dx * size * 0.55 * reach, dy * size * 0.55 * reach)
                spots = [(0.5 + (x + centre[0]) / wide, 0.3 + (y + centre[1]) / high) for x, y in outline]
                pen.shape(spots, petal if ring == 0 else lighter(petal, 0.12), "side")
        pen.disc((0.5, 0.3), size * 0.28, heart)

    return Thing(draw, 0.62, 0.62, home="garden")


def _tulip(pen: Pen, look: Look) -> None:
    colour = look.paint((214, 50, 70))
    pen.limb([(0.5, 0.4), (0.5, 1.0)], (0.06, 0.07), LEAF)
    pen.blob([(0.5, 1.0), (0.24, 0.7), (0.2, 0.5), (0.46, 0.8)], LEAF)
    pen.blob(
        [(0.5, 0.44), (0.14, 0.32), (0.14, 0.04), (0.34, 0.16), (0.5, 0.0), (0.66, 0.16), (0.86, 0.04), (0.86, 0.32)],
        colour,
        "side",
    )


def _tree(pen: Pen, look: Look) -> None:
    crown = look.paint(look.of("leaves", (72, 130, 58)))
    rng = Random(look.rng.random())
    pen.limb([(0.5, 1.0), (0.49, 0.75), (0.5, 0.42)], (0.14, 0.06), (104, 74, 48))
    pen.limb([(0.5, 0.66), (0.3, 0.44)], (0.05, 0.02), (104, 74, 48))
    pen.limb([(0.5, 0.6), (0.7, 0.4)], (0.05, 0.02), (92, 66, 42))
    for step in range(26):
        angle, reach = rng.uniform(0, 6.28), rng.uniform(0.05, 0.3) * (1 - step / 60)
        x, y = 0.5 + math.cos(angle) * reach * 1.15, 0.34 + math.sin(angle) * reach * 0.85
        pen.disc((x, y), rng.uniform(0.12, 0.17), varied(darker(crown, 0.3 * (y - 0.1)), rng, 14))
    pen.fur(ellipse(0.5, 0.34, 0.46, 0.34), lighter(crown, 0.35), rng, hair=(0.01, 0.015), count=140)


def _pine(pen: Pen, look: Look) -> None:
    needles = look.paint((40, 96, 70))
    pen.limb([(0.5, 1.0), (0.5, 0.8)], (0.14, 0.12), (92, 62, 42))
    for step in range(5):
        y, wide = 0.88 - step * 0.19, 0.48 - step * 0.085
        pen.shape(
            [(0.5 - wide, y), (0.5, y - 0.32), (0.5 + wide, y), (0.5, y - 0.05)], varied(needles, look.rng, 8), "side"
        )


def _palm(pen: Pen, look: Look) -> None:
    leaf = look.paint((60, 140, 70))
    pen.limb([(0.42, 1.0), (0.46, 0.6), (0.54, 0.26)], (0.08, 0.05), (150, 112, 72))
    for dx, dy in ((-0.5, 0.16), (-0.42, -0.08), (-0.2, -0.22), (0.16, -0.22), (0.4, -0.1), (0.46, 0.18), (0.02, 0.26)):
        pen.limb([(0.54, 0.25), (0.54 + dx * 0.6, 0.18 + dy * 0.5), (0.54 + dx, 0.28 + dy)], (0.07, 0.01), leaf)


def _bamboo(pen: Pen, look: Look) -> None:
    green = look.paint((110, 160, 70))
    for x in (0.2, 0.5, 0.8):
        pen.limb([(x, 1.0), (x + 0.03, 0.0)], (0.1, 0.08), varied(green, look.rng, 12))
        for y in (0.2, 0.42, 0.64, 0.86):
            pen.line([(x - 0.04, y), (x + 0.08, y)], 0.014, darker(green, 0.5))
            pen.blob([(x, y), (x + 0.2, y - 0.1), (x + 0.34, y - 0.06), (x + 0.18, y)], darker(green, 0.15))


def _mushroom(pen: Pen, look: Look) -> None:
    cap = look.paint((204, 46, 40))
    pen.blob([(0.38, 0.44), (0.62, 0.44), (0.66, 0.98), (0.34, 0.98)], (240, 230, 210), "side")
    pen.blob([(0.02, 0.5), (0.14, 0.16), (0.5, 0.02), (0.86, 0.16), (0.98, 0.5), (0.5, 0.58)], cap, "ball")
    for x, y, size in ((0.3, 0.24, 0.07), (0.56, 0.16, 0.06), (0.74, 0.36, 0.07), (0.46, 0.4, 0.055)):
        pen.disc((x, y), size, (250, 246, 236))


def _cactus(pen: Pen, look: Look) -> None:
    green = look.paint((70, 140, 90))
    pen.limb([(0.5, 1.0), (0.5, 0.08)], (0.3, 0.24), green)
    pen.limb([(0.5, 0.66), (0.16, 0.6), (0.16, 0.34)], (0.16, 0.14), green)
    pen.limb([(0.5, 0.54), (0.84, 0.48), (0.84, 0.2)], (0.16, 0.14), green)


def _leaf(pen: Pen, look: Look) -> None:
    leaf = look.paint((200, 90, 40))
    pen.blob([(0.5, 0.0), (0.86, 0.34), (0.72, 0.74), (0.5, 0.86), (0.28, 0.74), (0.14, 0.34)], leaf, "side")
    pen.line([(0.5, 0.08), (0.5, 1.0)], 0.02, darker(leaf, 0.4))


def _grass(pen: Pen, look: Look) -> None:
    for _ in range(40):
        x, lean = look.rng.uniform(0.1, 0.9), look.rng.uniform(-0.15, 0.15)
        pen.limb(
            [(x, 1.0), (x + lean * 0.4, 0.6), (x + lean, look.rng.uniform(0.0, 0.5))],
            (0.035, 0.006),
            varied(look.paint((90, 160, 60)), look.rng),
        )


THINGS: dict[str, Thing] = {
    "flower": _bloom((214, 40, 54)),
    "rose": _bloom((190, 24, 50), petals=6, heart=(140, 10, 40)),
    "sunflower": _bloom((246, 190, 30), petals=14, heart=(92, 58, 30)),
    "daisy": _bloom((248, 246, 240), petals=12),
    "lotus": _bloom((240, 160, 190), petals=9),
    "cherry_blossom": _bloom((248, 186, 204), petals=5, heart=(220, 90, 120)),
    "tulip": Thing(_tulip, 0.45, 0.6, home="garden"),
    "tree": Thing(_tree, 0.85, 1.35),
    "pine": Thing(_pine, 0.6, 1.35, home="forest"),
    "palm": Thing(_palm, 0.8, 1.35, home="beach"),
    "bamboo": Thing(_bamboo, 0.4, 1.3),
    "mushroom": Thing(_mushroom, 0.9, 0.45, home="forest"),
    "cactus": Thing(_cactus, 0.7, 0.9, home="desert"),
    "leaf": Thing(_leaf, 0.8, 0.4, home="studio"),
    "grass": Thing(_grass, 2.0, 0.3),
}
