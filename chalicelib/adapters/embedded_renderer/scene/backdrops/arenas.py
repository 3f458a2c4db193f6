"""Stage, stadium, gym, the moon, Mars, fields of flowers and corn, a brick wall, posters and abstract pictures."""

import math

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, mix, varied
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.scene.backdrops.feelings import mood
from chalicelib.adapters.embedded_renderer.scene.backdrops.land import ground, hills
from chalicelib.adapters.embedded_renderer.scene.backdrops.skies import draw_sky, draw_stars
from chalicelib.adapters.embedded_renderer.scene.setting import Setting
from chalicelib.adapters.embedded_renderer.things.buildings.houses import THINGS as HOUSES
from chalicelib.adapters.embedded_renderer.things.look import Look


def stage(pen: Pen, setting: Setting) -> None:
    back: Colour = setting.colours[0] if setting.colours else (46, 30, 60)
    pen.rect(0, 0, 1, 0.7, darker(back, 0.4), back)
    pen.rect(0, 0.68, 1, 0.32, (126, 84, 54), (70, 44, 32))
    for x, hue in ((0.2, (255, 220, 150)), (0.5, (255, 250, 230)), (0.8, (190, 210, 255))):
        pen.shape([(x, -0.02), (x - 0.16, 0.8), (x + 0.16, 0.8)], hue, "up", alpha=0.16)
        pen.glow((x, 0.8), 0.2, 0.06, hue, 0.4)
    for side in (0, 1):
        for step in range(4):
            x = step * 0.04 if not side else 1 - (step + 1) * 0.04
            pen.rect(x, 0, 0.04, 0.84 - step * 0.03, varied((160, 30, 40), setting.rng, 10), "side")
    for step in range(8):
        pen.oval((step / 7, 0.0), 0.09, 0.1, (150, 26, 36))


def stadium(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 0.3)
    pen.rect(0, 0.24, 1, 0.3, (110, 116, 130), (84, 90, 104))
    for _ in range(420):
        x, y = setting.rng.random(), setting.rng.uniform(0.26, 0.5)
        pen.disc((x, y), 0.006, varied((190, 150, 130), setting.rng, 70), "flat")
    pen.rect(0, 0.5, 1, 0.05, (236, 240, 244))
    for step in range(8):
        tone = (86, 156, 70) if step % 2 else (98, 170, 80)
        left, right = step / 8, (step + 1) / 8
        ends = [
            (0.5 + (x - 0.5) * wide, y)
            for x, wide, y in ((left, 1.1, 0.55), (right, 1.1, 0.55), (right, 2.2, 1.0), (left, 2.2, 1.0))
        ]
        pen.shape(ends, setting.tone(tone), "flat")
    pen.line([(0.0, 0.6), (1.0, 0.6)], 0.004, (246, 248, 246))
    pen.line([(0.12, 0.54), (0.12, 0.4), (0.34, 0.4), (0.34, 0.54)], 0.008, (250, 250, 250))


def court(pen: Pen, _setting: Setting) -> None:
    pen.rect(0, 0, 1, 0.62, (206, 214, 222), (176, 186, 198))
    pen.rect(0, 0.62, 1, 0.38, (214, 158, 96), (170, 116, 66))
    pen.line([(0.0, 0.74), (1.0, 0.74)], 0.005, (250, 248, 240))
    pen.line([(0.3, 0.62), (0.1, 1.0)], 0.005, (250, 248, 240))
    pen.rect(0.8, 0.2, 0.03, 0.46, (90, 96, 106), "side")
    pen.rect(0.64, 0.1, 0.24, 0.17, (250, 250, 250))
    pen.line([(0.71, 0.16), (0.81, 0.16), (0.81, 0.24), (0.71, 0.24), (0.71, 0.16)], 0.005, (210, 50, 40))
    pen.line([(0.7, 0.27), (0.82, 0.27)], 0.01, (230, 90, 40))
    for step in range(5):
        pen.line([(0.7 + step * 0.03, 0.27), (0.73 + step * 0.015, 0.35)], 0.003, (245, 245, 245))


def _barren(pen: Pen, setting: Setting, soil: Colour) -> None:
    pen.blob([(-0.2, 0.7), (0.2, 0.64), (0.6, 0.68), (1.2, 0.62), (1.2, 1.2), (-0.2, 1.2)], soil, (*darker(soil, 0.3),))
    for _ in range(16):
        y = setting.rng.uniform(0.72, 0.98)
        x, size = setting.rng.random(), (y - 0.6) * setting.rng.uniform(0.06, 0.2)
        pen.oval((x, y), size, size * 0.36, darker(soil, 0.26), "up")
        pen.oval((x, y + size * 0.06), size * 0.8, size * 0.26, darker(soil, 0.12), "flat")


def moon_ground(pen: Pen, setting: Setting) -> None:
    pen.rect(0, 0, 1, 1, (6, 6, 16), (20, 20, 34))
    draw_stars(pen, setting, 0.66, 200)
    pen.disc((0.82, 0.2), 0.1, (60, 120, 200))
    for x, y, size in ((0.79, 0.17, 0.03), (0.86, 0.22, 0.035), (0.81, 0.25, 0.02)):
        pen.disc((x, y), size, (110, 170, 110), "flat")
    pen.glow((0.8, 0.17), 0.08, 0.04, (255, 255, 255), 0.5)
    _barren(pen, setting, (176, 176, 178))


