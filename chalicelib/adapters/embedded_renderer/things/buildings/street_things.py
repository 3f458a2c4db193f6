"""Street lamps, letter boxes, fences, swings, ferris wheels: smaller things that are built."""

import math

from chalicelib.adapters.embedded_renderer.drawing.colour import darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, lathed, smooth
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.buildings.houses import ROOF
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Thing

WOOD = (140, 94, 58)


def _ferris_wheel(pen: Pen, look: Look) -> None:
    steel = look.paint((210, 80, 110))
    for x in (0.26, 0.74):
        pen.limb([(0.5, 0.45), (x, 1.0)], (0.03, 0.04), (120, 126, 140))
    for radius in (0.4, 0.34):
        pen.line(arc(0.5, 0.45, radius, radius, (0, 360)), 0.014, steel)
    for step in range(12):
        angle = math.radians(step * 30)
        x, y = 0.5 + math.cos(angle) * 0.4, 0.45 + math.sin(angle) * 0.4
        pen.line([(0.5, 0.45), (x, y)], 0.008, steel)
        pen.blob(
            [(x - 0.04, y), (x + 0.04, y), (x + 0.035, y + 0.07), (x - 0.035, y + 0.07)],
            ((240, 90, 80), (250, 206, 70), (80, 170, 220), (120, 200, 110))[step % 4],
        )
    pen.disc((0.5, 0.45), 0.05, darker(steel, 0.3))


def _carousel(pen: Pen, look: Look) -> None:
    for step in range(6):
        x = 0.04 + step * 0.153
        pen.shape(
            [(x, 0.36), (x + 0.153, 0.36), (0.5, 0.04)],
            (look.paint((220, 60, 80)) if step % 2 == 0 else (252, 246, 236)),
            "side",
        )
    pen.rect(0.04, 0.34, 0.92, 0.06, (230, 186, 80))
    for x in (0.16, 0.38, 0.62, 0.84):
        pen.line([(x, 0.4), (x, 0.88)], 0.014, (230, 186, 80))
        pen.blob(
            [(x - 0.08, 0.66), (x + 0.02, 0.62), (x + 0.08, 0.52), (x + 0.1, 0.6), (x + 0.05, 0.72), (x - 0.06, 0.76)],
            (250, 246, 240),
        )
    pen.rect(0.02, 0.86, 0.96, 0.12, (150, 70, 90))


def _street_lamp(pen: Pen, look: Look) -> None:
    iron = look.paint((50, 54, 60))
    pen.glow((0.5, 0.13), 0.9, 0.22, (255, 230, 150), 0.6)
    pen.limb([(0.5, 0.98), (0.5, 0.22)], (0.08, 0.05), iron)
    pen.shape(lathed([(0.08, 0.06), (0.2, 0.08), (0.14, 0.22)]), (255, 236, 170), "side")
    pen.shape(lathed([(0.03, 0.0), (0.24, 0.08)]), iron)
    pen.rect(0.34, 0.95, 0.32, 0.05, iron)


def _traffic_light(pen: Pen, look: Look) -> None:
    pen.limb([(0.5, 0.98), (0.5, 0.4)], (0.08, 0.08), (90, 94, 102))
    pen.blob([(0.2, 0.02), (0.8, 0.02), (0.84, 0.44), (0.16, 0.44)], look.paint((40, 42, 48)), "side")
    for y, colour in ((0.1, (230, 50, 44)), (0.23, (250, 200, 50)), (0.36, (70, 190, 90))):
        pen.disc((0.5, y), 0.1, colour)


def _post_box(pen: Pen, look: Look) -> None:
    paint = look.paint((206, 40, 40))
    pen.shape([(0.16, 0.98), (0.16, 0.2), *arc(0.5, 0.2, 0.34, 0.18, (180, 360)), (0.84, 0.98)], paint, "side")
    pen.rect(0.28, 0.28, 0.44, 0.05, (30, 28, 30), "flat")
    pen.rect(0.32, 0.42, 0.36, 0.2, (250, 246, 236))
    pen.rect(0.1, 0.92, 0.8, 0.08, darker(paint, 0.5))


