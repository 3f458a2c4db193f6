"""Trees by kind, potted plants, bouquets and blossoms."""

import math
from random import Random

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, varied
from chalicelib.adapters.embedded_renderer.drawing.geometry import ellipse, smooth
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Thing

LEAF: Colour = (70, 140, 60)
BARK: Colour = (104, 74, 48)


def _crowned(usual: Colour, *, fruit: Colour | None = None) -> Draw:
    def draw(pen: Pen, look: Look) -> None:
        crown, rng = look.paint(usual), Random(look.rng.random())
        pen.limb([(0.5, 1.0), (0.48, 0.75), (0.5, 0.4)], (0.13, 0.06), BARK)
        for x in (0.28, 0.72):
            pen.limb([(0.5, 0.68), (x, 0.42)], (0.05, 0.02), BARK)
        for step in range(30):
            angle, reach = rng.uniform(0, 6.28), rng.uniform(0.05, 0.3) * (1 - step / 70)
            x, y = 0.5 + math.cos(angle) * reach * 1.2, 0.34 + math.sin(angle) * reach * 0.9
            pen.disc((x, y), rng.uniform(0.1, 0.16), varied(darker(crown, 0.3 * (y - 0.1)), rng, 12))
        pen.fur(ellipse(0.5, 0.34, 0.46, 0.34), lighter(crown, 0.4), rng, hair=(0.01, 0.015), count=160)
        for x, y in (
            ((0.3, 0.3), (0.5, 0.2), (0.7, 0.34), (0.42, 0.46), (0.6, 0.5), (0.24, 0.44), (0.78, 0.48)) if fruit else ()
        ):
            pen.disc((x, y), 0.04, fruit or usual)

    return draw


def _willow(pen: Pen, look: Look) -> None:
    green = look.paint((120, 170, 80))
    pen.limb([(0.5, 1.0), (0.48, 0.6), (0.52, 0.24)], (0.12, 0.08), BARK)
    for _ in range(46):
        x = look.rng.uniform(0.04, 0.96)
        top = 0.08 + 0.9 * (x - 0.5) ** 2
        low = top + look.rng.uniform(0.3, 0.6)
        pen.limb(
            [(0.5 + (x - 0.5) * 0.5, 0.16), (x, top + 0.06), (x + (x - 0.5) * 0.1, low)],
            (0.02, 0.008),
            varied(green, look.rng, 16),
        )


def _bare(pen: Pen, look: Look) -> None:
    bark = look.paint((90, 70, 56))
    pen.limb([(0.5, 1.0), (0.48, 0.6), (0.52, 0.06)], (0.12, 0.02), bark)
    for start, end in (
        ((0.49, 0.66), (0.12, 0.3)),
        ((0.5, 0.56), (0.88, 0.22)),
        ((0.5, 0.42), (0.26, 0.08)),
        ((0.51, 0.34), (0.74, 0.02)),
    ):
        pen.limb([start, end], (0.05, 0.012), bark)
        for share in (0.4, 0.7):
            x, y = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            pen.limb([(x, y), (x + (end[0] - start[0]) * 0.2 - 0.04, y - 0.16)], (0.025, 0.008), bark)


def _branch(pen: Pen, look: Look) -> None:
    bark = look.paint((110, 80, 54))
    pen.limb([(-0.02, 0.6), (0.4, 0.5), (1.0, 0.4)], (0.16, 0.06), bark)
    pen.limb([(0.6, 0.46), (0.8, 0.1)], (0.06, 0.02), bark)
    for x, y in ((0.8, 0.12), (0.94, 0.36), (0.7, 0.3), (0.3, 0.66), (0.5, 0.62)):
        pen.blob([(x, y), (x + 0.08, y - 0.1), (x + 0.16, y - 0.02), (x + 0.08, y + 0.08)], varied(LEAF, look.rng, 16))


def _blossoms(usual: Colour) -> Draw:
    def draw(pen: Pen, look: Look) -> None:
        petal = look.paint(usual)
        pen.limb([(0.1, 1.0), (0.3, 0.6), (0.56, 0.4), (0.92, 0.06)], (0.07, 0.02), (80, 56, 44))
        pen.limb([(0.3, 0.6), (0.16, 0.2)], (0.04, 0.015), (80, 56, 44))
        pen.limb([(0.56, 0.4), (0.84, 0.46)], (0.03, 0.012), (80, 56, 44))
        for x, y in ((0.16, 0.2), (0.24, 0.42), (0.44, 0.48), (0.62, 0.34), (0.84, 0.46), (0.9, 0.08), (0.76, 0.2)):
            for turn in range(0, 360, 72):
                dx, dy = math.cos(math.radians(turn)) * 0.055, math.sin(math.radians(turn)) * 0.055
                pen.disc((x + dx, y + dy), 0.05, varied(petal, look.rng, 8))
            pen.disc((x, y), 0.022, (246, 210, 90))

    return draw


