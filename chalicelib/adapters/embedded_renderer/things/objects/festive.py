"""What holidays bring: gifts, lanterns, fireworks, snowmen."""

import math

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, varied
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, smooth, star
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Thing
from chalicelib.adapters.embedded_renderer.things.people.hats import draw_hats

RED: Colour = (206, 36, 36)
GOLD: Colour = (240, 196, 70)
LIGHTS: tuple[Colour, ...] = ((230, 50, 50), (250, 206, 70), (70, 140, 230), (240, 120, 180), (250, 250, 246))
WRAPS: tuple[Colour, ...] = ((206, 44, 50), (50, 130, 80), (60, 100, 190), (150, 70, 170))


def _gift(pen: Pen, look: Look) -> None:
    paper = look.paint(look.rng.choice(WRAPS))
    ribbon = GOLD if paper[0] > 120 else (240, 70, 80)
    for side in (-1, 1):
        pen.blob([(0.5, 0.2), (0.5 + side * 0.14, 0.0), (0.5 + side * 0.3, 0.02), (0.5 + side * 0.24, 0.18)], ribbon)
    pen.rect(0.06, 0.36, 0.88, 0.64, paper, "side")
    pen.rect(0.0, 0.2, 1.0, 0.2, lighter(paper, 0.12), "side")
    pen.rect(0.43, 0.2, 0.14, 0.8, ribbon)


def _christmas_tree(pen: Pen, look: Look) -> None:
    green = look.paint((34, 104, 60))
    pen.rect(0.44, 0.86, 0.12, 0.14, (100, 66, 42), "side")
    for step in range(4):
        y, half = 0.9 - step * 0.2, 0.48 - step * 0.1
        pen.shape(
            [(0.5 - half, y), (0.5, y - 0.34), (0.5 + half, y), (0.5, y - 0.03)], varied(green, look.rng, 6), "side"
        )
        for place in range(5 - step):
            x = 0.5 + (place - (4 - step) / 2) * half * 0.42
            pen.disc((x, y - 0.07 - 0.03 * (place % 2)), 0.034, LIGHTS[(place + step) % 5])
    pen.glow((0.5, 0.0), 0.2, 0.12, (255, 236, 140), 0.7)
    pen.shape(star(0.5, 0.0, (0.1, 0.04), 5), GOLD, "flat")


def _snowman(pen: Pen, look: Look) -> None:
    snow = look.paint((246, 250, 254))
    for y, size in ((0.8, 0.24), (0.5, 0.18), (0.25, 0.13)):
        pen.disc((0.5, y), size, snow)
    for x, side in ((0.3, -1), (0.7, 1)):
        pen.limb([(x, 0.48), (x + side * 0.3, 0.34)], (0.03, 0.015), (96, 66, 42))
    for x in (0.44, 0.56):
        pen.disc((x, 0.22), 0.018, (30, 28, 32), "flat")
    pen.shape([(0.5, 0.24), (0.76, 0.29), (0.5, 0.28)], (240, 130, 40))
    for y in (0.44, 0.52, 0.6):
        pen.disc((0.5, y), 0.018, (30, 28, 32), "flat")
    if look.has("scarf"):
        wool = look.of("scarf", RED)
        pen.limb([(0.34, 0.37), (0.5, 0.4), (0.66, 0.37)], (0.07, 0.07), wool)
        pen.limb([(0.6, 0.39), (0.64, 0.58)], (0.08, 0.08), darker(wool, 0.1))
    draw_hats(pen.part(0.33, 0.12, 0.34, 0.26), look)


def _string_of_lanterns(pen: Pen, look: Look) -> None:
    red = look.paint(RED)
    pen.line(arc(0.5, -0.3, 0.62, 0.6, (30, 150)), 0.01, (110, 70, 40))
    for x, y in ((0.08, 0.12), (0.29, 0.24), (0.5, 0.3), (0.71, 0.24), (0.92, 0.12)):
        pen.glow((x, y + 0.26), 0.12, 0.34, (255, 160, 80), 0.45)
        pen.oval((x, y + 0.26), 0.085, 0.22, red)
        pen.line([(x, y + 0.05), (x, y + 0.47)], 0.012, darker(red, 0.35))
        for edge in (y + 0.03, y + 0.45):
            pen.rect(x - 0.04, edge, 0.08, 0.05, GOLD)
        pen.limb([(x, y + 0.5), (x, y + 0.66)], (0.02, 0.03), GOLD)


