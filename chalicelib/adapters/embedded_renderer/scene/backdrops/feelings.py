"""Backdrops of pure mood: night, space, fire, macro, feeling."""

import math

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, varied
from chalicelib.adapters.embedded_renderer.drawing.geometry import smooth
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.scene.backdrops.skies import draw_sky, draw_stars
from chalicelib.adapters.embedded_renderer.scene.setting import Setting

MOODS: dict[str, tuple[Colour, ...]] = {
    "happy": ((255, 206, 84), (255, 140, 90), (250, 240, 200)),
    "calm": ((150, 196, 206), (206, 226, 220), (120, 150, 180)),
    "sad": ((70, 90, 130), (110, 126, 156), (40, 50, 80)),
    "dark": ((24, 20, 34), (70, 30, 44), (50, 50, 66)),
    "angry": ((180, 30, 30), (240, 110, 30), (50, 10, 20)),
    "warm": ((236, 150, 100), (250, 206, 160), (190, 80, 80)),
    "cold": ((150, 200, 230), (220, 238, 248), (80, 120, 170)),
    "dreamy": ((170, 140, 210), (240, 180, 210), (110, 160, 220)),
    "epic": ((60, 60, 110), (230, 150, 70), (250, 220, 150)),
    "energetic": ((236, 50, 90), (40, 170, 220), (250, 200, 40)),
    "futuristic": ((20, 30, 70), (40, 200, 230), (170, 70, 220)),
}


def open_sky(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 1.0)


def night(pen: Pen, setting: Setting) -> None:
    pen.rect(0, 0, 1, 1, (10, 12, 38), (48, 50, 96))
    draw_stars(pen, setting, 0.9, 160)
    pen.blob([(-0.2, 0.9), (0.2, 0.82), (0.6, 0.88), (1.2, 0.8), (1.2, 1.2), (-0.2, 1.2)], (16, 20, 38), "down")


def space(pen: Pen, setting: Setting) -> None:
    pen.rect(0, 0, 1, 1, (8, 8, 24), (20, 14, 40))
    hues: tuple[Colour, ...] = ((90, 50, 140), (40, 70, 150), (150, 60, 110))
    for _ in range(18):
        x = setting.rng.random()
        pen.glow(
            (x, 0.9 - x * 0.8 + setting.rng.gauss(0, 0.1)),
            setting.rng.uniform(0.1, 0.3),
            setting.rng.uniform(0.08, 0.2),
            setting.rng.choice(hues),
            0.3,
        )
    draw_stars(pen, setting, 1.0, 320)


def flames(pen: Pen, setting: Setting) -> None:
    pen.rect(0, 0, 1, 1, (36, 6, 12), (226, 96, 26))
    hues: tuple[Colour, ...] = ((150, 24, 14), (220, 76, 20), (248, 150, 40), (255, 214, 110))
    for layer, hue in enumerate(hues):
        for step in range(15):
            x = step / 14 + setting.rng.uniform(-0.03, 0.03)
            high = setting.rng.uniform(0.3, 0.8) * (1 - layer * 0.2)
            lean = setting.rng.uniform(-0.06, 0.06)
            pen.blob(
                [
                    (x - 0.05, 1.04),
                    (x - 0.04, 1 - high * 0.5),
                    (x + lean, 1 - high),
                    (x + 0.05, 1 - high * 0.45),
                    (x + 0.06, 1.04),
                ],
                hue,
                "up",
                alpha=0.5,
            )
    for _ in range(60):
        pen.disc(
            (setting.rng.random(), setting.rng.random()), setting.rng.uniform(0.001, 0.004), (255, 210, 120), "flat"
        )


def macro(pen: Pen, setting: Setting) -> None:
    """Green out of focus, one leaf sharp at the bottom."""
    pen.rect(0, 0, 1, 1, (150, 196, 120), (70, 120, 60))
    for _ in range(40):
        size = setting.rng.uniform(0.05, 0.16)
        pen.glow(
            (setting.rng.random(), setting.rng.random()), size, size, varied((170, 206, 120), setting.rng, 40), 0.4
        )
    pen.blob([(-0.2, 0.9), (0.3, 0.8), (0.8, 0.84), (1.2, 0.78), (1.2, 1.2), (-0.2, 1.2)], (84, 150, 62), "down")
    for step in range(9):
        pen.line([(0.5, 0.86), (step * 0.16 - 0.14, 1.02)], 0.004, (120, 180, 90))


def mood(pen: Pen, setting: Setting) -> None:
    """Nothing but feeling: bands and circles in the colours of the mood, composed by thirds."""
    palette = setting.colours or next((MOODS[name] for name in setting.moods if name in MOODS), ())
    rng = setting.rng
    if not palette:
        palette = tuple(varied(colour, rng, 30) for colour in MOODS[rng.choice(sorted(MOODS))])
    base = palette[0]
    pen.rect(0, 0, 1, 1, darker(base, 0.35), (*lighter(palette[-1], 0.2),))
    pen.glow((0.64, 0.36), 0.7, 0.7, lighter(base, 0.5), 0.6)
    for index in range(7):
        level, swing = 0.2 + index * 0.12, rng.uniform(0.04, 0.12)
        phase = rng.uniform(0, math.tau)
        wave = smooth([(x / 6, level + swing * math.sin(phase + x * 1.1)) for x in range(-1, 8)], closed=False)
        pen.shape([*wave, (1.2, 1.1), (-0.2, 1.1)], varied(palette[index % len(palette)], rng, 12), "down", alpha=0.42)
    for _ in range(9):
        size = rng.uniform(0.02, 0.11)
        pen.disc(
            (rng.choice((0.33, 0.66)) + rng.gauss(0, 0.16), rng.choice((0.33, 0.66)) + rng.gauss(0, 0.14)),
            size,
            varied(rng.choice(palette), rng, 24),
        )


BACKDROPS = {
    "sky": open_sky,
    "night": night,
    "space": space,
    "fire": flames,
    "macro": macro,
    "mood": mood,
}
