"""Cliffs, islands, waterfalls, rivers, icebergs, and what flashes in the sky."""

import math

from chalicelib.adapters.embedded_renderer.drawing.colour import darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, ellipse
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing


def _iceberg(pen: Pen, look: Look) -> None:
    ice = look.paint((206, 232, 246))
    pen.shape([(0.0, 0.94), (0.08, 0.4), (0.24, 0.28), (0.8, 0.26), (0.94, 0.42), (1.0, 0.94)], ice, "down")
    pen.shape([(0.08, 0.4), (0.24, 0.28), (0.8, 0.26), (0.94, 0.42), (0.6, 0.5)], (250, 253, 255), "flat")
    pen.shape([(0.6, 0.5), (0.94, 0.42), (1.0, 0.94), (0.64, 0.94)], darker(ice, 0.18), "down")
    pen.shape([(0.2, 0.94), (0.3, 0.5), (0.42, 0.94)], lighter(ice, 0.4), "flat")


def _cliff(pen: Pen, look: Look) -> None:
    stone = look.paint((136, 118, 98))
    pen.shape(
        [(0.0, 1.0), (0.0, 0.3), (0.3, 0.2), (0.76, 0.24), (0.84, 0.44), (0.8, 0.6), (0.92, 0.8), (1.0, 1.0)],
        stone,
        "side",
    )
    for x in (0.14, 0.32, 0.48, 0.64):
        pen.line([(x, 0.34), (x + 0.03, 0.6), (x - 0.02, 0.94)], 0.012, darker(stone, 0.35))
    pen.blob([(0.0, 0.32), (0.3, 0.17), (0.78, 0.2), (0.8, 0.28), (0.4, 0.3), (0.0, 0.4)], (104, 150, 76))


def _island(pen: Pen, look: Look) -> None:
    sand = look.paint((236, 206, 150))
    pen.blob([(0.0, 0.72), (0.2, 0.44), (0.5, 0.3), (0.8, 0.44), (1.0, 0.72), (0.5, 0.86)], sand)
    pen.blob([(0.2, 0.5), (0.5, 0.26), (0.8, 0.5), (0.5, 0.6)], (110, 160, 80))
    pen.line(arc(0.5, 0.72, 0.52, 0.16, (0, 180)), 0.03, (240, 250, 252))


def _snow_mountain(pen: Pen, look: Look) -> None:
    stone = look.paint((112, 122, 146))
    for peak, left, right, tone in ((0.26, -0.06, 0.66, darker(stone, 0.14)), (0.62, 0.16, 1.06, stone)):
        top = 0.22 if peak < 0.5 else 0.0
        pen.shape([(left, 1.0), (peak, top), (right, 1.0)], tone, "side")
        pen.shape([(peak, top), (right, 1.0), (peak + 0.06, 1.0)], darker(tone, 0.3))
        low = top + (1 - top) * 0.55
        out = (peak - left) * 0.55, (right - peak) * 0.55
        hem = [
            (peak + out[1], low),
            (peak + out[1] * 0.6, low - 0.1),
            (peak + out[1] * 0.3, low + 0.08),
            (peak, low - 0.08),
        ]
        hem += [(peak - out[0] * 0.4, low + 0.06), (peak - out[0] * 0.7, low - 0.08), (peak - out[0], low)]
        pen.shape([(peak, top), *hem], (248, 250, 254), "side")
        pen.shape([(peak, top), *hem[:4]], (206, 216, 234), "flat", alpha=0.7)


def _waterfall(pen: Pen, look: Look) -> None:
    stone = (110, 104, 98)
    pen.shape([(0.0, 1.0), (0.0, 0.1), (0.3, 0.02), (0.7, 0.04), (1.0, 0.14), (1.0, 1.0)], stone, "side")
    for x, y in ((0.1, 0.3), (0.86, 0.36), (0.14, 0.66), (0.9, 0.7)):
        pen.blob([(x - 0.1, y), (x, y - 0.08), (x + 0.1, y), (x, y + 0.06)], (84, 130, 70))
    water = look.paint((206, 230, 244))
    pen.shape([(0.34, 0.06), (0.66, 0.06), (0.74, 0.94), (0.26, 0.94)], water, "side")
    for step in range(14):
        x = 0.32 + step * 0.028
        pen.line([(x, 0.08), (0.5 + (x - 0.5) * 1.3, 0.92)], 0.008, (250, 253, 255) if step % 2 else (150, 196, 222))
    pen.glow((0.5, 0.94), 0.4, 0.12, (255, 255, 255), 0.9)


def _stream(pen: Pen, look: Look) -> None:
    """A small river that comes down between its banks."""
    water = look.paint((96, 170, 216))
    pen.blob(
        [
            (0.42, 0.0),
            (0.56, 0.0),
            (0.74, 0.24),
            (0.5, 0.44),
            (0.7, 0.66),
            (1.0, 1.0),
            (0.1, 1.0),
            (0.3, 0.66),
            (0.24, 0.44),
            (0.5, 0.22),
        ],
        water,
    )
    for x, y in ((0.5, 0.16), (0.4, 0.42), (0.48, 0.7), (0.6, 0.86), (0.4, 0.92)):
        pen.line([(x - 0.06, y), (x, y - 0.01), (x + 0.08, y)], 0.014, lighter(water, 0.5))


