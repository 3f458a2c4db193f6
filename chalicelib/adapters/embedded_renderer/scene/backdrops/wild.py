"""Mountains, a road in them, desert, savanna, snow, bare ground."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, mix, varied
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.scene.backdrops.land import ground, hills, scatter
from chalicelib.adapters.embedded_renderer.scene.backdrops.skies import draw_sky
from chalicelib.adapters.embedded_renderer.scene.setting import Setting


def mountains(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 0.5)
    hills(
        pen,
        setting,
        0.44,
        ((124, 140, 166), (104, 130, 136), (88, 126, 98), (80, 120, 66), (70, 108, 54)),
        height=0.3,
        peaks=3,
    )
    area = [(0.0, 0.66), (1.0, 0.66), (1.0, 1.0), (0.0, 1.0)]
    pen.fur(area, setting.tone((96, 140, 70)), setting.rng, hair=(0.006, -0.02), count=700)


def mountain_road(pen: Pen, setting: Setting) -> None:
    """A road that curves round a slope, a valley below on the left."""
    draw_sky(pen, setting, 0.42)
    green = setting.tints.get("meadow", (96, 152, 74))
    hills(pen, setting, 0.38, ((120, 138, 158), (110, 146, 120), green, lighter(green, 0.1)), height=0.24)
    for _ in range(30):
        x, y = setting.rng.uniform(0, 0.6), setting.rng.uniform(0.52, 0.66)
        pen.disc((x, y), setting.rng.uniform(0.006, 0.016), varied(setting.tone((60, 110, 56)), setting.rng))
    cliff = setting.tone((134, 116, 96))
    pen.shape([(1.0, 0.12), (0.9, 0.2), (0.84, 0.34), (0.74, 0.44), (0.7, 0.56), (1.0, 0.66)], cliff, "side")
    for _ in range(16):
        x = setting.rng.uniform(0.8, 1.0)
        pen.line(
            [(x, setting.rng.uniform(0.3, 0.5)), (x - 0.03, setting.rng.uniform(0.5, 0.6))], 0.004, darker(cliff, 0.3)
        )
    tar = setting.tone((96, 98, 104))
    pen.blob(
        [
            (0.56, 0.56),
            (0.68, 0.54),
            (0.86, 0.6),
            (1.06, 0.74),
            (1.1, 1.1),
            (-0.1, 1.1),
            (-0.06, 0.9),
            (0.3, 0.78),
            (0.62, 0.68),
            (0.68, 0.61),
        ],
        tar,
        (*darker(tar, 0.3),),
    )
    pen.line([(0.63, 0.565), (0.76, 0.61), (0.74, 0.68), (0.5, 0.82), (0.26, 0.98)], 0.008, (236, 214, 120))
    for step in range(11):
        x, y = 0.66 - step * 0.075, 0.66 + step * 0.022 + step * step * 0.0005
        pen.rect(x, y - 0.05, 0.01, 0.05, (222, 222, 222), "flat")
    pen.line([(0.68, 0.62), (0.4, 0.7), (0.1, 0.79), (-0.05, 0.86)], 0.008, (236, 236, 232))


def desert(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 0.55)
    hills(pen, setting, 0.56, ((226, 190, 136), (222, 180, 118), (212, 166, 100)), height=0.12, peaks=2)


def savanna(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 0.58)
    ground(pen, setting, 0.58, (206, 176, 96))
    scatter(pen, setting, "tree", [(0.12, 0.62, 0.26), (0.9, 0.61, 0.2)], (120, 130, 60))


def snowfield(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 0.55)
    low = setting.sky()[1]
    scatter(
        pen,
        setting,
        "pine",
        [(x / 9 + setting.rng.uniform(-0.04, 0.04), 0.62, setting.rng.uniform(0.16, 0.34)) for x in range(10)],
        mix((70, 96, 110), low, 0.35),
    )
    snow: Colour = mix((244, 247, 252), setting.sky()[0], 0.4 if setting.dark else 0.06)
    pen.blob(
        [(-0.2, 0.66), (0.2, 0.59), (0.55, 0.63), (0.8, 0.59), (1.2, 0.64), (1.2, 1.2), (-0.2, 1.2)],
        snow,
        (*mix(snow, (150, 170, 206), 0.5),),
    )
    for _ in range(9):
        pen.glow((setting.rng.random(), setting.rng.uniform(0.7, 1.0)), 0.2, 0.03, mix(snow, (160, 180, 214), 0.5), 0.4)


def bare_ground(pen: Pen, setting: Setting) -> None:
    """Seen from a little above: only ground."""
    snowy = "snow" in setting.weather
    colour: Colour = (232, 238, 246) if snowy else (166, 142, 112)
    pen.rect(0, 0, 1, 1, mix(colour, setting.sky()[1], 0.4), (*darker(colour, 0.08 if snowy else 0.2),))
    for _ in range(70):
        spot = varied(
            mix(colour, (150, 168, 200) if snowy else (110, 90, 70), setting.rng.uniform(0.0, 0.5)), setting.rng, 8
        )
        pen.glow(
            (setting.rng.random(), setting.rng.uniform(0.0, 1.0)),
            setting.rng.uniform(0.05, 0.2),
            setting.rng.uniform(0.015, 0.06),
            spot,
            0.5,
        )


BACKDROPS = {
    "mountains": mountains,
    "mountain_road": mountain_road,
    "desert": desert,
    "savanna": savanna,
    "snowfield": snowfield,
    "ground": bare_ground,
}
