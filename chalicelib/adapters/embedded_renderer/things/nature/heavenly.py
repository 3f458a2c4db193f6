"""Sun, moon, stars, clouds, planets, rainbow, fire, smoke, rocks and peaks as things of their own."""

from random import Random

from chalicelib.adapters.embedded_renderer.drawing.colour import darker, lighter, mix, varied
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, star
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing
from chalicelib.adapters.embedded_renderer.things.nature.planets import draw_planet


def _sun(pen: Pen, look: Look) -> None:
    colour = look.paint((255, 206, 84))
    pen.glow((0.5, 0.5), 1.6, 1.6, colour, 0.55)
    pen.oval((0.5, 0.5), 0.42, 0.42, colour, lighter(colour, 0.2))


def _moon(pen: Pen, look: Look) -> None:
    colour = look.paint((246, 240, 214))
    pen.glow((0.5, 0.5), 1.3, 1.3, mix(colour, (160, 190, 255), 0.4), 0.5)
    if look.has("crescent"):
        pen.shape(arc(0.5, 0.5, 0.45, 0.45, (60, 300)) + arc(0.72, 0.5, 0.38, 0.4, (262, 98)), colour, "side")
        return
    pen.oval((0.5, 0.5), 0.46, 0.46, colour, darker(colour, 0.08))
    for x, y, size in ((0.36, 0.38, 0.1), (0.6, 0.3, 0.06), (0.64, 0.58, 0.11), (0.42, 0.68, 0.07), (0.28, 0.56, 0.05)):
        pen.oval((x, y), size, size * 0.9, darker(colour, 0.14), "flat")


def _star(pen: Pen, look: Look) -> None:
    colour = look.paint((255, 236, 160))
    pen.glow((0.5, 0.5), 0.9, 0.9, colour, 0.5)
    pen.shape(star(0.5, 0.5, (0.5, 0.2), 5), colour, "down")


def draw_cloud(pen: Pen, look: Look) -> None:
    colour = look.paint((248, 250, 253))
    for x, y, size in (
        (0.2, 0.62, 0.15),
        (0.36, 0.46, 0.2),
        (0.56, 0.4, 0.22),
        (0.74, 0.54, 0.18),
        (0.86, 0.66, 0.11),
        (0.5, 0.66, 0.2),
    ):
        pen.glow((x, y + 0.03), size, size * 1.9, darker(colour, 0.14), 0.8)
        pen.glow((x, y), size, size * 1.8, colour, 0.95)


def _earth(pen: Pen, look: Look) -> None:
    pen.oval((0.5, 0.5), 0.5, 0.5, look.paint((40, 100, 180)))
    for outline in (
        [(0.22, 0.2), (0.44, 0.14), (0.46, 0.34), (0.34, 0.46), (0.22, 0.36)],
        [(0.36, 0.5), (0.5, 0.56), (0.44, 0.84), (0.36, 0.72)],
        [(0.6, 0.2), (0.82, 0.26), (0.9, 0.46), (0.76, 0.56), (0.66, 0.76), (0.58, 0.5)],
    ):
        pen.blob(outline, (84, 150, 80), "side")
    for y in (0.2, 0.44, 0.68):
        pen.glow((0.44, y), 0.26, 0.05, (255, 255, 255), 0.7)


def _rainbow(pen: Pen, _look: Look) -> None:
    for step, colour in enumerate(
        ((220, 60, 60), (240, 140, 50), (246, 216, 70), (90, 180, 90), (70, 130, 210), (110, 80, 180))
    ):
        pen.line(arc(0.5, 1.0, 0.48 - step * 0.026, 0.95 - step * 0.052, (180, 360)), 0.03, colour)


def draw_fire(pen: Pen, look: Look) -> None:
    rng = Random(look.rng.random())
    pen.glow((0.5, 0.7), 0.7, 0.6, (255, 140, 40), 0.5)
    for layer, (colour, high) in enumerate(
        (((190, 36, 16), 1.0), ((236, 96, 24), 0.78), ((250, 176, 46), 0.54), ((255, 238, 160), 0.3))
    ):
        for tongue in range(5):
            x = 0.5 + (tongue - 2) * 0.16 * (1 - layer * 0.16)
            top = 1 - high * rng.uniform(0.6, 1.0) * (1 - abs(tongue - 2) * 0.12)
            lean = rng.uniform(-0.08, 0.08)
            pen.blob(
                [
                    (x - 0.13, 1.0),
                    (x - 0.12, 0.5 + top / 2),
                    (x + lean, top),
                    (x + 0.1, 0.55 + top / 2),
                    (x + 0.13, 1.0),
                ],
                colour,
                "up",
                alpha=0.85,
            )


def _smoke(pen: Pen, look: Look) -> None:
    colour = look.paint((190, 194, 204))
    for _ in range(26):
        x, y = look.rng.uniform(0.1, 0.9), look.rng.uniform(0.1, 0.95)
        pen.glow((x, y), look.rng.uniform(0.14, 0.3), look.rng.uniform(0.12, 0.26), varied(colour, look.rng, 20), 0.4)


def _rock(pen: Pen, look: Look) -> None:
    stone = look.paint((132, 128, 124))
    pen.shape([(0.02, 0.96), (0.1, 0.5), (0.34, 0.14), (0.62, 0.06), (0.88, 0.4), (0.99, 0.96)], stone, "side")
    pen.shape([(0.34, 0.14), (0.62, 0.06), (0.58, 0.44), (0.3, 0.52)], lighter(stone, 0.3))
    pen.shape([(0.62, 0.06), (0.88, 0.4), (0.8, 0.96), (0.58, 0.44)], darker(stone, 0.2))


def _peak(pen: Pen, look: Look) -> None:
    stone = look.paint((110, 116, 134))
    pen.shape([(0.0, 1.0), (0.24, 0.5), (0.36, 0.4), (0.52, 0.0), (0.66, 0.32), (0.8, 0.5), (1.0, 1.0)], stone, "side")
    pen.shape([(0.52, 0.0), (0.66, 0.32), (0.8, 0.5), (1.0, 1.0), (0.62, 1.0), (0.5, 0.5)], darker(stone, 0.3))
    pen.shape([(0.39, 0.33), (0.52, 0.0), (0.66, 0.32), (0.58, 0.26), (0.52, 0.36), (0.46, 0.26)], (246, 248, 252))


THINGS: dict[str, Thing] = {
    "sun": Thing(_sun, 1.0, 0.4, "sky", "meadow"),
    "moon": Thing(_moon, 1.0, 0.4, "sky", "night"),
    "star": Thing(_star, 1.0, 0.25, "sky", "night"),
    "cloud": Thing(draw_cloud, 1.9, 0.4, "sky"),
    "planet": Thing(draw_planet, 1.0, 1.5, "sky", "space"),
    "earth": Thing(_earth, 1.0, 1.3, "sky", "space"),
    "rainbow": Thing(_rainbow, 2.0, 1.0, "sky"),
    "fire": Thing(draw_fire, 0.8, 0.6, home="night"),
    "smoke": Thing(_smoke, 1.4, 0.8, "sky"),
    "rock": Thing(_rock, 1.4, 0.5),
    "peak": Thing(_peak, 1.6, 1.5, home="meadow"),
}
