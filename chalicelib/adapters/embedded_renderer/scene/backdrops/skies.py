"""The sky with its lights and clouds, and stars."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, mix
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.scene.setting import Setting
from chalicelib.adapters.embedded_renderer.things.look import Look
from chalicelib.adapters.embedded_renderer.things.nature.heavenly import THINGS as HEAVENLY


def draw_sky(pen: Pen, setting: Setting, horizon: float) -> None:
    top, low = setting.sky()
    if setting.colours:
        top = mix(top, setting.colours[0], 0.55)
        low = mix(low, setting.colours[-1], 0.35)
    pen.rect(0, 0, 1, horizon + 0.01, top, low)
    rng = setting.rng
    if setting.dark:
        draw_stars(pen, setting, horizon)
    if not setting.light_seen:
        _light(pen, setting, horizon)
    heavy = bool({"cloudy", "rain", "snow"} & set(setting.weather))
    count = 9 if heavy else (0 if "clear" in setting.weather else 3)
    colour: Colour = mix(low, (255, 255, 255), 0.15 if setting.dark else 0.75)
    if setting.time in ("sunrise", "sunset"):
        colour = mix((255, 190, 150), top, 0.25)
    for _ in range(0 if setting.dark else count):
        wide = rng.uniform(0.24, 0.46)
        cloud = pen.part(rng.uniform(-0.1, 0.85), rng.uniform(0.0, horizon * 0.6), wide, wide * 0.4)
        HEAVENLY["cloud"].draw(
            cloud, Look(rng, mix(colour, (120, 126, 136), rng.uniform(0.1, 0.5)) if heavy else colour)
        )


def draw_stars(pen: Pen, setting: Setting, horizon: float, count: int = 110) -> None:
    for _ in range(count):
        shine = setting.rng.randint(140, 255)
        pen.disc(
            (setting.rng.random(), setting.rng.random() * horizon),
            setting.rng.uniform(0.0008, 0.0028),
            (shine, shine, 255),
            "flat",
        )


def _light(pen: Pen, setting: Setting, horizon: float) -> None:
    """Sun or moon, where the hour has it."""
    if setting.time in ("sunrise", "sunset"):
        pen.glow((0.5, horizon), 0.9, 0.62, (255, 210, 120), 0.75)
        _round(pen, "sun", 0.5, horizon - 0.045, 0.2, (255, 236, 170), setting)
    elif setting.dark:
        _round(pen, "moon", 0.8, 0.16, 0.13, None, setting)
    elif setting.time == "day" and not setting.weather:
        pen.glow((0.86, 0.08), 0.4, 0.4, (255, 246, 210), 0.6)


def _round(pen: Pen, name: str, x: float, y: float, size: float, colour: Colour | None, setting: Setting) -> None:
    across, down = abs(pen.frame.across[0]), abs(pen.frame.down[1])
    short = min(across, down)
    wide, high = size * short / across, size * short / down
    HEAVENLY[name].draw(pen.part(x - wide / 2, y - high / 2, wide, high), Look(setting.rng, colour))
