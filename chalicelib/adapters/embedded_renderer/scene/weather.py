"""What falls, drifts and burns before everything else."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, mix, varied
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.scene.placement import Placed
from chalicelib.adapters.embedded_renderer.scene.setting import Setting


def draw_weather(pen: Pen, setting: Setting) -> None:
    for name, draw in (("fog", _fog), ("smoke", _smoke), ("fire", _sparks), ("rain", _rain), ("snow", _snow)):
        if name in setting.weather:
            draw(pen, setting)


def draw_haze(pen: Pen, setting: Setting) -> None:
    """Smoke behind the things, so that they are still seen in it."""
    if "smoke" in setting.weather:
        _smoke(pen, setting, behind=True)


def snow_on(pen: Pen, one: Placed, setting: Setting) -> None:
    """Snow lies in heaps along the upper edge and in patches."""
    rng = setting.rng
    wide, high = pen.image.size
    for _ in range(60):
        across = rng.uniform(0.0, 1.0)
        down = rng.choice((0.1 + 0.2 * abs(across - 0.6), rng.uniform(0.7, 0.95), rng.uniform(0.1, 0.95)))
        if 0.34 < down < 0.7 and 0.24 < across < 0.84 and rng.random() < 0.85:
            continue
        centre = ((one.x + one.width * across) / wide, (one.y + one.height * down) / high)
        size = rng.uniform(0.03, 0.1)
        pen.glow(
            (centre[0], centre[1] + 0.006),
            one.width * size / wide * 1.2,
            one.height * size / high,
            (190, 204, 226),
            0.7,
        )
        pen.glow(centre, one.width * size / wide * 1.2, one.height * size / high, (250, 252, 255), 0.95)


def _snow(pen: Pen, setting: Setting) -> None:
    for _ in range(260):
        near = setting.rng.random() ** 3
        pen.disc((setting.rng.random(), setting.rng.random()), 0.0016 + near * 0.007, (250, 252, 255), "flat")
    for _ in range(24):
        size = setting.rng.uniform(0.008, 0.02)
        pen.glow((setting.rng.random(), setting.rng.random()), size, size, (255, 255, 255), 0.8)


def _rain(pen: Pen, setting: Setting) -> None:
    for _ in range(330):
        x, y, long = setting.rng.random(), setting.rng.random(), setting.rng.uniform(0.02, 0.06)
        pen.line([(x, y), (x - long * 0.3, y + long)], 0.0012, (196, 212, 226))


def _fog(pen: Pen, setting: Setting) -> None:
    colour = mix(setting.tints.get("fog", setting.tints.get("smoke", (226, 230, 236))), setting.sky()[1], 0.2)
    for _ in range(22):
        pen.glow(
            (setting.rng.random(), setting.rng.uniform(0.35, 0.95)),
            setting.rng.uniform(0.2, 0.5),
            setting.rng.uniform(0.03, 0.1),
            colour,
            0.3,
        )


def _smoke(pen: Pen, setting: Setting, *, behind: bool = False) -> None:
    colour: Colour = setting.tints.get("smoke", (176, 180, 190))
    for _ in range(46):
        side = setting.rng.choice((0.06, 0.94, setting.rng.random()))
        y = setting.rng.uniform(0.1, 1.0)
        alpha = 0.34 if behind else 0.14 if abs(side - 0.5) > 0.4 or y > 0.86 else 0.02
        pen.glow(
            (side + setting.rng.gauss(0, 0.08), y),
            setting.rng.uniform(0.1, 0.26),
            setting.rng.uniform(0.08, 0.2),
            varied(mix(colour, (236, 242, 255), setting.rng.uniform(0, 0.4)), setting.rng, 16),
            alpha,
        )


def _sparks(pen: Pen, setting: Setting) -> None:
    for _ in range(70):
        x, y, size = setting.rng.random(), setting.rng.random(), setting.rng.uniform(0.001, 0.004)
        pen.glow((x, y), size * 4, size * 4, (255, 170, 60), 0.6)
        pen.disc((x, y), size, (255, 236, 170), "flat")
