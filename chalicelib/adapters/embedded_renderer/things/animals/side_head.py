"""The head of a four-legged animal seen from the side; the frame is a square around the skull."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.animals.measures import Beast
from chalicelib.adapters.embedded_renderer.things.look import Look
from chalicelib.adapters.embedded_renderer.things.people.hats import draw_hats

NOSE: Colour = (32, 26, 28)


def draw_side_head(pen: Pen, look: Look, beast: Beast) -> None:
    coat = look.paint(beast.coat)
    _ear(pen, beast, darker(coat, 0.25), shift=0.12)
    long = beast.muzzle / beast.head
    tip = 0.8 + long * 0.5
    muzzle = beast.belly if beast.furry and beast.pattern != "panda" else coat
    if beast.extra != "trunk" and beast.furry:
        pen.limb([(0.62, 0.58), (tip, 0.66)], (0.58, 0.3), coat, "down")
        pen.limb([(0.74, 0.68), (tip, 0.68)], (0.3, 0.24), muzzle, "down")
    elif beast.extra != "trunk":
        pen.limb([(0.44, 0.46), (0.7, 0.54), (tip, 0.68)], (0.66, 0.36), coat, "down")
    if beast.extra != "trunk":
        pen.oval((tip + 0.08, 0.58), 0.08, 0.07, (232, 140, 150) if beast.tail == "curl" else NOSE)
        pen.line([(tip + 0.08, 0.72), (tip - 0.14, 0.78), (tip - 0.26, 0.74)], 0.025, darker(coat, 0.7))
    if beast.furry or beast.extra == "trunk":
        pen.oval((0.48, 0.5), 0.36, 0.34, coat)
    _marks(pen, beast)
    if look.has("sleeping"):
        pen.line(arc(0.64, 0.4, 0.09, 0.07, (10, 170)), 0.03, darker(coat, 0.8))
    else:
        _eye(pen, beast)
    _ear(pen, beast, coat, shift=0.0)
    _extras(pen, beast, coat)
    draw_hats(pen, look)


def _eye(pen: Pen, beast: Beast) -> None:
    pen.oval((0.64, 0.42), 0.075, 0.075, beast.eyes if beast.eyes != (60, 40, 20) else (40, 28, 20), "flat")
    pen.oval((0.655, 0.42), 0.045, 0.055, (12, 10, 12), "flat")
    pen.oval((0.68, 0.4), 0.02, 0.02, (255, 255, 255), "flat")


def _ear(pen: Pen, beast: Beast, colour: Colour, *, shift: float) -> None:
    inner = (236, 180, 170)
    tone = (30, 28, 30) if beast.pattern == "panda" else colour
    x = 0.32 + shift
    if beast.ears == "point":
        pen.shape([(x - 0.1, 0.3), (x - 0.02, -0.14), (x + 0.2, 0.22)], tone, "side")
        pen.shape([(x - 0.03, 0.24), (x, -0.02), (x + 0.12, 0.2)], inner, "flat")
    elif beast.ears in ("round", "disc", "small"):
        radius = {"round": 0.15, "disc": 0.26, "small": 0.08}[beast.ears]
        pen.oval((x, 0.18), radius, radius, tone)
        pen.oval((x, 0.2), radius * 0.55, radius * 0.55, darker(tone, 0.4) if beast.pattern == "panda" else inner)
    elif beast.ears == "flop":
        pen.blob(
            [(x - 0.06, 0.2), (x + 0.1, 0.22), (x + 0.08, 0.6), (x - 0.06, 0.76), (x - 0.18, 0.5)], darker(tone, 0.3)
        )
    elif beast.ears in ("long", "hare"):
        top = -0.3 if beast.ears == "long" else -0.7
        pen.blob(
            [(x - 0.08, 0.28), (x - 0.12, top + 0.2), (x - 0.03, top), (x + 0.06, top + 0.2), (x + 0.1, 0.26)], tone
        )
        pen.blob(
            [(x - 0.03, 0.22), (x - 0.06, top + 0.3), (x - 0.02, top + 0.14), (x + 0.02, top + 0.3), (x + 0.04, 0.22)],
            inner,
        )
    elif beast.ears == "huge" and not shift:
        pen.blob(
            [(0.3, 0.2), (0.06, 0.0), (-0.26, 0.2), (-0.26, 0.7), (0.06, 0.98), (0.3, 0.7)], darker(tone, 0.12), "ball"
        )


def _marks(pen: Pen, beast: Beast) -> None:
    if beast.pattern == "mask":
        pen.blob([(0.4, 0.36), (0.76, 0.32), (0.94, 0.56), (0.7, 0.58), (0.36, 0.62)], (36, 32, 34))
        pen.limb([(0.46, 0.3), (0.7, 0.28)], (0.06, 0.04), (236, 232, 226))
    if beast.pattern == "panda":
        pen.oval((0.64, 0.45), 0.13, 0.16, (28, 26, 28), "flat")
    if beast.pattern in ("stripes", "tabby"):
        for x in (0.34, 0.44, 0.54):
            pen.line(
                arc(x, 0.3, 0.05, 0.14, (200, 330)),
                0.03,
                (40, 30, 26) if beast.pattern == "stripes" else darker(beast.coat, 0.4),
            )


def _extras(pen: Pen, beast: Beast, coat: Colour) -> None:
    if beast.extra == "horns":
        pen.limb([(0.44, 0.2), (0.5, -0.1), (0.66, -0.2)], (0.12, 0.03), (214, 204, 180))
    if beast.extra == "unicorn":
        pen.shape([(0.52, 0.2), (0.64, 0.16), (0.86, -0.6)], (250, 214, 120), "side")
    if beast.extra == "nose_horn":
        pen.limb([(1.1, 0.5), (1.2, 0.2), (1.24, -0.1)], (0.2, 0.02), (206, 200, 188))
    if beast.extra == "antlers":
        for x in (0.36, 0.48):
            pen.limb([(x, 0.2), (x - 0.1, -0.3), (x + 0.1, -0.9)], (0.08, 0.04), (150, 112, 76))
            pen.limb([(x - 0.08, -0.3), (x + 0.24, -0.5)], (0.06, 0.03), (150, 112, 76))
            pen.limb([(x - 0.02, -0.6), (x - 0.24, -0.9)], (0.05, 0.03), (150, 112, 76))
    if beast.extra == "trunk":
        pen.limb([(0.72, 0.6), (0.96, 0.9), (0.9, 1.4), (1.1, 1.6)], (0.36, 0.14), lighter(coat, 0.06))
        pen.limb([(0.7, 0.82), (0.96, 1.06), (1.2, 1.02)], (0.1, 0.03), (244, 240, 226))