def _lavender(pen: Pen, look: Look) -> None:
    bloom = look.paint((140, 90, 190))
    for lean in (-0.3, -0.1, 0.12, 0.32):
        pen.limb([(0.5 + lean * 0.3, 1.0), (0.5 + lean, 0.4)], (0.02, 0.015), LEAF)
        for step in range(8):
            pen.disc(
                (0.5 + lean * (1.06 - step * 0.01) + 0.02 * (-1) ** step, 0.08 + step * 0.05),
                0.045,
                varied(bloom, look.rng, 14),
            )


def _lily(pen: Pen, look: Look) -> None:
    petal = look.paint((250, 244, 240))
    pen.limb([(0.5, 0.4), (0.52, 1.0)], (0.04, 0.05), LEAF)
    pen.blob([(0.52, 0.8), (0.8, 0.56), (0.94, 0.6), (0.7, 0.8)], LEAF)
    for turn in (-64, 64, -34, 34, 0):
        pen.turned(turn, (0.5, 0.44)).blob(
            [(0.5, 0.46), (0.4, 0.24), (0.5, 0.02), (0.6, 0.24)], varied(petal, look.rng, 5), "side"
        )
    for lean in (-0.08, 0.0, 0.08):
        pen.limb([(0.5, 0.42), (0.5 + lean, 0.26)], (0.012, 0.03), (226, 150, 40))


def _peony(pen: Pen, look: Look) -> None:
    petal = look.paint((226, 90, 140))
    pen.limb([(0.5, 0.4), (0.5, 1.0)], (0.04, 0.05), LEAF)
    for side in (-1, 1):
        pen.blob([(0.5, 0.84), (0.5 + side * 0.3, 0.62), (0.5 + side * 0.48, 0.7), (0.5 + side * 0.24, 0.86)], LEAF)
    for ring, (reach, count) in enumerate(((0.24, 10), (0.17, 8), (0.1, 6), (0.03, 4))):
        for step in range(count):
            angle = math.tau * (step + ring * 0.5) / count
            pen.disc(
                (0.5 + math.cos(angle) * reach * 1.2, 0.3 + math.sin(angle) * reach),
                0.13 - ring * 0.015,
                varied(lighter(petal, 0.1 * ring), look.rng, 10),
            )


def _dandelion(pen: Pen, look: Look) -> None:
    pen.limb([(0.5, 0.34), (0.52, 1.0)], (0.025, 0.03), LEAF)
    for step in range(40):
        angle, reach = math.radians(step * 137.5), 0.28 * math.sqrt(step / 40)
        x, y = 0.5 + math.cos(angle) * reach * 1.3, 0.3 + math.sin(angle) * reach
        pen.line([(0.5, 0.3), (x, y)], 0.006, (226, 230, 226))
        pen.disc((x, y), 0.022, look.paint((252, 252, 250)), "flat")


def _bouquet(pen: Pen, look: Look) -> None:
    hues: tuple[Colour, ...] = ((226, 60, 90), (250, 180, 60), (240, 130, 170), (250, 246, 240), (150, 90, 190))
    for x in (0.34, 0.5, 0.66):
        pen.limb([(x, 0.4), (0.5 + (x - 0.5) * 0.3, 0.98)], (0.03, 0.03), LEAF)
    for step, (x, y) in enumerate(
        ((0.2, 0.34), (0.8, 0.34), (0.34, 0.18), (0.66, 0.18), (0.5, 0.36), (0.5, 0.1), (0.32, 0.42), (0.68, 0.42))
    ):
        colour = look.paint(hues[step % 5])
        for turn in range(0, 360, 60):
            pen.disc(
                (x + math.cos(math.radians(turn)) * 0.08, y + math.sin(math.radians(turn)) * 0.07),
                0.06,
                varied(colour, look.rng, 8),
            )
        pen.disc((x, y), 0.04, (250, 220, 110))
    pen.shape([(0.1, 0.46), (0.9, 0.46), (0.6, 1.0), (0.4, 1.0)], (246, 226, 200), "side")
    pen.limb([(0.36, 0.76), (0.64, 0.76)], (0.07, 0.07), (210, 60, 90))


def _potted(pen: Pen, look: Look) -> None:
    green = look.paint((64, 140, 70))
    for turn in (-66, 66, -40, 40, -16, 18, 0):
        pen.turned(turn, (0.5, 0.66)).blob(
            [(0.5, 0.68), (0.4, 0.4), (0.5, 0.06), (0.6, 0.4)], varied(green, look.rng, 14), "side"
        )
    pen.shape([(0.24, 0.68), (0.76, 0.68), (0.68, 1.0), (0.32, 1.0)], look.of("pot", (190, 104, 66)), "side")
    pen.rect(0.2, 0.63, 0.6, 0.09, lighter(look.of("pot", (190, 104, 66)), 0.1), "side")


