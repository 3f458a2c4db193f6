"""What flies and sails: helicopter, airplane, rocket, balloon, boats."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import ellipse
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing

GLASS: Colour = (130, 170, 196)


def _helicopter(pen: Pen, look: Look) -> None:
    paint = look.paint((206, 60, 50))
    pen.limb([(0.5, 0.46), (0.06, 0.36)], (0.1, 0.035), paint)
    pen.blob([(0.0, 0.18), (0.06, 0.16), (0.12, 0.38), (0.05, 0.4)], darker(paint, 0.2))
    pen.shape(ellipse(0.05, 0.32, 0.055, 0.13), (80, 80, 86), "flat", alpha=0.35)
    pen.line([(0.01, 0.2), (0.09, 0.44)], 0.01, (60, 60, 64))
    pen.blob(
        [(0.38, 0.5), (0.46, 0.3), (0.72, 0.27), (0.93, 0.44), (0.95, 0.62), (0.8, 0.72), (0.52, 0.7)], paint, "ball"
    )
    pen.blob([(0.72, 0.33), (0.84, 0.36), (0.94, 0.52), (0.84, 0.58), (0.74, 0.54)], GLASS, "down")
    pen.blob([(0.56, 0.36), (0.68, 0.34), (0.69, 0.52), (0.57, 0.52)], GLASS, "down")
    pen.rect(0.595, 0.14, 0.03, 0.18, (70, 70, 76))
    pen.shape(ellipse(0.61, 0.13, 0.46, 0.035), (60, 62, 68), "flat", alpha=0.4)
    pen.line([(0.13, 0.11), (0.61, 0.13), (1.09, 0.16)], 0.014, (48, 48, 54))
    for x in (0.55, 0.78):
        pen.line([(x, 0.68), (x - 0.02, 0.86)], 0.014, (60, 60, 64))
    pen.limb([(0.42, 0.87), (0.9, 0.87), (0.96, 0.82)], (0.022, 0.022), (50, 50, 54))


def _airplane(pen: Pen, look: Look) -> None:
    body = look.paint((236, 240, 244))
    pen.shape([(0.06, 0.5), (0.0, 0.14), (0.09, 0.14), (0.2, 0.44)], darker((50, 100, 170), 0.0), "side")
    pen.shape([(0.46, 0.46), (0.36, 0.24), (0.43, 0.24), (0.62, 0.45)], darker(body, 0.3))
    pen.blob(
        [(0.02, 0.5), (0.2, 0.42), (0.8, 0.4), (0.94, 0.48), (0.99, 0.57), (0.9, 0.64), (0.3, 0.65), (0.1, 0.58)],
        body,
        "down",
    )
    pen.shape([(0.05, 0.55), (0.95, 0.59), (0.9, 0.62), (0.14, 0.6)], (50, 100, 170), "flat")
    for step in range(14):
        pen.rect(0.22 + step * 0.044, 0.475, 0.018, 0.035, (60, 80, 104), "flat")
    pen.shape([(0.88, 0.46), (0.94, 0.5), (0.89, 0.51)], (40, 56, 76), "flat")
    pen.shape([(0.44, 0.56), (0.6, 0.56), (0.4, 0.88), (0.3, 0.9)], darker(body, 0.18), "side")
    pen.limb([(0.42, 0.72), (0.52, 0.72)], (0.09, 0.08), (120, 130, 142))
    pen.shape([(0.06, 0.5), (0.16, 0.5), (0.06, 0.64), (0.01, 0.64)], darker(body, 0.25))
    for x in (0.44, 0.84):
        pen.line([(x, 0.62), (x, 0.92)], 0.012, (90, 90, 96))
        pen.disc((x, 0.94), 0.035, (36, 36, 40))


def _rocket(pen: Pen, look: Look) -> None:
    body = look.paint((236, 236, 238))
    for colour, wide, low in (((240, 90, 30), 0.17, 1.0), ((252, 200, 60), 0.1, 0.94)):
        pen.blob([(0.5 - wide, 0.78), (0.5 + wide, 0.78), (0.5, low)], colour)
    for side in (-1, 1):
        pen.blob([(0.5 + side * 0.2, 0.5), (0.5 + side * 0.44, 0.78), (0.5 + side * 0.2, 0.74)], (206, 50, 50))
    pen.blob([(0.5, 0.0), (0.68, 0.2), (0.72, 0.5), (0.66, 0.78), (0.34, 0.78), (0.28, 0.5), (0.32, 0.2)], body, "side")
    pen.blob([(0.5, 0.0), (0.62, 0.11), (0.66, 0.18), (0.34, 0.18), (0.38, 0.11)], (206, 50, 50), "side")
    pen.disc((0.5, 0.36), 0.12, (120, 130, 142))
    pen.disc((0.5, 0.36), 0.085, (90, 170, 210))


def _balloon(pen: Pen, look: Look) -> None:
    colour = look.paint((220, 60, 60))
    pen.line([(0.5, 0.6), (0.46, 0.8), (0.52, 1.0)], 0.01, (120, 120, 120))
    pen.shape([(0.46, 0.62), (0.54, 0.62), (0.5, 0.56)], darker(colour, 0.3))
    pen.blob(
        [(0.5, 0.0), (0.86, 0.1), (0.94, 0.3), (0.74, 0.5), (0.5, 0.59), (0.26, 0.5), (0.06, 0.3), (0.14, 0.1)],
        colour,
        "ball",
    )
    pen.glow((0.32, 0.16), 0.12, 0.09, (255, 255, 255), 0.7)


def _hot_air_balloon(pen: Pen, look: Look) -> None:
    colour = look.paint((220, 80, 60))
    for x in (0.38, 0.62):
        pen.line([(x, 0.66), (0.5 + (x - 0.5) * 0.7, 0.84)], 0.01, (90, 70, 50))
    pen.blob(
        [
            (0.5, 0.0),
            (0.86, 0.12),
            (0.98, 0.34),
            (0.8, 0.56),
            (0.6, 0.7),
            (0.4, 0.7),
            (0.2, 0.56),
            (0.02, 0.34),
            (0.14, 0.12),
        ],
        colour,
        "ball",
    )
    for wide in (0.3, 0.12):
        pen.line(
            [(0.5 - wide, 0.04 + wide * 0.2), (0.5 - wide * 1.3, 0.34), (0.5 - wide * 0.3, 0.7)],
            0.02,
            lighter(colour, 0.5),
        )
        pen.line(
            [(0.5 + wide, 0.04 + wide * 0.2), (0.5 + wide * 1.3, 0.34), (0.5 + wide * 0.3, 0.7)],
            0.02,
            lighter(colour, 0.5),
        )
    pen.rect(0.41, 0.84, 0.18, 0.15, (150, 106, 62), "side")


def _sailboat(pen: Pen, look: Look) -> None:
    hull = look.paint((150, 90, 56))
    pen.line([(0.5, 0.04), (0.5, 0.8)], 0.02, (96, 70, 48))
    pen.blob([(0.52, 0.06), (0.86, 0.5), (0.9, 0.7), (0.52, 0.7)], (248, 244, 234), "side")
    pen.blob([(0.48, 0.14), (0.2, 0.6), (0.16, 0.7), (0.48, 0.7)], (236, 228, 214), "side")
    pen.blob([(0.04, 0.78), (0.96, 0.76), (0.82, 0.98), (0.2, 0.98)], hull)


def _ship(pen: Pen, look: Look) -> None:
    hull = look.paint((60, 76, 104))
    pen.rect(0.24, 0.36, 0.46, 0.28, (242, 242, 240))
    pen.rect(0.32, 0.18, 0.26, 0.18, (232, 232, 230))
    for x in (0.38, 0.5):
        pen.rect(x, 0.02, 0.07, 0.17, (206, 60, 50), "side")
    for step in range(7):
        pen.rect(0.27 + step * 0.06, 0.44, 0.035, 0.06, (70, 110, 140), "flat")
    pen.blob([(0.0, 0.62), (0.98, 0.58), (0.88, 0.98), (0.12, 0.98)], hull)
    pen.shape([(0.06, 0.86), (0.92, 0.86), (0.88, 0.97), (0.12, 0.97)], (170, 50, 44), "flat")


THINGS: dict[str, Thing] = {
    "helicopter": Thing(_helicopter, 1.9, 0.6, "sky", "meadow"),
    "airplane": Thing(_airplane, 2.2, 0.75, "sky", "sky"),
    "rocket": Thing(_rocket, 0.5, 1.2, "sky", "night"),
    "balloon": Thing(_balloon, 0.6, 0.6, "sky", "sky"),
    "hot_air_balloon": Thing(_hot_air_balloon, 0.75, 0.9, "sky", "meadow"),
    "sailboat": Thing(_sailboat, 1.0, 0.7, "water", "sea"),
    "ship": Thing(_ship, 1.9, 0.8, "water", "sea"),
}