def _firecrackers(pen: Pen, look: Look) -> None:
    pen.line([(0.5, 0.0), (0.5, 1.0)], 0.03, GOLD)
    for row in range(8):
        for side in (-1, 1):
            y = 0.08 + row * 0.115
            pen.limb([(0.5 + side * 0.06, y), (0.5 + side * 0.36, y + 0.06)], (0.12, 0.12), look.paint(RED))


def _firework(pen: Pen, look: Look) -> None:
    colour = look.paint(look.rng.choice(LIGHTS))
    pen.glow((0.5, 0.5), 0.5, 0.5, colour, 0.45)
    for ring, (start, end) in enumerate(((0.12, 0.3), (0.3, 0.5))):
        for step in range(22):
            angle = math.radians(step * 360 / 22 + ring * 8)
            across, down = math.cos(angle), math.sin(angle)
            tone = lighter(colour, 0.3 * look.rng.random())
            pen.limb(
                [(0.5 + across * start, 0.5 + down * start), (0.5 + across * end, 0.5 + down * end)],
                (0.006, 0.018),
                tone,
            )
            pen.disc((0.5 + across * end, 0.5 + down * end), 0.014, (255, 250, 226), "flat")


def _red_envelope(pen: Pen, look: Look) -> None:
    pen.rect(0.0, 0.0, 1.0, 1.0, look.paint(RED), "side")
    pen.shape([(0.0, 0.0), (1.0, 0.0), (0.5, 0.3)], darker(RED, 0.15))
    pen.disc((0.5, 0.54), 0.22, GOLD)
    pen.words(look.text or "福", (0.32, 0.42, 0.36, 0.24), RED)


def _fu(pen: Pen, look: Look) -> None:
    pen.shape([(0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)], look.paint(RED))
    pen.shape(
        [
            (0.5, 0.05),
            (0.95, 0.5),
            (0.5, 0.95),
            (0.05, 0.5),
            (0.5, 0.05),
            (0.5, 0.09),
            (0.09, 0.5),
            (0.5, 0.91),
            (0.91, 0.5),
            (0.5, 0.09),
        ],
        GOLD,
        "flat",
    )
    pen.words(look.text or "福", (0.26, 0.24, 0.48, 0.52), GOLD, weight=0.04)


def _couplets(pen: Pen, look: Look) -> None:
    for x, line in ((0.0, "春回大地"), (0.7, "福满人间")):
        pen.rect(x, 0.0, 0.3, 1.0, look.paint(RED), "side")
        for row, sign in enumerate(line):
            pen.words(sign, (x + 0.05, 0.05 + row * 0.23, 0.2, 0.2), GOLD, weight=0.03)


def _stocking(pen: Pen, look: Look) -> None:
    pen.blob(
        [(0.3, 0.1), (0.72, 0.1), (0.72, 0.56), (0.9, 0.8), (0.7, 0.98), (0.4, 0.9), (0.28, 0.6)],
        look.paint(RED),
        "side",
    )
    pen.limb([(0.26, 0.1), (0.76, 0.1)], (0.2, 0.2), (250, 248, 244))


def _bell(pen: Pen, look: Look) -> None:
    gold = look.paint(GOLD)
    pen.disc((0.5, 0.92), 0.09, darker(gold, 0.3))
    pen.blob(
        [(0.5, 0.04), (0.7, 0.14), (0.78, 0.56), (0.98, 0.84), (0.5, 0.92), (0.02, 0.84), (0.22, 0.56), (0.3, 0.14)],
        gold,
        "side",
    )
    pen.line(arc(0.5, 0.04, 0.07, 0.06, (0, 360)), 0.03, darker(gold, 0.2))


