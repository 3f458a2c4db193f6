"""Sphere, cube, pyramid, cone, cylinder, ring, and flat figures, each shaded from the upper left."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import Outline, arc, ellipse, star
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing

BLUE: Colour = (70, 120, 200)


def _sphere(pen: Pen, look: Look) -> None:
    pen.oval((0.5, 0.5), 0.5, 0.5, look.paint(BLUE))
    pen.glow((0.34, 0.28), 0.13, 0.1, (255, 255, 255), 0.7)


def _pyramid(pen: Pen, look: Look) -> None:
    colour = look.paint((210, 180, 110))
    pen.shape([(0.5, 0.0), (0.0, 0.88), (0.62, 1.0)], lighter(colour, 0.12), "down")
    pen.shape([(0.5, 0.0), (0.62, 1.0), (1.0, 0.82)], darker(colour, 0.3), "down")


def _cube(pen: Pen, look: Look) -> None:
    colour = look.paint(BLUE)
    pen.shape([(0.0, 0.24), (0.62, 0.3), (0.62, 1.0), (0.0, 0.9)], colour, "down")
    pen.shape([(0.62, 0.3), (1.0, 0.18), (1.0, 0.82), (0.62, 1.0)], darker(colour, 0.35), "down")
    pen.shape([(0.0, 0.24), (0.4, 0.12), (1.0, 0.18), (0.62, 0.3)], lighter(colour, 0.3), "flat")


def _cone(pen: Pen, look: Look) -> None:
    pen.shape([(0.5, 0.0), *arc(0.5, 0.88, 0.5, 0.12, (0, 180))], look.paint(BLUE), "side")


def _cylinder(pen: Pen, look: Look) -> None:
    colour = look.paint(BLUE)
    pen.shape([*arc(0.5, 0.88, 0.5, 0.12, (0, 180)), (0.0, 0.12), (1.0, 0.12)], colour, "side")
    pen.oval((0.5, 0.12), 0.5, 0.12, lighter(colour, 0.3), "down")


def _ring(pen: Pen, look: Look) -> None:
    colour = look.paint((230, 180, 60))
    pen.line([*ellipse(0.5, 0.5, 0.4, 0.4), (0.9, 0.5)], 0.2, darker(colour, 0.15))
    pen.line(arc(0.5, 0.5, 0.42, 0.42, (180, 300)), 0.06, lighter(colour, 0.5))


def _flat(outline: Outline, usual: Colour) -> Thing:
    def draw(pen: Pen, look: Look) -> None:
        pen.shape(outline, look.paint(usual), "down")

    return Thing(draw, 1.0, 0.7, "ground", "studio", {"top": (0.5, 0.05)})


HEART: Outline = [
    (0.5, 0.98),
    (0.06, 0.52),
    (0.0, 0.3),
    (0.08, 0.12),
    (0.25, 0.03),
    (0.42, 0.1),
    (0.5, 0.26),
    (0.58, 0.1),
    (0.75, 0.03),
    (0.92, 0.12),
    (1.0, 0.3),
    (0.94, 0.52),
]
TOP = {"top": (0.5, 0.06)}
THINGS: dict[str, Thing] = {
    "sphere": Thing(_sphere, 1.0, 0.7, home="studio", anchors=TOP),
    "pyramid": Thing(_pyramid, 1.05, 0.7, home="studio", anchors=TOP),
    "cube": Thing(_cube, 1.0, 0.7, home="studio", anchors={"top": (0.5, 0.2)}),
    "cone": Thing(_cone, 0.8, 0.7, home="studio", anchors=TOP),
    "cylinder": Thing(_cylinder, 0.7, 0.7, home="studio", anchors={"top": (0.5, 0.12)}),
    "ring": Thing(_ring, 1.0, 0.6, home="studio"),
    "circle": _flat(ellipse(0.5, 0.5, 0.5, 0.5), BLUE),
    "square": _flat([(0.04, 0.04), (0.96, 0.04), (0.96, 0.96), (0.04, 0.96)], BLUE),
    "triangle": _flat([(0.5, 0.02), (1.0, 0.96), (0.0, 0.96)], BLUE),
    "heart": _flat(HEART, (214, 40, 60)),
    "star_shape": _flat(star(0.5, 0.53, (0.52, 0.21), 5), (244, 200, 60)),
    "diamond": _flat([(0.5, 0.0), (0.95, 0.4), (0.5, 1.0), (0.05, 0.4)], (130, 210, 230)),
}
