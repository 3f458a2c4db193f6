"""City, street, the Bund, plaza, road, airfield, wall."""

from random import Random

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, mix, varied
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.scene.backdrops.land import ground
from chalicelib.adapters.embedded_renderer.scene.backdrops.skies import draw_sky
from chalicelib.adapters.embedded_renderer.scene.backdrops.water import water
from chalicelib.adapters.embedded_renderer.scene.setting import Setting
from chalicelib.adapters.embedded_renderer.things.buildings.famous import THINGS as FAMOUS
from chalicelib.adapters.embedded_renderer.things.look import Look
from chalicelib.adapters.embedded_renderer.things.objects.furniture import THINGS as FURNITURE

LIT: Colour = (255, 222, 140)


def skyline(
    pen: Pen, setting: Setting, base: float, *, height: float = 0.3, famous: tuple[tuple[str, float, float], ...] = ()
) -> None:
    """Two rows of towers, the far one pale, the near one with windows; `famous` are (name, x, height)."""
    rng, low = setting.rng, setting.sky()[1]
    lights = setting.dark or setting.time in ("sunset", "sunrise")
    for row, share in ((0, 0.62), (1, 0.2)):
        x = -0.03
        while x < 1.0:
            wide, high = rng.uniform(0.035, 0.085), height * rng.uniform(0.3, 0.85 - row * 0.3)
            tone = mix(setting.tone(varied((112, 126, 150), rng, 18)), low, share)
            pen.rect(x, base - high, wide, high, tone, "side")
            if row:
                _windows(pen, rng, (x, base - high, wide, high), tone, lights=lights)
            x += wide + rng.uniform(-0.005, 0.02)
        if row == 0:
            _landmarks(pen, setting, base, famous)


def _landmarks(pen: Pen, setting: Setting, base: float, famous: tuple[tuple[str, float, float], ...]) -> None:
    across, down = abs(pen.frame.across[0]), abs(pen.frame.down[1])
    for name, x, high in famous:
        thing = FAMOUS[name]
        wide = high * thing.aspect * down / across
        pen_there = pen.part(x - wide / 2, base - high, wide, high)
        thing.draw(
            pen_there,
            Look(
                Random(1), setting.tone((206, 70, 120)) if name == "oriental_pearl" else setting.tone((130, 152, 178))
            ),
        )


def _windows(pen: Pen, rng: Random, box: tuple[float, float, float, float], tone: Colour, *, lights: bool) -> None:
    x, y, wide, high = box
    rows, columns = max(1, int(high / 0.018)), max(1, int(wide / 0.014))
    for row in range(rows):
        for column in range(columns):
            if rng.random() < 0.72:
                colour = (
                    (LIT if rng.random() < 0.7 else (160, 210, 250))
                    if lights and rng.random() < 0.6
                    else darker(tone, 0.2)
                )
                pen.rect(x + 0.004 + column * 0.014, y + 0.006 + row * 0.018, 0.007, 0.009, colour, "flat")


def city(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 0.72)
    skyline(
        pen,
        setting,
        0.74,
        height=0.5,
        famous=(("china_zun", 0.2, 0.5), ("cctv", 0.82, 0.26), ("bottle_opener", 0.66, 0.42)),
    )
    ground(pen, setting, 0.73, (120, 150, 104))
    pave = setting.tone((176, 174, 170))
    pen.rect(0, 0.84, 1, 0.16, pave, (*darker(pave, 0.2),))


