"""A human head: face, hair, beard."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, mix
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look

SKIN: Colour = (236, 196, 168)
HAIR: Colour = (52, 36, 30)
LIPS: Colour = (190, 92, 92)


def draw_head(pen: Pen, look: Look) -> None:
    """Fills its square frame, chin at the bottom."""
    skin = look.of("skin", SKIN)
    hair = _hair_colour(look)
    pen.oval((0.14, 0.56), 0.06, 0.1, darker(skin, 0.15))
    pen.oval((0.86, 0.56), 0.06, 0.1, darker(skin, 0.15))
    pen.blob(
        [(0.5, 0.06), (0.8, 0.18), (0.86, 0.5), (0.76, 0.8), (0.5, 1.0), (0.24, 0.8), (0.14, 0.5), (0.2, 0.18)],
        skin,
        "ball",
    )
    _face(pen, look, skin)
    _beard(pen, look, hair)
    if not look.has("bald"):
        (_fringe if look.has("woman") else _short_hair)(pen, hair)


def draw_long_hair(pen: Pen, look: Look) -> None:
    """What falls over the back: drawn before the body."""
    hair = _hair_colour(look)
    pen.blob(
        [
            (0.5, -0.06),
            (0.86, 0.06),
            (1.0, 0.4),
            (1.04, 0.9),
            (1.14, 1.5),
            (0.8, 1.7),
            (0.5, 1.5),
            (0.2, 1.7),
            (-0.14, 1.5),
            (-0.04, 0.9),
            (0.0, 0.4),
            (0.14, 0.06),
        ],
        darker(hair, 0.12),
        "down",
    )
    for x in (0.04, 0.14, 0.86, 0.96):
        pen.line([(x, 0.4), (x + (x - 0.5) * 0.12, 1.45)], 0.014, lighter(hair, 0.25))


def _hair_colour(look: Look) -> Colour:
    return look.of("hair", (150, 146, 142) if look.has("old") else HAIR)


def _face(pen: Pen, look: Look, skin: Colour) -> None:
    for x in (0.34, 0.66):
        pen.glow((x, 0.53), 0.13, 0.1, darker(skin, 0.4), 0.35)
        pen.oval((x, 0.54), 0.075, 0.042, (248, 246, 244), "flat")
        pen.oval((x, 0.54), 0.036, 0.042, look.of("eyes", (74, 50, 36)), "flat")
        pen.oval((x, 0.54), 0.018, 0.022, (14, 12, 16), "flat")
        pen.oval((x + 0.014, 0.525), 0.01, 0.01, (255, 255, 255), "flat")
        pen.line(arc(x, 0.545, 0.085, 0.055, (200, 340)), 0.016, darker(skin, 0.75))
        pen.line(arc(x, 0.47, 0.1, 0.05, (205, 335)), 0.026, darker(look.of("hair", HAIR), 0.2))
    pen.line([(0.5, 0.52), (0.47, 0.68), (0.53, 0.69)], 0.014, darker(skin, 0.3))
    for x in (0.28, 0.72):
        pen.glow((x, 0.7), 0.12, 0.1, mix(skin, (230, 90, 90), 0.5), 0.3)
    lips = LIPS if look.has("woman") else mix(skin, LIPS, 0.6)
    pen.blob([(0.38, 0.81), (0.46, 0.785), (0.5, 0.795), (0.54, 0.785), (0.62, 0.81), (0.5, 0.86)], lips)
    pen.line([(0.39, 0.812), (0.5, 0.822), (0.61, 0.812)], 0.01, darker(lips, 0.5))
    if look.has("glasses"):
        for x in (0.34, 0.66):
            pen.line(arc(x, 0.54, 0.12, 0.1, (0, 360)), 0.02, (30, 30, 34))


def _beard(pen: Pen, look: Look, hair: Colour) -> None:
    if look.has("beard"):
        pen.blob(
            [
                (0.14, 0.6),
                (0.3, 0.74),
                (0.5, 0.74),
                (0.7, 0.74),
                (0.86, 0.6),
                (0.82, 0.95),
                (0.66, 1.2),
                (0.5, 1.28),
                (0.34, 1.2),
                (0.18, 0.95),
            ],
            hair,
        )
        pen.oval((0.5, 0.83), 0.1, 0.03, LIPS, "flat")
    if look.has("moustache", "beard"):
        for side in (-1, 1):
            pen.blob(
                [(0.5, 0.74), (0.5 + side * 0.12, 0.74), (0.5 + side * 0.24, 0.8), (0.5 + side * 0.12, 0.81)], hair
            )


def _short_hair(pen: Pen, hair: Colour) -> None:
    pen.blob(
        [
            (0.12, 0.5),
            (0.08, 0.26),
            (0.24, 0.02),
            (0.5, -0.05),
            (0.76, 0.02),
            (0.92, 0.26),
            (0.88, 0.5),
            (0.82, 0.3),
            (0.66, 0.2),
            (0.4, 0.24),
            (0.2, 0.28),
        ],
        hair,
        "down",
    )
    for x in (0.3, 0.45, 0.6):
        pen.line([(x, 0.02), (x - 0.05, 0.18)], 0.012, lighter(hair, 0.25))


def _fringe(pen: Pen, hair: Colour) -> None:
    pen.blob(
        [
            (0.1, 0.56),
            (0.07, 0.24),
            (0.26, 0.0),
            (0.5, -0.06),
            (0.76, 0.0),
            (0.93, 0.24),
            (0.9, 0.56),
            (0.84, 0.36),
            (0.6, 0.16),
            (0.36, 0.3),
            (0.18, 0.36),
        ],
        hair,
        "down",
    )
    for x in (0.3, 0.45, 0.62, 0.75):
        pen.line([(x, 0.02), (x - 0.04 + (x - 0.5) * 0.3, 0.2)], 0.012, lighter(hair, 0.3))