def _fence(pen: Pen, look: Look) -> None:
    wood = look.paint((246, 244, 238))
    for y in (0.4, 0.72):
        pen.rect(0.0, y, 1.0, 0.08, darker(wood, 0.12))
    for step in range(10):
        x = 0.02 + step * 0.1
        pen.shape([(x, 1.0), (x, 0.2), (x + 0.03, 0.06), (x + 0.06, 0.2), (x + 0.06, 1.0)], wood)


def _swing(pen: Pen, look: Look) -> None:
    for x in (0.06, 0.94):
        pen.limb([(x, 1.0), (0.5 + (x - 0.5) * 0.8, 0.04)], (0.05, 0.04), WOOD)
    pen.limb([(0.1, 0.06), (0.9, 0.06)], (0.05, 0.05), WOOD)
    for x in (0.34, 0.66):
        pen.line([(x, 0.06), (x, 0.72)], 0.014, (120, 110, 90))
    pen.rect(0.3, 0.7, 0.4, 0.05, look.paint((206, 60, 60)))


def _stone_bridge(pen: Pen, look: Look) -> None:
    stone = look.paint((176, 172, 162))
    path = [(0.0, 0.62), (0.24, 0.36), (0.5, 0.26), (0.76, 0.36), (1.0, 0.62)]
    deck = smooth(path, closed=False)
    gap = arc(0.5, 1.0, 0.28, 0.52, (360, 180))
    pen.shape([*deck, (1.0, 1.0), *gap, (0.0, 1.0)], stone, "side")
    pen.line(deck, 0.03, lighter(stone, 0.4))
    for x, y in deck[::3]:
        pen.line([(x, y), (x, y - 0.12)], 0.024, darker(stone, 0.15))
    pen.line([(x, y - 0.11) for x, y in deck], 0.026, lighter(stone, 0.2))


def _well(pen: Pen, look: Look) -> None:
    stone = look.paint((150, 146, 140))
    for x in (0.16, 0.84):
        pen.rect(x - 0.03, 0.24, 0.06, 0.5, WOOD, "side")
    pen.shape([(0.0, 0.3), (0.5, 0.02), (1.0, 0.3)], ROOF)
    pen.shape([(0.08, 0.62), (0.92, 0.62), *arc(0.5, 0.92, 0.4, 0.08, (0, 180))], stone, "side")
    pen.oval((0.5, 0.62), 0.42, 0.08, (40, 46, 56), "down")
    pen.line([(0.5, 0.26), (0.5, 0.56)], 0.014, (190, 160, 110))


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
    "ferris_wheel": _built(_ferris_wheel, "ferris_wheel big_wheel 摩天轮", 0.95, 1.7, "park"),
    "carousel": _built(_carousel, "carousel merry-go-round 旋转木马", 1.3, 1.0, "park"),
    "street_lamp": _built(
        _street_lamp,
        "street_lamp streetlight street_light lamppost lamp_post 路灯 街灯",
        0.36,
        1.3,
        "street",
        large=False,
    ),
    "traffic_light": _built(
        _traffic_light, "traffic_light traffic_lights 红绿灯 交通灯", 0.34, 1.2, "street", large=False
    ),
    "post_box": _built(
        _post_box, "mailbox postbox post_box letterbox 邮筒 信箱 邮箱", 0.55, 0.7, "street", large=False
    ),
    "fence": _built(_fence, "fence picket_fence wooden_fence 篱笆 栅栏 围栏", 2.6, 0.5, large=False),
    "swing": _built(_swing, "swing swings playground 秋千", 1.2, 1.1, "park", large=False),
    "stone_bridge": Thing(
        _stone_bridge,
        2.2,
        0.75,
        "water",
        "lake",
        {"top": (0.5, 0.28)},
        "stone_bridge arch_bridge footbridge wooden_bridge 桥 石桥 拱桥 小桥 断桥 木桥",
    ),
    "well": _built(_well, "well wishing_well 水井 井", 0.85, 0.9, large=False),
}
