"""Buses, trucks, tanks, trains, bicycles, from the side, driving to the right."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing
from chalicelib.adapters.embedded_renderer.things.vehicles.cars import wheel

GLASS: Colour = (150, 186, 206)
TYRE: Colour = (30, 30, 34)


def _bus(pen: Pen, look: Look) -> None:
    paint = look.paint((224, 170, 40))
    pen.blob([(0.01, 0.86), (0.01, 0.1), (0.06, 0.04), (0.94, 0.04), (0.99, 0.14), (0.99, 0.86)], paint, "down")
    for step in range(6):
        pen.rect(0.06 + step * 0.14, 0.16, 0.12, 0.28, GLASS)
    pen.rect(0.88, 0.16, 0.1, 0.54, GLASS)
    pen.rect(0.0, 0.56, 0.99, 0.05, darker(paint, 0.5), "flat")
    for x in (0.22, 0.76):
        wheel(pen, (x, 0.86), 0.11)


def _truck(pen: Pen, look: Look) -> None:
    paint = look.paint((190, 60, 50))
    pen.rect(0.0, 0.06, 0.66, 0.74, (228, 228, 224))
    pen.blob([(0.68, 0.82), (0.68, 0.2), (0.86, 0.2), (0.98, 0.5), (0.99, 0.82)], paint)
    pen.shape([(0.72, 0.48), (0.72, 0.26), (0.85, 0.26), (0.92, 0.48)], GLASS)
    for x in (0.14, 0.32, 0.84):
        wheel(pen, (x, 0.86), 0.12)


def _tank(pen: Pen, look: Look) -> None:
    paint = look.paint((96, 106, 70))
    pen.limb([(0.56, 0.24), (1.0, 0.16)], (0.05, 0.04), darker(paint, 0.2))
    pen.blob([(0.26, 0.44), (0.32, 0.14), (0.58, 0.12), (0.66, 0.44)], paint, "ball")
    pen.shape([(0.06, 0.42), (0.9, 0.42), (0.98, 0.62), (0.02, 0.62)], paint)
    pen.limb([(0.12, 0.8), (0.88, 0.8)], (0.28, 0.28), (44, 44, 40))
    for step in range(6):
        pen.disc((0.14 + step * 0.145, 0.8), 0.075, (110, 112, 100))


def _train(pen: Pen, look: Look) -> None:
    paint = look.paint((50, 90, 170))
    pen.blob([(0.0, 0.8), (0.0, 0.2), (0.7, 0.18), (0.9, 0.4), (1.0, 0.72), (0.98, 0.82)], (240, 242, 246), "down")
    pen.rect(0.0, 0.58, 0.94, 0.1, paint, "flat")
    for step in range(6):
        pen.rect(0.04 + step * 0.115, 0.3, 0.09, 0.2, (60, 76, 96))
    pen.shape([(0.76, 0.26), (0.88, 0.42), (0.78, 0.44)], (50, 66, 86))
    for x in (0.12, 0.3, 0.55, 0.75):
        wheel(pen, (x, 0.88), 0.07)


def _bicycle(pen: Pen, look: Look) -> None:
    paint = look.paint((40, 130, 180))
    for x in (0.24, 0.76):
        pen.line([*arc(x, 0.7, 0.2, 0.28, (0, 360))], 0.03, TYRE)
        for turn in range(0, 180, 30):
            points = arc(x, 0.7, 0.19, 0.27, (turn, turn + 180))
            pen.line([points[0], points[-1]], 0.006, (150, 150, 156))
    for path in (
        [(0.24, 0.7), (0.42, 0.36), (0.68, 0.36), (0.48, 0.7), (0.24, 0.7)],
        [(0.48, 0.7), (0.4, 0.26)],
        [(0.76, 0.7), (0.66, 0.22), (0.76, 0.18)],
    ):
        pen.line(path, 0.035, paint)
    pen.limb([(0.32, 0.25), (0.46, 0.25)], (0.05, 0.04), (50, 40, 36))


THINGS: dict[str, Thing] = {
    "bus": Thing(_bus, 2.4, 1.0, home="street"),
    "truck": Thing(_truck, 1.9, 1.05, home="road"),
    "tank": Thing(_tank, 2.0, 0.75, home="desert"),
    "train": Thing(_train, 3.0, 0.8, home="meadow"),
    "bicycle": Thing(_bicycle, 1.45, 0.65, home="street", anchors={"back": (0.42, 0.2)}),
}
