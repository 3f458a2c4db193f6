"""A wall along a street, a plaza, a road, an airfield."""

from chalicelib.adapters.embedded_renderer.drawing.colour import darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.scene.backdrops.built import skyline
from chalicelib.adapters.embedded_renderer.scene.backdrops.land import GREEN, ground, hills, scatter
from chalicelib.adapters.embedded_renderer.scene.backdrops.skies import draw_sky
from chalicelib.adapters.embedded_renderer.scene.setting import Setting


def wall(pen: Pen, setting: Setting) -> None:
    """A wall of rammed earth along a cracked street."""
    draw_sky(pen, setting, 0.4)
    earth = setting.tone(setting.tints.get("wall", (190, 146, 96)))
    pen.rect(0, 0.2, 1, 0.5, earth, (*darker(earth, 0.2),))
    pen.fur(
        [(0.0, 0.2), (1.0, 0.2), (1.0, 0.7), (0.0, 0.7)], darker(earth, 0.2), setting.rng, hair=(0.03, 0.0), count=420
    )
    for y in (0.32, 0.45, 0.58):
        pen.line([(0, y), (0.35, y + 0.006), (0.7, y - 0.005), (1, y)], 0.003, darker(earth, 0.3))
    pave = setting.tone((150, 146, 142))
    pen.rect(0, 0.7, 1, 0.3, lighter(pave, 0.1), (*darker(pave, 0.2),))
    for _ in range(9):
        x, y = setting.rng.random(), setting.rng.uniform(0.74, 0.98)
        crack = [(x + step * 0.03, y + setting.rng.uniform(-0.012, 0.012)) for step in range(6)]
        pen.line(crack, 0.003, darker(pave, 0.6))
        scatter(pen, setting, "grass", [(crack[step][0], crack[step][1] + 0.006, 0.05) for step in (1, 3, 4)], GREEN)


def plaza(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 0.62)
    skyline(pen, setting, 0.62, height=0.12)
    scatter(pen, setting, "tree", [(x / 11, 0.66, setting.rng.uniform(0.07, 0.13)) for x in range(12)], (88, 136, 78))
    pave = setting.tone((206, 202, 196))
    ground(pen, setting, 0.65, (120, 162, 88))
    pen.shape([(0.3, 0.7), (0.7, 0.7), (1.2, 1.0), (-0.2, 1.0)], pave, (*darker(pave, 0.14),))


def road(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 0.58)
    hills(pen, setting, 0.56, ((116, 138, 150), (112, 152, 92)), height=0.14)
    ground(pen, setting, 0.64, (116, 156, 78))
    tar = setting.tone((92, 94, 100))
    pen.rect(0, 0.76, 1, 0.24, lighter(tar, 0.1), (*darker(tar, 0.25),))
    for step in range(6):
        pen.rect(0.02 + step * 0.18, 0.93, 0.1, 0.014, (238, 232, 210), "flat")
    pen.rect(0, 0.772, 1, 0.006, (238, 236, 230), "flat")


def tarmac(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 0.54)
    hall = setting.tone((186, 194, 204))
    pen.rect(0.0, 0.45, 0.6, 0.1, hall)
    for step in range(14):
        pen.rect(0.01 + step * 0.042, 0.475, 0.03, 0.045, setting.tone((90, 130, 160)), "flat")
    pen.rect(0.78, 0.3, 0.03, 0.25, hall, "side")
    pen.shape([(0.75, 0.24), (0.84, 0.24), (0.83, 0.31), (0.76, 0.31)], setting.tone((80, 110, 140)), "down")
    tar = setting.tone((132, 134, 140))
    pen.rect(0, 0.55, 1, 0.45, lighter(tar, 0.12), (*darker(tar, 0.2),))
    pen.line([(0.0, 0.98), (0.42, 0.55)], 0.008, (240, 206, 70))
    for step in range(7):
        pen.line([(0, 0.58 + step * step * 0.009), (1, 0.58 + step * step * 0.009)], 0.002, darker(tar, 0.2))


BACKDROPS = {
    "wall": wall,
    "plaza": plaza,
    "road": road,
    "tarmac": tarmac,
}
