"""What other things lie, stand, swim or sit in."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, varied
from chalicelib.adapters.embedded_renderer.drawing.geometry import Outline, arc, ellipse, lathed
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Thing, Vessel, Way

WICKER: Colour = (190, 136, 76)
GLASS: Colour = (206, 230, 240)


def _basket(pen: Pen, look: Look) -> None:
    wicker = look.paint(WICKER)
    if not look.has("filled_high"):
        pen.line(arc(0.5, 0.46, 0.4, 0.44, (180, 360)), 0.05, darker(wicker, 0.2))
    pen.shape(ellipse(0.5, 0.46, 0.48, 0.1), darker(wicker, 0.55), "down")


def _basket_front(pen: Pen, look: Look) -> None:
    wicker = look.paint(WICKER)
    pen.shape([(0.02, 0.46), (0.98, 0.46), *arc(0.5, 0.86, 0.38, 0.13, (0, 180))], wicker, "side")
    for row in range(5):
        for column in range(9):
            x = 0.1 + column * 0.1 + (0.05 if row % 2 else 0)
            across = 1 - row * 0.05
            pen.oval((0.5 + (x - 0.5) * across, 0.53 + row * 0.085), 0.045, 0.03, varied(wicker, look.rng, 10))
    pen.limb([(0.03, 0.47), (0.5, 0.49), (0.97, 0.47)], (0.07, 0.07), lighter(wicker, 0.15))


def _bowl(pen: Pen, look: Look) -> None:
    china = look.paint((70, 120, 176))
    pen.shape(ellipse(0.5, 0.36, 0.49, 0.13), darker(china, 0.4), "down")


def _bowl_front(pen: Pen, look: Look) -> None:
    china = look.paint((70, 120, 176))
    pen.shape([*reversed(arc(0.5, 0.36, 0.49, 0.13, (0, 180))), *arc(0.5, 0.38, 0.49, 0.58, (0, 180))], china, "side")
    pen.line(arc(0.5, 0.36, 0.49, 0.13, (0, 180)), 0.016, lighter(china, 0.5))
    pen.rect(0.36, 0.92, 0.28, 0.06, darker(china, 0.2))


VASE: Outline = lathed([(0.2, 0.0), (0.16, 0.12), (0.36, 0.44), (0.34, 0.78), (0.2, 1.0)])


def _vase(pen: Pen, look: Look) -> None:
    pen.shape(ellipse(0.5, 0.02, 0.2, 0.03), darker(look.paint((70, 120, 180)), 0.5), "flat")


def _vase_front(pen: Pen, look: Look) -> None:
    china = look.paint((70, 120, 180))
    pen.blob([(x, max(0.02, y)) for x, y in VASE], china, "side")
    pen.glow((0.34, 0.5), 0.06, 0.2, (255, 255, 255), 0.5)


def _flower_pot(pen: Pen, _look: Look) -> None:
    pen.shape(ellipse(0.5, 0.1, 0.46, 0.08), (70, 50, 40), "flat")


def _flower_pot_front(pen: Pen, look: Look) -> None:
    clay = look.paint((190, 104, 66))
    pen.shape([(0.1, 0.2), (0.9, 0.2), (0.76, 1.0), (0.24, 1.0)], clay, "side")
    pen.shape([(0.02, 0.08), (0.98, 0.08), (0.94, 0.3), (0.06, 0.3)], lighter(clay, 0.1), "side")


def _fish_bowl(pen: Pen, look: Look) -> None:
    pen.oval((0.5, 0.54), 0.5, 0.46, lighter(GLASS, 0.3), "flat")
    pen.shape([*arc(0.5, 0.54, 0.47, 0.42, (-26, 206))], look.paint((120, 190, 226)), "down")
    pen.shape([*arc(0.5, 0.56, 0.42, 0.39, (40, 140))], (226, 200, 150), "down")
    for x in (0.3, 0.36, 0.68):
        pen.limb([(x, 0.88), (x + 0.02, 0.6)], (0.03, 0.01), (70, 150, 80))


def _fish_bowl_front(pen: Pen, _look: Look) -> None:
    pen.line(ellipse(0.5, 0.54, 0.5, 0.46), 0.014, (226, 240, 246))
    pen.shape(ellipse(0.5, 0.12, 0.3, 0.05), lighter(GLASS, 0.5), alpha=0.6)
    pen.glow((0.28, 0.4), 0.08, 0.16, (255, 255, 255), 0.7)


def _aquarium(pen: Pen, look: Look) -> None:
    pen.rect(0.0, 0.1, 1.0, 0.9, look.paint((100, 176, 220)))
    pen.rect(0.0, 0.88, 1.0, 0.12, (226, 200, 150))
    for x in (0.08, 0.14, 0.8, 0.9):
        pen.limb([(x, 0.9), (x + 0.03, 0.5)], (0.03, 0.012), (60, 140, 80))


def _aquarium_front(pen: Pen, _look: Look) -> None:
    pen.shape([(0.06, 0.1), (0.2, 0.1), (0.1, 1.0), (0.0, 1.0)], (255, 255, 255), "flat", alpha=0.2)
    for y in (0.06, 0.98):
        pen.rect(-0.02, y, 1.04, 0.05, (50, 54, 60))


def _cage(pen: Pen, look: Look) -> None:
    wire = look.paint((206, 166, 76))
    pen.shape(
        [(0.06, 0.4), *arc(0.5, 0.4, 0.44, 0.32, (180, 360)), (0.94, 0.92), (0.06, 0.92)],
        lighter(wire, 0.5),
        alpha=0.25,
    )
    pen.line(arc(0.5, 0.05, 0.05, 0.05, (0, 360)), 0.02, wire)


def _cage_front(pen: Pen, look: Look) -> None:
    wire = look.paint((206, 166, 76))
    for step in range(9):
        x = 0.06 + step * 0.11
        top = 0.4 - 0.32 * (1 - ((x - 0.5) / 0.44) ** 2) ** 0.5 if 0.06 < x < 0.94 else 0.4
        pen.line([(x, top), (x, 0.92)], 0.012, darker(wire, 0.15))
    for y in (0.4, 0.9):
        pen.limb([(0.04, y), (0.96, y)], (0.03, 0.03), wire)
    pen.line(arc(0.5, 0.4, 0.44, 0.32, (180, 360)), 0.02, wire)
    pen.rect(0.02, 0.91, 0.96, 0.08, darker(wire, 0.2))


def _open_box(pen: Pen, look: Look) -> None:
    card = look.paint(WICKER)
    pen.shape([(0.0, 0.3), (0.16, 0.14), (0.84, 0.14), (1.0, 0.3)], darker(card, 0.5), "flat")


def _open_box_front(pen: Pen, look: Look) -> None:
    card = look.paint(WICKER)
    pen.rect(0.0, 0.3, 1.0, 0.7, card)
    for side in (-1, 1):
        edge = 0.5 + side * 0.5
        pen.shape(
            [(edge, 0.3), (edge + side * 0.16, 0.4), (edge + side * 0.16, 0.56), (edge, 0.44)], lighter(card, 0.2)
        )
    pen.rect(0.46, 0.3, 0.08, 0.7, darker(card, 0.1), "flat")


def _bucket(pen: Pen, look: Look) -> None:
    pen.line(arc(0.5, 0.22, 0.44, 0.24, (180, 360)), 0.02, (120, 124, 130))
    pen.shape(ellipse(0.5, 0.22, 0.46, 0.08), darker(look.paint((90, 130, 190)), 0.5), "flat")


def _bucket_front(pen: Pen, look: Look) -> None:
    tin = look.paint((90, 130, 190))
    pen.shape(
        [
            (0.04, 0.22),
            *reversed(arc(0.5, 0.22, 0.46, 0.08, (0, 180))),
            (0.04, 0.22),
            (0.18, 1.0),
            (0.82, 1.0),
            (0.96, 0.22),
        ],
        tin,
        "side",
    )
    pen.line(arc(0.5, 0.22, 0.46, 0.08, (0, 180)), 0.02, lighter(tin, 0.4))


def _bathtub(pen: Pen, _look: Look) -> None:
    pen.shape(ellipse(0.5, 0.36, 0.5, 0.12), (170, 214, 236), "down")


def _bathtub_front(pen: Pen, look: Look) -> None:
    tub = look.paint((246, 248, 250))
    pen.shape([*reversed(arc(0.5, 0.36, 0.5, 0.12, (0, 180))), *arc(0.5, 0.4, 0.49, 0.5, (0, 180))], tub, "side")
    for x in (0.2, 0.8):
        pen.disc((x, 0.92), 0.05, (206, 166, 76))
    for step in range(12):
        pen.disc((0.1 + step * 0.07, 0.4 + 0.03 * (step % 2)), 0.05, (252, 254, 255))


def _shopping_cart(pen: Pen, _look: Look) -> None:
    pen.limb([(0.0, 0.1), (0.14, 0.12), (0.3, 0.74)], (0.04, 0.04), (90, 96, 104))
    for x in (0.34, 0.8):
        pen.disc((x, 0.92), 0.07, (50, 52, 56))


def _shopping_cart_front(pen: Pen, look: Look) -> None:
    wire = look.paint((150, 156, 166))
    for step in range(8):
        pen.line([(0.16 + step * 0.11, 0.24), (0.26 + step * 0.085, 0.7)], 0.012, wire)
    for y in (0.24, 0.4, 0.56, 0.7):
        pen.line([(0.16 + (y - 0.24) * 0.22, y), (0.98 - (y - 0.24) * 0.3, y)], 0.018, wire)
    pen.line([(0.3, 0.8), (0.9, 0.8)], 0.03, darker(wire, 0.2))


def _vessel(
    draws: tuple[Draw, Draw],
    words: str,
    size: tuple[float, float],
    vessel: tuple[float, float, float, Way, float],
    home: str = "room",
) -> Thing:
    back, front = draws
    x, y, wide, way, depth = vessel

    def draw(pen: Pen, look: Look) -> None:
        back(pen, look)
        if not look.has("filled"):
            front(pen, look)

    return Thing(
        draw,
        *size,
        stance="surface" if home == "table" else "ground",
        home=home,
        words=words,
        roles=("held",),
        anchors={"top": (0.5, 0.3)},
        vessel=Vessel((x, y, wide), way, front, depth),
    )


THINGS: dict[str, Thing] = {
    "basket": _vessel(
        (_basket, _basket_front),
        "basket wicker_basket hamper 篮子 篮 竹篮 筐 箩筐",
        (1.3, 0.5),
        (0.5, 0.46, 0.84, "heap", 0.42),
        "table",
    ),
    "bowl": _vessel(
        (_bowl, _bowl_front), "bowl fruit_bowl 碗 果盘 盆", (1.35, 0.42), (0.5, 0.36, 0.86, "heap", 0.5), "table"
    ),
    "vase": _vessel(
        (_vase, _vase_front),
        "vase urn flower_vase 花瓶 瓷瓶 瓷器",
        (0.6, 0.5),
        (0.5, 0.06, 0.34, "bunch", 0.3),
        "table",
    ),
    "flower_pot": _vessel(
        (_flower_pot, _flower_pot_front),
        "flower_pot flowerpot plant_pot planter 花盆",
        (0.95, 0.3),
        (0.5, 0.14, 0.5, "bunch", 0.2),
    ),
    "fish_bowl": _vessel(
        (_fish_bowl, _fish_bowl_front),
        "fish_bowl fishbowl goldfish_bowl 鱼缸 圆形鱼缸 圆鱼缸",
        (1.1, 0.6),
        (0.5, 0.54, 0.56, "within", 0.46),
    ),
    "aquarium": _vessel(
        (_aquarium, _aquarium_front), "aquarium fish_tank 水族箱", (1.7, 0.7), (0.5, 0.5, 0.7, "within", 0.56)
    ),
    "cage": _vessel(
        (_cage, _cage_front),
        "cage birdcage bird_cage 笼子 鸟笼",
        (0.85, 0.9),
        (0.5, 0.62, 0.62, "within", 0.5),
    ),
    "open_box": _vessel(
        (_open_box, _open_box_front),
        "box cardboard_box crate wooden_box wooden_crate carton 纸箱 箱子 盒子 木箱",
        (1.2, 0.5),
        (0.5, 0.3, 0.8, "heap", 0.4),
    ),
    "bucket": _vessel(
        (_bucket, _bucket_front),
        "bucket pail barrel tub 水桶 桶 木桶",
        (0.9, 0.45),
        (0.5, 0.22, 0.8, "heap", 0.4),
        "meadow",
    ),
    "bathtub": _vessel(
        (_bathtub, _bathtub_front), "bathtub bath 浴缸 澡盆", (2.0, 0.6), (0.5, 0.38, 0.7, "heap", 0.45)
    ),
    "shopping_cart": _vessel(
        (_shopping_cart, _shopping_cart_front),
        "shopping_cart trolley 购物车 手推车",
        (1.1, 0.8),
        (0.56, 0.34, 0.6, "heap", 0.4),
    ),
}
