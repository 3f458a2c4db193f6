"""Schools, churches, shops, yurts, ferris wheels, street lamps and other things built."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.buildings.houses import PANE, ROOF, curved_roof
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Thing

WOOD: Colour = (140, 94, 58)


def _long_house(usual: Colour, sign: str, mark: Colour | None = None) -> Draw:
    def draw(pen: Pen, look: Look) -> None:
        wall = look.paint(usual)
        pen.rect(0.0, 0.36, 1.0, 0.64, wall)
        pen.rect(-0.02, 0.32, 1.04, 0.06, darker(wall, 0.3))
        pen.rect(0.36, 0.16, 0.28, 0.84, lighter(wall, 0.12))
        pen.shape([(0.33, 0.18), (0.5, 0.0), (0.67, 0.18)], ROOF)
        for y in (0.46, 0.68):
            for x in (0.04, 0.14, 0.24, 0.68, 0.78, 0.88):
                pen.rect(x, y, 0.075, 0.13, PANE)
        pen.rect(0.43, 0.74, 0.14, 0.26, (100, 70, 50))
        if mark:
            pen.rect(0.485, 0.22, 0.03, 0.16, mark, "flat")
            pen.rect(0.45, 0.28, 0.1, 0.05, mark, "flat")
        pen.words(look.text or sign, (0.38, 0.44, 0.24, 0.12), (60, 44, 40), weight=0.03)

    return draw


def _church(pen: Pen, look: Look) -> None:
    wall = look.paint((236, 230, 218))
    pen.rect(0.3, 0.54, 0.66, 0.46, wall)
    pen.shape([(0.26, 0.56), (0.4, 0.36), (0.86, 0.36), (1.0, 0.56)], ROOF)
    pen.rect(0.1, 0.36, 0.28, 0.64, lighter(wall, 0.1), "side")
    pen.shape([(0.06, 0.38), (0.24, 0.1), (0.42, 0.38)], ROOF)
    pen.rect(0.225, 0.0, 0.03, 0.12, (90, 70, 50), "flat")
    pen.rect(0.18, 0.035, 0.12, 0.025, (90, 70, 50), "flat")
    for x in (0.46, 0.62, 0.78):
        pen.shape([*arc(x + 0.04, 0.7, 0.05, 0.08, (180, 360)), (x + 0.09, 0.86), (x - 0.01, 0.86)], (90, 130, 170))
    pen.shape([*arc(0.24, 0.78, 0.07, 0.08, (180, 360)), (0.31, 1.0), (0.17, 1.0)], (100, 66, 44))
    pen.disc((0.24, 0.5), 0.05, (90, 130, 170))


def _shop(pen: Pen, look: Look) -> None:
    wall = look.paint((226, 206, 176))
    pen.rect(0.0, 0.06, 1.0, 0.94, wall)
    pen.rect(0.04, 0.1, 0.92, 0.2, (60, 76, 90))
    pen.words(look.text or "SHOP", (0.12, 0.12, 0.76, 0.16), (252, 240, 210), weight=0.03)
    for step in range(8):
        colour: Colour = (206, 56, 56) if step % 2 == 0 else (250, 246, 240)
        pen.shape(
            [
                (0.02 + step * 0.12, 0.32),
                (0.14 + step * 0.12, 0.32),
                (0.14 + step * 0.12, 0.46),
                (0.02 + step * 0.12, 0.46),
            ],
            colour,
        )
    pen.rect(0.06, 0.52, 0.52, 0.38, PANE)
    pen.rect(0.66, 0.5, 0.26, 0.5, (110, 74, 50))
    pen.rect(0.71, 0.55, 0.16, 0.24, PANE)


def _cabin(pen: Pen, look: Look) -> None:
    wood = look.paint(WOOD)
    pen.rect(0.7, 0.04, 0.1, 0.3, (130, 110, 100))
    pen.rect(0.1, 0.44, 0.8, 0.56, wood)
    for step in range(7):
        pen.line([(0.1, 0.5 + step * 0.075), (0.9, 0.5 + step * 0.075)], 0.012, darker(wood, 0.35))
    pen.shape([(0.0, 0.48), (0.5, 0.06), (1.0, 0.48), (0.92, 0.5), (0.5, 0.16), (0.08, 0.5)], darker(wood, 0.4))
    pen.shape([(0.1, 0.46), (0.5, 0.14), (0.9, 0.46)], wood)
    pen.rect(0.2, 0.6, 0.2, 0.18, (255, 220, 130))
    pen.line([(0.3, 0.6), (0.3, 0.78)], 0.016, darker(wood, 0.5))
    pen.rect(0.56, 0.6, 0.2, 0.4, darker(wood, 0.45))


def _igloo(pen: Pen, look: Look) -> None:
    snow = look.paint((232, 242, 250))
    pen.shape([*arc(0.46, 0.98, 0.46, 0.9, (180, 360))], snow, "side")
    for y, half in ((0.74, 0.44), (0.5, 0.38), (0.28, 0.28)):
        pen.line([(0.46 - half, y), (0.46 + half, y)], 0.01, darker(snow, 0.25))
    for step in range(9):
        pen.line(
            [(0.1 + step * 0.09, 0.74 - 0.24 * (step % 3)), (0.1 + step * 0.09, 0.98 - 0.24 * (step % 3))],
            0.008,
            darker(snow, 0.25),
        )
    pen.shape([*arc(0.78, 0.98, 0.22, 0.46, (180, 360))], lighter(snow, 0.4), "side")
    pen.shape([*arc(0.8, 0.98, 0.13, 0.32, (180, 360))], (50, 70, 100), "flat")


def _yurt(pen: Pen, look: Look) -> None:
    felt = look.paint((246, 240, 228))
    pen.shape([(0.04, 0.46), (0.96, 0.46), (0.94, 0.98), (0.06, 0.98)], felt, "side")
    pen.shape([(0.0, 0.48), (0.4, 0.1), (0.6, 0.1), (1.0, 0.48)], lighter(felt, 0.2), "side")
    pen.rect(0.4, 0.05, 0.2, 0.06, (60, 100, 170))
    pen.rect(0.04, 0.5, 0.92, 0.07, (60, 100, 170), "flat")
    for step in range(8):
        pen.disc((0.1 + step * 0.114, 0.535), 0.03, (226, 180, 70), "flat")
    pen.rect(0.4, 0.6, 0.2, 0.38, (190, 60, 44))


def _barn(pen: Pen, look: Look) -> None:
    wall = look.paint((176, 46, 40))
    pen.shape([(0.04, 1.0), (0.04, 0.44), (0.2, 0.16), (0.5, 0.04), (0.8, 0.16), (0.96, 0.44), (0.96, 1.0)], wall)
    pen.line([(0.0, 0.46), (0.2, 0.15), (0.5, 0.03), (0.8, 0.15), (1.0, 0.46)], 0.04, (90, 80, 80))
    pen.rect(0.3, 0.54, 0.4, 0.46, (246, 242, 234))
    pen.rect(0.33, 0.57, 0.34, 0.43, wall)
    pen.line([(0.33, 0.57), (0.67, 1.0)], 0.024, (246, 242, 234))
    pen.line([(0.67, 0.57), (0.33, 1.0)], 0.024, (246, 242, 234))


def _factory(pen: Pen, look: Look) -> None:
    wall = look.paint((170, 110, 90))
    for x in (0.14, 0.34):
        pen.shape([(x, 0.5), (x + 0.02, 0.08), (x + 0.1, 0.08), (x + 0.12, 0.5)], (150, 90, 76), "side")
        for step in range(3):
            pen.glow(
                (x + 0.1 + step * 0.08, 0.04 - step * 0.07),
                0.08 + step * 0.02,
                0.06 + step * 0.02,
                (170, 172, 178),
                0.7,
            )
    pen.rect(0.04, 0.5, 0.92, 0.5, wall)
    for step in range(3):
        pen.shape(
            [(0.5 + step * 0.155, 0.5), (0.655 + step * 0.155, 0.5), (0.655 + step * 0.155, 0.32)], darker(wall, 0.2)
        )
    for x in (0.1, 0.26, 0.42, 0.58, 0.74):
        pen.rect(x, 0.62, 0.1, 0.14, PANE)


def _pavilion(pen: Pen, look: Look) -> None:
    wood = look.paint((176, 56, 44))
    pen.rect(0.08, 0.9, 0.84, 0.1, (190, 184, 174))
    for x in (0.18, 0.38, 0.62, 0.82):
        pen.rect(x - 0.02, 0.46, 0.04, 0.46, wood, "side")
    pen.rect(0.16, 0.76, 0.68, 0.03, wood)
    curved_roof(pen, 0.5, 0.44, 0.4, 0.34, (70, 96, 86))
    pen.disc((0.5, 0.08), 0.04, (226, 180, 70))


def _gate(pen: Pen, look: Look) -> None:
    wall = look.paint((176, 46, 40))
    pen.rect(0.0, 0.5, 1.0, 0.5, wall)
    for x, half in ((0.5, 0.08), (0.24, 0.05), (0.76, 0.05)):
        pen.shape([*arc(x, 0.8, half, 0.12, (180, 360)), (x + half, 1.0), (x - half, 1.0)], (60, 30, 26), "flat")
    pen.rect(0.12, 0.3, 0.76, 0.2, darker(wall, 0.1))
    for step in range(9):
        pen.rect(0.14 + step * 0.09, 0.3, 0.02, 0.2, (120, 30, 26), "side")
    curved_roof(pen, 0.5, 0.3, 0.42, 0.1, (214, 160, 50))
    pen.rect(0.22, 0.12, 0.56, 0.08, darker(wall, 0.1))
    curved_roof(pen, 0.5, 0.13, 0.32, 0.11, (214, 160, 50))


def _heaven(pen: Pen, look: Look) -> None:
    """A round hall under three blue roofs."""
    for step, y in enumerate((0.82, 0.89, 0.96)):
        pen.rect(0.1 - step * 0.05, y, 0.8 + step * 0.1, 0.06, (236, 234, 228))
    for y, half in ((0.66, 0.3), (0.44, 0.23), (0.25, 0.15)):
        pen.rect(0.5 - half * 0.86, y, half * 1.72, 0.17, (170, 50, 44), "side")
        pen.shape(
            [
                (0.5 - half * 1.3, y + 0.02),
                (0.5 - half * 0.6, y - 0.09),
                (0.5 + half * 0.6, y - 0.09),
                (0.5 + half * 1.3, y + 0.02),
            ],
            look.paint((46, 76, 150)),
            "side",
        )
    pen.shape([(0.34, 0.18), (0.5, 0.02), (0.66, 0.18)], look.paint((46, 76, 150)), "side")
    pen.disc((0.5, 0.02), 0.035, (226, 180, 70))


def _built(draw: Draw, words: str, aspect: float, stature: float, home: str = "meadow", *, large: bool = True) -> Thing:
    return Thing(
        draw,
        aspect,
        stature,
        home=home,
        words=words,
        anchors={"top": (0.5, 0.06)},
        roles=("building",) if large else (),
    )


THINGS: dict[str, Thing] = {
    "school": _built(
        _long_house((226, 186, 140), "SCHOOL"),
        "school school_building university 学校 学校门口 教学楼 校园 大学",
        1.7,
        1.3,
        "park",
    ),
    "hospital": _built(
        _long_house((240, 240, 240), "HOSPITAL", (214, 40, 44)),
        "hospital_building 医院大楼 医院门口 医院门前",
        1.7,
        1.3,
        "street",
    ),
    "church": _built(_church, "church chapel cathedral 教堂", 1.1, 1.5),
    "shop": _built(
        _shop,
        "shop store storefront bookstore bakery cafe coffee_shop boutique 商店 店铺 书店 面包店 咖啡店 咖啡馆 花店",
        1.1,
        1.15,
        "street",
    ),
    "cabin": _built(_cabin, "cabin log_cabin wooden_house wooden_cabin cottage hut 小木屋 木屋 茅屋 小屋", 1.2, 1.0),
    "igloo": _built(_igloo, "igloo 冰屋 雪屋", 1.6, 0.8, "snowfield"),
    "yurt": _built(_yurt, "yurt ger 蒙古包 毡房", 1.6, 0.85),
    "barn": _built(_barn, "barn farmhouse 谷仓 农舍", 1.2, 1.2),
    "factory": _built(_factory, "factory power_plant 工厂 厂房", 1.5, 1.2),
    "pavilion": _built(_pavilion, "pavilion gazebo 亭子 凉亭 亭", 1.0, 1.1, "lake"),
    "city_gate": _built(_gate, "tiananmen forbidden_city city_gate 天安门 故宫 紫禁城 城门 城楼", 1.8, 1.3, "plaza"),
    "temple_of_heaven": _built(_heaven, "temple_of_heaven 天坛 祈年殿", 1.2, 1.4, "plaza"),
}
