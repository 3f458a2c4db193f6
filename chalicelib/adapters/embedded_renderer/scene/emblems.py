"""Marks of printed styles: the red sun and cresting waves of woodblocks, the bare shapes of the Bauhaus."""

from collections.abc import Sequence

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.scene.setting import Setting

FOAM: Colour = (240, 236, 220)
DEEP: Colour = (40, 74, 124)


def draw_emblems(pen: Pen, setting: Setting, styles: Sequence[str]) -> None:
    if "ukiyoe" in styles:
        pen.disc((0.66, 0.2), 0.15, (206, 60, 44), "flat")
        for y, x in ((0.12, 0.04), (0.3, 0.7), (0.22, 0.2)):
            pen.limb([(x, y), (x + 0.26, y)], (0.028, 0.028), (238, 226, 200), "flat")
            pen.limb([(x + 0.08, y + 0.03), (x + 0.32, y + 0.03)], (0.022, 0.022), (238, 226, 200), "flat")
        _wave(pen.part(-0.06, 0.34, 0.5, 0.66))
    if "flat" in styles and "ukiyoe" in styles:
        _bauhaus(pen, setting)


def _wave(pen: Pen) -> None:
    """A breaking wave that comes from the left, with claws of foam."""
    for shift, colour in ((0.0, DEEP), (0.09, (86, 130, 168))):
        pen.blob(
            [
                (-0.2, 1.1),
                (-0.2, 0.4 + shift),
                (0.1, 0.12 + shift),
                (0.46, 0.02 + shift),
                (0.78, 0.2 + shift),
                (0.86, 0.44 + shift),
                (0.7, 0.34 + shift),
                (0.5, 0.34 + shift),
                (0.42, 0.56 + shift),
                (0.6, 0.86 + shift),
                (1.0, 1.1),
            ],
            colour,
            (*darker(colour, 0.2),),
        )
    for x, y in (
        (0.46, 0.03),
        (0.6, 0.07),
        (0.72, 0.14),
        (0.8, 0.24),
        (0.86, 0.36),
        (0.87, 0.47),
        (0.72, 0.36),
        (0.34, 0.05),
        (0.22, 0.1),
    ):
        pen.disc((x, y), 0.055, FOAM, "flat")
        pen.disc((x + 0.05, y + 0.05), 0.028, FOAM, "flat")
    for step in range(5):
        pen.line(arc(0.1 + step * 0.05, 0.9, 0.3, 0.5 + step * 0.03, (190, 285)), 0.01, FOAM)


def _bauhaus(pen: Pen, setting: Setting) -> None:
    hues: tuple[Colour, ...] = ((206, 50, 40), (30, 70, 140), (236, 186, 50), (36, 34, 40))
    for step in range(4):
        x = 0.72 + step * 0.07
        pen.rect(x, 0.0, 0.05, 0.05 + 0.04 * step, hues[step], "flat")
    corner = arc(1.0, 0.72, 0.2, 0.2, (180, 270))
    pen.shape([*corner, (1.0, 0.72)], setting.rng.choice(hues[:3]), "flat")
