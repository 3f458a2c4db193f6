"""Glasses, cups, pots and bottles."""

from dataclasses import replace

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, mix
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, ellipse, lathed, smooth
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Thing, Vessel

GLASS: Colour = (222, 236, 242)
STEEL: Colour = (176, 182, 190)


def _glass_of(drink: Colour) -> Draw:
    def draw(pen: Pen, look: Look) -> None:
        filled = look.paint(drink)
        pen.shape([(0.1, 0.04), (0.9, 0.04), (0.78, 0.97), (0.22, 0.97)], GLASS, "side", alpha=0.6)
        pen.shape([(0.13, 0.22), (0.87, 0.22), (0.77, 0.93), (0.23, 0.93)], filled, "side")
        pen.shape(ellipse(0.5, 0.22, 0.37, 0.05), lighter(filled, 0.3), "down")
        pen.shape([(0.2, 0.1), (0.27, 0.1), (0.33, 0.88), (0.29, 0.88)], (255, 255, 255), "flat", alpha=0.5)
        pen.line(ellipse(0.5, 0.05, 0.4, 0.04), 0.014, (236, 244, 248))

    return draw


def _beer(pen: Pen, look: Look) -> None:
    beer = look.paint((240, 176, 40))
    pen.line(arc(0.72, 0.56, 0.24, 0.2, (-90, 90)), 0.07, GLASS)
    pen.rect(0.1, 0.2, 0.62, 0.76, GLASS, "side")
    pen.rect(0.15, 0.26, 0.52, 0.66, beer, "side")
    for x in (0.26, 0.4, 0.54):
        pen.limb([(x, 0.34), (x, 0.86)], (0.03, 0.03), lighter(beer, 0.4))
    for x, y, size in ((0.2, 0.2, 0.12), (0.36, 0.14, 0.14), (0.54, 0.16, 0.13), (0.66, 0.22, 0.1)):
        pen.disc((x, y), size, (252, 250, 240))


