"""A gas giant with its bands and the great storm among them."""

import math
from random import Random

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, mix, varied
from chalicelib.adapters.embedded_renderer.drawing.geometry import Point, arc, ellipse, smooth
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look

BANDS: tuple[Colour, ...] = ((244, 230, 206), (176, 106, 66), (230, 190, 146), (206, 146, 100))
BAND_COUNT = 22
EYE: Point = (0.56, 0.64)
EYE_SIZE = 0.15


def draw_planet(pen: Pen, look: Look) -> None:
    tone = look.paint((214, 160, 110))
    pen.oval((0.5, 0.5), 0.5, 0.5, tone, "flat")
    rng = Random(11)
    for step in range(BAND_COUNT):
        top = 0.02 + step * 0.0436
        colour = varied(mix(tone, BANDS[step % 4], 0.78), rng, 10)
        _band(pen, top, 0.05, colour, rng)
        for _ in range(5):
            _band(pen, top + rng.uniform(0, 0.04), rng.uniform(0.002, 0.008), varied(colour, rng, 30), rng)
    _storm(pen, rng)
    if look.has("rings"):
        pen.line(arc(0.5, 0.5, 0.8, 0.18, (-20, 200)), 0.03, (226, 206, 170))
    pen.shape(ellipse(0.5, 0.5, 0.5, 0.5), (20, 12, 20), "ball", alpha=0.16)
    pen.glow((0.92, 0.9), 0.6, 0.6, (6, 4, 14), 0.75)


def _band(pen: Pen, top: float, thick: float, colour: Colour, rng: Random) -> None:
    """Wavy above and below, clipped to the disc, bent around the storm."""
    edges = []
    for level in (top, top + thick):
        half = math.sqrt(max(0.0, 0.25 - (min(0.999, level) - 0.5) ** 2))
        phase = rng.uniform(0, math.tau)
        line = []
        for part in range(33):
            x = 0.5 - half + 2 * half * part / 32
            wave = 0.004 * math.sin(phase + x * 38) + 0.003 * math.sin(phase * 2 + x * 77)
            line.append((x, level + wave * min(1.0, half * 6) + _bend(x, level)))
        edges.append(smooth(line, closed=False, steps=3))
    pen.shape([*edges[0], *edges[1][::-1]], colour, "flat", alpha=0.85)


def _bend(x: float, y: float) -> float:
    """Bands give way to the storm."""
    across, down = (x - EYE[0]) / EYE_SIZE, (y - EYE[1]) / EYE_SIZE
    return math.copysign(0.03, down) * math.exp(-(across**2) * 0.7 - down**2 * 1.4)


def _storm(pen: Pen, rng: Random) -> None:
    x, y = EYE
    pen.shape(ellipse(x, y, EYE_SIZE * 1.3, EYE_SIZE * 0.82), (240, 222, 196), "down")
    for step in range(14):
        share = 1 - step / 15
        tone = (
            mix((214, 110, 70), (150, 44, 28), step / 14) if step % 2 else mix((190, 76, 46), (120, 34, 24), step / 14)
        )
        centre = (x + rng.uniform(-0.006, 0.006), y + rng.uniform(-0.003, 0.003))
        pen.shape(ellipse(*centre, EYE_SIZE * share * 1.12, EYE_SIZE * share * 0.68, -5), varied(tone, rng, 8), "down")
    for _ in range(70):
        start, share = rng.uniform(0, 360), rng.uniform(0.15, 1.25)
        tone = lighter((206, 120, 84), rng.uniform(0.1, 0.7)) if rng.random() < 0.6 else darker((170, 70, 44), 0.3)
        swirl = arc(x, y, EYE_SIZE * share, EYE_SIZE * share * 0.62, (start, start + rng.uniform(30, 90)), -5)
        pen.line(swirl, rng.uniform(0.0008, 0.0024), tone)
