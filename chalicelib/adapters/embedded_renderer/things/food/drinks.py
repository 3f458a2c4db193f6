"""Glasses, cups, cakes, pizza, bowls and burgers."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, mix, varied
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, ellipse
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing


def _tall_drink(pen: Pen, look: Look) -> None:
    """A tall glass with a red, cloudy drink, celery, olives, lemon and ice."""
    drink = look.paint((186, 34, 24))
    pen.limb([(0.6, 0.4), (0.66, 0.0)], (0.11, 0.08), (136, 186, 70))
    for x, y in ((0.56, -0.02), (0.68, -0.07), (0.79, 0.0)):
        pen.blob([(x, y), (x + 0.07, y - 0.06), (x + 0.12, y + 0.05), (x + 0.04, y + 0.09)], (110, 170, 60))
    pen.shape([(0.16, 0.16), (0.84, 0.16), (0.77, 0.97), (0.23, 0.97)], (226, 238, 244), "side", alpha=0.5)
    pen.shape(
        [(0.185, 0.28), (0.815, 0.28), (0.755, 0.93), (0.245, 0.93)], lighter(drink, 0.12), (*darker(drink, 0.35),)
    )
    pen.shape(ellipse(0.5, 0.28, 0.315, 0.04), lighter(drink, 0.25), "down")
    for x, y in ((0.34, 0.3), (0.5, 0.34), (0.4, 0.44)):
        pen.shape(
            [(x - 0.07, y - 0.05), (x + 0.06, y - 0.06), (x + 0.08, y + 0.05), (x - 0.05, y + 0.07)],
            (250, 214, 206),
            "side",
            alpha=0.45,
        )
    for _ in range(60):
        pen.oval((look.rng.uniform(0.27, 0.73), look.rng.uniform(0.32, 0.9)), 0.006, 0.004, (80, 14, 10), "flat")
    pen.line([(0.2, 0.1), (0.8, 0.24)], 0.014, (190, 150, 90))
    for x, y in ((0.3, 0.12), (0.42, 0.15)):
        pen.disc((x, y), 0.06, (116, 140, 50))
        pen.disc((x + 0.03, y), 0.018, (206, 60, 40), "flat")
    _citrus(pen.part(0.68, 0.06, 0.34, 0.22), (246, 220, 90))
    pen.shape([(0.22, 0.2), (0.27, 0.2), (0.31, 0.9), (0.28, 0.9)], (255, 255, 255), "flat", alpha=0.4)
    pen.line(ellipse(0.5, 0.16, 0.34, 0.035), 0.01, (240, 246, 250))


def _citrus(pen: Pen, colour: Colour) -> None:
    pen.oval((0.5, 0.5), 0.5, 0.5, darker(colour, 0.1))
    pen.oval((0.5, 0.5), 0.43, 0.43, (252, 248, 220), "flat")
    for turn in range(0, 360, 45):
        pen.shape([(0.5, 0.5), *arc(0.5, 0.5, 0.38, 0.38, (turn + 4, turn + 41))], colour, "flat")


def _wine(pen: Pen, look: Look) -> None:
    drink = look.paint((130, 20, 50))
    pen.shape(
        [(0.14, 0.04), (0.86, 0.04), (0.84, 0.34), (0.6, 0.54), (0.4, 0.54), (0.16, 0.34)],
        (232, 240, 246),
        "side",
        alpha=0.5,
    )
    pen.shape([(0.16, 0.22), (0.84, 0.22), (0.82, 0.34), (0.6, 0.52), (0.4, 0.52), (0.18, 0.34)], drink, "side")
    pen.limb([(0.5, 0.52), (0.5, 0.94)], (0.05, 0.05), (220, 230, 236))
    pen.shape(ellipse(0.5, 0.95, 0.3, 0.04), (220, 230, 236), "down")


def _cup(pen: Pen, look: Look) -> None:
    china = look.paint((240, 240, 236))
    pen.line(arc(0.8, 0.56, 0.18, 0.2, (-90, 90)), 0.07, darker(china, 0.15))
    pen.blob([(0.1, 0.3), (0.82, 0.3), (0.78, 0.8), (0.6, 0.96), (0.32, 0.96), (0.14, 0.8)], china, "side")
    pen.shape(ellipse(0.46, 0.3, 0.37, 0.1), (96, 58, 34), "down")
    for x in (0.36, 0.54):
        pen.line([(x, 0.2), (x + 0.05, 0.1), (x, 0.0)], 0.012, (236, 236, 236))


def _cake(pen: Pen, look: Look) -> None:
    cream = look.paint((250, 236, 220))
    pen.shape([*arc(0.5, 0.86, 0.46, 0.12, (0, 180)), (0.04, 0.44), (0.96, 0.44)], (176, 116, 70), "side")
    pen.shape(ellipse(0.5, 0.44, 0.46, 0.12), cream, "down")
    for step in range(8):
        x = 0.08 + step * 0.12
        pen.limb([(x, 0.48), (x, 0.6 + 0.08 * (step % 3))], (0.09, 0.06), cream)
    for x in (0.3, 0.5, 0.7):
        pen.disc((x, 0.4), 0.055, (210, 40, 60))
        pen.limb([(x, 0.36), (x, 0.14)], (0.025, 0.025), (130, 180, 230))
        pen.oval((x, 0.09), 0.025, 0.05, (255, 200, 70))


def _pizza(pen: Pen, look: Look) -> None:
    pen.oval((0.5, 0.5), 0.5, 0.5, (206, 146, 76))
    pen.oval((0.5, 0.5), 0.43, 0.43, mix((246, 206, 96), look.paint((246, 206, 96)), 0.5), "flat")
    for _ in range(14):
        x, y = look.rng.uniform(0.22, 0.78), look.rng.uniform(0.22, 0.78)
        pen.disc((x, y), 0.055, varied((196, 50, 36), look.rng))
    for _ in range(16):
        pen.oval((look.rng.uniform(0.2, 0.8), look.rng.uniform(0.2, 0.8)), 0.02, 0.012, (70, 130, 50), "flat")


def _bowl(pen: Pen, look: Look) -> None:
    china = look.paint((60, 110, 170))
    for x in (0.34, 0.46, 0.58, 0.7):
        pen.line([(x, 0.3), (x + 0.05, 0.12), (x - 0.02, 0.0)], 0.01, (230, 230, 230))
    pen.shape([*arc(0.5, 0.4, 0.48, 0.56, (0, 180))], china, "side")
    pen.shape(ellipse(0.5, 0.4, 0.48, 0.12), lighter(china, 0.5), "down")
    pen.shape(ellipse(0.5, 0.41, 0.42, 0.09), (236, 206, 130), "down")
    pen.disc((0.62, 0.4), 0.08, (252, 246, 226))
    pen.disc((0.62, 0.4), 0.04, (246, 170, 50))


def _burger(pen: Pen, look: Look) -> None:
    bun = look.paint((212, 146, 70))
    pen.blob([(0.04, 0.84), (0.96, 0.84), (0.88, 0.98), (0.12, 0.98)], bun)
    pen.limb([(0.1, 0.72), (0.9, 0.72)], (0.18, 0.18), (100, 56, 34))
    pen.limb([(0.06, 0.6), (0.94, 0.6)], (0.08, 0.08), (246, 196, 60))
    pen.limb([(0.04, 0.54), (0.3, 0.58), (0.6, 0.53), (0.96, 0.57)], (0.08, 0.08), (110, 176, 60))
    pen.blob([(0.03, 0.5), (0.1, 0.2), (0.5, 0.03), (0.9, 0.2), (0.97, 0.5)], bun, "ball")


THINGS: dict[str, Thing] = {
    "bloody_mary": Thing(_tall_drink, 0.5, 1.1, "surface", "bar"),
    "wine": Thing(_wine, 0.5, 0.6, "surface", "bar"),
    "cup": Thing(_cup, 1.1, 0.45, "surface", "table"),
    "cake": Thing(_cake, 1.2, 0.6, "surface", "table"),
    "pizza": Thing(_pizza, 1.0, 0.9, "surface", "table"),
    "bowl": Thing(_bowl, 1.2, 0.5, "surface", "table"),
    "burger": Thing(_burger, 1.2, 0.55, "surface", "table"),
}