def _bubble_tea(pen: Pen, look: Look) -> None:
    tea = look.paint((206, 160, 116))
    pen.limb([(0.5, 0.3), (0.62, 0.0)], (0.09, 0.09), (230, 90, 120))
    pen.shape([(0.14, 0.22), (0.86, 0.22), (0.74, 0.98), (0.26, 0.98)], tea, "side")
    pen.shape([(0.08, 0.16), (0.92, 0.16), (0.9, 0.24), (0.1, 0.24)], (240, 240, 240))
    for step in range(14):
        pen.disc((0.32 + step % 5 * 0.09, 0.92 - step // 5 * 0.1), 0.05, (50, 32, 26))


def _paper_cup(pen: Pen, look: Look) -> None:
    pen.shape([(0.16, 0.16), (0.84, 0.16), (0.72, 0.98), (0.28, 0.98)], look.paint((246, 244, 238)), "side")
    pen.shape([(0.2, 0.42), (0.8, 0.42), (0.75, 0.74), (0.25, 0.74)], (150, 100, 60), "side")
    pen.shape([(0.1, 0.1), (0.9, 0.1), (0.88, 0.19), (0.12, 0.19)], (60, 50, 46))
    pen.shape([(0.2, 0.02), (0.8, 0.02), (0.86, 0.11), (0.14, 0.11)], (70, 60, 54))


def _bottle(usual: Colour, *, label: bool = True) -> Draw:
    half = [(0.12, 0.0), (0.12, 0.26), (0.34, 0.42), (0.36, 0.96), (0.3, 1.0)]

    def draw(pen: Pen, look: Look) -> None:
        glass = look.paint(GLASS if look.has("filled") else usual)
        pen.shape(lathed(half), glass, "side")
        pen.rect(0.37, 0.0, 0.26, 0.08, darker(glass, 0.5))
        if label and not look.has("filled"):
            pen.rect(0.15, 0.54, 0.7, 0.26, (244, 236, 214), "side")
            pen.words(look.text, (0.18, 0.58, 0.64, 0.18), (70, 40, 40))
        pen.shape([(0.22, 0.48), (0.29, 0.46), (0.29, 0.92), (0.22, 0.92)], (255, 255, 255), "flat", alpha=0.35)

    return draw


def _bottle_front(pen: Pen, _look: Look) -> None:
    pen.shape([(0.22, 0.48), (0.29, 0.46), (0.29, 0.92), (0.22, 0.92)], (255, 255, 255), "flat", alpha=0.45)


def _perfume(pen: Pen, look: Look) -> None:
    scent = look.paint((240, 196, 130))
    pen.glow((0.5, 0.6), 0.8, 0.6, lighter(scent, 0.5), 0.4)
    pen.rect(0.38, 0.0, 0.24, 0.2, (214, 176, 90), "side")
    pen.rect(0.42, 0.18, 0.16, 0.1, STEEL, "side")
    pen.blob(
        [(0.1, 0.3), (0.5, 0.25), (0.9, 0.3), (0.94, 0.64), (0.9, 0.97), (0.5, 1.0), (0.1, 0.97), (0.06, 0.64)],
        GLASS,
        "side",
    )
    pen.rect(0.16, 0.44, 0.68, 0.48, scent, "side")
    pen.rect(0.3, 0.54, 0.4, 0.22, (250, 246, 236))
    pen.words(look.text or "PARFUM", (0.33, 0.58, 0.34, 0.14), (90, 70, 50))
    pen.shape([(0.12, 0.34), (0.2, 0.33), (0.2, 0.9), (0.12, 0.9)], (255, 255, 255), "flat", alpha=0.5)


def _teapot(pen: Pen, look: Look) -> None:
    china = look.paint((176, 110, 80))
    pen.line(arc(0.2, 0.58, 0.18, 0.2, (80, 280)), 0.07, darker(china, 0.12))
    pen.limb([(0.72, 0.68), (0.86, 0.52), (0.96, 0.3)], (0.18, 0.08), china)
    pen.blob(
        [(0.2, 0.6), (0.26, 0.36), (0.48, 0.28), (0.7, 0.36), (0.76, 0.6), (0.66, 0.88), (0.48, 0.93), (0.3, 0.88)],
        china,
        "ball",
    )
    pen.shape([*arc(0.48, 0.33, 0.2, 0.13, (180, 360)), (0.68, 0.35), (0.28, 0.35)], lighter(china, 0.1), "side")
    pen.disc((0.48, 0.16), 0.05, lighter(china, 0.15))
    pen.rect(0.34, 0.9, 0.28, 0.06, darker(china, 0.2))
    pen.glow((0.38, 0.48), 0.08, 0.1, (255, 255, 255), 0.6)


def _kettle(pen: Pen, look: Look) -> None:
    steel = look.paint(STEEL)
    pen.line(arc(0.5, 0.36, 0.26, 0.3, (180, 360)), 0.06, (50, 46, 48))
    pen.limb([(0.74, 0.7), (0.92, 0.46)], (0.16, 0.08), darker(steel, 0.1))
    pen.shape([(0.3, 0.36), (0.7, 0.36), (0.86, 0.94), (0.14, 0.94)], steel, "side")
    pen.oval((0.5, 0.36), 0.2, 0.05, darker(steel, 0.2))
    pen.disc((0.5, 0.29), 0.04, (50, 46, 48))


def _pot(pen: Pen, look: Look) -> None:
    steel = look.paint(STEEL)
    for side in (-1, 1):
        pen.limb([(0.5 + side * 0.38, 0.5), (0.5 + side * 0.5, 0.5)], (0.09, 0.07), (50, 48, 50))
    pen.shape([(0.1, 0.36), (0.9, 0.36), *arc(0.5, 0.88, 0.4, 0.1, (0, 180))], steel, "side")
    pen.shape([*arc(0.5, 0.36, 0.42, 0.16, (180, 360))], lighter(steel, 0.2), "side")
    pen.disc((0.5, 0.18), 0.05, (50, 48, 50))


def _pan(pen: Pen, look: Look) -> None:
    iron = look.paint((56, 56, 62))
    pen.limb([(0.6, 0.6), (1.0, 0.4)], (0.1, 0.1), (110, 76, 50))
    pen.oval((0.36, 0.6), 0.36, 0.3, iron)
    pen.oval((0.36, 0.57), 0.3, 0.22, darker(iron, 0.3), "up")


def _jar(pen: Pen, look: Look) -> None:
    pen.rect(0.22, 0.0, 0.56, 0.14, (196, 150, 80), "side")
    body = [(0.2, 0.14), (0.8, 0.14), (0.92, 0.28), (0.92, 0.96), (0.08, 0.96), (0.08, 0.28)]
    pen.shape(body, mix(GLASS, look.paint(GLASS), 0.6), "side")
    if not look.has("filled"):
        pen.rect(0.14, 0.4, 0.72, 0.5, look.paint((240, 176, 60)), "side")


def _jar_front(pen: Pen, _look: Look) -> None:
    pen.shape([(0.08, 0.2), (0.92, 0.2), (0.92, 0.96), (0.08, 0.96)], GLASS, "side", alpha=0.28)


def _can(pen: Pen, look: Look) -> None:
    tin = look.paint((206, 40, 44))
    pen.shape([*arc(0.5, 0.9, 0.4, 0.08, (0, 180)), (0.1, 0.1), (0.9, 0.1)], tin, "side")
    pen.oval((0.5, 0.1), 0.4, 0.08, STEEL, "down")
    pen.line(smooth([(0.14, 0.66), (0.4, 0.5), (0.6, 0.6), (0.86, 0.42)], closed=False), 0.06, (250, 250, 250))


def _drink(draw: Draw, words: str, aspect: float = 0.6, stature: float = 0.42) -> Thing:
    return Thing(draw, aspect, stature, "surface", "table", words=words, roles=("held", "served"))


WITHIN = Vessel((0.5, 0.58, 0.62), "within", _jar_front, 0.6)
THINGS: dict[str, Thing] = {
    "milk": _drink(_glass_of((250, 250, 246)), "milk glass_of_milk cup_of_milk 牛奶 杯牛奶 豆浆"),
    "water_glass": _drink(_glass_of((176, 216, 240)), "glass_of_water cup_of_water 杯水 一杯水 玻璃杯 水杯"),
    "juice": _drink(_glass_of((250, 160, 40)), "juice orange_juice lemonade smoothie 果汁 橙汁 柠檬水"),
    "cola": _drink(_glass_of((84, 40, 26)), "cola coke soda 可乐 汽水 饮料"),
    "whisky": _drink(_glass_of((206, 130, 40)), "whisky whiskey 威士忌", 0.8, 0.32),
    "sake": _drink(_glass_of((236, 240, 240)), "sake vodka 清酒 白酒", 0.7, 0.26),
    "beer": _drink(_beer, "beer mug_of_beer pint 啤酒 扎啤", 0.85, 0.45),
    "bubble_tea": _drink(_bubble_tea, "bubble_tea boba milk_tea milkshake 奶茶 珍珠奶茶", 0.6, 0.5),
    "paper_cup": _drink(_paper_cup, "paper_cup takeaway_coffee takeout_coffee 纸杯 咖啡杯", 0.65, 0.42),
    "wine_bottle": _drink(
        _bottle((70, 20, 36)),
        "bottle_of_wine bottle_of_red_wine wine_bottle champagne 一瓶红酒 瓶红酒 香槟 酒瓶",
        0.34,
        0.7,
    ),
    "bottle": replace(
        _drink(
            _bottle((80, 150, 110)),
            "bottle glass_bottle water_bottle bottle_of_water 瓶子 玻璃瓶 水瓶 矿泉水 瓶",
            0.34,
            0.62,
        ),
        vessel=Vessel((0.5, 0.7, 0.66), "within", _bottle_front, 0.4),
    ),
    "perfume": _drink(
        _perfume, "perfume perfume_bottle bottle_of_perfume fragrance cologne 香水 香水瓶 一瓶香水 瓶香水", 0.72, 0.5
    ),
    "teapot": _drink(_teapot, "teapot tea_pot 茶壶 紫砂壶", 1.25, 0.46),
    "kettle": _drink(_kettle, "kettle 水壶 烧水壶 热水壶", 1.0, 0.48),
    "pot": _drink(_pot, "pot cooking_pot saucepan cauldron rice_cooker 锅 锅子 汤锅 炒锅 电饭锅", 1.5, 0.45),
    "pan": _drink(_pan, "pan frying_pan wok 平底锅 煎锅", 1.6, 0.3),
    "can": _drink(_can, "can tin_can soda_can 罐头 易拉罐", 0.6, 0.34),
    "jar": Thing(
        _jar,
        0.75,
        0.45,
        "surface",
        "table",
        words="jar jar_of_honey honey glass_jar 罐子 玻璃罐 蜂蜜 罐",
        vessel=WITHIN,
        roles=("held",),
    ),
}
