"""Cars, trucks, buses, trains, bicycles: from the side or a little from the front, driving to the right."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import Point, ellipse
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing

GLASS: Colour = (150, 186, 206)
TYRE: Colour = (30, 30, 34)
RED: Colour = (190, 40, 44)


def wheel(pen: Pen, centre: Point, radius: float) -> None:
    pen.disc(centre, radius, TYRE)
    pen.disc(centre, radius * 0.62, (178, 182, 190), "side")
    pen.disc(centre, radius * 0.48, (96, 100, 108))
    pen.disc(centre, radius * 0.18, (196, 200, 206))


def _car(pen: Pen, look: Look) -> None:
    paint = look.paint(RED)
    pen.blob(
        [
            (0.02, 0.8),
            (0.01, 0.52),
            (0.12, 0.44),
            (0.28, 0.4),
            (0.74, 0.42),
            (0.94, 0.5),
            (0.99, 0.62),
            (0.98, 0.82),
            (0.5, 0.84),
        ],
        paint,
        "down",
    )
    pen.blob([(0.16, 0.44), (0.32, 0.12), (0.5, 0.06), (0.62, 0.1), (0.78, 0.44)], paint, "down")
    pen.shape([(0.22, 0.42), (0.345, 0.17), (0.46, 0.13), (0.46, 0.42)], GLASS, "down")
    pen.shape([(0.49, 0.42), (0.49, 0.13), (0.6, 0.16), (0.72, 0.42)], GLASS, "down")
    pen.line([(0.475, 0.42), (0.48, 0.78)], 0.008, darker(paint, 0.5))
    pen.line([(0.51, 0.5), (0.56, 0.5)], 0.016, darker(paint, 0.6))
    pen.oval((0.95, 0.57), 0.03, 0.06, (255, 246, 200))
    pen.oval((0.03, 0.56), 0.02, 0.06, (250, 90, 70))
    for x in (0.22, 0.78):
        pen.disc((x, 0.8), 0.155, darker(paint, 0.75), "flat")
        wheel(pen, (x, 0.82), 0.13)


def _open_car(pen: Pen, look: Look) -> None:
    """With a door swung open at the middle."""
    _car(pen, look)
    paint = look.paint(RED)
    pen.shape([(0.24, 0.42), (0.345, 0.16), (0.48, 0.12), (0.48, 0.8), (0.3, 0.8)], (34, 30, 34), "side")
    pen.blob([(0.3, 0.5), (0.36, 0.5), (0.38, 0.74), (0.3, 0.76)], (120, 90, 70))
    pen.shape([(0.48, 0.1), (0.6, 0.2), (0.62, 0.94), (0.48, 0.8)], paint, "side")
    pen.shape([(0.495, 0.16), (0.59, 0.24), (0.595, 0.5), (0.495, 0.44)], GLASS, "down")
    pen.line([(0.5, 0.56), (0.55, 0.59)], 0.016, darker(paint, 0.6))


def _sports_car(pen: Pen, look: Look) -> None:
    """Three quarters from the front: round lamps, a sloping bonnet, a low roof."""
    paint = look.paint(RED)
    for x, y, size in ((0.2, 0.78, 0.11), (0.84, 0.72, 0.1)):
        pen.shape(ellipse(x, y, size * 0.75, size * 1.6), TYRE, "side")
    pen.blob(
        [
            (0.04, 0.66),
            (0.1, 0.46),
            (0.3, 0.36),
            (0.72, 0.32),
            (0.95, 0.42),
            (0.99, 0.62),
            (0.95, 0.8),
            (0.62, 0.95),
            (0.3, 0.95),
            (0.08, 0.86),
        ],
        paint,
        "down",
    )
    pen.blob([(0.3, 0.38), (0.4, 0.1), (0.6, 0.03), (0.78, 0.08), (0.94, 0.42), (0.6, 0.44)], paint, "down")
    pen.shape([(0.34, 0.37), (0.43, 0.12), (0.68, 0.11), (0.7, 0.37)], GLASS, "down")
    pen.shape([(0.73, 0.36), (0.71, 0.12), (0.78, 0.13), (0.9, 0.38)], darker(GLASS, 0.3), "down")
    pen.blob(
        [(0.28, 0.44), (0.5, 0.4), (0.7, 0.42), (0.62, 0.68), (0.3, 0.68)],
        lighter(paint, 0.14),
        (*darker(paint, 0.15),),
    )
    for x in (0.16, 0.64):
        pen.blob([(x - 0.07, 0.62), (x - 0.02, 0.46), (x + 0.06, 0.46), (x + 0.08, 0.64)], paint, "ball")
        pen.shape(ellipse(x, 0.61, 0.058, 0.1), (226, 230, 236), "down")
        pen.shape(ellipse(x, 0.61, 0.042, 0.076), (252, 250, 226), "ball")
    pen.blob(
        [(0.1, 0.78), (0.4, 0.76), (0.7, 0.78), (0.68, 0.87), (0.4, 0.92), (0.12, 0.87)], darker(paint, 0.3), "down"
    )
    pen.shape([(0.26, 0.8), (0.54, 0.8), (0.53, 0.87), (0.27, 0.87)], (30, 30, 34), "flat")
    for x in (0.15, 0.64):
        pen.shape(ellipse(x, 0.8, 0.035, 0.03), (250, 200, 110), "flat")
    wheel(pen.part(0.74, 0.54, 0.2, 0.46), (0.5, 0.5), 0.36)
    pen.line([(0.72, 0.44), (0.74, 0.84)], 0.006, darker(paint, 0.5))
    pen.glow((0.42, 0.5), 0.14, 0.09, (255, 255, 255), 0.4)


def _pickup(pen: Pen, look: Look) -> None:
    paint = look.paint((52, 96, 150))
    pen.shape([(0.02, 0.38), (0.46, 0.4), (0.46, 0.78), (0.02, 0.78)], paint, "down")
    pen.shape([(0.05, 0.36), (0.44, 0.36), (0.44, 0.43), (0.05, 0.43)], darker(paint, 0.65), "flat")
    pen.blob(
        [(0.45, 0.8), (0.45, 0.12), (0.52, 0.06), (0.68, 0.08), (0.77, 0.38), (0.95, 0.42), (0.985, 0.56), (0.98, 0.8)],
        paint,
        "down",
    )
    pen.shape([(0.49, 0.38), (0.49, 0.15), (0.66, 0.15), (0.725, 0.38)], GLASS, "down")
    pen.line([(0.59, 0.15), (0.59, 0.74)], 0.01, darker(paint, 0.4))
    pen.rect(0.0, 0.72, 1.0, 0.07, (70, 72, 78))
    pen.rect(0.93, 0.48, 0.05, 0.1, (255, 244, 200))
    pen.rect(0.02, 0.46, 0.025, 0.14, (230, 60, 50))
    for x in (0.5, 0.62):
        pen.line([(x + 0.02, 0.46), (x + 0.07, 0.46)], 0.014, darker(paint, 0.6))
    for x in (0.2, 0.8):
        pen.disc((x, 0.78), 0.16, darker(paint, 0.8), "flat")
        wheel(pen, (x, 0.81), 0.135)


GRIP = {"top": (0.45, 0.1)}


THINGS: dict[str, Thing] = {
    "car": Thing(_car, 2.3, 0.72, home="road", anchors=GRIP),
    "open_car": Thing(_open_car, 2.3, 0.85, home="road"),
    "sports_car": Thing(_sports_car, 1.75, 0.85, home="road", anchors=GRIP),
    "pickup": Thing(_pickup, 2.2, 0.8, home="road", anchors=GRIP),
}