def _candy_cane(pen: Pen, look: Look) -> None:
    path = smooth([(0.7, 1.0), (0.68, 0.4), (0.5, 0.08), (0.2, 0.14), (0.18, 0.32)], closed=False)
    pen.limb(path[::3], (0.16, 0.16), (250, 248, 244))
    for step in range(3, len(path) - 2, 4):
        pen.limb([path[step], path[min(len(path) - 1, step + 2)]], (0.16, 0.16), look.paint(RED))


def _wreath(pen: Pen, look: Look) -> None:
    for turn in range(0, 360, 15):
        x, y = arc(0.5, 0.5, 0.38, 0.38, (turn, turn + 1))[0]
        pen.disc((x, y), 0.12, varied(look.paint((46, 116, 60)), look.rng, 14))
    for turn in range(10, 370, 60):
        x, y = arc(0.5, 0.5, 0.38, 0.38, (turn, turn + 1))[0]
        pen.disc((x, y), 0.045, RED)
    for side in (-1, 1):
        pen.blob([(0.5, 0.86), (0.5 + side * 0.2, 0.76), (0.5 + side * 0.2, 0.98)], RED)


def _flag(pen: Pen, look: Look) -> None:
    pen.limb([(0.06, 0.0), (0.06, 1.0)], (0.04, 0.04), (170, 174, 182))
    cloth = [
        (0.08, 0.04),
        (0.36, 0.08),
        (0.66, 0.02),
        (0.98, 0.06),
        (0.96, 0.56),
        (0.66, 0.52),
        (0.36, 0.58),
        (0.08, 0.54),
    ]
    pen.shape(smooth(cloth), look.paint((206, 40, 44)), "side")
    pen.words(look.text, (0.16, 0.12, 0.72, 0.34), (255, 250, 240))


def _holiday(draw: Draw, words: str, aspect: float = 1.0, stature: float = 0.4, home: str = "room") -> Thing:
    return Thing(draw, aspect, stature, home=home, words=words, roles=("held",), anchors={"top": (0.5, 0.2)})


THINGS: dict[str, Thing] = {
    "gift": _holiday(_gift, "gift gifts present presents gift_box christmas_present 礼物 礼盒 礼物盒 礼品", 1.0, 0.4),
    "christmas_tree": _holiday(_christmas_tree, "christmas_tree xmas_tree 圣诞树", 0.75, 1.35),
    "snowman": Thing(
        _snowman,
        0.8,
        0.9,
        home="snowfield",
        words="snowman snowmen 雪人",
        roles=("animate",),
        anchors={"top": (0.5, 0.1), "hand": (0.98, 0.36), "left_hand": (0.02, 0.36)},
    ),
    "festoon": Thing(
        _string_of_lanterns,
        2.6,
        0.5,
        "sky",
        "night",
        words="spring_festival chinese_new_year lunar_new_year string_of_lanterns 春节 新年 过年 除夕 元宵节 元宵 大年",
    ),
    "firecrackers": _holiday(_firecrackers, "firecracker firecrackers 鞭炮 爆竹 放鞭炮", 0.35, 0.6, "night"),
    "firework": Thing(_firework, 1.0, 0.6, "sky", "night", words="firework fireworks 烟花 焰火 烟火 放烟花"),
    "red_envelope": _holiday(_red_envelope, "red_envelope red_packet 红包 压岁钱", 0.65, 0.36, "studio"),
    "fu": _holiday(_fu, "fu_character 福字", 1.0, 0.5, "studio"),
    "couplets": _holiday(_couplets, "couplets spring_couplets 春联 对联", 0.7, 0.9, "studio"),
    "stocking": _holiday(_stocking, "christmas_stocking stocking sock socks 圣诞袜 袜子", 0.75, 0.4),
    "bell": _holiday(_bell, "bell bells jingle_bell 铃铛 钟铃 大钟", 0.9, 0.36, "studio"),
    "candy_cane": _holiday(_candy_cane, "candy_cane 拐杖糖", 0.6, 0.36, "studio"),
    "wreath": _holiday(_wreath, "wreath christmas_wreath garland 花环 花圈", 1.0, 0.5),
    "flag": _holiday(_flag, "flag flags banner 旗子 旗帜 红旗 国旗 横幅", 1.2, 0.9, "meadow"),
}
