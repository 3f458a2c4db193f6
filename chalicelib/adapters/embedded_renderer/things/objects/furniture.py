"""Furniture, instruments and clocks."""

from chalicelib.adapters.embedded_renderer.drawing.colour import BLACK, Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, smooth
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing

WOOD: Colour = (140, 92, 56)
GOLD: Colour = (226, 180, 70)


def _table(pen: Pen, look: Look) -> None:
    wood = look.paint(WOOD)
    for x in (0.1, 0.9):
        pen.limb([(x, 0.2), (x, 0.98)], (0.08, 0.06), darker(wood, 0.25))
    pen.shape([(0.1, 0.02), (0.9, 0.02), (1.0, 0.2), (0.0, 0.2)], lighter(wood, 0.2))
    pen.rect(0.0, 0.2, 1.0, 0.1, wood)


def _chair(pen: Pen, look: Look) -> None:
    wood = look.paint(WOOD)
    for x in (0.16, 0.84):
        pen.limb([(x, 0.04), (x, 0.98)], (0.08, 0.07), darker(wood, 0.2))
    for y in (0.1, 0.24, 0.38):
        pen.rect(0.14, y, 0.72, 0.07, wood)
    pen.shape([(0.14, 0.52), (0.86, 0.52), (0.96, 0.66), (0.04, 0.66)], lighter(wood, 0.1))
    for x in (0.1, 0.9):
        pen.limb([(x, 0.66), (x, 0.99)], (0.08, 0.06), wood)


def _piano(pen: Pen, look: Look) -> None:
    """An upright piano from the front, its front as bright as a mirror."""
    lacquer = look.paint(BLACK)
    pen.rect(0.0, 0.04, 1.0, 0.96, lacquer, "side")
    pen.rect(-0.02, 0.0, 1.04, 0.06, lighter(lacquer, 0.18))
    pen.rect(0.06, 0.1, 0.88, 0.36, lighter(lacquer, 0.07), (*darker(lacquer, 0.2),))
    pen.shape([(0.1, 0.12), (0.34, 0.12), (0.22, 0.44), (0.08, 0.44)], (255, 255, 255), "flat", alpha=0.07)
    pen.shape([(-0.03, 0.5), (1.03, 0.5), (1.06, 0.66), (-0.06, 0.66)], lacquer, "down")
    pen.shape([(0.02, 0.53), (0.98, 0.53), (1.01, 0.625), (-0.01, 0.625)], (250, 248, 240), "down")
    for step in range(1, 28):
        x = step / 28
        pen.line([(0.02 + 0.96 * x, 0.53), (-0.01 + 1.02 * x, 0.625)], 0.003, (90, 90, 90))
        if step % 7 not in (3, 0):
            pen.shape(
                [
                    (0.012 + 0.96 * x, 0.53),
                    (0.03 + 0.96 * x, 0.53),
                    (0.024 + 0.97 * x, 0.585),
                    (0.004 + 0.97 * x, 0.585),
                ],
                (20, 20, 22),
                "flat",
            )
    pen.rect(0.08, 0.7, 0.84, 0.26, lighter(lacquer, 0.06))
    if look.text:
        pen.words(look.text, (0.34, 0.15, 0.32, 0.08), GOLD)


def _clock(pen: Pen, look: Look) -> None:
    pen.oval((0.5, 0.5), 0.5, 0.5, look.paint(GOLD))
    pen.oval((0.5, 0.5), 0.42, 0.42, (250, 246, 232), "flat")
    _dial(pen)


def _dial(pen: Pen) -> None:
    for turn in range(0, 360, 30):
        points = arc(0.5, 0.5, 0.36, 0.36, (turn, turn + 1))
        inner = arc(0.5, 0.5, 0.31, 0.31, (turn, turn + 1))
        pen.line([points[0], inner[0]], 0.022 if turn % 90 == 0 else 0.01, BLACK)
    pen.line([(0.5, 0.5), (0.38, 0.34)], 0.028, BLACK)
    pen.line([(0.5, 0.5), (0.72, 0.4)], 0.018, BLACK)
    pen.disc((0.5, 0.5), 0.03, BLACK)


def _melting_clock(pen: Pen, look: Look) -> None:
    """A clock gone limp: its lower half flows down."""
    rim = look.paint(GOLD)
    outline = [
        (0.06, 0.3),
        (0.3, 0.08),
        (0.66, 0.06),
        (0.96, 0.26),
        (0.98, 0.46),
        (0.84, 0.54),
        (0.8, 0.72),
        (0.74, 0.98),
        (0.64, 0.96),
        (0.62, 0.7),
        (0.46, 0.6),
        (0.36, 0.78),
        (0.26, 0.8),
        (0.24, 0.6),
        (0.08, 0.5),
    ]
    pen.blob(outline, rim, "side")
    pen.blob([(0.52 + (x - 0.52) * 0.84, 0.4 + (y - 0.42) * 0.84) for x, y in outline], (206, 224, 232), "down")
    for x, y in (
        (0.2, 0.34),
        (0.34, 0.2),
        (0.52, 0.15),
        (0.7, 0.2),
        (0.84, 0.34),
        (0.72, 0.62),
        (0.3, 0.62),
        (0.5, 0.5),
    ):
        pen.line([(x, y), (x + (0.5 - x) * 0.14, y + (0.34 - y) * 0.2)], 0.02, BLACK)
    pen.line(smooth([(0.5, 0.34), (0.4, 0.3), (0.32, 0.36)], closed=False), 0.024, BLACK)
    pen.line(smooth([(0.5, 0.34), (0.62, 0.36), (0.7, 0.5)], closed=False), 0.018, BLACK)


