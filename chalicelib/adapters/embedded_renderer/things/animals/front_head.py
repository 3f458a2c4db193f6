"""The head of an animal seen from the front, for animals that sit, dress and hold things as people do."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import ellipse
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.animals.measures import Beast
from chalicelib.adapters.embedded_renderer.things.look import Look


def draw_front_head(pen: Pen, look: Look, beast: Beast) -> None:
    coat = look.of("pelt", look.paint(beast.coat))
    dark = (32, 28, 30)
    for side in (-1, 1):
        _ear(pen, beast, dark if beast.pattern == "panda" else coat, side)
    if beast.extra == "mane":
        pen.oval((0.5, 0.54), 0.72, 0.7, (140, 84, 36))
    pen.oval((0.5, 0.54), 0.5, 0.44, coat)
    if beast.furry:
        pen.fur(ellipse(0.5, 0.54, 0.48, 0.42), lighter(coat, 0.25), look.rng, hair=(0.0, 0.1), count=160)
    _marks(pen, look, beast, coat)
    muzzle = beast.belly if beast.furry else lighter(coat, 0.2)
    pen.oval((0.5, 0.74), 0.22 + beast.muzzle * 0.5, 0.18 + beast.muzzle * 0.3, muzzle)
    for side in (-1, 1):
        x = 0.5 + side * 0.22
        pen.oval((x, 0.5), 0.085, 0.095, (250, 248, 240) if beast.pattern in ("mask", "panda") else beast.eyes, "flat")
        pen.oval((x, 0.5), 0.05, 0.08, (14, 12, 14), "flat")
        pen.oval((x + 0.025, 0.46), 0.022, 0.028, (255, 255, 255), "flat")
        if beast.furry and beast.muzzle < 0.12:
            for spread in (-0.05, 0.02, 0.09):
                pen.line([(0.5 + side * 0.16, 0.76), (0.5 + side * 0.62, 0.72 + spread)], 0.008, (244, 242, 238))
    pen.blob([(0.41, 0.64), (0.59, 0.64), (0.5, 0.73)], (226, 132, 136) if beast.pattern == "tabby" else dark)
    pen.line([(0.5, 0.72), (0.5, 0.79), (0.4, 0.83)], 0.014, darker(muzzle, 0.7))
    pen.line([(0.5, 0.79), (0.6, 0.83)], 0.014, darker(muzzle, 0.7))


def _ear(pen: Pen, beast: Beast, colour: Colour, side: int) -> None:
    x = 0.5 + side * 0.34
    if beast.ears in ("round", "disc", "small", "huge"):
        size = 0.4 if beast.ears == "huge" else 0.17
        pen.oval((x + side * (0.3 if beast.ears == "huge" else 0.02), 0.2), size, size, colour)
        pen.oval((x, 0.2), 0.09, 0.09, darker(colour, 0.35))
    elif beast.ears in ("hare", "long"):
        pen.blob([(x - 0.12, 0.3), (x - 0.1, -0.3), (x, -0.5), (x + 0.1, -0.3), (x + 0.12, 0.3)], colour)
    elif beast.ears == "flop":
        pen.blob(
            [(x - 0.08, 0.16), (x + side * 0.16, 0.2), (x + side * 0.24, 0.6), (x + side * 0.1, 0.78), (x, 0.4)],
            darker(colour, 0.3),
        )
    else:
        pen.shape([(x - side * 0.2, 0.24), (x + side * 0.08, -0.12), (x + side * 0.14, 0.42)], colour, "side")
        pen.shape([(x - side * 0.1, 0.22), (x + side * 0.05, 0.0), (x + side * 0.08, 0.32)], (234, 168, 160), "flat")


def _marks(pen: Pen, look: Look, beast: Beast, coat: Colour) -> None:
    for side in (-1, 1):
        x = 0.5 + side * 0.22
        if beast.pattern == "panda":
            pen.shape(ellipse(x, 0.52, 0.13, 0.17, side * 25), (28, 26, 28), "flat")
        if beast.pattern == "mask":
            pen.blob(
                [(0.5 + side * 0.06, 0.5), (x, 0.36), (0.5 + side * 0.48, 0.52), (0.5 + side * 0.4, 0.7), (x, 0.62)],
                (36, 32, 34),
            )
            pen.limb([(x - side * 0.1, 0.36), (x + side * 0.2, 0.36)], (0.06, 0.04), (238, 234, 228))
    if beast.pattern in ("tabby", "stripes"):
        tone = darker(look.paint(coat), 0.35) if beast.pattern == "tabby" else (36, 30, 28)
        for x in (0.38, 0.5, 0.62):
            pen.limb([(x, 0.14), (0.5 + (x - 0.5) * 0.8, 0.32)], (0.05, 0.02), tone, "flat")
        for side in (-1, 1):
            pen.limb([(0.5 + side * 0.48, 0.6), (0.5 + side * 0.3, 0.62)], (0.04, 0.015), tone, "flat")