def mars(pen: Pen, setting: Setting) -> None:
    pen.rect(0, 0, 1, 1, (206, 150, 110), (240, 200, 160))
    hills(pen, setting, 0.56, ((180, 100, 66), (170, 84, 52)), height=0.16, peaks=4)
    _barren(pen, setting, (190, 96, 56))


def _rows_of(pen: Pen, setting: Setting, colours: tuple[Colour, ...], leaf: Colour) -> None:
    """Heads that get larger towards us."""
    draw_sky(pen, setting, 0.5)
    hills(pen, setting, 0.48, ((120, 150, 160), (110, 150, 96)), height=0.1)
    ground(pen, setting, 0.55, leaf)
    for row in range(12):
        y, size = 0.57 + row * row * 0.0034, 0.005 + row * 0.0016
        for step in range(max(12, 44 - row * 3)):
            x = (step + setting.rng.random()) / max(12, 44 - row * 3)
            pen.disc(
                (x, y + setting.rng.uniform(-0.01, 0.01)),
                size,
                setting.tone(varied(setting.rng.choice(colours), setting.rng, 14)),
                "flat",
            )


def flower_field(pen: Pen, setting: Setting) -> None:
    tint = setting.tints.get("flower_field")
    colours = (tint, lighter(tint, 0.2)) if tint else ((230, 70, 90), (250, 210, 70), (240, 150, 190), (250, 250, 250))
    _rows_of(pen, setting, colours, (90, 146, 66))


def corn_field(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 0.52)
    hills(pen, setting, 0.5, ((120, 150, 160), (130, 150, 90)), height=0.1)
    tint = setting.tone(setting.tints.get("corn_field", (214, 176, 76)))
    pen.rect(0, 0.56, 1, 0.44, tint, (*darker(tint, 0.2),))
    for row in range(9):
        y = 0.58 + row * row * 0.006
        area = [(0.0, y), (1.0, y), (1.0, min(1.0, y + 0.1)), (0.0, min(1.0, y + 0.1))]
        pen.fur(area, varied(lighter(tint, 0.2), setting.rng, 14), setting.rng, hair=(0.006, -0.05), count=120)
        pen.fur(area, darker(tint, 0.25), setting.rng, hair=(-0.006, -0.05), count=70)


def village(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 0.56)
    hills(pen, setting, 0.54, ((110, 140, 150), (116, 156, 100)), height=0.14)
    ground(pen, setting, 0.6, (110, 156, 80))
    walls: tuple[Colour, ...] = ((226, 206, 176), (236, 226, 206), (206, 180, 150))
    for x, y, size in (
        (0.04, 0.66, 0.15),
        (0.2, 0.63, 0.11),
        (0.33, 0.66, 0.13),
        (0.66, 0.63, 0.12),
        (0.8, 0.67, 0.15),
        (0.94, 0.64, 0.12),
    ):
        look = Look(setting.rng, setting.tone(setting.rng.choice(walls)))
        HOUSES["house"].draw(pen.part(x - size / 2, y - size, size, size), look)
        if setting.dark:
            pen.glow((x, y - size * 0.34), size * 0.5, size * 0.3, (255, 220, 130), 0.5)


def brick_wall(pen: Pen, setting: Setting) -> None:
    mortar = setting.tone((206, 196, 184))
    pen.rect(0, 0, 1, 0.78, mortar)
    for row in range(16):
        for step in range(-1, 9):
            brick = setting.tone(varied((176, 84, 62), setting.rng, 16))
            x = (step + (0.5 if row % 2 else 0.0)) / 8
            pen.rect(x + 0.003, row * 0.0488 + 0.003, 0.119, 0.0425, brick)
    pave = setting.tone((150, 148, 146))
    pen.rect(0, 0.78, 1, 0.22, pave, (*darker(pave, 0.25),))
    pen.line([(0, 0.78), (1, 0.78)], 0.006, darker(pave, 0.5))


def poster(pen: Pen, setting: Setting) -> None:
    """A ground in one colour with rays and a frame."""
    base: Colour = (
        setting.colours[0]
        if setting.colours
        else setting.rng.choice(((244, 206, 90), (110, 186, 210), (240, 170, 150)))
    )
    base = darker(base, 0.5) if setting.dark else base
    pen.rect(0, 0, 1, 1, base, (*darker(base, 0.12),))
    for step in range(0, 36, 2):
        angles = (math.radians(step * 10), math.radians(step * 10 + 10))
        rays = [(0.5, 0.62), *((0.5 + math.cos(angle) * 1.2, 0.62 + math.sin(angle) * 1.2) for angle in angles)]
        pen.shape(rays, lighter(base, 0.22), "flat", alpha=0.5)
    edge = mix(base, (255, 255, 255), 0.8)
    pen.line([(0.03, 0.03), (0.97, 0.03), (0.97, 0.97), (0.03, 0.97), (0.03, 0.03)], 0.008, edge)


def abstract(pen: Pen, setting: Setting) -> None:
    mood(pen, setting)


BACKDROPS = {
    "stage": stage,
    "stadium": stadium,
    "court": court,
    "moon_ground": moon_ground,
    "mars": mars,
    "flower_field": flower_field,
    "corn_field": corn_field,
    "brick_wall": brick_wall,
    "village": village,
    "poster": poster,
    "abstract": abstract,
}