def _watch(pen: Pen, look: Look) -> None:
    """A pocket watch, closed by a ring."""
    gold = look.paint(GOLD)
    pen.line(arc(0.5, 0.08, 0.08, 0.08, (0, 360)), 0.04, darker(gold, 0.2))
    pen.oval((0.5, 0.56), 0.46, 0.42, gold)
    pen.oval((0.5, 0.56), 0.35, 0.32, lighter(gold, 0.35), "down")
    _dial(pen.part(0.1, 0.18, 0.8, 0.76))


def _guitar(pen: Pen, look: Look) -> None:
    wood = look.paint((190, 120, 60))
    pen.rect(0.44, 0.02, 0.12, 0.56, (90, 56, 36), "side")
    pen.blob(
        [(0.5, 0.46), (0.78, 0.5), (0.74, 0.66), (0.92, 0.84), (0.5, 1.0), (0.08, 0.84), (0.26, 0.66), (0.22, 0.5)],
        wood,
        "ball",
    )
    pen.disc((0.5, 0.68), 0.1, (40, 26, 20))
    for x in (0.47, 0.5, 0.53):
        pen.line([(x, 0.04), (x, 0.88)], 0.006, (230, 226, 214))


def _lamp(pen: Pen, look: Look) -> None:
    pen.limb([(0.5, 0.4), (0.5, 0.94)], (0.06, 0.06), (110, 90, 70))
    pen.oval((0.5, 0.95), 0.28, 0.05, (90, 74, 58))
    pen.shape([(0.3, 0.04), (0.7, 0.04), (0.9, 0.42), (0.1, 0.42)], look.paint((246, 214, 140)), "side")
    pen.glow((0.5, 0.4), 0.8, 0.5, (255, 224, 150), 0.5)


def _lantern(pen: Pen, look: Look) -> None:
    red = look.paint((206, 36, 30))
    pen.line([(0.5, 0.0), (0.5, 0.14)], 0.02, (120, 90, 50))
    pen.glow((0.5, 0.45), 0.9, 0.7, (255, 150, 70), 0.5)
    pen.oval((0.5, 0.45), 0.44, 0.3, red)
    for x in (0.3, 0.5, 0.7):
        pen.line(
            [(0.5 + (x - 0.5) * 0.5, 0.17), (x - (0.5 - x) * 0.5, 0.45), (0.5 + (x - 0.5) * 0.5, 0.73)],
            0.012,
            darker(red, 0.3),
        )
    for y in (0.14, 0.71):
        pen.rect(0.32, y, 0.36, 0.06, GOLD)
    pen.limb([(0.5, 0.78), (0.5, 1.0)], (0.05, 0.08), GOLD)


def _bed(pen: Pen, look: Look) -> None:
    pen.rect(0.0, 0.1, 0.08, 0.9, WOOD)
    pen.rect(0.92, 0.4, 0.08, 0.6, WOOD)
    pen.blob([(0.06, 0.5), (0.94, 0.52), (0.94, 0.86), (0.06, 0.86)], look.paint((120, 150, 200)))
    pen.blob([(0.08, 0.34), (0.34, 0.36), (0.34, 0.54), (0.08, 0.54)], (248, 246, 240))


TOP = {"top": (0.5, 0.1)}
THINGS: dict[str, Thing] = {
    "table": Thing(_table, 1.6, 0.55, home="room", anchors=TOP),
    "chair": Thing(_chair, 0.65, 0.7, home="room", anchors={"top": (0.5, 0.58), "back": (0.5, 0.56)}),
    "piano": Thing(_piano, 1.25, 1.1, home="room", anchors={"top": (0.5, 0.0)}),
    "clock": Thing(_clock, 1.0, 0.45, "surface", "room"),
    "melting_clock": Thing(_melting_clock, 1.2, 0.42, "flat", "beach"),
    "watch": Thing(_watch, 0.85, 0.3, "surface", "table"),
    "guitar": Thing(_guitar, 0.42, 0.7, home="room"),
    "lamp": Thing(_lamp, 0.6, 0.6, home="room"),
    "lantern": Thing(_lantern, 0.7, 0.45, "sky", "night"),
    "bed": Thing(_bed, 1.8, 0.6, home="room", anchors={"top": (0.55, 0.5)}),
}
