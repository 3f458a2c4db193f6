"""Fish, whales, turtles, snakes, dragons, frogs."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing

INK: Colour = (26, 22, 24)


def _fish(pen: Pen, look: Look) -> None:
    body = look.paint((240, 130, 40))
    pen.blob([(0.28, 0.5), (0.02, 0.2), (0.1, 0.5), (0.02, 0.8)], darker(body, 0.2), "side")
    pen.blob([(0.4, 0.3), (0.54, 0.08), (0.7, 0.28)], darker(body, 0.2))
    pen.blob([(0.2, 0.5), (0.44, 0.24), (0.78, 0.28), (0.98, 0.5), (0.78, 0.74), (0.44, 0.76)], body, "ball")
    for x in (0.42, 0.52, 0.62):
        pen.line([(x, 0.36), (x + 0.05, 0.5), (x, 0.64)], 0.014, lighter(body, 0.5))
    pen.disc((0.83, 0.45), 0.045, (252, 252, 252), "flat")
    pen.disc((0.84, 0.45), 0.024, INK, "flat")


def _whale(pen: Pen, look: Look) -> None:
    body = look.paint((66, 100, 146))
    pen.blob([(0.16, 0.6), (0.0, 0.22), (0.1, 0.26), (0.16, 0.14), (0.24, 0.5)], body)
    pen.blob([(0.12, 0.62), (0.4, 0.34), (0.8, 0.3), (1.0, 0.5), (0.94, 0.8), (0.6, 0.9), (0.3, 0.84)], body, "ball")
    pen.blob([(0.5, 0.8), (0.96, 0.64), (0.92, 0.82), (0.62, 0.9)], (220, 230, 236))
    pen.disc((0.84, 0.56), 0.022, INK, "flat")
    for side in (-1, 1):
        pen.limb([(0.74, 0.3), (0.74 + side * 0.04, 0.14), (0.74 + side * 0.12, 0.12)], (0.03, 0.012), (180, 216, 240))


def _turtle(pen: Pen, look: Look) -> None:
    shell = look.paint((90, 130, 70))
    for x in (0.24, 0.66):
        pen.limb([(x, 0.7), (x, 0.96)], (0.14, 0.12), (150, 170, 100))
    pen.limb([(0.74, 0.64), (0.92, 0.46)], (0.14, 0.17), (150, 170, 100))
    pen.disc((0.95, 0.42), 0.02, INK, "flat")
    pen.blob([(0.08, 0.76), (0.16, 0.36), (0.44, 0.16), (0.74, 0.36), (0.82, 0.76)], shell, "ball")
    for x in (0.28, 0.45, 0.62):
        pen.blob([(x - 0.07, 0.5), (x, 0.36), (x + 0.07, 0.5), (x, 0.64)], darker(shell, 0.3))


def _snake(pen: Pen, look: Look) -> None:
    """Also the long body of a dragon."""
    body = look.paint((80, 150, 70))
    path = [(0.04, 0.9), (0.3, 0.96), (0.4, 0.6), (0.2, 0.4), (0.46, 0.2), (0.7, 0.4), (0.86, 0.3)]
    pen.limb(path, (0.05, 0.12), body)
    pen.oval((0.88, 0.27), 0.1, 0.07, lighter(body, 0.1))
    pen.disc((0.91, 0.25), 0.014, (250, 220, 60), "flat")
    if look.has("dragon"):
        for x, y in ((0.32, 0.9), (0.4, 0.68), (0.24, 0.44), (0.46, 0.22), (0.66, 0.34)):
            pen.shape([(x - 0.05, y), (x, y - 0.13), (x + 0.05, y)], (240, 180, 50))
        for side in (-0.03, 0.03):
            pen.limb([(0.85 + side, 0.22), (0.8 + side, 0.06)], (0.03, 0.012), (230, 190, 90))
        pen.limb([(0.96, 0.3), (1.06, 0.4), (1.04, 0.5)], (0.014, 0.006), (240, 180, 50))


def _dragon(pen: Pen, look: Look) -> None:
    _snake(pen, Look(look.rng, look.paint((196, 50, 40)), {**look.traits, "dragon": None}))


def _frog(pen: Pen, look: Look) -> None:
    body = look.paint((90, 170, 60))
    for side in (-1, 1):
        pen.oval((0.5 + side * 0.34, 0.78), 0.16, 0.2, darker(body, 0.15))
        pen.oval((0.5 + side * 0.3, 0.96), 0.18, 0.05, darker(body, 0.25))
    pen.oval((0.5, 0.62), 0.36, 0.34, body)
    pen.oval((0.5, 0.74), 0.24, 0.2, lighter(body, 0.5))
    for side in (-1, 1):
        pen.disc((0.5 + side * 0.2, 0.28), 0.12, body)
        pen.disc((0.5 + side * 0.2, 0.27), 0.075, (250, 246, 220), "flat")
        pen.disc((0.5 + side * 0.2, 0.27), 0.04, INK, "flat")
    pen.line([(0.3, 0.48), (0.5, 0.55), (0.7, 0.48)], 0.016, darker(body, 0.6))


THINGS: dict[str, Thing] = {
    "fish": Thing(_fish, 1.5, 0.35, "water", "underwater"),
    "whale": Thing(_whale, 1.8, 0.8, "water", "sea"),
    "turtle": Thing(_turtle, 1.4, 0.35),
    "snake": Thing(_snake, 1.5, 0.4),
    "dragon": Thing(_dragon, 1.4, 1.4, "sky", "mountains"),
    "frog": Thing(_frog, 1.0, 0.35),
}
