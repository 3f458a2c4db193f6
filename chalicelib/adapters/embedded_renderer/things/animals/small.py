"""Insects, and others that creep or swim."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import ellipse
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing

INK: Colour = (26, 22, 24)


def _ladybird(pen: Pen, look: Look) -> None:
    """From the front, upright on hind legs, arms to the sides."""
    shell = look.paint((206, 34, 30))
    for side in (-1, 1):
        pen.limb([(0.5 + side * 0.2, 0.8), (0.5 + side * 0.3, 0.94), (0.5 + side * 0.38, 0.97)], (0.05, 0.03), INK)
        pen.limb([(0.5 + side * 0.34, 0.6), (0.5 + side * 0.48, 0.66), (0.5 + side * 0.52, 0.74)], (0.05, 0.03), INK)
        pen.limb([(0.5 + side * 0.3, 0.42), (0.5 + side * 0.44, 0.36), (0.5 + side * 0.46, 0.24)], (0.05, 0.03), INK)
        pen.limb([(0.5 + side * 0.08, 0.14), (0.5 + side * 0.16, 0.02), (0.5 + side * 0.24, 0.0)], (0.022, 0.016), INK)
        pen.disc((0.5 + side * 0.25, 0.0), 0.022, INK)
    pen.oval((0.5, 0.6), 0.4, 0.36, shell)
    pen.line([(0.5, 0.3), (0.5, 0.95)], 0.014, darker(shell, 0.7))
    for x, y, size in (
        (0.32, 0.45, 0.06),
        (0.68, 0.45, 0.06),
        (0.25, 0.64, 0.065),
        (0.75, 0.64, 0.065),
        (0.37, 0.8, 0.055),
        (0.63, 0.8, 0.055),
    ):
        pen.disc((x, y), size, INK)
    pen.glow((0.36, 0.44), 0.16, 0.12, (255, 235, 225), 0.55)
    pen.oval((0.5, 0.23), 0.22, 0.16, INK)
    for side in (-1, 1):
        pen.disc((0.5 + side * 0.12, 0.2), 0.055, (252, 250, 246), "flat")
        pen.disc((0.5 + side * 0.11, 0.21), 0.03, (16, 16, 18), "flat")


def _beetle(pen: Pen, look: Look) -> None:
    """A rhinoceros beetle from the side, its horn to the right."""
    shell = look.paint((74, 46, 30))
    for x, reach in ((0.26, -0.1), (0.44, -0.02), (0.62, 0.08)):
        pen.limb([(x, 0.7), (x + reach, 0.84), (x + reach * 1.6 + 0.02, 0.99)], (0.045, 0.022), darker(shell, 0.4))
        pen.limb(
            [(x + 0.08, 0.66), (x + reach + 0.14, 0.8), (x + reach + 0.18, 0.99)], (0.045, 0.022), darker(shell, 0.2)
        )
    pen.blob(
        [(0.02, 0.66), (0.1, 0.4), (0.32, 0.24), (0.54, 0.3), (0.6, 0.56), (0.56, 0.74), (0.2, 0.78)], shell, "ball"
    )
    pen.line([(0.06, 0.58), (0.3, 0.44), (0.58, 0.48)], 0.01, darker(shell, 0.6))
    pen.glow((0.3, 0.36), 0.16, 0.08, (255, 226, 190), 0.6)
    pen.blob([(0.54, 0.34), (0.68, 0.32), (0.78, 0.46), (0.76, 0.66), (0.58, 0.74)], lighter(shell, 0.08), "ball")
    pen.blob([(0.74, 0.5), (0.86, 0.54), (0.86, 0.66), (0.74, 0.68)], darker(shell, 0.1), "ball")
    pen.limb([(0.82, 0.56), (0.96, 0.4), (0.94, 0.1), (0.88, 0.0)], (0.07, 0.02), darker(shell, 0.2))
    pen.limb([(0.66, 0.36), (0.78, 0.24), (0.8, 0.14)], (0.055, 0.018), darker(shell, 0.2))
    pen.disc((0.82, 0.58), 0.018, (250, 240, 220), "flat")


def _butterfly(pen: Pen, look: Look) -> None:
    wing = look.paint((230, 130, 40))
    for side in (-1, 1):
        pen.blob(
            [(0.5, 0.48), (0.5 + side * 0.2, 0.06), (0.5 + side * 0.48, 0.1), (0.5 + side * 0.44, 0.44)], wing, "side"
        )
        pen.blob(
            [(0.5, 0.5), (0.5 + side * 0.4, 0.54), (0.5 + side * 0.36, 0.88), (0.5 + side * 0.14, 0.86)],
            darker(wing, 0.2),
            "side",
        )
        pen.disc((0.5 + side * 0.34, 0.24), 0.06, lighter(wing, 0.7))
        pen.disc((0.5 + side * 0.26, 0.7), 0.045, lighter(wing, 0.7))
        pen.line([(0.5, 0.3), (0.5 + side * 0.12, 0.1)], 0.012, INK)
    pen.limb([(0.5, 0.28), (0.5, 0.8)], (0.05, 0.03), INK)


def _bee(pen: Pen, look: Look) -> None:
    body = look.paint((244, 190, 40))
    for x in (0.36, 0.56):
        pen.shape(ellipse(x, 0.26, 0.14, 0.26, -20), (226, 238, 248), alpha=0.75)
    pen.oval((0.46, 0.6), 0.36, 0.26, body)
    for x in (0.28, 0.44, 0.6):
        pen.limb([(x, 0.4), (x + 0.02, 0.8)], (0.09, 0.09), INK)
    pen.disc((0.8, 0.56), 0.14, INK)
    pen.disc((0.84, 0.52), 0.035, (250, 250, 250), "flat")


def _ant(pen: Pen, look: Look) -> None:
    body = look.paint(INK)
    for x, reach in ((0.4, -0.16), (0.5, 0.0), (0.58, 0.16)):
        pen.line([(x, 0.55), (x + reach * 0.6, 0.75), (x + reach, 1.0)], 0.03, body)
    for x, size in ((0.22, 0.2), (0.5, 0.13), (0.74, 0.15)):
        pen.disc((x, 0.5), size, body)
    pen.line([(0.8, 0.4), (0.94, 0.1)], 0.025, body)


def _spider(pen: Pen, look: Look) -> None:
    body = look.paint((50, 44, 44))
    for side in (-1, 1):
        for step in range(4):
            pen.limb(
                [(0.5, 0.55), (0.5 + side * 0.34, 0.2 + step * 0.14), (0.5 + side * 0.48, 0.5 + step * 0.16)],
                (0.035, 0.015),
                body,
            )
    pen.oval((0.5, 0.5), 0.22, 0.24, body)
    pen.oval((0.5, 0.76), 0.13, 0.12, body)


THINGS: dict[str, Thing] = {
    "ladybird": Thing(
        _ladybird, 0.9, 0.8, home="macro", anchors={"hand": (0.96, 0.28), "left_hand": (0.04, 0.28), "lap": (0.5, 0.56)}
    ),
    "beetle": Thing(_beetle, 1.6, 0.5, home="macro", anchors={"top": (0.4, 0.26)}),
    "butterfly": Thing(_butterfly, 1.0, 0.35, "sky"),
    "bee": Thing(_bee, 1.2, 0.3, "sky"),
    "ant": Thing(_ant, 1.6, 0.1),
    "spider": Thing(_spider, 1.0, 0.3),
}
