"""Rooms, table tops, the studio, and backdrops of pure mood: night, space, fire, macro, feeling."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, mix, varied
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.scene.setting import Setting


def studio(pen: Pen, setting: Setting) -> None:
    wall: Colour = setting.colours[0] if setting.colours else (206, 210, 214)
    if setting.dark or "dark" in setting.moods:
        wall = darker(wall, 0.7)
    pen.rect(0, 0, 1, 0.6, darker(wall, 0.14), (*lighter(wall, 0.35),))
    pen.rect(0, 0.6, 1, 0.4, lighter(wall, 0.25), (*darker(wall, 0.22),))
    pen.glow((0.5, 0.42), 0.62, 0.52, lighter(wall, 0.7), 0.55)


def room(pen: Pen, setting: Setting) -> None:
    wall = setting.colours[0] if setting.colours else mix((222, 206, 184), (70, 76, 110), 0.6 if setting.dark else 0.0)
    pen.rect(0, 0, 1, 0.58, wall, (*darker(wall, 0.12),))
    pen.rect(0, 0.56, 1, 0.03, lighter(wall, 0.5))
    floor: Colour = (164, 116, 74)
    pen.rect(0, 0.59, 1, 0.41, floor, (*darker(floor, 0.3),))
    for step in range(9):
        x = step / 8
        pen.line([(0.5 + (x - 0.5) * 0.9, 0.59), (0.5 + (x - 0.5) * 2.0, 1.0)], 0.002, darker(floor, 0.35))
    window = pen.part(0.06, 0.08, 0.22, 0.34)
    top, low = setting.sky()
    window.rect(-0.06, -0.05, 1.12, 1.1, (244, 240, 230))
    window.rect(0, 0, 1, 1, top, low)
    window.line([(0.5, 0), (0.5, 1)], 0.04, (244, 240, 230))
    window.line([(0, 0.5), (1, 0.5)], 0.04, (244, 240, 230))
    pen.shape([(0.3, 0.59), (0.5, 0.59), (0.62, 1.0), (0.3, 1.0)], (255, 240, 200), "flat", alpha=0.12)


def table_top(pen: Pen, setting: Setting) -> None:
    """Planks seen from above, with soft light from the left."""
    wood: Colour = (150, 104, 66)
    for step in range(6):
        tone = varied(wood, setting.rng, 12)
        y = step / 6
        pen.rect(0, y, 1, 1 / 6, tone, (*darker(tone, 0.08),))
        for _ in range(14):
            x, row = setting.rng.uniform(-0.1, 0.9), y + setting.rng.uniform(0.01, 0.16)
            pen.line(
                [(x, row), (x + 0.1, row + 0.003), (x + setting.rng.uniform(0.2, 0.4), row)], 0.0016, darker(tone, 0.16)
            )
        pen.line([(0, y), (1, y)], 0.004, darker(wood, 0.55))
    pen.glow((0.25, 0.2), 0.7, 0.7, (255, 236, 200), 0.3)
    pen.glow((1.0, 1.0), 0.6, 0.6, (30, 16, 10), 0.4)


def bar(pen: Pen, setting: Setting) -> None:
    """A dim bar out of focus, bright spots in the back, a counter in front."""
    pen.rect(0, 0, 1, 1, (44, 26, 26), (22, 14, 16))
    hues: tuple[Colour, ...] = ((255, 180, 90), (240, 110, 60), (255, 220, 150), (120, 150, 190))
    for _ in range(32):
        size, hue = setting.rng.uniform(0.02, 0.07), setting.rng.choice(hues)
        x, y = setting.rng.random(), setting.rng.uniform(0.0, 0.66)
        pen.glow((x, y), size * 1.7, size * 1.7, hue, 0.35)
        pen.shape(arc(x, y, size * 0.6, size * 0.6, (0, 360)), hue, "flat", alpha=0.22)
    pen.rect(0, 0.82, 1, 0.18, (110, 66, 40), (40, 22, 16))
    pen.rect(0, 0.82, 1, 0.008, (190, 130, 80))


BACKDROPS = {
    "studio": studio,
    "room": room,
    "table": table_top,
    "bar": bar,
}