def _bonsai(pen: Pen, look: Look) -> None:
    pen.limb([(0.5, 0.8), (0.38, 0.6), (0.6, 0.44), (0.46, 0.24)], (0.12, 0.05), BARK)
    for x, y, wide in ((0.26, 0.5, 0.2), (0.74, 0.4, 0.22), (0.46, 0.2, 0.26)):
        for step in range(5):
            pen.oval(
                (x + (step - 2) * wide * 0.3, y + 0.02 * (step % 2)),
                wide * 0.4,
                0.08,
                varied(look.paint((50, 110, 70)), look.rng, 10),
            )
    pen.shape([(0.14, 0.8), (0.86, 0.8), (0.78, 0.98), (0.22, 0.98)], (90, 110, 150), "side")


def _coral(pen: Pen, look: Look) -> None:
    reef = look.paint((240, 100, 110))
    for lean in (-0.34, -0.16, 0.04, 0.2, 0.36):
        tip = (0.5 + lean, 0.1 + abs(lean) * 0.5)
        pen.limb([(0.5 + lean * 0.3, 1.0), (0.5 + lean * 0.8, 0.6), tip], (0.12, 0.06), varied(reef, look.rng, 14))
        pen.limb([(0.5 + lean * 0.7, 0.66), (tip[0] + 0.12, tip[1] + 0.2)], (0.06, 0.04), varied(reef, look.rng, 14))


def _seaweed(pen: Pen, look: Look) -> None:
    for x in (0.2, 0.5, 0.8):
        path = smooth([(x, 1.0), (x + 0.1, 0.7), (x - 0.08, 0.4), (x + 0.06, 0.04)], closed=False)
        pen.limb(path[::3], (0.14, 0.03), varied(look.paint((60, 140, 80)), look.rng, 14))


def _tree(draw: Draw, words: str, aspect: float = 0.85, stature: float = 1.35) -> Thing:
    return Thing(draw, aspect, stature, words=words, anchors={"top": (0.5, 0.24)})


def _flower(draw: Draw, words: str, aspect: float = 0.62, stature: float = 0.62) -> Thing:
    return Thing(draw, aspect, stature, home="garden", words=words, roles=("held",))


THINGS: dict[str, Thing] = {
    "oak": _tree(_crowned((86, 130, 56)), "oak oak_tree big_tree 橡树 榕树 银杏树", 0.95),
    "maple": _tree(_crowned((206, 70, 40)), "maple maple_tree 枫树 红枫"),
    "ginkgo": _tree(_crowned((240, 196, 60)), "ginkgo ginkgo_tree 银杏"),
    "cherry_tree": _tree(
        _crowned((248, 180, 204)), "cherry_tree cherry_blossom_tree sakura_tree 樱花树 桃树 桃花树 樱树"
    ),
    "apple_tree": _tree(_crowned((90, 150, 66), fruit=(206, 40, 40)), "apple_tree fruit_tree 苹果树 果树"),
    "orange_tree": _tree(_crowned((70, 136, 60), fruit=(246, 146, 40)), "orange_tree lemon_tree 橘子树 橙子树"),
    "willow": _tree(_willow, "willow willow_tree 柳树 垂柳", 1.0),
    "bare_tree": _tree(_bare, "bare_tree dead_tree leafless_tree 枯树"),
    "branch": Thing(_branch, 1.8, 0.5, words="branch twig tree_branch 树枝 枝头", anchors={"top": (0.44, 0.42)}),
    "plum_blossom": _flower(_blossoms((226, 60, 90)), "plum_blossom plum_blossoms 梅花 腊梅", 1.0, 0.8),
    "cherry_blossom": _flower(
        _blossoms((250, 190, 208)), "cherry_blossom cherry_blossoms sakura 樱花 桃花 杏花", 1.0, 0.8
    ),
    "lavender": _flower(_lavender, "lavender lavenders 薰衣草", 0.7),
    "lily": _flower(_lily, "lily lilies orchid iris 百合 百合花 兰花"),
    "peony": _flower(_peony, "peony peonies carnation hydrangea chrysanthemum 牡丹 牡丹花 康乃馨 绣球花 菊花", 0.8),
    "dandelion": _flower(_dandelion, "dandelion 蒲公英"),
    "bouquet": _flower(
        _bouquet, "bouquet bunch_of_flowers bouquet_of_flowers 花束 一束花 一束鲜花 捧花 束花 束鲜花", 0.85, 0.6
    ),
    "potted_plant": Thing(
        _potted,
        0.8,
        0.5,
        "surface",
        "room",
        words="potted_plant plant houseplant plants green_plant 绿植 盆栽 植物 绿色植物 盆绿植",
        roles=("held", "served"),
    ),
    "bonsai": Thing(_bonsai, 1.1, 0.5, "surface", "room", words="bonsai bonsai_tree 盆景"),
    "coral": Thing(_coral, 1.1, 0.5, home="underwater", words="coral corals 珊瑚"),
    "seaweed": Thing(_seaweed, 0.7, 0.6, home="underwater", words="seaweed kelp 海草 海带 水草"),
}
