"""Birds and the phoenix, from the side, looking right."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import Outline
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing

BEAK: Colour = (236, 168, 50)


def _bird(
    colour: Colour, *, neck: float = 0.0, leg: float = 0.14, stature: float = 0.32, belly: Colour | None = None
) -> Thing:
    def draw(pen: Pen, look: Look) -> None:
        coat = look.paint(colour)
        for x in (0.44, 0.54):
            pen.line([(x, 0.7), (x + 0.01, 1.0), (x + 0.08, 1.0)], 0.02, (200, 130, 50))
        pen.shape([(0.24, 0.6), (-0.04, 0.7), (0.0, 0.84), (0.34, 0.76)], darker(coat, 0.3))
        bottom = 1 - leg
        pen.blob(
            [(0.2, 0.6), (0.44, 0.42), (0.72, 0.46), (0.78, 0.62), (0.6, bottom), (0.36, bottom - 0.04)], coat, "ball"
        )
        pen.blob([(0.5, 0.66), (0.7, 0.56), (0.76, 0.66), (0.58, bottom - 0.02)], belly or lighter(coat, 0.4))
        head = (0.76, 0.34 - neck)
        pen.limb([(0.68, 0.52), head], (0.22, 0.14 if neck else 0.2), coat)
        pen.disc(head, 0.13, coat)
        pen.shape(
            [(head[0] + 0.09, head[1] - 0.05), (head[0] + 0.26, head[1] + 0.03), (head[0] + 0.09, head[1] + 0.07)],
            BEAK,
            "side",
        )
        pen.disc((head[0] + 0.04, head[1] - 0.02), 0.024, (12, 12, 14), "flat")
        pen.blob([(0.62, 0.5), (0.44, 0.5), (0.08, 0.72), (0.3, 0.74), (0.56, 0.68)], darker(coat, 0.22), "side")

    return Thing(draw, 1.1, stature, home="meadow", anchors={"top": (0.5, 0.44)})


def _flying_bird(pen: Pen, look: Look) -> None:
    coat = look.paint((70, 76, 92))
    _wing(pen, [(0.5, 0.5), (0.3, 0.1), (0.02, 0.06), (0.2, 0.28), (0.36, 0.6)], darker(coat, 0.25))
    pen.blob([(0.2, 0.62), (0.5, 0.44), (0.82, 0.5), (0.8, 0.64), (0.5, 0.72)], coat, "down")
    pen.shape([(0.84, 0.52), (0.97, 0.57), (0.84, 0.61)], BEAK)
    pen.disc((0.78, 0.54), 0.018, (10, 10, 12), "flat")
    _wing(pen, [(0.42, 0.56), (0.5, 0.1), (0.8, -0.04), (0.72, 0.26), (0.6, 0.58)], lighter(coat, 0.1))


def _wing(pen: Pen, outline: Outline, colour: Colour) -> None:
    pen.blob(outline, colour, "side")


def _penguin(pen: Pen, look: Look) -> None:
    coat = look.paint((38, 42, 54))
    pen.blob(
        [(0.5, 0.0), (0.74, 0.12), (0.84, 0.5), (0.78, 0.9), (0.5, 0.98), (0.22, 0.9), (0.16, 0.5), (0.26, 0.12)],
        coat,
        "side",
    )
    pen.blob([(0.5, 0.24), (0.7, 0.36), (0.7, 0.8), (0.5, 0.92), (0.3, 0.8), (0.3, 0.36)], (246, 246, 240))
    for side in (-1, 1):
        pen.limb([(0.5 + side * 0.32, 0.34), (0.5 + side * 0.48, 0.66)], (0.1, 0.05), coat)
        pen.oval((0.5 + side * 0.18, 0.97), 0.15, 0.03, BEAK)
        pen.disc((0.5 + side * 0.12, 0.15), 0.05, (250, 250, 250), "flat")
        pen.disc((0.5 + side * 0.11, 0.15), 0.026, (10, 10, 12), "flat")
    pen.shape([(0.42, 0.2), (0.58, 0.2), (0.5, 0.29)], BEAK)


def _phoenix(pen: Pen, look: Look) -> None:
    """Wings spread, long tail feathers below, all of it fire."""
    fire: tuple[Colour, ...] = (look.paint((206, 40, 20)), (240, 110, 24), (252, 190, 50))
    pen.glow((0.5, 0.45), 0.62, 0.6, (255, 150, 40), 0.6)
    for index in range(7):
        x = 0.5 + (index - 3) * 0.1
        pen.limb(
            [(0.5, 0.55), (0.5 + (x - 0.5) * 0.5, 0.78), (x + (index - 3) * 0.02, 1.02 - abs(index - 3) * 0.05)],
            (0.05, 0.015),
            fire[index % 3],
        )
        pen.disc((x + (index - 3) * 0.02, 1.0 - abs(index - 3) * 0.05), 0.026, fire[2])
    for side in (-1, 1):
        for layer, reach in enumerate((0.5, 0.42, 0.3)):
            for feather in range(6):
                lift = -0.4 + feather * 0.1
                tip = (0.5 + side * reach * (1 - feather * 0.08), 0.4 + lift * reach * 2.0 + layer * 0.05)
                pen.limb(
                    [(0.5 + side * 0.05, 0.44), (0.5 + side * reach * 0.5, 0.36 + lift * reach * 0.9), tip],
                    (0.075, 0.018),
                    fire[layer],
                )
    pen.blob([(0.5, 0.26), (0.58, 0.42), (0.55, 0.62), (0.5, 0.68), (0.45, 0.62), (0.42, 0.42)], fire[1], "side")
    pen.limb([(0.5, 0.36), (0.49, 0.24), (0.52, 0.16)], (0.07, 0.05), fire[1])
    pen.disc((0.53, 0.15), 0.042, fire[1])
    pen.shape([(0.56, 0.13), (0.63, 0.16), (0.56, 0.175)], (255, 220, 120))
    pen.disc((0.54, 0.14), 0.008, (20, 10, 10), "flat")
    for angle in (-0.05, 0.0, 0.05):
        pen.limb([(0.52, 0.12), (0.5 + angle, 0.03)], (0.016, 0.008), fire[2])


THINGS: dict[str, Thing] = {
    "bird": _bird((90, 130, 190), belly=(236, 214, 180)),
    "duck": _bird((232, 200, 60)),
    "chicken": _bird((236, 226, 206)),
    "crow": _bird((36, 36, 44)),
    "eagle": _bird((96, 64, 40)),
    "owl": _bird((140, 108, 76)),
    "parrot": _bird((60, 170, 80), belly=(230, 60, 50)),
    "swan": _bird((244, 244, 242), neck=0.24, leg=0.06),
    "crane": _bird((240, 240, 240), neck=0.26, leg=0.3, stature=0.7),
    "flying_bird": Thing(_flying_bird, 1.4, 0.3, "sky"),
    "penguin": Thing(_penguin, 0.56, 0.5, home="snowfield"),
    "phoenix": Thing(_phoenix, 1.05, 1.5, "sky", "fire"),
}
