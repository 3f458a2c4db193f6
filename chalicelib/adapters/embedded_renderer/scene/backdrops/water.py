"""Sea, beach, lake, under water, the dream at the shore, rock arches."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, mix, varied
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.scene.backdrops.land import hills, scatter
from chalicelib.adapters.embedded_renderer.scene.backdrops.skies import draw_sky
from chalicelib.adapters.embedded_renderer.scene.setting import Setting
from chalicelib.adapters.embedded_renderer.things.buildings.sights import THINGS as SIGHTS
from chalicelib.adapters.embedded_renderer.things.look import Look


def water(pen: Pen, setting: Setting, top: float, bottom: float, colour: Colour) -> None:
    """Waves get longer towards us; a low sun or the moon leaves a path of light."""
    upper, lower = setting.sky()
    tone = mix(setting.tone(colour), upper, 0.3)
    pen.rect(0, top, 1, bottom - top, mix(tone, lower, 0.45), (*darker(tone, 0.2),))
    rng = setting.rng
    for step in range(240):
        depth = (step / 240) ** 1.6
        y = top + (bottom - top) * depth
        x, long = rng.uniform(-0.05, 1.0), 0.012 + depth * 0.1
        tint = lighter(tone, rng.uniform(0.1, 0.4)) if rng.random() < 0.5 else darker(tone, 0.25)
        pen.line([(x, y), (x + long / 2, y - 0.003 - depth * 0.006), (x + long, y)], 0.0012 + depth * 0.003, tint)
    if setting.time in ("sunrise", "sunset", "night"):
        shine: Colour = (226, 232, 250) if setting.dark else (255, 226, 150)
        centre = 0.8 if setting.dark else 0.5
        for step in range(130):
            depth = step / 130
            x = centre + rng.gauss(0, 0.02 + depth * 0.05)
            y = top + (bottom - top) * depth
            pen.line(
                [(x, y), (x + 0.01 + depth * 0.05, y)], 0.0015 + depth * 0.003, mix(tone, shine, rng.uniform(0.5, 1.0))
            )


def sea(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 0.54)
    water(pen, setting, 0.54, 1.0, (30, 92, 140))


def lake(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 0.46)
    hills(pen, setting, 0.44, ((116, 136, 160), (90, 128, 110), (76, 118, 76)), height=0.22)
    water(pen, setting, 0.58, 1.0, (50, 116, 150))


def beach(pen: Pen, setting: Setting) -> None:
    draw_sky(pen, setting, 0.46)
    water(pen, setting, 0.46, 0.66, (40, 130, 160))
    sand = setting.tone((230, 206, 154))
    pen.blob([(-0.2, 0.68), (0.2, 0.63), (0.6, 0.67), (1.2, 0.61), (1.2, 1.2), (-0.2, 1.2)], (244, 246, 244), "flat")
    pen.blob(
        [(-0.2, 0.7), (0.2, 0.65), (0.6, 0.69), (1.2, 0.63), (1.2, 1.2), (-0.2, 1.2)], sand, (*darker(sand, 0.18),)
    )


def dream(pen: Pen, setting: Setting) -> None:
    """An empty shore in yellow light, far cliffs, long shadows."""
    top: Colour = (96, 142, 172)
    pen.rect(0, 0, 1, 0.42, top, (248, 220, 150))
    pen.rect(0, 0.36, 1, 0.1, (120, 164, 176), (196, 190, 150))
    pen.shape(
        [(0.66, 0.42), (0.7, 0.3), (0.78, 0.26), (0.84, 0.3), (0.92, 0.24), (1.0, 0.22), (1.0, 0.46)],
        (206, 160, 96),
        "side",
    )
    pen.rect(0, 0.43, 1, 0.57, (196, 150, 92), (92, 62, 44))
    for _ in range(24):
        tone = varied((150, 108, 66), setting.rng, 16)
        pen.glow(
            (setting.rng.random(), setting.rng.uniform(0.5, 1.0)),
            setting.rng.uniform(0.08, 0.3),
            setting.rng.uniform(0.01, 0.04),
            tone,
            0.45,
        )
    pen.limb([(0.86, 0.72), (0.87, 0.5), (0.84, 0.36)], (0.03, 0.012), (110, 92, 72))
    pen.limb([(0.86, 0.46), (0.74, 0.42), (0.66, 0.44)], (0.016, 0.006), (110, 92, 72))


def underwater(pen: Pen, setting: Setting) -> None:
    pen.rect(0, 0, 1, 1, (60, 160, 196), (8, 44, 96))
    for step in range(6):
        x = 0.1 + step * 0.16
        pen.shape([(x, 0.0), (x + 0.05, 0.0), (x + 0.16, 0.9), (x - 0.06, 0.9)], (190, 236, 246), "flat", alpha=0.1)
    pen.blob([(-0.2, 0.9), (0.3, 0.84), (0.7, 0.9), (1.2, 0.85), (1.2, 1.2), (-0.2, 1.2)], (190, 176, 130), "down")
    hues: tuple[Colour, ...] = ((226, 90, 110), (240, 150, 70), (180, 90, 190), (90, 190, 120))
    for step in range(16):
        x, hue = setting.rng.random(), setting.rng.choice(hues)
        for lean in (-0.04, 0.0, 0.04):
            pen.limb([(x, 0.95), (x + lean * 0.5, 0.88), (x + lean, 0.78 + 0.05 * (step % 3))], (0.022, 0.012), hue)
    for _ in range(40):
        pen.disc((setting.rng.random(), setting.rng.random()), setting.rng.uniform(0.003, 0.01), (200, 236, 246))


def arches(pen: Pen, setting: Setting) -> None:
    """Red rock: mesas far away, natural arches near."""
    draw_sky(pen, setting, 0.58)
    far = mix(setting.tone((196, 120, 90)), setting.sky()[1], 0.35)
    pen.shape(
        [
            (0.0, 0.6),
            (0.0, 0.5),
            (0.16, 0.49),
            (0.2, 0.56),
            (0.42, 0.57),
            (0.46, 0.5),
            (0.6, 0.49),
            (0.64, 0.57),
            (0.86, 0.56),
            (0.9, 0.47),
            (1.0, 0.47),
            (1.0, 0.6),
        ],
        far,
        "down",
    )
    ground = setting.tone((206, 124, 76))
    pen.rect(0, 0.6, 1, 0.4, lighter(ground, 0.12), (*darker(ground, 0.25),))
    for _ in range(26):
        x, y = setting.rng.random(), setting.rng.uniform(0.66, 1.0)
        pen.oval((x, y), setting.rng.uniform(0.006, 0.02), 0.006, varied((110, 130, 70), setting.rng))
    arch = SIGHTS["arch"]
    for x, y, wide, high in ((0.66, 0.44, 0.3, 0.24), (0.06, 0.42, 0.56, 0.48)):
        pen.glow((x + wide / 2, y + high), wide * 0.6, 0.04, (80, 40, 24), 0.5)
        arch.draw(pen.part(x, y, wide, high), Look(setting.rng, setting.tone((198, 100, 58))))
    for step in range(5):
        pen.line(
            arc(0.34, 0.9, 0.24 - step * 0.012, 0.4 - step * 0.02, (195 + step * 10, 330 - step * 12)),
            0.003,
            (160, 78, 46),
        )
    scatter(pen, setting, "cactus", [(0.93, 0.84, 0.1)])


BACKDROPS = {"sea": sea, "lake": lake, "beach": beach, "dream": dream, "underwater": underwater, "arches": arches}
