"""Sofas, shelves, fireplaces, kitchen machines and other things of a home."""

from dataclasses import replace

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, varied
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, ellipse
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Thing
from chalicelib.adapters.embedded_renderer.things.nature.heavenly import draw_fire

WOOD: Colour = (140, 92, 56)
SPINES: tuple[Colour, ...] = ((170, 50, 46), (50, 90, 140), (210, 170, 80), (70, 120, 80), (110, 70, 120), (60, 60, 70))


def _seat(wide: float) -> Draw:
    def draw(pen: Pen, look: Look) -> None:
        cloth = look.paint((150, 96, 80))
        for x in (0.1, 0.9):
            pen.rect(x - 0.02, 0.88, 0.04, 0.12, (70, 50, 36))
        pen.blob([(0.1, 0.5), (0.1, 0.1), (0.18, 0.02), (0.82, 0.02), (0.9, 0.1), (0.9, 0.5)], darker(cloth, 0.08))
        cushions = max(1, round(wide / 0.8))
        for step in range(cushions):
            x, part = 0.13 + 0.74 * step / cushions, 0.74 / cushions
            pen.blob([(x + 0.01, 0.5), (x + 0.01, 0.12), (x + part - 0.01, 0.12), (x + part - 0.01, 0.5)], cloth)
            pen.blob([(x, 0.48), (x + part, 0.48), (x + part, 0.7), (x, 0.7)], lighter(cloth, 0.1))
        pen.rect(0.08, 0.68, 0.84, 0.22, darker(cloth, 0.1))
        for side in (-1, 1):
            arm = [
                (0.5 + side * 0.38, 0.92),
                (0.5 + side * 0.38, 0.4),
                (0.5 + side * 0.44, 0.33),
                (0.5 + side * 0.5, 0.4),
                (0.5 + side * 0.5, 0.92),
            ]
            pen.blob(arm, cloth, "side")

    return draw


def _stool(pen: Pen, look: Look) -> None:
    wood = look.paint(WOOD)
    for x in (0.2, 0.8):
        pen.limb([(0.5 + (x - 0.5) * 0.7, 0.1), (x, 0.98)], (0.08, 0.07), darker(wood, 0.2))
    pen.line([(0.26, 0.66), (0.74, 0.66)], 0.04, darker(wood, 0.25))
    pen.oval((0.5, 0.1), 0.46, 0.1, lighter(wood, 0.1), "down")


def _bench(pen: Pen, look: Look) -> None:
    wood = look.paint(WOOD)
    for x in (0.1, 0.9):
        pen.limb([(x, 0.05), (x, 0.98)], (0.05, 0.05), (60, 60, 64))
    for y in (0.06, 0.2, 0.34):
        pen.rect(0.02, y, 0.96, 0.1, wood)
    pen.shape([(0.04, 0.56), (0.96, 0.56), (1.0, 0.68), (0.0, 0.68)], lighter(wood, 0.1))


def _bookshelf(pen: Pen, look: Look) -> None:
    wood = look.paint(WOOD)
    pen.rect(0.0, 0.0, 1.0, 1.0, wood, "side")
    for row in range(4):
        y = 0.04 + row * 0.24
        pen.rect(0.06, y, 0.88, 0.21, darker(wood, 0.5), "flat")
        x = 0.07
        while x < 0.88:
            wide, high = look.rng.uniform(0.035, 0.07), look.rng.uniform(0.13, 0.19)
            pen.rect(x, y + 0.21 - high, wide, high, varied(look.rng.choice(SPINES), look.rng), "side")
            x += wide + (0.05 if look.rng.random() < 0.1 else 0.004)


def _cabinet(pen: Pen, look: Look) -> None:
    wood = look.paint((176, 130, 84))
    pen.rect(0.0, 0.0, 1.0, 0.96, wood, "side")
    for x in (0.05, 0.52):
        pen.rect(x, 0.05, 0.43, 0.84, lighter(wood, 0.14))
        pen.disc((0.44 if x < 0.5 else 0.56, 0.48), 0.025, (90, 70, 50))


