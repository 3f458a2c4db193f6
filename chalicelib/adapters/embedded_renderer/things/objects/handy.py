"""Things that are held, read, written on or worn: signs, books, canes, bags, stones, bulbs, robots."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, contrasting, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing

WOOD: Colour = (186, 136, 84)


def _sign(pen: Pen, look: Look) -> None:
    wood = look.paint(WOOD)
    pen.limb([(0.5, 0.5), (0.5, 1.0)], (0.07, 0.06), darker(wood, 0.3))
    pen.shape([(0.02, 0.04), (0.98, 0.0), (1.0, 0.66), (0.0, 0.7)], darker(wood, 0.35), "flat")
    pen.shape([(0.0, 0.02), (0.97, 0.0), (0.98, 0.63), (0.01, 0.66)], wood, "down")
    for y in (0.14, 0.3, 0.46, 0.58):
        pen.line([(0.03, y), (0.4, y + 0.02), (0.95, y - 0.01)], 0.004, darker(wood, 0.2))
    pen.words(
        look.text,
        (0.08, 0.1, 0.83, 0.46),
        (60, 34, 20) if contrasting(wood)[0] < 128 else contrasting(wood),
        weight=0.035,
    )


def _card(pen: Pen, look: Look) -> None:
    paper = look.paint((250, 248, 240))
    pen.rect(0.0, 0.0, 1.0, 1.0, paper)
    if look.text:
        pen.words(look.text, (0.08, 0.2, 0.84, 0.6), contrasting(paper))
        return
    for y in (0.2, 0.35, 0.5, 0.65, 0.8):
        pen.line([(0.14, y), (0.86, y)], 0.012, darker(paper, 0.4))


def _book(pen: Pen, look: Look) -> None:
    """Open, its cover to us."""
    cover = look.paint((150, 44, 40))
    for side in (-1, 1):
        pen.shape([(0.5, 0.12), (0.5 + side * 0.5, 0.0), (0.5 + side * 0.5, 0.86), (0.5, 1.0)], (248, 242, 224), "flat")
        pen.shape([(0.5, 0.16), (0.5 + side * 0.48, 0.05), (0.5 + side * 0.48, 0.91), (0.5, 1.02)], cover, "side")
        pen.line([(0.5 + side * 0.1, 0.3), (0.5 + side * 0.4, 0.23)], 0.03, (226, 190, 90))
    pen.line([(0.5, 0.14), (0.5, 1.02)], 0.03, darker(cover, 0.4))


def _cane(pen: Pen, look: Look) -> None:
    stick = look.paint((92, 56, 32))
    pen.limb([(0.5, 0.06), (0.5, 1.0)], (0.16, 0.11), stick)
    pen.disc((0.5, 0.05), 0.16, (222, 184, 90))


def _bag(pen: Pen, look: Look) -> None:
    """A knotted sack."""
    plastic = look.paint((38, 40, 46))
    pen.blob([(0.44, 0.2), (0.3, 0.0), (0.5, 0.08), (0.7, 0.0), (0.56, 0.2)], lighter(plastic, 0.12))
    pen.blob(
        [(0.44, 0.2), (0.56, 0.2), (0.88, 0.46), (0.98, 0.8), (0.76, 0.99), (0.24, 0.99), (0.02, 0.8), (0.12, 0.46)],
        plastic,
        "ball",
    )
    for points in (
        [(0.48, 0.24), (0.3, 0.5), (0.24, 0.8)],
        [(0.52, 0.24), (0.62, 0.55), (0.56, 0.86)],
        [(0.55, 0.24), (0.8, 0.5), (0.86, 0.7)],
    ):
        pen.line(points, 0.018, lighter(plastic, 0.3))


def _umbrella(pen: Pen, look: Look) -> None:
    cloth = look.paint((210, 50, 60))
    pen.line([(0.5, 0.1), (0.5, 0.9), (0.56, 0.97), (0.62, 0.9)], 0.025, (90, 60, 40))
    pen.shape(
        [*arc(0.5, 0.5, 0.48, 0.44, (180, 360)), (0.82, 0.44), (0.66, 0.5), (0.5, 0.44), (0.34, 0.5), (0.18, 0.44)],
        cloth,
        "side",
    )


def _sword(pen: Pen, look: Look) -> None:
    pen.shape([(0.42, 0.7), (0.44, 0.08), (0.56, 0.0), (0.58, 0.7)], look.paint((210, 216, 226)), "side")
    pen.rect(0.1, 0.7, 0.8, 0.05, (210, 170, 70))
    pen.rect(0.4, 0.75, 0.2, 0.22, (70, 40, 36), "side")


def _box(pen: Pen, look: Look) -> None:
    colour = look.paint((190, 140, 86))
    pen.rect(0.0, 0.2, 1.0, 0.8, colour)
    pen.shape([(0.0, 0.2), (0.1, 0.0), (0.9, 0.0), (1.0, 0.2)], lighter(colour, 0.2))
    pen.rect(0.44, 0.0, 0.12, 1.0, darker(colour, 0.2), "flat")


def _vase(pen: Pen, look: Look) -> None:
    pen.blob(
        [
            (0.36, 0.0),
            (0.64, 0.0),
            (0.6, 0.16),
            (0.9, 0.46),
            (0.84, 0.8),
            (0.62, 1.0),
            (0.38, 1.0),
            (0.16, 0.8),
            (0.1, 0.46),
            (0.4, 0.16),
        ],
        look.paint((70, 120, 180)),
        "side",
    )


THINGS: dict[str, Thing] = {
    "sign": Thing(_sign, 1.5, 0.5, home="meadow"),
    "card": Thing(_card, 1.4, 0.4, "surface", "table"),
    "book": Thing(_book, 1.5, 0.3, "surface", "table"),
    "cane": Thing(_cane, 0.12, 0.6),
    "bag": Thing(_bag, 0.8, 0.4),
    "umbrella": Thing(_umbrella, 1.0, 0.7),
    "sword": Thing(_sword, 0.2, 0.7),
    "box": Thing(_box, 1.1, 0.5),
    "vase": Thing(_vase, 0.65, 0.5, "surface", "table"),
}
