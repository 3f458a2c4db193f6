"""Clothes on an upright figure; y from the shoulders (0.2) to the feet (1)."""

from random import Random

from chalicelib.adapters.embedded_renderer.drawing.colour import WHITE, Colour, darker, lighter, mix
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look

SHIRTS: tuple[Colour, ...] = (
    (70, 110, 170),
    (190, 84, 70),
    (92, 140, 92),
    (210, 180, 110),
    (120, 96, 150),
    (86, 96, 110),
)
USUAL: dict[str, Colour] = {
    "suit": (40, 44, 58),
    "dress": (196, 70, 110),
    "robe": (170, 60, 50),
    "cloak": (96, 24, 60),
    "coat": (120, 96, 70),
    "sportswear": (60, 120, 200),
    "armour": (120, 130, 146),
    "sweater": (190, 60, 60),
    "shirt": (90, 130, 190),
}
TORSO = [(0.2, 0.25), (0.34, 0.2), (0.66, 0.2), (0.8, 0.25), (0.74, 0.4), (0.72, 0.56), (0.28, 0.56), (0.26, 0.4)]


def garment(look: Look) -> str:
    """What covers the body; a cloak goes over something else."""
    for name in ("dress", "robe", "suit", "coat", "armour", "sportswear", "sweater", "shirt"):
        if look.has(name):
            return name
    return "dress" if look.has("woman") and not look.has("trousers") and look.rng.random() < 0.4 else "shirt"


def garment_colour(look: Look, name: str) -> Colour:
    usual = SHIRTS[look.rng.randrange(len(SHIRTS))] if name in ("shirt", "dress") else USUAL[name]
    return look.of(name, look.paint(usual))


def draw_trousers(pen: Pen, colour: Colour, *, stride: float = 0.04) -> None:
    for side in (-1, 1):
        foot = 0.5 + side * (0.12 + stride)
        pen.limb([(0.5 + side * 0.11, 0.54), (0.5 + side * 0.12, 0.75), (foot, 0.95)], (0.17, 0.11), colour)
        pen.blob(
            [(foot - 0.09, 0.95), (foot + 0.02, 0.935), (foot + 0.12, 0.965), (foot + 0.12, 0.99), (foot - 0.09, 0.99)],
            (48, 40, 40),
        )


def draw_garment(pen: Pen, name: str, colour: Colour) -> None:
    if name in ("dress", "robe"):
        hem, flare = (0.82, 0.16) if name == "dress" else (0.96, 0.08)
        pen.blob([*TORSO[:5], (0.8 + flare, hem), (0.5, hem + 0.02), (0.2 - flare, hem), *TORSO[7:]], colour, "side")
        for x in (0.38, 0.5, 0.62):
            pen.line([(x, 0.58), (x + (x - 0.5) * 0.8, hem - 0.02)], 0.008, darker(colour, 0.3))
        pen.shape([(0.27, 0.44), (0.73, 0.44), (0.73, 0.475), (0.27, 0.475)], darker(colour, 0.45), "flat")
        return
    pen.blob(TORSO, colour, "side")
    details = {"suit": _lapels, "sportswear": _stripes, "sweater": _knit, "armour": _plates, "coat": _lapels}
    if name in details:
        details[name](pen, colour)


def draw_boots(pen: Pen, look: Look) -> None:
    colour = look.of("boots", (90, 60, 44))
    for side in (-1, 1):
        foot = 0.5 + side * (0.08 if look.has("dress", "robe") else 0.15)
        pen.limb([(foot, 0.86), (foot, 0.96)], (0.12, 0.12), colour)
        pen.oval((foot + 0.04, 0.97), 0.11, 0.022, colour)


def draw_scarf(pen: Pen, look: Look) -> None:
    wool = look.of("scarf", (200, 50, 50))
    pen.limb([(0.34, 0.2), (0.5, 0.225), (0.66, 0.2)], (0.07, 0.07), wool)
    pen.limb([(0.6, 0.21), (0.64, 0.4)], (0.09, 0.1), darker(wool, 0.1))


def draw_cloak(pen: Pen, look: Look) -> None:
    colour = look.of("cloak", USUAL["cloak"])
    pen.blob(
        [
            (0.3, 0.19),
            (0.7, 0.19),
            (0.96, 0.3),
            (1.12, 0.9),
            (0.8, 0.95),
            (0.5, 0.93),
            (0.2, 0.95),
            (-0.12, 0.9),
            (0.04, 0.3),
        ],
        colour,
        "side",
    )
    for x in (0.02, 0.14, 0.86, 0.98):
        pen.line([(0.5 + (x - 0.5) * 0.6, 0.3), (x, 0.9)], 0.014, lighter(colour, 0.2))


def _lapels(pen: Pen, colour: Colour) -> None:
    pen.shape([(0.4, 0.2), (0.6, 0.2), (0.5, 0.42)], WHITE, "flat")
    pen.shape([(0.47, 0.22), (0.53, 0.22), (0.54, 0.38), (0.5, 0.42), (0.46, 0.38)], (150, 36, 46), "down")
    pen.shape([(0.36, 0.2), (0.42, 0.2), (0.51, 0.43), (0.47, 0.45), (0.3, 0.3)], lighter(colour, 0.16), "flat")
    pen.shape([(0.64, 0.2), (0.58, 0.2), (0.49, 0.43), (0.53, 0.45), (0.7, 0.3)], lighter(colour, 0.16), "flat")
    for y in (0.47, 0.52):
        pen.oval((0.5, y), 0.02, 0.009, darker(colour, 0.6), "flat")


def _stripes(pen: Pen, colour: Colour) -> None:
    pen.shape([(0.46, 0.2), (0.54, 0.2), (0.52, 0.56), (0.48, 0.56)], lighter(colour, 0.75), "flat")
    for side in (-1, 1):
        pen.shape(
            [(0.5 + side * 0.28, 0.24), (0.5 + side * 0.22, 0.22), (0.5 + side * 0.2, 0.56), (0.5 + side * 0.23, 0.56)],
            WHITE,
            "flat",
        )


def _knit(pen: Pen, colour: Colour) -> None:
    rng = Random(7)
    pen.fur(TORSO, mix(colour, lighter(colour, 0.4), 0.5), rng, hair=(0.0, 0.03), count=240)
    pen.shape([(0.28, 0.535), (0.72, 0.535), (0.72, 0.57), (0.28, 0.57)], darker(colour, 0.25), "flat")
    pen.blob([(0.4, 0.19), (0.6, 0.19), (0.58, 0.225), (0.42, 0.225)], darker(colour, 0.25), "flat")


def _plates(pen: Pen, colour: Colour) -> None:
    for y in (0.3, 0.37, 0.44, 0.51):
        pen.line([(0.26, y), (0.5, y + 0.02), (0.74, y)], 0.012, darker(colour, 0.5))
    for x in (0.22, 0.78):
        pen.oval((x, 0.25), 0.11, 0.04, lighter(colour, 0.2))