def bund(pen: Pen, setting: Setting) -> None:
    """Pudong's towers over the river, lights on the water, the promenade and old lamps before it."""
    draw_sky(pen, setting, 0.6)
    skyline(
        pen,
        setting,
        0.6,
        height=0.34,
        famous=(
            ("shanghai_tower", 0.76, 0.53),
            ("bottle_opener", 0.67, 0.44),
            ("china_zun", 0.58, 0.34),
            ("oriental_pearl", 0.34, 0.47),
        ),
    )
    water(pen, setting, 0.6, 0.88, (46, 84, 120))
    hues: tuple[Colour, ...] = ((255, 120, 180), LIT, (120, 190, 250), (250, 160, 90))
    for _ in range(150):
        x, y = setting.rng.random(), setting.rng.uniform(0.61, 0.84)
        pen.line(
            [(x, y), (x + 0.025, y)],
            0.003,
            mix(setting.tone((46, 84, 120)), setting.rng.choice(hues), setting.rng.uniform(0.2, 0.7)),
        )
    _boat(pen, setting)
    stone = setting.tone((168, 160, 150))
    pen.rect(0, 0.9, 1, 0.1, stone, (*darker(stone, 0.3),))
    pen.rect(0, 0.865, 1, 0.014, lighter(stone, 0.15))
    for step in range(17):
        pen.rect(0.01 + step * 0.062, 0.87, 0.01, 0.05, stone)
    for x in (0.12, 0.5, 0.88):
        pen.limb([(x, 0.96), (x, 0.7)], (0.012, 0.008), (44, 46, 52))
        pen.disc((x, 0.69), 0.018, LIT)
        pen.glow((x, 0.69), 0.09, 0.09, LIT, 0.5)


def _boat(pen: Pen, setting: Setting) -> None:
    hull = setting.tone((70, 60, 66))
    pen.blob([(0.42, 0.735), (0.6, 0.73), (0.58, 0.76), (0.44, 0.76)], hull)
    pen.rect(0.455, 0.7, 0.11, 0.033, (246, 220, 160))


def street(pen: Pen, setting: Setting) -> None:
    """Houses on both sides run to a point in the distance; lit windows and lanterns at night."""
    draw_sky(pen, setting, 0.6)
    skyline(pen, setting, 0.6, height=0.24)
    rng = setting.rng
    for side in (0, 1):
        for step in range(5, 0, -1):
            near, far = 0.46 - 0.46 * (step / 5) ** 0.8 + 0.0, 0.46 - 0.46 * ((step - 1) / 5) ** 0.8
            top_near, top_far = 0.52 - 0.5 * (step / 5), 0.52 - 0.5 * ((step - 1) / 5)
            low_near, low_far = 0.62 + 0.28 * (step / 5), 0.62 + 0.28 * ((step - 1) / 5)
            wall = setting.tone(
                varied(
                    ((190, 150, 110), (170, 110, 90), (150, 140, 130), (196, 176, 140), (140, 110, 100))[
                        (step + side * 2) % 5
                    ],
                    rng,
                    12,
                )
            )
            points = [(near, top_near), (far, top_far), (far, low_far), (near, low_near)]
            pen.shape([(1 - x, y) for x, y in points] if side else points, wall, "down")
            _house_windows(pen, setting, ((near, top_near, low_near), (far, top_far, low_far)), side)
    stone = setting.tone((150, 142, 134))
    pen.shape(
        [(0.46, 0.62), (0.54, 0.62), (1.06, 0.92), (1.06, 1.0), (-0.06, 1.0), (-0.06, 0.92)],
        stone,
        (*darker(stone, 0.25),),
    )
    for step in range(7):
        y = 0.64 + step * step * 0.0085
        pen.line([(0.5 - (y - 0.6) * 1.5, y), (0.5 + (y - 0.6) * 1.5, y)], 0.002, darker(stone, 0.3))
    if setting.dark:
        for x, y, size in ((0.16, 0.3, 0.09), (0.84, 0.3, 0.09), (0.28, 0.42, 0.06), (0.72, 0.42, 0.06)):
            FURNITURE["lantern"].draw(pen.part(x - size / 2, y, size, size * 1.3), Look(rng))


def _house_windows(
    pen: Pen, setting: Setting, ends: tuple[tuple[float, float, float], tuple[float, float, float]], side: int
) -> None:
    (near, top_near, low_near), (far, top_far, low_far) = ends
    for across in (0.25, 0.65):
        for down in (0.2, 0.42, 0.64):
            box = []
            for dx, dy in ((0, 0), (0.2, 0), (0.2, 0.13), (0, 0.13)):
                share = across + dx
                top, low = top_near + (top_far - top_near) * share, low_near + (low_far - low_near) * share
                x = near + (far - near) * share
                box.append((1 - x if side else x, top + (low - top) * (down + dy)))
            lit = setting.dark and setting.rng.random() < 0.7
            pen.shape(box, LIT if lit else setting.tone((110, 136, 156)), "flat")


BACKDROPS = {
    "city": city,
    "bund": bund,
    "street": street,
}
