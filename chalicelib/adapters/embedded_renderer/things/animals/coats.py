"""Tails, manes and the patterns of coats."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import Outline, Point, ellipse
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.animals.measures import Beast
from chalicelib.adapters.embedded_renderer.things.look import Look

TAILS: dict[str, tuple[Outline, Point]] = {
    "long": ([(0.14, 0.0), (0.02, 0.1), (-0.02, 0.34), (-0.1, 0.4)], (0.06, 0.04)),
    "up": ([(0.14, 0.04), (0.04, -0.12), (-0.02, -0.3)], (0.08, 0.04)),
    "bushy": ([(0.15, 0.06), (0.02, 0.16), (-0.06, 0.44)], (0.1, 0.14)),
    "plume": ([(0.16, 0.2), (0.0, 0.1), (0.0, -0.3), (-0.12, -0.4)], (0.12, 0.2)),
    "ringed": ([(0.15, 0.1), (0.0, 0.2), (-0.1, 0.36)], (0.12, 0.12)),
    "tuft": ([(0.14, 0.02), (0.06, 0.16), (0.06, 0.4)], (0.03, 0.025)),
    "horse": ([(0.15, 0.02), (0.04, 0.1), (0.02, 0.5)], (0.08, 0.12)),
    "curl": ([(0.14, 0.1), (0.08, 0.04), (0.06, 0.12), (0.1, 0.14), (0.05, 0.2)], (0.03, 0.02)),
    "curl_long": ([(0.14, 0.1), (-0.06, 0.2), (-0.1, -0.1), (0.0, -0.16), (0.02, -0.04)], (0.05, 0.03)),
    "thin": ([(0.14, 0.2), (-0.06, 0.4), (-0.16, 0.3)], (0.03, 0.012)),
    "short": ([(0.15, 0.06), (0.09, 0.1)], (0.09, 0.07)),
    "ball": ([(0.13, 0.16), (0.1, 0.16)], (0.14, 0.14)),
}


def draw_tail(pen: Pen, beast: Beast, coat: Colour, back: float) -> None:
    points, widths = TAILS[beast.tail]
    tone = darker(coat, 0.6) if beast.tail == "horse" else darker(coat, 0.12)
    path = [(x, back + y) for x, y in points]
    pen.limb(path, widths, tone)
    if beast.tail == "tuft":
        pen.oval((path[-1][0], path[-1][1] + 0.03), 0.03, 0.06, darker(coat, 0.6))
    if beast.tail == "bushy" and beast.stature < 0.6:
        pen.limb([path[-1], (path[-1][0] - 0.01, path[-1][1] + 0.05)], (0.12, 0.03), beast.belly)
    if beast.tail == "ringed":
        for step in range(4):
            x, y = 0.09 - step * 0.055, back + 0.14 + step * 0.06
            pen.limb([(x - 0.03, y - 0.03), (x + 0.02, y + 0.05)], (0.03, 0.03), (40, 36, 36))


def draw_mane(pen: Pen, look: Look, nape: Point) -> None:
    colour = look.of("mane", (140, 84, 36))
    pen.oval((nape[0] - 0.02, nape[1] + 0.06), 0.2, 0.27, colour)
    pen.fur(
        ellipse(nape[0] - 0.02, nape[1] + 0.06, 0.2, 0.27),
        lighter(colour, 0.3),
        look.rng,
        hair=(-0.04, 0.07),
        count=220,
    )


def draw_pattern(pen: Pen, look: Look, beast: Beast, body: Outline) -> None:
    xs, ys = [x for x, _ in body], [y for _, y in body]
    frame = pen.part(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    draw = PATTERNS.get(beast.pattern)
    if draw:
        draw(frame, look, beast)
    elif beast.furry:
        frame.blob([(0.26, 0.82), (0.55, 0.78), (0.84, 0.86), (0.7, 1.0), (0.26, 0.96)], beast.belly, alpha=0.7)


def _stripes(pen: Pen, look: Look, beast: Beast) -> None:
    dark = (34, 28, 26) if beast.pattern == "stripes" else darker(look.paint(beast.coat), 0.32)
    for step in range(8):
        x = 0.1 + step * 0.11
        pen.limb([(x, 0.06), (x - 0.02, 0.34), (x + 0.015, look.rng.uniform(0.5, 0.8))], (0.07, 0.012), dark, "flat")


def _patches(pen: Pen, look: Look, beast: Beast) -> None:
    large = beast.pattern == "patches"
    dark = (38, 34, 34) if large else darker(look.paint(beast.coat), 0.5)
    for _ in range(6 if large else 46):
        size = look.rng.uniform(0.08, 0.15) if large else look.rng.uniform(0.015, 0.034)
        centre = (look.rng.uniform(0.12, 0.86), look.rng.uniform(0.14, 0.8))
        pen.oval(centre, size, size * 1.5, dark, "flat")


def _panda(pen: Pen, _look: Look, _beast: Beast) -> None:
    pen.blob([(0.73, 0.02), (1.0, 0.2), (1.0, 0.75), (0.82, 1.0), (0.7, 0.6)], (36, 34, 36))


def _wool(pen: Pen, look: Look, beast: Beast) -> None:
    for _ in range(46):
        centre = (look.rng.uniform(0.04, 0.96), look.rng.uniform(0.04, 0.94))
        pen.disc(centre, 0.1, lighter(look.paint(beast.coat), look.rng.uniform(0, 0.3)))


PATTERNS = {
    "stripes": _stripes,
    "tabby": _stripes,
    "patches": _patches,
    "spots": _patches,
    "panda": _panda,
    "wool": _wool,
}
