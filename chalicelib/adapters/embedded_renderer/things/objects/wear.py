"""Shoes, hats, bags and jewels lying by themselves."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, ellipse, lathed
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Thing

GOLD: Colour = (230, 186, 76)


def _sneaker(pen: Pen, look: Look) -> None:
    cloth = look.paint((60, 110, 190))
    pen.shape([(0.04, 0.78), (0.96, 0.78), (1.0, 0.86), (0.96, 0.96), (0.06, 0.96), (0.02, 0.88)], (250, 250, 248))
    pen.blob(
        [(0.04, 0.8), (0.02, 0.4), (0.1, 0.22), (0.3, 0.24), (0.4, 0.4), (0.62, 0.54), (0.9, 0.6), (0.98, 0.8)],
        cloth,
        "down",
    )
    pen.blob([(0.72, 0.8), (0.76, 0.62), (0.92, 0.62), (0.98, 0.8)], lighter(cloth, 0.4))
    for step in range(4):
        pen.line(
            [(0.38 + step * 0.08, 0.42 + step * 0.04), (0.44 + step * 0.08, 0.56 + step * 0.03)], 0.024, (252, 252, 250)
        )
    pen.line([(0.1, 0.7), (0.3, 0.62), (0.5, 0.72)], 0.03, darker(cloth, 0.35))
    pen.line([(0.04, 0.88), (0.98, 0.88)], 0.012, (170, 172, 178))


def _heel(pen: Pen, look: Look) -> None:
    leather = look.paint((206, 30, 46))
    pen.shape([(0.06, 0.3), (0.2, 0.3), (0.12, 0.98), (0.08, 0.98)], darker(leather, 0.2), "side")
    pen.blob(
        [
            (0.03, 0.1),
            (0.1, 0.06),
            (0.24, 0.24),
            (0.5, 0.6),
            (0.74, 0.74),
            (0.96, 0.84),
            (1.0, 0.95),
            (0.66, 0.97),
            (0.4, 0.74),
            (0.2, 0.5),
            (0.06, 0.36),
        ],
        leather,
        "down",
    )
    pen.shape(
        [(0.12, 0.16), (0.26, 0.28), (0.5, 0.6), (0.62, 0.7), (0.4, 0.66), (0.2, 0.44)],
        lighter(leather, 0.3),
        "flat",
        alpha=0.5,
    )


def _boot(pen: Pen, look: Look) -> None:
    leather = look.paint((130, 84, 50))
    pen.shape([(0.14, 0.02), (0.56, 0.02), (0.58, 0.56), (0.9, 0.68), (0.98, 0.9), (0.12, 0.9)], leather, "side")
    pen.rect(0.1, 0.89, 0.9, 0.09, darker(leather, 0.6))
    pen.rect(0.12, 0.02, 0.46, 0.1, darker(leather, 0.25))


def _hat(pen: Pen, look: Look) -> None:
    straw = look.paint((222, 184, 116))
    pen.oval((0.5, 0.76), 0.5, 0.2, darker(straw, 0.1))
    pen.blob([(0.22, 0.76), (0.26, 0.3), (0.5, 0.16), (0.74, 0.3), (0.78, 0.76), (0.5, 0.84)], straw, "side")
    pen.shape([(0.23, 0.6), (0.77, 0.6), (0.78, 0.76), (0.5, 0.82), (0.22, 0.76)], (120, 50, 46), "flat")


def _witch_hat(pen: Pen, look: Look) -> None:
    cloth = look.paint((60, 40, 90))
    pen.oval((0.5, 0.86), 0.5, 0.13, darker(cloth, 0.2))
    pen.blob(
        [(0.22, 0.84), (0.36, 0.44), (0.44, 0.2), (0.66, 0.02), (0.6, 0.3), (0.66, 0.5), (0.78, 0.84), (0.5, 0.92)],
        cloth,
        "side",
    )
    pen.shape([(0.25, 0.74), (0.75, 0.74), (0.78, 0.86), (0.5, 0.92), (0.22, 0.86)], (240, 140, 40), "flat")


def _cap(pen: Pen, look: Look) -> None:
    cloth = look.paint((50, 90, 170))
    pen.blob([(0.04, 0.8), (0.08, 0.4), (0.36, 0.12), (0.64, 0.36), (0.7, 0.8)], cloth, "ball")
    pen.blob([(0.6, 0.66), (0.9, 0.72), (1.0, 0.84), (0.64, 0.86)], darker(cloth, 0.2))


def _crown(pen: Pen, look: Look) -> None:
    gold = look.paint(GOLD)
    pen.shape(
        [(0.1, 0.96), (0.02, 0.24), (0.28, 0.58), (0.5, 0.06), (0.72, 0.58), (0.98, 0.24), (0.9, 0.96)], gold, "side"
    )
    for x, colour in ((0.26, (60, 120, 200)), (0.5, (206, 40, 60)), (0.74, (60, 160, 90))):
        pen.disc((x, 0.82), 0.06, colour)
    for x, y in ((0.02, 0.22), (0.5, 0.05), (0.98, 0.22)):
        pen.disc((x, y), 0.05, lighter(gold, 0.4))


def _shirt(pen: Pen, look: Look) -> None:
    cloth = look.paint((70, 130, 200))
    pen.shape(
        [
            (0.32, 0.02),
            (0.68, 0.02),
            (1.0, 0.24),
            (0.88, 0.46),
            (0.76, 0.38),
            (0.76, 0.98),
            (0.24, 0.98),
            (0.24, 0.38),
            (0.12, 0.46),
            (0.0, 0.24),
        ],
        cloth,
        "side",
    )
    pen.shape(arc(0.5, 0.02, 0.15, 0.12, (0, 180)), darker(cloth, 0.4), "flat")
    pen.words(look.text, (0.3, 0.4, 0.4, 0.24), (250, 250, 246))


def _dress(pen: Pen, look: Look) -> None:
    cloth = look.paint((200, 60, 110))
    pen.shape(
        [(0.34, 0.0), (0.42, 0.1), (0.58, 0.1), (0.66, 0.0), (0.68, 0.4), (1.0, 0.98), (0.0, 0.98), (0.32, 0.4)],
        cloth,
        "side",
    )
    pen.rect(0.32, 0.38, 0.36, 0.05, darker(cloth, 0.4))


def _handbag(pen: Pen, look: Look) -> None:
    leather = look.paint((170, 70, 50))
    pen.line(arc(0.5, 0.4, 0.26, 0.36, (180, 360)), 0.05, darker(leather, 0.3))
    pen.blob([(0.06, 0.38), (0.94, 0.38), (1.0, 0.94), (0.0, 0.94)], leather, "side")
    pen.shape([(0.04, 0.38), (0.96, 0.38), (0.9, 0.62), (0.5, 0.68), (0.1, 0.62)], darker(leather, 0.14))
    pen.disc((0.5, 0.64), 0.05, GOLD)


def _backpack(pen: Pen, look: Look) -> None:
    cloth = look.paint((60, 110, 170))
    pen.line(arc(0.5, 0.08, 0.12, 0.08, (180, 360)), 0.05, darker(cloth, 0.4))
    for side in (-1, 1):
        pen.blob(
            [(0.5 + side * 0.3, 0.3), (0.5 + side * 0.5, 0.5), (0.5 + side * 0.44, 0.84), (0.5 + side * 0.3, 0.8)],
            darker(cloth, 0.3),
        )
    pen.blob([(0.16, 0.96), (0.14, 0.3), (0.3, 0.08), (0.7, 0.08), (0.86, 0.3), (0.84, 0.96)], cloth, "side")
    pen.blob([(0.26, 0.9), (0.26, 0.58), (0.74, 0.58), (0.74, 0.9)], lighter(cloth, 0.14))
    pen.line([(0.28, 0.64), (0.72, 0.64)], 0.02, darker(cloth, 0.5))


def _suitcase(pen: Pen, look: Look) -> None:
    case = look.paint((186, 110, 60))
    pen.line([(0.38, 0.2), (0.38, 0.04), (0.62, 0.04), (0.62, 0.2)], 0.05, (70, 60, 56))
    pen.blob([(0.04, 0.18), (0.96, 0.18), (1.0, 0.96), (0.0, 0.96)], case, "side")
    for x in (0.2, 0.76):
        pen.rect(x, 0.18, 0.05, 0.78, darker(case, 0.4))


def _sunglasses(pen: Pen, look: Look) -> None:
    frame = look.paint((30, 30, 36))
    for side in (-1, 1):
        pen.oval((0.5 + side * 0.26, 0.54), 0.21, 0.36, frame)
        pen.oval((0.5 + side * 0.26, 0.54), 0.17, 0.29, (70, 84, 110), "down")
        pen.line([(0.5 + side * 0.46, 0.44), (0.5 + side * 0.5, 0.2)], 0.05, frame)
    pen.line([(0.44, 0.46), (0.56, 0.46)], 0.06, frame)


def _ring(pen: Pen, look: Look) -> None:
    gold = look.paint(GOLD)
    pen.line(ellipse(0.5, 0.64, 0.34, 0.32), 0.09, gold)
    pen.shape([(0.34, 0.08), (0.66, 0.08), (0.76, 0.2), (0.5, 0.44), (0.24, 0.2)], (176, 226, 244), "side")
    pen.shape([(0.4, 0.08), (0.6, 0.08), (0.5, 0.42)], (240, 250, 255), "flat", alpha=0.7)


def _necklace(pen: Pen, look: Look) -> None:
    for step in range(19):
        x, y = arc(0.5, 0.1, 0.46, 0.74, (180 - step * 10, 181 - step * 10))[0]
        pen.disc((x, y), 0.05, look.paint((246, 240, 230)))
    pen.disc((0.5, 0.92), 0.08, (60, 130, 200))


def _wristwatch(pen: Pen, look: Look) -> None:
    strap = look.paint((70, 46, 36))
    pen.shape([(0.34, 0.0), (0.66, 0.0), (0.72, 0.36), (0.28, 0.36)], strap, "side")
    pen.shape([(0.28, 0.64), (0.72, 0.64), (0.66, 1.0), (0.34, 1.0)], strap, "side")
    pen.disc((0.5, 0.5), 0.3, (206, 210, 216))
    pen.disc((0.5, 0.5), 0.24, (250, 250, 246), "flat")
    for end in ((0.5, 0.4), (0.62, 0.53)):
        pen.line([(0.5, 0.5), end], 0.03, (30, 30, 36))


def _lipstick(pen: Pen, look: Look) -> None:
    pen.shape([(0.34, 0.4), (0.34, 0.14), (0.66, 0.0), (0.66, 0.4)], look.paint((206, 30, 60)), "side")
    pen.rect(0.3, 0.36, 0.4, 0.2, GOLD, "side")
    pen.rect(0.22, 0.54, 0.56, 0.44, (36, 32, 38), "side")


def _scarf(pen: Pen, look: Look) -> None:
    wool = look.paint((200, 50, 50))
    pen.shape(lathed([(0.3, 0.06), (0.44, 0.2), (0.3, 0.36)]), wool, "side")
    for x, low in ((0.36, 0.96), (0.6, 0.8)):
        pen.rect(x - 0.1, 0.3, 0.2, low - 0.3, darker(wool, 0.08), "side")
        for step in range(4):
            pen.rect(x - 0.1, 0.38 + step * 0.12, 0.2, 0.03, lighter(wool, 0.5), "flat")


def _worn(draw: Draw, words: str, aspect: float = 1.0, stature: float = 0.34) -> Thing:
    return Thing(draw, aspect, stature, "surface", "studio", words=words, roles=("held",))


THINGS: dict[str, Thing] = {
    "sneaker": _worn(
        _sneaker,
        "sneaker sneakers shoe shoes trainers running_shoe running_shoes 运动鞋 鞋 鞋子 球鞋 跑鞋 帆布鞋",
        1.6,
        0.34,
    ),
    "high_heel": _worn(_heel, "high_heel high_heels stilettos heels 高跟鞋", 1.3, 0.42),
    "boot": _worn(_boot, "boot boots 靴子 雨靴 马丁靴", 0.85, 0.45),
    "straw_hat": _worn(_hat, "straw_hat sun_hat fedora 草帽", 1.5, 0.32),
    "witch_hat": _worn(_witch_hat, "witch_hat witch's_hat 女巫帽", 1.1, 0.45),
    "baseball_cap": _worn(_cap, "baseball_cap 棒球帽", 1.4, 0.26),
    "golden_crown": _worn(_crown, "golden_crown royal_crown 金冠", 1.2, 0.36),
    "t_shirt": _worn(_shirt, "t-shirt tshirt t_shirt t恤", 1.05, 0.5),
    "evening_dress": _worn(_dress, "evening_dress wedding_dress 婚纱", 0.7, 0.8),
    "handbag": _worn(_handbag, "handbag purse leather_bag 手提包 女包 皮包 手袋", 1.1, 0.42),
    "backpack": _worn(_backpack, "backpack schoolbag school_bag rucksack 书包 背包 双肩包", 0.8, 0.5),
    "suitcase": _worn(_suitcase, "suitcase luggage briefcase 行李箱 旅行箱 公文包 手提箱", 1.2, 0.45),
    "sunglasses": _worn(_sunglasses, "pair_of_sunglasses pair_of_glasses 一副墨镜 一副眼镜", 2.4, 0.18),
    "diamond_ring": _worn(_ring, "diamond_ring wedding_ring ring 钻戒 戒指", 0.85, 0.3),
    "necklace": _worn(_necklace, "necklace pearl_necklace pearls 项链 珍珠 珍珠项链", 1.0, 0.36),
    "wristwatch": _worn(_wristwatch, "wristwatch watch smartwatch 手表 腕表 智能手表", 0.6, 0.36),
    "lipstick": _worn(_lipstick, "lipstick 口红 唇膏", 0.4, 0.34),
    "woollen_scarf": _worn(_scarf, "woollen_scarf 羊毛围巾", 0.8, 0.45),
}