def _fireplace(pen: Pen, look: Look) -> None:
    stone = look.paint((176, 96, 76))
    pen.rect(0.04, 0.12, 0.92, 0.88, stone, "side")
    for row in range(8):
        y = 0.14 + row * 0.107
        pen.line([(0.04, y), (0.96, y)], 0.008, lighter(stone, 0.5))
        for column in range(5):
            x = 0.04 + (column + (0.5 if row % 2 else 0.0)) * 0.19
            pen.line([(x, y), (x, y + 0.107)], 0.008, lighter(stone, 0.5))
    pen.shape([(0.2, 0.98), (0.2, 0.5), *arc(0.5, 0.5, 0.3, 0.12, (180, 360)), (0.8, 0.98)], (30, 22, 20), "flat")
    draw_fire(pen.part(0.26, 0.5, 0.48, 0.44), look)
    for side in (-1, 1):
        pen.limb([(0.5 - side * 0.2, 0.96), (0.5 + side * 0.2, 0.9)], (0.06, 0.06), (96, 62, 40))
    pen.rect(-0.02, 0.04, 1.04, 0.1, WOOD)


def _fridge(pen: Pen, look: Look) -> None:
    enamel = look.paint((230, 234, 238))
    pen.shape([(0.06, 0.0), (0.94, 0.0), (0.98, 0.04), (0.98, 0.97), (0.02, 0.97), (0.02, 0.04)], enamel, "side")
    pen.rect(0.02, 0.34, 0.96, 0.016, darker(enamel, 0.4), "flat")
    for y in (0.14, 0.42):
        pen.limb([(0.84, y), (0.84, y + 0.16)], (0.05, 0.05), (120, 126, 134))


def _stove(pen: Pen, look: Look) -> None:
    enamel = look.paint((220, 222, 226))
    pen.rect(0.0, 0.12, 1.0, 0.86, enamel, "side")
    pen.rect(0.1, 0.42, 0.8, 0.46, (40, 42, 48))
    for x in (0.16, 0.38, 0.62, 0.84):
        pen.disc((x, 0.26), 0.05, (60, 62, 68))
    pen.shape([(0.04, 0.02), (0.96, 0.02), (1.0, 0.13), (0.0, 0.13)], (60, 62, 68))


def _box_machine(face: Colour) -> Draw:
    def draw(pen: Pen, look: Look) -> None:
        case = look.paint((200, 204, 210))
        pen.shape([(0.02, 0.02), (0.98, 0.02), (0.98, 0.96), (0.02, 0.96)], case, "side")
        pen.rect(0.08, 0.16, 0.6, 0.64, face)
        for y in (0.22, 0.4, 0.58):
            pen.disc((0.84, y), 0.06, (90, 96, 104))

    return draw


def _washer(pen: Pen, look: Look) -> None:
    case = look.paint((240, 242, 244))
    pen.rect(0.0, 0.0, 1.0, 1.0, case, "side")
    pen.oval((0.5, 0.58), 0.36, 0.34, (150, 156, 164))
    pen.oval((0.5, 0.58), 0.27, 0.255, (70, 110, 150))
    pen.disc((0.82, 0.11), 0.06, (90, 96, 104))


def _mirror(pen: Pen, look: Look) -> None:
    pen.oval((0.5, 0.5), 0.5, 0.5, look.paint((206, 164, 80)))
    pen.oval((0.5, 0.5), 0.42, 0.44, (206, 224, 232), "side")
    pen.shape([(0.3, 0.3), (0.42, 0.2), (0.3, 0.7), (0.2, 0.7)], (255, 255, 255), "flat", alpha=0.5)


def _window(pen: Pen, look: Look) -> None:
    frame = look.paint((246, 244, 238))
    pen.rect(0.0, 0.0, 1.0, 1.0, frame)
    for x in (0.07, 0.53):
        for y in (0.06, 0.53):
            pen.rect(x, y, 0.4, 0.41, (140, 194, 232), (214, 236, 246))
    pen.rect(-0.06, 0.97, 1.12, 0.06, darker(frame, 0.1))


