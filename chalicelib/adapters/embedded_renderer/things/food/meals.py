"""What comes warm from the kitchen, and what is eaten cold."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, varied
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, ellipse, smooth
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Role, Thing, Vessel

CHINA: Colour = (90, 130, 180)
DOUGH: Colour = (248, 240, 222)


def _bowl_of(content: Colour, *, steam: bool = True, noodles: bool = False) -> Draw:
    def draw(pen: Pen, look: Look) -> None:
        china = look.paint(CHINA)
        for x in (0.36, 0.5, 0.64) if steam else ():
            pen.line(
                smooth([(x, 0.26), (x + 0.04, 0.16), (x - 0.02, 0.08), (x + 0.02, 0.0)], closed=False),
                0.012,
                (236, 236, 236),
            )
        pen.shape(arc(0.5, 0.4, 0.48, 0.58, (0, 180)), china, "side")
        pen.shape(ellipse(0.5, 0.4, 0.48, 0.13), lighter(china, 0.5), "down")
        pen.shape(ellipse(0.5, 0.41, 0.43, 0.1), content, "down")
        for step in range(16 if noodles else 0):
            x, tone = 0.16 + step * 0.042, varied((246, 218, 140), look.rng, 10)
            pen.line(arc(x + 0.06, 0.41, 0.09, 0.06, (180 * (step % 2), 180 * (step % 2) + 190)), 0.022, tone)
        for x, y in ((0.3, 0.38), (0.66, 0.43), (0.46, 0.44)) if noodles else ():
            pen.oval((x, y), 0.03, 0.014, (90, 160, 70), "flat")

    return draw


def _rice(pen: Pen, look: Look) -> None:
    china = look.paint(CHINA)
    pen.oval((0.5, 0.36), 0.42, 0.26, (250, 248, 242))
    for _ in range(40):
        pen.oval((look.rng.uniform(0.16, 0.84), look.rng.uniform(0.16, 0.4)), 0.018, 0.01, (232, 228, 218), "flat")
    pen.shape([*arc(0.5, 0.4, 0.48, 0.58, (0, 180)), (0.02, 0.42), (0.5, 0.48), (0.98, 0.42)], china, "side")


def _sushi(pen: Pen, look: Look) -> None:
    fish = look.paint((250, 130, 90))
    pen.blob([(0.06, 0.6), (0.2, 0.5), (0.8, 0.5), (0.94, 0.6), (0.9, 0.92), (0.1, 0.92)], (250, 248, 242))
    pen.blob([(0.0, 0.5), (0.2, 0.24), (0.8, 0.24), (1.0, 0.5), (0.84, 0.62), (0.16, 0.62)], fish)
    for x in (0.24, 0.42, 0.6, 0.78):
        pen.line([(x - 0.04, 0.56), (x + 0.04, 0.3)], 0.018, lighter(fish, 0.6))


def _dumpling(pen: Pen, look: Look) -> None:
    dough = look.paint(DOUGH)
    pen.blob([(0.0, 0.78), (0.14, 0.4), (0.5, 0.22), (0.86, 0.4), (1.0, 0.78), (0.5, 0.96)], dough, "ball")
    for step in range(7):
        x = 0.2 + step * 0.1
        y = 0.28 + 1.1 * (x - 0.5) ** 2
        pen.line([(x, y), (x - 0.02, y + 0.14)], 0.02, darker(dough, 0.25))


def _bao(pen: Pen, look: Look) -> None:
    dough = look.paint(DOUGH)
    pen.blob([(0.02, 0.8), (0.1, 0.44), (0.5, 0.18), (0.9, 0.44), (0.98, 0.8), (0.5, 0.96)], dough, "ball")
    for lean in (-0.24, -0.12, 0.0, 0.12, 0.24):
        pen.line([(0.5, 0.22), (0.5 + lean * 1.2, 0.46)], 0.016, darker(dough, 0.25))


def _mooncake(pen: Pen, look: Look) -> None:
    crust = look.paint((200, 130, 60))
    pen.shape([*arc(0.5, 0.74, 0.5, 0.22, (0, 180)), (0.0, 0.46), (1.0, 0.46)], darker(crust, 0.15), "side")
    for step in range(12):
        pen.line([(0.04 + step * 0.084, 0.52), (0.04 + step * 0.084, 0.86)], 0.012, darker(crust, 0.35))
    pen.shape(ellipse(0.5, 0.46, 0.5, 0.24), lighter(crust, 0.12), "down")
    for turn in range(0, 360, 45):
        x, y = arc(0.5, 0.46, 0.24, 0.11, (turn, turn + 1))[0]
        pen.oval((x, y), 0.1, 0.05, darker(crust, 0.16))
    pen.oval((0.5, 0.46), 0.11, 0.055, lighter(crust, 0.25))


def _zongzi(pen: Pen, look: Look) -> None:
    leaf = look.paint((70, 120, 60))
    pen.shape([(0.5, 0.02), (0.98, 0.9), (0.02, 0.9)], leaf, "side")
    pen.shape([(0.5, 0.02), (0.66, 0.9), (0.02, 0.9)], lighter(leaf, 0.14), "side")
    for y in (0.44, 0.66):
        pen.line([(0.5 - y * 0.5, y + 0.1), (0.5 + y * 0.5, y)], 0.024, (230, 210, 160))


def _fried_egg(pen: Pen, look: Look) -> None:
    pen.blob(
        [(0.04, 0.5), (0.2, 0.16), (0.5, 0.08), (0.84, 0.2), (0.96, 0.54), (0.7, 0.88), (0.3, 0.9)], (252, 250, 244)
    )
    pen.disc((0.5, 0.48), 0.2, look.paint((250, 180, 40)))


def _egg(pen: Pen, look: Look) -> None:
    pen.blob(
        [
            (0.5, 0.0),
            (0.74, 0.12),
            (0.9, 0.42),
            (0.92, 0.68),
            (0.76, 0.92),
            (0.5, 1.0),
            (0.24, 0.92),
            (0.08, 0.68),
            (0.1, 0.42),
            (0.26, 0.12),
        ],
        look.paint((240, 214, 180)),
        "ball",
    )


def _steak(pen: Pen, look: Look) -> None:
    meat = look.paint((150, 70, 50))
    pen.blob(
        [(0.04, 0.5), (0.2, 0.2), (0.6, 0.16), (0.94, 0.4), (0.86, 0.8), (0.5, 0.72), (0.2, 0.86)], darker(meat, 0.3)
    )
    pen.blob([(0.08, 0.46), (0.22, 0.2), (0.6, 0.18), (0.9, 0.4), (0.82, 0.72), (0.5, 0.66), (0.22, 0.78)], meat)
    for x in (0.3, 0.45, 0.6, 0.75):
        pen.line([(x - 0.1, 0.66), (x + 0.06, 0.28)], 0.03, darker(meat, 0.5))


def _roast(pen: Pen, look: Look) -> None:
    meat = look.paint((196, 116, 50))
    pen.oval((0.5, 0.78), 0.5, 0.16, (240, 240, 240))
    pen.blob([(0.14, 0.7), (0.24, 0.36), (0.5, 0.2), (0.78, 0.36), (0.86, 0.7), (0.5, 0.84)], meat, "ball")
    for side in (-1, 1):
        pen.limb([(0.5 + side * 0.24, 0.6), (0.5 + side * 0.4, 0.4)], (0.22, 0.1), meat)
        pen.limb([(0.5 + side * 0.4, 0.4), (0.5 + side * 0.47, 0.28)], (0.06, 0.07), (250, 244, 230))


def _hot_dog(pen: Pen, look: Look) -> None:
    pen.limb([(0.12, 0.66), (0.88, 0.66)], (0.4, 0.4), (222, 166, 94))
    pen.limb([(0.05, 0.5), (0.95, 0.5)], (0.24, 0.24), look.paint((190, 76, 50)))
    wave = [(0.1 + step * 0.1, 0.46 + 0.05 * (-1) ** step) for step in range(9)]
    pen.line(smooth(wave, closed=False), 0.03, (248, 206, 60))


def _fries(pen: Pen, look: Look) -> None:
    for step in range(9):
        x = 0.16 + step * 0.085
        pen.limb([(x, 0.6), (0.5 + (x - 0.5) * 1.2, look.rng.uniform(0.02, 0.2))], (0.07, 0.07), (248, 210, 90))
    pen.shape([(0.06, 0.42), (0.94, 0.42), (0.82, 1.0), (0.18, 1.0)], look.paint((210, 40, 40)), "side")


def _sandwich(pen: Pen, look: Look) -> None:
    layers: tuple[Colour, ...] = ((110, 176, 60), (250, 206, 80), (210, 60, 50))
    pen.shape([(0.0, 0.84), (1.0, 0.84), (0.96, 0.98), (0.04, 0.98)], look.paint((226, 178, 110)))
    for step, colour in enumerate(layers):
        pen.limb([(0.04, 0.76 - step * 0.09), (0.96, 0.76 - step * 0.09)], (0.1, 0.1), colour)
    pen.shape([(0.5, 0.08), (1.0, 0.48), (0.0, 0.48)], lighter(look.paint((226, 178, 110)), 0.2))
    pen.shape([(0.0, 0.46), (1.0, 0.46), (0.98, 0.54), (0.02, 0.54)], look.paint((206, 146, 76)))


def _cheese(pen: Pen, look: Look) -> None:
    yellow = look.paint((248, 206, 80))
    pen.shape([(0.0, 0.5), (1.0, 0.34), (1.0, 0.8), (0.0, 0.94)], yellow)
    pen.shape([(0.0, 0.5), (0.66, 0.16), (1.0, 0.34)], lighter(yellow, 0.35), "flat")
    for x, y, size in ((0.2, 0.7, 0.07), (0.48, 0.6, 0.05), (0.7, 0.66, 0.08), (0.86, 0.48, 0.05), (0.42, 0.8, 0.04)):
        pen.disc((x, y), size, darker(yellow, 0.25))


def _popcorn(pen: Pen, look: Look) -> None:
    for _ in range(30):
        pen.disc(
            (look.rng.uniform(0.14, 0.86), look.rng.uniform(0.08, 0.36)), 0.08, varied((250, 240, 206), look.rng, 8)
        )
    for step in range(6):
        left, right = step / 6, (step + 1) / 6
        box = [
            (0.08 + 0.84 * left, 0.34),
            (0.08 + 0.84 * right, 0.34),
            (0.2 + 0.6 * right, 1.0),
            (0.2 + 0.6 * left, 1.0),
        ]
        pen.shape(box, look.paint((214, 44, 44)) if step % 2 == 0 else (250, 246, 240))


def _skewer(pen: Pen, look: Look) -> None:
    pen.limb([(0.04, 0.96), (0.96, 0.04)], (0.04, 0.02), (200, 160, 100))
    for step in range(5):
        pen.disc((0.24 + step * 0.14, 0.76 - step * 0.14), 0.13, varied(look.paint((206, 40, 40)), look.rng, 8))
        pen.glow((0.2 + step * 0.14, 0.71 - step * 0.14), 0.04, 0.03, (255, 255, 255), 0.7)


def _hot_pot(pen: Pen, look: Look) -> None:
    for x in (0.34, 0.5, 0.66):
        pen.line(
            smooth([(x, 0.3), (x + 0.04, 0.2), (x - 0.02, 0.1), (x + 0.03, 0.0)], closed=False), 0.012, (236, 236, 236)
        )
    pen.shape([*arc(0.5, 0.66, 0.46, 0.3, (0, 180)), (0.04, 0.42), (0.96, 0.42)], look.paint((170, 130, 80)), "side")
    pen.shape(ellipse(0.5, 0.42, 0.46, 0.14), (110, 80, 50), "down")
    pen.shape([*arc(0.5, 0.42, 0.42, 0.115, (90, 270)), *arc(0.5, 0.42, 0.05, 0.1, (270, 90))], (200, 50, 30), "down")
    pen.shape([*arc(0.5, 0.42, 0.42, 0.115, (-90, 90)), (0.5, 0.5)], (244, 226, 180), "down")
    for x, y in ((0.24, 0.4), (0.36, 0.46), (0.64, 0.38), (0.74, 0.44)):
        pen.disc((x, y), 0.03, (240, 200, 160))


def _plate(pen: Pen, look: Look) -> None:
    china = look.paint((246, 246, 244))
    pen.shape(ellipse(0.5, 0.56, 0.5, 0.4), darker(china, 0.14), "down")
    pen.shape(ellipse(0.5, 0.5, 0.5, 0.4), china, "down")
    pen.shape(ellipse(0.5, 0.5, 0.36, 0.27), darker(china, 0.05), "up")


def _tray(pen: Pen, look: Look) -> None:
    wood = look.paint((166, 112, 66))
    pen.shape([(0.1, 0.1), (0.9, 0.1), (1.0, 0.9), (0.0, 0.9)], darker(wood, 0.3))
    pen.shape([(0.14, 0.18), (0.86, 0.18), (0.94, 0.8), (0.06, 0.8)], wood, "up")


def _dish(draw: Draw, words: str, aspect: float = 1.2, stature: float = 0.4, extra: tuple[Role, ...] = ()) -> Thing:
    top = (0.5, 0.44) if extra else (0.5, 0.1)
    roles: tuple[Role, ...] = ("held", *extra)
    return Thing(draw, aspect, stature, "surface", "table", {"top": top}, words, roles)


THINGS: dict[str, Thing] = {
    "noodles": _dish(
        _bowl_of((226, 170, 90), noodles=True),
        "noodles noodle ramen bowl_of_noodles bowl_of_ramen pasta spaghetti 面条 拉面 碗面 牛肉面 一碗面 意大利面 米粉",
        1.2,
        0.5,
        extra=("served",),
    ),
    "soup": _dish(
        _bowl_of((222, 120, 50)), "soup bowl_of_soup stew porridge 汤 粥 热汤 汤圆", 1.2, 0.5, extra=("served",)
    ),
    "rice": _dish(_rice, "rice bowl_of_rice 米饭 白米饭 一碗米饭 碗饭", 1.2, 0.46, extra=("served",)),
    "salad": _dish(_bowl_of((120, 180, 70), steam=False), "salad bowl_of_salad 沙拉", 1.2, 0.46, extra=("served",)),
    "sushi": _dish(_sushi, "sushi 寿司", 1.5, 0.26),
    "dumpling": _dish(_dumpling, "dumpling dumplings 饺子 水饺 馄饨", 1.4, 0.24),
    "bao": _dish(_bao, "steamed_bun steamed_buns bao baozi 包子 馒头 小笼包", 1.2, 0.3),
    "mooncake": _dish(_mooncake, "mooncake moon_cake mooncakes 月饼", 1.3, 0.3),
    "zongzi": _dish(_zongzi, "zongzi rice_dumpling 粽子", 1.0, 0.36),
    "fried_egg": _dish(_fried_egg, "fried_egg fried_eggs 煎蛋 荷包蛋 煎鸡蛋", 1.3, 0.22),
    "egg": _dish(_egg, "egg eggs easter_egg 鸡蛋 蛋 彩蛋", 0.78, 0.26),
    "steak": _dish(_steak, "steak beef meat 牛排 肉 牛肉 猪肉", 1.4, 0.34),
    "roast": _dish(
        _roast, "roast_chicken roast_turkey turkey roast_duck fried_chicken 烤鸡 火鸡 烤鸭 炸鸡 北京烤鸭", 1.4, 0.5
    ),
    "hot_dog": _dish(_hot_dog, "hot_dog hotdog sausage sausages 热狗 香肠", 1.7, 0.3),
    "fries": _dish(_fries, "french_fries fries chips 薯条", 0.8, 0.4),
    "sandwich": _dish(_sandwich, "sandwich 三明治", 1.3, 0.36),
    "cheese": _dish(_cheese, "cheese wedge_of_cheese butter 奶酪 芝士 黄油", 1.3, 0.34),
    "popcorn": _dish(_popcorn, "popcorn 爆米花", 0.75, 0.45),
    "skewer": _dish(_skewer, "skewer skewers kebab tanghulu 糖葫芦 冰糖葫芦 烤串 羊肉串", 1.0, 0.5),
    "hot_pot": _dish(_hot_pot, "hot_pot hotpot 火锅", 1.5, 0.6, extra=("served",)),
    "tray": Thing(
        _tray, 2.4, 0.26, "surface", "table", {"top": (0.5, 0.4)}, "tray 托盘", (), Vessel((0.5, 0.7, 0.84), "row")
    ),
    "plate": Thing(
        _plate,
        2.2,
        0.26,
        "surface",
        "table",
        words="plate dish platter saucer 盘子 盘 碟子",
        anchors={"top": (0.5, 0.45)},
        vessel=Vessel((0.5, 0.5, 0.66), "heap", depth=0.06),
    ),
}