def _pool(pen: Pen, look: Look) -> None:
    water = look.paint((70, 186, 222))
    pen.shape([(0.14, 0.1), (0.86, 0.1), (1.02, 0.98), (-0.02, 0.98)], (240, 236, 226), "flat")
    pen.shape([(0.18, 0.18), (0.82, 0.18), (0.94, 0.9), (0.06, 0.9)], water, "down")
    for step in range(9):
        x, y = 0.2 + (step * 37 % 60) / 100, 0.28 + step * 0.065
        pen.line([(x, y), (x + 0.06, y - 0.02), (x + 0.12, y)], 0.012, lighter(water, 0.6))


def _lightning(pen: Pen, look: Look) -> None:
    pen.glow((0.5, 0.5), 0.9, 0.6, (210, 220, 255), 0.6)
    pen.shape(
        [(0.56, 0.0), (0.2, 0.54), (0.46, 0.52), (0.3, 1.0), (0.8, 0.36), (0.54, 0.4), (0.74, 0.0)],
        look.paint((255, 240, 130)),
        "flat",
    )


def _snowflake(pen: Pen, look: Look) -> None:
    ice = look.paint((190, 226, 250))
    for turn in range(0, 360, 60):
        part = pen.turned(turn)
        part.line([(0.5, 0.5), (0.5, 0.04)], 0.04, ice)
        for y in (0.16, 0.3):
            part.line([(0.38, y - 0.08), (0.5, y + 0.04), (0.62, y - 0.08)], 0.03, ice)


def _comet(pen: Pen, look: Look) -> None:
    for step in range(7):
        pen.limb(
            [(0.8, 0.8), (0.02, 0.02 + step * 0.05)],
            (0.14 - step * 0.015, 0.004),
            lighter(look.paint((255, 226, 150)), step * 0.12),
        )
    pen.glow((0.82, 0.82), 0.26, 0.26, (255, 246, 210), 0.9)
    pen.disc((0.82, 0.82), 0.09, (255, 252, 236))


def _galaxy(pen: Pen, look: Look) -> None:
    hue = look.paint((170, 130, 230))
    pen.glow((0.5, 0.5), 0.5, 0.4, hue, 0.7)
    for step in range(220):
        angle, reach = step * 0.06 + (math.pi if step % 2 else 0), 0.05 + step * 0.002
        x, y = 0.5 + math.cos(angle) * reach, 0.5 + math.sin(angle) * reach * 0.6
        pen.disc(
            (x + look.rng.gauss(0, 0.012), y + look.rng.gauss(0, 0.012)),
            0.006 + 0.006 * look.rng.random(),
            lighter(hue, look.rng.random()),
            "flat",
        )
    pen.glow((0.5, 0.5), 0.16, 0.12, (255, 246, 220), 1.0)


def _black_hole(pen: Pen, look: Look) -> None:
    glow = look.paint((250, 150, 50))
    pen.glow((0.5, 0.5), 0.6, 0.5, glow, 0.7)
    for step in range(8):
        pen.line(ellipse(0.5, 0.5, 0.3 + step * 0.022, 0.3 + step * 0.022), 0.012, lighter(glow, step * 0.08))
    pen.disc((0.5, 0.5), 0.28, (4, 4, 8), "flat")
    pen.limb([(0.0, 0.54), (0.5, 0.58), (1.0, 0.54)], (0.02, 0.02), (255, 236, 190))


THINGS: dict[str, Thing] = {
    "iceberg": Thing(
        _iceberg, 2.2, 0.6, "water", "sea", words="iceberg ice_floe 冰山 浮冰", anchors={"top": (0.5, 0.42)}
    ),
    "cliff": Thing(_cliff, 1.5, 1.0, "ground", "sea", words="cliff cliffs 悬崖 峭壁 崖", anchors={"top": (0.4, 0.24)}),
    "island": Thing(
        _island,
        2.6,
        0.6,
        "water",
        "sea",
        words="island tropical_island 小岛 岛 岛屿 海岛",
        anchors={"top": (0.5, 0.44)},
    ),
    "snow_mountain": Thing(
        _snow_mountain,
        1.6,
        1.5,
        home="meadow",
        words="snow_mountain snowy_mountain snow-capped_mountain snowy_peak 雪山 雪峰 玉龙雪山",
    ),
    "waterfall": Thing(_waterfall, 0.8, 1.5, home="mountains", words="waterfall waterfalls 瀑布"),
    "stream": Thing(_stream, 0.9, 1.0, home="meadow", words="small_river brook creek 小河 小溪 溪流 溪水"),
    "pool": Thing(_pool, 2.6, 0.8, home="park", words="swimming_pool pool 游泳池 泳池"),
    "lightning": Thing(_lightning, 0.6, 0.9, "sky", "night", words="lightning lightning_bolt thunderbolt 闪电 雷电"),
    "snowflake": Thing(_snowflake, 1.0, 0.35, "sky", "snowfield", words="snowflake snowflakes 雪花片"),
    "comet": Thing(_comet, 1.0, 0.5, "sky", "night", words="comet meteor shooting_star meteors 流星 彗星 流星雨"),
    "galaxy": Thing(_galaxy, 1.4, 0.9, "sky", "space", words="spiral_galaxy nebula 星云 漩涡星系"),
    "black_hole": Thing(_black_hole, 1.4, 1.0, "sky", "space", words="black_hole 黑洞"),
}