def _door(pen: Pen, look: Look) -> None:
    wood = look.paint((150, 84, 50))
    pen.rect(0.0, 0.0, 1.0, 1.0, darker(wood, 0.4))
    pen.rect(0.08, 0.04, 0.84, 0.96, wood, "side")
    for y in (0.1, 0.54):
        for x in (0.16, 0.54):
            pen.rect(x, y, 0.3, 0.38, darker(wood, 0.16))
    pen.disc((0.84, 0.52), 0.04, (226, 186, 90))


def _candle(pen: Pen, look: Look) -> None:
    wax = look.paint((248, 240, 220))
    pen.glow((0.5, 0.16), 1.4, 0.4, (255, 206, 110), 0.6)
    pen.rect(0.26, 0.34, 0.48, 0.64, wax, "side")
    pen.shape(ellipse(0.5, 0.34, 0.24, 0.03), lighter(wax, 0.4), "flat")
    pen.line([(0.5, 0.34), (0.5, 0.26)], 0.04, (60, 40, 30))
    pen.blob([(0.5, 0.02), (0.64, 0.2), (0.5, 0.3), (0.36, 0.2)], (255, 186, 50), "up")


def _rug(pen: Pen, look: Look) -> None:
    cloth = look.paint((170, 60, 60))
    pen.oval((0.5, 0.5), 0.5, 0.5, cloth, "down")
    pen.line(ellipse(0.5, 0.5, 0.42, 0.4), 0.02, lighter(cloth, 0.6))


def _home(draw: Draw, words: str, aspect: float, stature: float, top: tuple[float, float] = (0.5, 0.0)) -> Thing:
    return Thing(draw, aspect, stature, home="room", words=words, anchors={"top": top, "back": top})


THINGS: dict[str, Thing] = {
    "sofa": _home(_seat(2.2), "sofa couch settee loveseat 沙发 长沙发", 2.1, 0.72, (0.5, 0.66)),
    "armchair": _home(
        _seat(0.8), "armchair arm_chair throne office_chair 扶手椅 单人沙发 王座 宝座", 1.05, 0.78, (0.5, 0.68)
    ),
    "stool": _home(_stool, "stool bar_stool 凳子 板凳", 0.7, 0.5, (0.5, 0.08)),
    "bench": replace(_home(_bench, "bench park_bench 长椅 长凳", 2.0, 0.55, (0.5, 0.62)), home="park"),
    "bookshelf": _home(_bookshelf, "bookshelf bookcase shelf bookshelves shelves 书架 书柜 架子", 0.8, 1.25),
    "cabinet": _home(_cabinet, "cabinet wardrobe cupboard closet dresser drawer 柜子 衣柜 橱柜 抽屉", 0.85, 1.1),
    "fireplace": _home(_fireplace, "fireplace hearth chimney 壁炉 火炉", 1.1, 0.95, (0.5, 0.04)),
    "fridge": _home(_fridge, "fridge refrigerator 冰箱 电冰箱", 0.52, 1.15),
    "stove": _home(_stove, "stove oven cooker 炉灶 烤箱 灶台 炉子", 1.0, 0.7, (0.5, 0.06)),
    "microwave": _home(_box_machine((44, 46, 52)), "microwave toaster 微波炉 面包机", 1.5, 0.35),
    "washing_machine": _home(_washer, "washing_machine washer dryer 洗衣机", 0.85, 0.7),
    "mirror": _home(_mirror, "mirror 镜子", 0.65, 0.9),
    "window": _home(_window, "window windows 窗户 窗 窗子", 0.8, 0.8),
    "door": _home(_door, "door doors doorway 门 大门 木门", 0.5, 1.15),
    "candle": Thing(_candle, 0.32, 0.4, "surface", "table", words="candle candles 蜡烛", roles=("held",)),
    "rug": Thing(
        _rug, 2.4, 0.2, "ground", "room", words="rug carpet blanket mat 地毯 毯子 垫子", anchors={"top": (0.5, 0.6)}
    ),
}
