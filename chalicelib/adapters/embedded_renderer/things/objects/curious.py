"""Stones with writing, bulbs, robots, telephones, easels."""

import math

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, ellipse
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing


def _stone_slab(pen: Pen, look: Look) -> None:
    """A broken slab lying on the ground, covered with three kinds of small writing."""
    stone = look.paint((74, 76, 84))
    outline = [
        (0.06, 0.62),
        (0.16, 0.26),
        (0.3, 0.16),
        (0.68, 0.06),
        (0.86, 0.12),
        (0.97, 0.4),
        (0.9, 0.72),
        (0.62, 0.9),
        (0.2, 0.86),
    ]
    pen.glow((0.52, 0.72), 0.66, 0.42, (30, 36, 60), 0.5)
    pen.shape([(x, y + 0.09) for x, y in outline], darker(stone, 0.45), "flat")
    pen.shape(outline, lighter(stone, 0.1), "side")
    for row in range(15):
        y = 0.2 + row * 0.043
        start, end = 0.2 - 0.09 * (y - 0.2), 0.86 - 0.1 * abs(y - 0.4)
        x = start + 0.14 * max(0.0, 0.3 - y)
        while x < end:
            _sign_of(pen, x, y - 0.12 * (x - 0.5), row // 5, lighter(stone, 0.55), look.rng.random())
            x += 0.018 + look.rng.random() * 0.012


def _sign_of(pen: Pen, x: float, y: float, script: int, ink: Colour, chance: float) -> None:
    if script == 0:
        if chance < 0.5:
            pen.line(ellipse(x, y, 0.007, 0.011), 0.004, ink)
        else:
            pen.line([(x - 0.006, y + 0.012), (x, y - 0.012), (x + 0.006, y + 0.012)], 0.004, ink)
    elif script == 1:
        pen.line(arc(x, y, 0.009, 0.01, (chance * 360, chance * 360 + 200)), 0.004, ink)
    else:
        pen.line([(x, y - 0.011), (x, y + 0.011)], 0.004, ink)
        pen.line([(x - 0.005, y - 0.01 + chance * 0.02), (x + 0.006, y - 0.01 + chance * 0.02)], 0.004, ink)


def _bulb(pen: Pen, look: Look) -> None:
    """A bulb that shines, with rays around it."""
    light = look.paint((255, 222, 110))
    pen.glow((0.5, 0.38), 1.1, 0.9, light, 0.8)
    for step in range(14):
        angle = math.radians(step * 360 / 14)
        long = 0.62 if step % 2 else 0.52
        pen.limb(
            [
                (0.5 + math.cos(angle) * 0.44, 0.38 + math.sin(angle) * 0.38),
                (0.5 + math.cos(angle) * long, 0.38 + math.sin(angle) * long * 0.86),
            ],
            (0.02, 0.008),
            lighter(light, 0.3),
        )
    pen.blob(
        [
            (0.5, 0.06),
            (0.74, 0.14),
            (0.82, 0.38),
            (0.68, 0.58),
            (0.62, 0.72),
            (0.38, 0.72),
            (0.32, 0.58),
            (0.18, 0.38),
            (0.26, 0.14),
        ],
        lighter(light, 0.4),
        "ball",
    )
    pen.line(
        [(0.42, 0.72), (0.4, 0.44), (0.46, 0.5), (0.5, 0.42), (0.54, 0.5), (0.6, 0.44), (0.58, 0.72)],
        0.014,
        (226, 130, 30),
    )
    for step in range(4):
        pen.limb(
            [(0.38 + step * 0.012, 0.76 + step * 0.05), (0.62 - step * 0.012, 0.75 + step * 0.05)],
            (0.05, 0.05),
            (130, 136, 146),
        )
    pen.glow((0.38, 0.26), 0.09, 0.1, (255, 255, 255), 0.8)


def _robot(pen: Pen, look: Look) -> None:
    metal = look.paint((150, 164, 180))
    for side in (-1, 1):
        pen.limb([(0.5 + side * 0.16, 0.7), (0.5 + side * 0.17, 0.95)], (0.14, 0.12), darker(metal, 0.2))
        pen.oval((0.5 + side * 0.18, 0.97), 0.13, 0.03, darker(metal, 0.4))
        pen.limb(
            [(0.5 + side * 0.32, 0.4), (0.5 + side * 0.46, 0.54), (0.5 + side * 0.42, 0.66)],
            (0.1, 0.08),
            darker(metal, 0.15),
        )
    pen.blob([(0.22, 0.36), (0.78, 0.36), (0.74, 0.72), (0.26, 0.72)], metal, "side")
    pen.line([(0.5, 0.08), (0.5, 0.0)], 0.02, darker(metal, 0.3))
    pen.disc((0.5, 0.0), 0.04, (240, 80, 60))
    pen.blob([(0.24, 0.08), (0.76, 0.08), (0.78, 0.32), (0.22, 0.32)], lighter(metal, 0.2), "side")
    for x in (0.38, 0.62):
        pen.disc((x, 0.19), 0.06, (40, 220, 240))
        pen.disc((x, 0.19), 0.025, (240, 255, 255), "flat")
    pen.rect(0.38, 0.27, 0.24, 0.02, (50, 60, 70), "flat")
    for x, colour in ((0.4, (240, 90, 70)), (0.5, (250, 200, 60)), (0.6, (90, 200, 120))):
        pen.disc((x, 0.48), 0.03, colour)


def _phone(pen: Pen, look: Look) -> None:
    """A steam-age telephone: brass horn, copper body, gears."""
    brass = look.paint((196, 146, 66))
    pen.limb([(0.3, 0.2), (0.3, 0.85)], (0.12, 0.16), (120, 70, 40))
    pen.disc((0.3, 0.9), 0.14, brass)
    pen.shape([(0.3, 0.12), (0.9, 0.0), (0.95, 0.4), (0.34, 0.3)], brass, "side")
    pen.shape(ellipse(0.93, 0.2, 0.09, 0.2), darker(brass, 0.35), "side")
    pen.disc((0.3, 0.55), 0.1, lighter(brass, 0.2))
    pen.disc((0.3, 0.55), 0.05, darker(brass, 0.4))


def _easel(pen: Pen, look: Look) -> None:
    """A framed canvas on an easel, with an abstract picture begun on it."""
    for path in ([(0.5, 0.0), (0.16, 1.0)], [(0.5, 0.0), (0.84, 1.0)], [(0.5, 0.1), (0.5, 0.9)]):
        pen.limb(path, (0.04, 0.05), (130, 88, 52))
    pen.rect(0.1, 0.14, 0.8, 0.58, (206, 160, 80))
    pen.rect(0.15, 0.18, 0.7, 0.5, look.paint((30, 60, 110)))
    for _ in range(60):
        x, y, turn = look.rng.uniform(0.2, 0.8), look.rng.uniform(0.22, 0.64), look.rng.uniform(0, 6.28)
        hue: tuple[Colour, ...] = ((240, 180, 50), (220, 70, 50), (60, 170, 190), (240, 230, 200))
        pen.limb([(x, y), (x + math.cos(turn) * 0.05, y + math.sin(turn) * 0.04)], (0.03, 0.015), look.rng.choice(hue))


THINGS: dict[str, Thing] = {
    "stone_slab": Thing(_stone_slab, 1.5, 0.85, "flat", "desert"),
    "bulb": Thing(_bulb, 0.8, 0.9, "sky", "mood"),
    "robot": Thing(_robot, 0.6, 0.95, home="studio"),
    "phone": Thing(_phone, 1.0, 0.2, "surface", "table"),
    "easel": Thing(_easel, 0.8, 1.2, home="room"),
}
