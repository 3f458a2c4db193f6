"""Meadow, park, garden, forest, mountains, desert, snow."""

from random import Random

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, mix, varied
from chalicelib.adapters.embedded_renderer.drawing.geometry import ridge
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.scene.backdrops.skies import draw_sky
from chalicelib.adapters.embedded_renderer.scene.setting import Setting
from chalicelib.adapters.embedded_renderer.things.look import Look
from chalicelib.adapters.embedded_renderer.things.nature.plants import THINGS as PLANTS

GREEN: Colour = (104, 158, 72)
AUTUMN: tuple[Colour, ...] = ((226, 120, 40), (236, 170, 60), (206, 74, 44))


def hills(
    pen: Pen, setting: Setting, horizon: float, colours: tuple[Colour, ...], *, height: float = 0.16, peaks: int = 3
) -> None:
    """Ridges one before the other, the far ones pale."""
    count = len(colours)
    low = setting.sky()[1]
    for index, colour in enumerate(colours):
        far = 1 - (index + 1) / count
        base = horizon + 0.05 * index
        points = ridge(setting.rng, base=base, height=height * (0.6 + far * 0.6), peaks=peaks + index, rough=0.16)
        tone = mix(setting.tone(colour), low, far * 0.6)
        pen.shape([*points, (1.1, 1.0), (-0.1, 1.0)], tone, (*darker(tone, 0.22),))


def ground(pen: Pen, setting: Setting, horizon: float, colour: Colour, *, blades: bool = True) -> None:
    tone = setting.tone(colour)
    pen.rect(0, horizon, 1, 1 - horizon, lighter(tone, 0.18), (*darker(tone, 0.25),))
    if blades:
        area = [(0.0, horizon + 0.01), (1.0, horizon + 0.01), (1.0, 1.0), (0.0, 1.0)]
        pen.fur(area, lighter(tone, 0.25), setting.rng, hair=(0.004, -0.018), count=520)
        pen.fur(area, darker(tone, 0.3), setting.rng, hair=(-0.004, -0.018), count=420)


def scatter(
    pen: Pen, setting: Setting, name: str, spots: list[tuple[float, float, float]], colour: Colour | None = None
) -> None:
    """Plants standing at (x, y of the foot, height)."""
    plant = PLANTS[name]
    across, down = abs(pen.frame.across[0]), abs(pen.frame.down[1])
    for x, y, high in sorted(spots, key=lambda spot: spot[1]):
        wide = high * plant.aspect * down / across
        tone = setting.tone(colour or GREEN) if name in ("tree", "pine") or colour else None
        plant.draw(pen.part(x - wide / 2, y - high, wide, high), Look(Random(setting.rng.random()), tone))


def meadow(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 0.56)
    tint = setting.tints.get("meadow", (120, 168, 96))
    hills(pen, setting, 0.56, ((110, 146, 150), tint), height=0.14)
    ground(pen, setting, 0.64, GREEN)
    scatter(pen, setting, "tree", [(0.06, 0.68, 0.2), (0.93, 0.67, 0.17)])


def park(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 0.56)
    scatter(
        pen,
        setting,
        "tree",
        [
            (x + setting.rng.uniform(-0.04, 0.04), 0.63, setting.rng.uniform(0.22, 0.36))
            for x in (0.03, 0.2, 0.36, 0.66, 0.82, 0.97)
        ],
        (96, 142, 84),
    )
    ground(pen, setting, 0.61, GREEN)
    path = setting.tone((206, 190, 160))
    pen.shape([(0.44, 0.61), (0.54, 0.61), (0.86, 1.0), (0.2, 1.0)], path, (*darker(path, 0.15),))


def garden(pen: Pen, setting: Setting) -> None:
    low = setting.tone((190, 216, 170))
    pen.rect(0, 0, 1, 1, setting.tone((150, 196, 190)), low)
    for _ in range(46):
        colour = varied(setting.tone((110, 168, 90)), setting.rng, 26)
        pen.glow(
            (setting.rng.random(), setting.rng.uniform(0.2, 1.0)),
            setting.rng.uniform(0.06, 0.16),
            setting.rng.uniform(0.06, 0.16),
            colour,
            0.4,
        )
    ground(pen, setting, 0.58, (92, 146, 66))


def zen(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 0.5)
    hills(pen, setting, 0.5, ((96, 120, 150), (70, 110, 96)), height=0.26, peaks=2)
    sand = setting.tone((224, 212, 186))
    pen.rect(0, 0.66, 1, 0.34, sand, (*darker(sand, 0.12),))
    for step in range(16):
        y = 0.69 + step * 0.02 + step * step * 0.0006
        pen.line([(0.0, y), (0.3, y - 0.008), (0.6, y + 0.008), (1.0, y)], 0.003, darker(sand, 0.22))
    for x, y, size in ((0.12, 0.76, 0.07), (0.2, 0.78, 0.045), (0.9, 0.8, 0.06)):
        pen.oval((x, y), size, size * 0.6, setting.tone((110, 110, 112)))
    scatter(pen, setting, "pine", [(0.06, 0.7, 0.3), (0.95, 0.7, 0.26)])


def forest(pen: Pen, setting: Setting) -> None:
    far = setting.tone((168, 196, 160))
    pen.rect(0, 0, 1, 1, far, setting.tone((96, 130, 90)))
    for row, (y, high) in enumerate(((0.62, 0.5), (0.68, 0.66), (0.76, 0.86))):
        autumn = "autumn" in setting.weather
        tone = setting.rng.choice(AUTUMN) if autumn else (56, 104, 72)
        colour = mix(tone, far, 0.6 - row * 0.3)
        spots = [
            (x / 7 + setting.rng.uniform(-0.05, 0.05), y, high * setting.rng.uniform(0.8, 1.1))
            for x in range(8)
            if row < 2 or x in (0, 1, 6, 7)
        ]
        scatter(pen, setting, "tree" if autumn else "pine", spots, colour)
        pen.rect(0, y, 1, 1 - y, setting.tone((88, 112, 62)), (*darker(setting.tone((88, 112, 62)), 0.3),))
    ground(pen, setting, 0.76, (84, 108, 58))


def bamboo(pen: Pen, setting: Setting) -> None:
    pen.rect(0, 0, 1, 1, setting.tone((196, 220, 170)), setting.tone((110, 150, 90)))
    scatter(pen, setting, "bamboo", [(x / 8 + setting.rng.uniform(-0.03, 0.03), 0.8, 0.82) for x in range(9)])
    ground(pen, setting, 0.78, (96, 130, 66))


BACKDROPS = {
    "meadow": meadow,
    "park": park,
    "garden": garden,
    "zen": zen,
    "forest": forest,
    "bamboo": bamboo,
}
