"""Fruit, bread, drinks and dishes."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing

CRUST: Colour = (156, 96, 46)


def _toast(pen: Pen, look: Look) -> None:
    """A slice from above, with crumb and crust."""
    crumb = look.paint((226, 178, 110))
    outline = [
        (0.06, 0.34),
        (0.02, 0.18),
        (0.16, 0.04),
        (0.5, 0.06),
        (0.84, 0.04),
        (0.98, 0.18),
        (0.94, 0.34),
        (0.95, 0.92),
        (0.5, 0.97),
        (0.05, 0.92),
    ]
    pen.glow((0.53, 0.58), 0.72, 0.66, (40, 24, 14), 0.5)
    pen.blob([(x, y + 0.03) for x, y in outline], darker(CRUST, 0.35))
    pen.blob(outline, CRUST, "side")
    pen.blob([(0.5 + (x - 0.5) * 0.88, 0.5 + (y - 0.5) * 0.88) for x, y in outline], crumb, "side")
    for _ in range(170):
        x, y = look.rng.uniform(0.14, 0.86), look.rng.uniform(0.14, 0.88)
        pen.oval(
            (x, y),
            look.rng.uniform(0.004, 0.012),
            look.rng.uniform(0.004, 0.009),
            darker(crumb, look.rng.uniform(0.12, 0.35)),
            "flat",
        )


def _mango_slice(pen: Pen, look: Look) -> None:
    flesh = look.paint((250, 176, 36))
    pen.blob(
        [(0.0, 0.62), (0.2, 0.2), (0.5, 0.06), (0.8, 0.2), (1.0, 0.62), (0.82, 0.76), (0.5, 0.56), (0.18, 0.76)],
        darker(flesh, 0.25),
        "down",
    )
    pen.blob(
        [(0.04, 0.58), (0.22, 0.18), (0.5, 0.04), (0.78, 0.18), (0.96, 0.58), (0.8, 0.68), (0.5, 0.48), (0.2, 0.68)],
        flesh,
        "side",
    )
    pen.line(arc(0.5, 0.6, 0.36, 0.44, (205, 335)), 0.03, lighter(flesh, 0.45))
    pen.line(arc(0.5, 0.72, 0.36, 0.44, (215, 325)), 0.016, darker(flesh, 0.15))


def _round_fruit(colour: Colour, *, stem: bool = True, blush: Colour | None = None) -> Thing:
    def draw(pen: Pen, look: Look) -> None:
        skin = look.paint(colour)
        pen.blob(
            [
                (0.5, 0.22),
                (0.74, 0.14),
                (0.96, 0.4),
                (0.86, 0.8),
                (0.6, 0.98),
                (0.4, 0.98),
                (0.14, 0.8),
                (0.04, 0.4),
                (0.26, 0.14),
            ],
            skin,
            "ball",
        )
        if blush and not look.colour:
            pen.glow((0.66, 0.56), 0.3, 0.36, blush, 0.7)
        pen.glow((0.32, 0.36), 0.11, 0.11, (255, 255, 255), 0.7)
        if stem:
            pen.limb([(0.5, 0.26), (0.54, 0.04)], (0.05, 0.03), (96, 66, 40))
            pen.blob([(0.54, 0.14), (0.7, 0.0), (0.86, 0.06), (0.7, 0.16)], (90, 150, 60))

    return Thing(draw, 1.0, 0.36, "surface", "table")


def _banana(pen: Pen, look: Look) -> None:
    skin = look.paint((246, 210, 60))
    pen.blob(
        [
            (0.04, 0.16),
            (0.14, 0.12),
            (0.3, 0.5),
            (0.62, 0.66),
            (0.96, 0.56),
            (0.98, 0.66),
            (0.7, 0.94),
            (0.3, 0.84),
            (0.08, 0.5),
        ],
        skin,
        "down",
    )
    pen.line([(0.1, 0.3), (0.3, 0.68), (0.64, 0.8), (0.92, 0.66)], 0.014, darker(skin, 0.25))
    pen.limb([(0.08, 0.16), (0.05, 0.06)], (0.07, 0.05), (110, 90, 40))


def _watermelon(pen: Pen, look: Look) -> None:
    pen.shape(arc(0.5, 0.12, 0.5, 0.86, (0, 180)), (50, 130, 60), "down")
    pen.shape(arc(0.5, 0.12, 0.46, 0.78, (0, 180)), (226, 240, 200), "down")
    pen.shape(arc(0.5, 0.12, 0.43, 0.72, (0, 180)), look.paint((226, 60, 70)), "down")
    for x, y in ((0.3, 0.3), (0.5, 0.34), (0.7, 0.3), (0.4, 0.52), (0.6, 0.52), (0.5, 0.68)):
        pen.oval((x, y), 0.016, 0.03, (30, 20, 20), "flat")


THINGS: dict[str, Thing] = {
    "toast": Thing(_toast, 1.05, 0.9, "surface", "table", {"top": (0.5, 0.5), "spread": (0.5, 0.5)}),
    "mango_slice": Thing(_mango_slice, 2.0, 0.2, "surface", "table"),
    "apple": _round_fruit((206, 40, 40)),
    "orange": _round_fruit((246, 146, 40), stem=False),
    "peach": _round_fruit((250, 180, 130), blush=(230, 90, 90)),
    "mango": _round_fruit((248, 176, 50), blush=(220, 80, 50)),
    "tomato": _round_fruit((220, 50, 36)),
    "pear": _round_fruit((180, 200, 80)),
    "lemon": _round_fruit((246, 220, 70), stem=False),
    "cherry": _round_fruit((190, 16, 40)),
    "strawberry": _round_fruit((222, 44, 54)),
    "pumpkin": _round_fruit((230, 120, 30)),
    "banana": Thing(_banana, 1.4, 0.35, "surface", "table"),
    "watermelon": Thing(_watermelon, 1.7, 0.45, "surface", "table"),
}
