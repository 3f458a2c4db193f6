"""What is worn on the head; the frame is the head's."""

from chalicelib.adapters.embedded_renderer.drawing.colour import BLACK, Colour, darker
from chalicelib.adapters.embedded_renderer.drawing.geometry import star
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look
from chalicelib.adapters.embedded_renderer.things.people.work_hats import WORK_HATS

GOLD: Colour = (236, 186, 60)


def draw_hats(pen: Pen, look: Look) -> None:
    for name, draw in HATS.items():
        if look.has(name):
            draw(pen, look)


def _top_hat(pen: Pen, look: Look) -> None:
    colour = look.of("top_hat", BLACK)
    pen.oval((0.5, 0.1), 0.6, 0.1, darker(colour, 0.2), "down")
    pen.shape([(0.16, -0.72), (0.84, -0.72), (0.78, 0.08), (0.22, 0.08)], colour, "side")
    pen.oval((0.5, -0.72), 0.34, 0.06, (70, 70, 78), "down")
    pen.shape([(0.21, -0.1), (0.79, -0.1), (0.78, 0.06), (0.22, 0.06)], (120, 30, 40), "side")


def _wizard_hat(pen: Pen, look: Look) -> None:
    colour = look.of("wizard_hat", (66, 52, 150))
    pen.oval((0.5, 0.12), 0.7, 0.12, darker(colour, 0.25), "down")
    pen.blob(
        [(0.12, 0.1), (0.3, -0.4), (0.44, -0.86), (0.7, -1.15), (0.62, -0.8), (0.72, -0.4), (0.88, 0.1), (0.5, 0.16)],
        colour,
        "side",
    )
    for x, y, size in ((0.42, -0.2, 0.09), (0.62, -0.5, 0.07), (0.68, -0.06, 0.06)):
        pen.shape(star(x, y, (size, size * 0.4), 5), GOLD, "flat")


def _crown(pen: Pen, look: Look) -> None:
    colour = look.of("crown", GOLD)
    pen.shape(
        [(0.2, 0.1), (0.12, -0.3), (0.32, -0.1), (0.5, -0.38), (0.68, -0.1), (0.88, -0.3), (0.8, 0.1)], colour, "side"
    )
    for x in (0.32, 0.5, 0.68):
        pen.oval((x, 0.02), 0.04, 0.05, (200, 40, 60))


def _cap(pen: Pen, look: Look) -> None:
    colour = look.of("cap", (50, 90, 170))
    pen.blob([(0.1, 0.2), (0.16, -0.05), (0.5, -0.16), (0.84, -0.05), (0.9, 0.2)], colour, "ball")
    pen.shape([(0.5, 0.12), (1.14, 0.2), (1.12, 0.28), (0.5, 0.24)], darker(colour, 0.2), "down")


def _hat(pen: Pen, look: Look) -> None:
    colour = look.of("hat", (150, 106, 62))
    pen.oval((0.5, 0.14), 0.72, 0.13, darker(colour, 0.15), "down")
    pen.blob([(0.16, 0.12), (0.2, -0.22), (0.5, -0.34), (0.8, -0.22), (0.84, 0.12)], colour, "side")
    pen.shape([(0.17, -0.02), (0.83, -0.02), (0.84, 0.1), (0.16, 0.1)], darker(colour, 0.5), "flat")


HATS = {"top_hat": _top_hat, "wizard_hat": _wizard_hat, "crown": _crown, "cap": _cap, "hat": _hat, **WORK_HATS}
