"""Vegetables, grain and mushrooms from the kitchen."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, varied
from chalicelib.adapters.embedded_renderer.drawing.geometry import lathed, smooth
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Thing

LEAF: Colour = (84, 150, 60)


def _carrot(pen: Pen, look: Look) -> None:
    skin = look.paint((240, 128, 40))
    for lean in (-0.16, 0.0, 0.16):
        pen.limb([(0.5, 0.28), (0.5 + lean, 0.12), (0.5 + lean * 1.8, 0.0)], (0.08, 0.03), LEAF)
    pen.blob(lathed([(0.16, 0.27), (0.24, 0.34), (0.12, 0.7), (0.01, 1.0)]), skin, "side")
    for y in (0.42, 0.54, 0.68):
        pen.line([(0.42, y), (0.54, y + 0.01)], 0.012, darker(skin, 0.3))


def _corn(pen: Pen, look: Look) -> None:
    grain = look.paint((248, 208, 60))
    pen.blob(lathed([(0.04, 0.0), (0.2, 0.2), (0.24, 0.6), (0.12, 0.9)]), grain, "side")
    for row in range(9):
        for column in range(5):
            pen.disc((0.34 + column * 0.08, 0.14 + row * 0.07), 0.042, varied(grain, look.rng, 8))
    for side in (-1, 1):
        husk = [(0.5, 1.0), (0.5 + side * 0.12, 0.8), (0.5 + side * 0.4, 0.36), (0.5 + side * 0.34, 0.74)]
        pen.blob(husk, LEAF, "side")


def _cabbage(pen: Pen, look: Look) -> None:
    leaf = look.paint((150, 196, 100))
    for x, y, size in ((0.5, 0.52, 0.48), (0.36, 0.56, 0.36), (0.64, 0.56, 0.36), (0.5, 0.56, 0.3)):
        pen.oval((x, y), size, size * 0.94, varied(leaf, look.rng, 12))
    for lean in (-0.26, -0.1, 0.1, 0.26):
        pen.line(
            smooth([(0.5, 0.9), (0.5 + lean * 0.8, 0.6), (0.5 + lean * 1.3, 0.26)], closed=False),
            0.014,
            lighter(leaf, 0.6),
        )


def _bok_choy(pen: Pen, look: Look) -> None:
    for lean in (-0.3, 0.3, -0.14, 0.14, 0.0):
        pen.blob(
            [
                (0.5 + lean * 0.6, 0.5),
                (0.5 + lean * 1.6 - 0.16, 0.2),
                (0.5 + lean * 1.2, 0.0),
                (0.5 + lean * 1.6 + 0.16, 0.2),
            ],
            varied(look.paint((60, 140, 64)), look.rng, 12),
            "side",
        )
        pen.limb([(0.5 + lean * 0.8, 0.42), (0.5 + lean * 0.5, 0.96)], (0.1, 0.18), (236, 240, 220))


def _broccoli(pen: Pen, look: Look) -> None:
    green = look.paint((70, 140, 64))
    pen.limb([(0.5, 0.98), (0.5, 0.5)], (0.24, 0.3), (150, 190, 110))
    for x, y in (
        (0.2, 0.42),
        (0.8, 0.42),
        (0.34, 0.24),
        (0.66, 0.24),
        (0.5, 0.16),
        (0.5, 0.4),
        (0.34, 0.46),
        (0.66, 0.46),
    ):
        pen.disc((x, y), 0.18, varied(green, look.rng, 12))
    for _ in range(60):
        pen.disc((look.rng.uniform(0.1, 0.9), look.rng.uniform(0.06, 0.54)), 0.02, lighter(green, 0.2), "flat")


def _chili(pen: Pen, look: Look) -> None:
    skin = look.paint((212, 30, 36))
    pen.limb([(0.3, 0.2), (0.5, 0.5), (0.8, 0.86), (0.96, 0.9)], (0.26, 0.02), skin)
    pen.limb([(0.3, 0.2), (0.2, 0.02)], (0.12, 0.05), LEAF)


def _pepper(pen: Pen, look: Look) -> None:
    skin = look.paint((214, 44, 40))
    for x in (0.28, 0.72, 0.5):
        pen.blob([(x - 0.2, 0.3), (x, 0.16), (x + 0.2, 0.3), (x + 0.18, 0.7), (x, 0.98), (x - 0.18, 0.7)], skin, "ball")
    pen.limb([(0.5, 0.22), (0.54, 0.0)], (0.1, 0.07), LEAF)


def _long(colour: Colour, cap: Colour | None = None) -> Draw:
    def draw(pen: Pen, look: Look) -> None:
        skin = look.paint(colour)
        pen.limb([(0.12, 0.66), (0.5, 0.56), (0.86, 0.36)], (0.34, 0.26), skin)
        pen.glow((0.5, 0.46), 0.3, 0.05, lighter(skin, 0.6), 0.6)
        if cap:
            pen.limb([(0.84, 0.37), (0.98, 0.26)], (0.26, 0.08), cap)

    return draw


def _round(colour: Colour, *, top: Colour | None = None, marks: bool = False) -> Draw:
    def draw(pen: Pen, look: Look) -> None:
        skin = look.paint(colour)
        pen.oval((0.5, 0.56), 0.46, 0.42, skin)
        if marks:
            for _ in range(9):
                pen.disc((look.rng.uniform(0.2, 0.8), look.rng.uniform(0.3, 0.8)), 0.018, darker(skin, 0.25), "flat")
        if top:
            for lean in (-0.24, -0.1, 0.1, 0.24):
                pen.limb([(0.5, 0.2), (0.5 + lean, 0.1 + abs(lean) * 0.4)], (0.08, 0.02), top)
        pen.glow((0.36, 0.42), 0.1, 0.08, (255, 255, 255), 0.5)

    return draw


def _wheat(pen: Pen, look: Look) -> None:
    gold = look.paint((226, 180, 70))
    for lean in (-0.24, 0.0, 0.24):
        pen.limb([(0.5 + lean * 0.3, 1.0), (0.5 + lean, 0.3)], (0.03, 0.02), darker(gold, 0.2))
        for step in range(5):
            for side in (-1, 1):
                pen.oval((0.5 + lean + side * 0.05, 0.12 + step * 0.06), 0.045, 0.04, gold)


def _vegetable(draw: Draw, words: str, aspect: float = 1.0, stature: float = 0.36) -> Thing:
    return Thing(draw, aspect, stature, "surface", "table", words=words, roles=("held",))


THINGS: dict[str, Thing] = {
    "carrot": _vegetable(_carrot, "carrot 胡萝卜 红萝卜", 0.6, 0.4),
    "corn": _vegetable(_corn, "corn maize corn_cob 玉米", 0.6, 0.45),
    "cabbage": _vegetable(_cabbage, "cabbage lettuce 卷心菜 生菜 包菜", 1.0, 0.42),
    "bok_choy": _vegetable(
        _bok_choy, "bok_choy spinach celery vegetables vegetable 白菜 大白菜 青菜 蔬菜 菠菜 芹菜", 0.7, 0.45
    ),
    "broccoli": _vegetable(_broccoli, "broccoli cauliflower 西兰花 花菜", 1.0, 0.4),
    "chili": _vegetable(_chili, "chili chilli chili_pepper 辣椒", 1.0, 0.3),
    "pepper": _vegetable(_pepper, "bell_pepper pepper 甜椒 青椒 彩椒", 0.9, 0.36),
    "cucumber": _vegetable(_long((92, 150, 70)), "cucumber zucchini 黄瓜", 1.5, 0.26),
    "eggplant": _vegetable(_long((94, 40, 110), LEAF), "eggplant aubergine 茄子", 1.3, 0.32),
    "radish": _vegetable(_long((240, 238, 230), LEAF), "radish turnip 萝卜 白萝卜", 1.3, 0.32),
    "potato": _vegetable(
        _round((200, 160, 100), marks=True), "potato potatoes sweet_potato 土豆 马铃薯 红薯", 1.2, 0.3
    ),
    "onion": _vegetable(_round((190, 110, 120), top=(170, 150, 90)), "onion garlic 洋葱 大蒜 蒜", 1.0, 0.32),
    "tomato": _vegetable(_round((222, 48, 36), top=LEAF), "tomato tomatoes 番茄 西红柿", 1.1, 0.33),
    "wheat": Thing(
        _wheat, 0.7, 0.7, home="meadow", words="wheat rice_plant barley 小麦 麦穗 稻穗 水稻", roles=("part",)
    ),
}
