"""Houses, towers, castles, temples, bridges and gates."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing

PANE: Colour = (150, 190, 214)
ROOF: Colour = (156, 66, 50)


def _house(pen: Pen, look: Look) -> None:
    wall = look.paint((232, 214, 184))
    pen.rect(0.68, 0.06, 0.1, 0.3, (150, 90, 70))
    pen.rect(0.1, 0.42, 0.8, 0.58, wall)
    pen.shape([(0.0, 0.45), (0.5, 0.04), (1.0, 0.45)], look.of("roof", ROOF))
    pen.rect(0.42, 0.66, 0.17, 0.34, (110, 70, 46))
    for x in (0.17, 0.67):
        pen.rect(x, 0.54, 0.17, 0.18, PANE)
        pen.line([(x + 0.085, 0.54), (x + 0.085, 0.72)], 0.012, (246, 246, 240))
        pen.line([(x, 0.63), (x + 0.17, 0.63)], 0.012, (246, 246, 240))


def _tower_block(pen: Pen, look: Look) -> None:
    wall = look.paint((120, 140, 164))
    pen.rect(0.08, 0.0, 0.84, 1.0, wall, "side")
    for row in range(16):
        for column in range(5):
            lit = look.rng.random() < 0.3
            pen.rect(
                0.14 + column * 0.15,
                0.03 + row * 0.06,
                0.11,
                0.035,
                (252, 226, 150) if lit else darker(PANE, 0.3),
                "flat",
            )


def _castle(pen: Pen, look: Look) -> None:
    stone = look.paint((176, 168, 158))
    for x, top in ((0.02, 0.3), (0.8, 0.3), (0.36, 0.12)):
        wide = 0.18 if top > 0.2 else 0.28
        pen.rect(x, top, wide, 1 - top, stone, "side")
        pen.shape([(x - 0.03, top), (x + wide / 2, top - 0.2), (x + wide + 0.03, top)], look.of("roof", (70, 90, 150)))
        pen.rect(x + wide / 2 - 0.02, top + 0.12, 0.04, 0.1, (50, 46, 56), "flat")
    pen.rect(0.14, 0.56, 0.72, 0.44, darker(stone, 0.08))
    for step in range(9):
        pen.rect(0.14 + step * 0.08, 0.52, 0.045, 0.05, darker(stone, 0.08), "flat")
    pen.shape([*arc(0.5, 0.78, 0.1, 0.12, (180, 360)), (0.6, 1.0), (0.4, 1.0)], (60, 44, 36))


def curved_roof(pen: Pen, x: float, y: float, half: float, high: float, colour: Colour) -> None:
    pen.shape(
        [
            (x - half * 1.25, y - high * 0.25),
            (x - half * 0.9, y - high * 0.12),
            (x - half * 0.5, y - high),
            (x + half * 0.5, y - high),
            (x + half * 0.9, y - high * 0.12),
            (x + half * 1.25, y - high * 0.25),
            (x + half, y + high * 0.18),
            (x - half, y + high * 0.18),
        ],
        colour,
        "down",
    )


def _temple(pen: Pen, look: Look) -> None:
    wall = look.paint((176, 50, 40))
    pen.rect(0.06, 0.9, 0.88, 0.1, (190, 184, 174))
    pen.rect(0.14, 0.52, 0.72, 0.38, wall)
    for x in (0.16, 0.32, 0.48, 0.64, 0.8):
        pen.rect(x, 0.52, 0.04, 0.38, darker(wall, 0.35), "side")
    pen.rect(0.4, 0.64, 0.2, 0.26, (70, 30, 26))
    curved_roof(pen, 0.5, 0.5, 0.44, 0.22, look.of("roof", (60, 80, 84)))
    pen.rect(0.34, 0.16, 0.32, 0.14, wall)
    curved_roof(pen, 0.5, 0.17, 0.26, 0.15, look.of("roof", (60, 80, 84)))


def _pagoda(pen: Pen, look: Look) -> None:
    wall = look.paint((170, 60, 46))
    pen.line([(0.5, 0.0), (0.5, 0.14)], 0.03, (220, 180, 80))
    for step in range(5):
        y, half = 0.2 + step * 0.17, 0.2 + step * 0.045
        pen.rect(0.5 - half * 0.8, y, half * 1.6, 0.13, wall)
        for x in (-0.5, 0.0, 0.5):
            pen.rect(0.5 + half * x - 0.03, y + 0.03, 0.06, 0.08, (70, 36, 30), "flat")
        curved_roof(pen, 0.5, y, half, 0.07, (60, 72, 80))


THINGS: dict[str, Thing] = {
    "house": Thing(_house, 1.1, 1.2, anchors={"top": (0.5, 0.05)}),
    "building": Thing(_tower_block, 0.5, 1.6, home="street"),
    "castle": Thing(_castle, 1.2, 1.5, home="mountains"),
    "temple": Thing(_temple, 1.3, 1.2, home="mountains"),
    "pagoda": Thing(_pagoda, 0.6, 1.6, home="mountains"),
}
