"""Fruit, each kind with what makes it known."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, varied
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, lathed, smooth
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Thing

LEAF: Colour = (84, 150, 60)
STEM: Colour = (104, 76, 46)


def _orange(pen: Pen, look: Look) -> None:
    skin = look.paint((246, 140, 32))
    pen.oval((0.5, 0.52), 0.48, 0.48, skin)
    for _ in range(26):
        pen.disc((look.rng.uniform(0.2, 0.8), look.rng.uniform(0.24, 0.84)), 0.01, darker(skin, 0.14), "flat")
    pen.disc((0.5, 0.1), 0.04, (90, 120, 50))
    pen.blob([(0.5, 0.1), (0.62, -0.02), (0.8, 0.0), (0.66, 0.12)], LEAF)
    pen.glow((0.34, 0.34), 0.12, 0.1, (255, 255, 255), 0.55)


def _pear(pen: Pen, look: Look) -> None:
    skin = look.paint((186, 200, 76))
    body = lathed([(0.06, 0.12), (0.16, 0.24), (0.2, 0.42), (0.38, 0.62), (0.4, 0.82), (0.24, 0.97)])
    pen.blob(body, skin, "ball")
    pen.limb([(0.5, 0.14), (0.55, 0.0)], (0.05, 0.03), STEM)
    pen.glow((0.36, 0.6), 0.1, 0.14, (255, 255, 255), 0.5)


def _lemon(pen: Pen, look: Look) -> None:
    skin = look.paint((248, 222, 60))
    pen.blob(
        [(0.0, 0.5), (0.14, 0.34), (0.5, 0.14), (0.86, 0.34), (1.0, 0.5), (0.86, 0.68), (0.5, 0.86), (0.14, 0.68)],
        skin,
        "ball",
    )
    pen.glow((0.36, 0.36), 0.12, 0.1, (255, 255, 255), 0.6)


def _cherries(pen: Pen, look: Look) -> None:
    skin = look.paint((190, 16, 40))
    for x, y in ((0.28, 0.72), (0.72, 0.76)):
        pen.line(smooth([(0.56, 0.0), (0.5 + (x - 0.5) * 0.7, 0.3), (x, y - 0.2)], closed=False), 0.03, (96, 130, 50))
        pen.disc((x, y), 0.23, skin)
        pen.glow((x - 0.07, y - 0.08), 0.06, 0.05, (255, 255, 255), 0.7)
    pen.blob([(0.56, 0.02), (0.74, 0.0), (0.94, 0.14), (0.72, 0.16)], LEAF)


def _strawberry(pen: Pen, look: Look) -> None:
    skin = look.paint((224, 40, 50))
    pen.blob(
        [(0.5, 0.2), (0.82, 0.18), (0.94, 0.4), (0.74, 0.76), (0.5, 1.0), (0.26, 0.76), (0.06, 0.4), (0.18, 0.18)],
        skin,
        "ball",
    )
    for x, y in ((0.3, 0.4), (0.5, 0.46), (0.7, 0.4), (0.38, 0.6), (0.6, 0.62), (0.5, 0.78), (0.2, 0.5), (0.8, 0.5)):
        pen.oval((x, y), 0.016, 0.026, (250, 220, 120), "flat")
    for lean in (-0.34, -0.14, 0.14, 0.34):
        pen.blob([(0.46, 0.2), (0.54, 0.2), (0.5 + lean, 0.32 - abs(lean) * 0.3), (0.5 + lean * 0.7, 0.12)], LEAF)


def _pumpkin(pen: Pen, look: Look) -> None:
    skin = look.paint((232, 122, 30))
    for x, wide in ((0.16, 0.16), (0.84, 0.16), (0.3, 0.2), (0.7, 0.2), (0.5, 0.2)):
        pen.oval((x, 0.58), wide, 0.4, varied(skin, look.rng, 8))
    pen.limb([(0.5, 0.24), (0.52, 0.1), (0.62, 0.02)], (0.1, 0.06), (90, 116, 50))
    if look.has("carved"):
        glow: Colour = (255, 226, 110)
        for x in (0.34, 0.66):
            pen.shape([(x - 0.1, 0.54), (x, 0.38), (x + 0.1, 0.54)], glow, "flat")
        grin = [
            (0.2, 0.64),
            (0.34, 0.7),
            (0.42, 0.66),
            (0.58, 0.66),
            (0.66, 0.7),
            (0.8, 0.64),
            (0.66, 0.84),
            (0.34, 0.84),
        ]
        pen.shape(grin, glow, "flat")


def _carved(pen: Pen, look: Look) -> None:
    _pumpkin(pen, Look(look.rng, look.colour, {**look.traits, "carved": None}))


def _whole_melon(pen: Pen, look: Look) -> None:
    skin = look.paint((62, 140, 66))
    pen.oval((0.5, 0.5), 0.5, 0.48, skin)
    for x in (0.12, 0.3, 0.5, 0.7, 0.88):
        bend = (x - 0.5) * 0.9
        path = [(0.5 + bend * 0.3, 0.04), (0.5 + bend, 0.3), (0.5 + bend * 1.04, 0.66), (0.5 + bend * 0.3, 0.96)]
        pen.line(smooth(path, closed=False), 0.045, darker(skin, 0.5))
    pen.glow((0.32, 0.3), 0.14, 0.1, (255, 255, 255), 0.5)
    pen.limb([(0.5, 0.04), (0.56, -0.06)], (0.04, 0.03), STEM)


def _grapes(pen: Pen, look: Look) -> None:
    skin = look.paint((110, 50, 140))
    pen.limb([(0.5, 0.2), (0.54, 0.0)], (0.05, 0.04), STEM)
    for row, count in enumerate((4, 5, 4, 3, 2, 1)):
        for place in range(count):
            x = 0.5 + (place - (count - 1) / 2) * 0.19
            pen.disc((x, 0.22 + row * 0.135), 0.115, varied(skin, look.rng, 12))
            pen.glow((x - 0.03, 0.18 + row * 0.135), 0.035, 0.03, (255, 255, 255), 0.6)
    pen.blob([(0.52, 0.1), (0.7, -0.02), (0.92, 0.08), (0.74, 0.2)], LEAF)


def _pineapple(pen: Pen, look: Look) -> None:
    skin = look.paint((226, 170, 50))
    for lean in (-0.3, -0.18, 0.3, 0.18, -0.06, 0.08):
        pen.limb(
            [(0.5, 0.4), (0.5 + lean * 0.6, 0.2), (0.5 + lean, 0.02 + abs(lean) * 0.3)], (0.12, 0.02), (70, 140, 70)
        )
    pen.oval((0.5, 0.68), 0.3, 0.32, skin)
    for step in range(-2, 3):
        for way in (-1, 1):
            middle = 0.5 + step * 0.09
            pen.line([(middle - way * 0.09, 0.5), (middle + way * 0.09, 0.86)], 0.012, darker(skin, 0.4))


def _kiwi(pen: Pen, look: Look) -> None:
    pen.oval((0.5, 0.5), 0.5, 0.48, (120, 88, 50))
    pen.oval((0.5, 0.5), 0.44, 0.42, look.paint((140, 190, 60)), "flat")
    pen.oval((0.5, 0.5), 0.14, 0.13, (236, 240, 200), "flat")
    for turn in range(0, 360, 24):
        x, y = arc(0.5, 0.5, 0.22, 0.21, (turn, turn + 1))[0]
        pen.oval((x, y), 0.018, 0.026, (30, 26, 20), "flat")


def _avocado(pen: Pen, look: Look) -> None:
    half = [(0.06, 0.04), (0.2, 0.24), (0.38, 0.56), (0.36, 0.82), (0.2, 0.97)]
    pen.blob(lathed(half), look.paint((60, 100, 46)), "side")
    pen.blob([(0.5 + (x - 0.5) * 0.84, 0.54 + (y - 0.54) * 0.88) for x, y in lathed(half)], (220, 224, 140))
    pen.disc((0.5, 0.66), 0.17, (130, 80, 46))


def _coconut(pen: Pen, look: Look) -> None:
    pen.oval((0.5, 0.54), 0.48, 0.44, look.paint((120, 80, 50)))
    pen.oval((0.5, 0.34), 0.34, 0.2, (248, 246, 240), "flat")
    pen.oval((0.5, 0.36), 0.26, 0.13, (216, 232, 236))


def _berries(usual: Colour) -> Draw:
    def draw(pen: Pen, look: Look) -> None:
        for x, y in ((0.28, 0.66), (0.72, 0.68), (0.5, 0.42)):
            skin = varied(look.paint(usual), look.rng, 8)
            pen.disc((x, y), 0.25, skin)
            pen.disc((x, y - 0.1), 0.06, darker(skin, 0.4), "flat")
            pen.glow((x - 0.08, y - 0.08), 0.06, 0.05, lighter(skin, 0.7), 0.7)

    return draw


def _mixed(pen: Pen, look: Look) -> None:
    """Now an orange, now a pear."""
    look.rng.choice((_orange, _pear, _lemon, _strawberry, _kiwi))(pen, look)


def _fruit(draw: Draw, words: str, aspect: float = 1.0, stature: float = 0.36) -> Thing:
    return Thing(draw, aspect, stature, "surface", "table", words=words, roles=("held",))


THINGS: dict[str, Thing] = {
    "orange": _fruit(_orange, "oranges tangerine mandarin grapefruit 橙子 橘子 桔子 柚子 甜橙"),
    "fruit": _fruit(_mixed, "fruit fruits 水果 果子"),
    "pear": _fruit(_pear, "pear 梨 梨子 雪梨", 0.8),
    "lemon": _fruit(_lemon, "lemon 柠檬", 1.2, 0.3),
    "lime": _fruit(lambda pen, look: _lemon(pen, Look(look.rng, look.paint((120, 180, 60)))), "lime 青柠", 1.2, 0.3),
    "cherry": _fruit(_cherries, "cherry cherries 樱桃 车厘子", 1.0, 0.3),
    "strawberry": _fruit(_strawberry, "strawberry strawberries 草莓", 0.9, 0.3),
    "pumpkin": _fruit(_pumpkin, "pumpkin 南瓜", 1.2, 0.45),
    "jack_o_lantern": _fruit(
        _carved, "jack-o-lantern jack-o'-lantern carved_pumpkin halloween_pumpkin 南瓜灯", 1.2, 0.5
    ),
    "melon": _fruit(_whole_melon, "melon watermelon watermelons 西瓜 大西瓜 哈密瓜", 1.15, 0.5),
    "grapes": _fruit(_grapes, "grape grapes bunch_of_grapes 葡萄", 0.85, 0.42),
    "pineapple": _fruit(_pineapple, "pineapple 菠萝 凤梨", 0.7, 0.55),
    "kiwi": _fruit(_kiwi, "kiwi kiwifruit 猕猴桃 奇异果", 1.0, 0.3),
    "avocado": _fruit(_avocado, "avocado 牛油果 鳄梨", 0.8, 0.36),
    "coconut": _fruit(_coconut, "coconut 椰子", 1.0, 0.4),
    "blueberry": _fruit(_berries((62, 80, 160)), "blueberry blueberries berry berries 蓝莓 浆果", 1.0, 0.25),
    "lychee": _fruit(_berries((200, 60, 76)), "lychee raspberry raspberries 荔枝 树莓 杨梅 红枣", 1.0, 0.25),
}
