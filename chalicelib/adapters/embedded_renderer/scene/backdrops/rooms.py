"""Kitchen, restaurant, classroom, hospital, library: rooms with what makes them known."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, varied
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.scene.setting import Setting

SPINES: tuple[Colour, ...] = ((150, 50, 46), (50, 90, 130), (200, 160, 80), (70, 110, 76), (100, 66, 110))


def shell(pen: Pen, setting: Setting, wall: Colour, floor: Colour, *, edge: float = 0.6) -> None:
    """Wall and floor, with boards that run to the back."""
    wall = setting.colours[0] if setting.colours else darker(wall, 0.5 if setting.dark else 0.0)
    pen.rect(0, 0, 1, edge, lighter(wall, 0.1), (*darker(wall, 0.1),))
    pen.rect(0, edge, 1, 1 - edge, floor, (*darker(floor, 0.28),))
    for step in range(11):
        x = step / 10
        pen.line([(0.5 + (x - 0.5) * 0.9, edge), (0.5 + (x - 0.5) * 2.2, 1.0)], 0.002, darker(floor, 0.3))
    pen.rect(0, edge - 0.02, 1, 0.025, lighter(wall, 0.4))


def _window(pen: Pen, setting: Setting, box: tuple[float, float, float, float]) -> None:
    x, y, wide, high = box
    top, low = setting.sky()
    pen.rect(x - 0.01, y - 0.01, wide + 0.02, high + 0.02, (246, 242, 232))
    pen.rect(x, y, wide, high, top, low)
    pen.rect(x + wide / 2 - 0.004, y, 0.008, high, (246, 242, 232), "flat")


def kitchen(pen: Pen, setting: Setting) -> None:
    shell(pen, setting, (226, 232, 228), (196, 186, 170), edge=0.66)
    for row in range(4):
        for column in range(16):
            tile = varied((206, 222, 222), setting.rng, 6)
            pen.rect(column / 16 + 0.002, 0.3 + row * 0.045, 0.058, 0.041, tile, "flat")
    for x in (0.0, 0.17, 0.66, 0.83):
        pen.rect(x + 0.005, 0.04, 0.16, 0.22, (176, 132, 92), "side")
        pen.disc((x + 0.14, 0.22), 0.006, (240, 220, 180))
    _window(pen, setting, (0.38, 0.06, 0.24, 0.22))
    pen.rect(0, 0.47, 1, 0.03, (236, 232, 224))
    for step in range(6):
        pen.rect(step / 6 + 0.004, 0.5, 0.158, 0.17, (186, 142, 100), "side")
        pen.rect(step / 6 + 0.06, 0.52, 0.05, 0.008, (240, 220, 180), "flat")


def restaurant(pen: Pen, setting: Setting) -> None:
    shell(pen, setting, (150, 92, 70), (120, 78, 52))
    for x in (0.16, 0.5, 0.84):
        pen.line([(x, 0), (x, 0.12)], 0.003, (50, 36, 30))
        pen.shape([(x - 0.05, 0.18), (x - 0.02, 0.11), (x + 0.02, 0.11), (x + 0.05, 0.18)], (230, 180, 90), "side")
        pen.glow((x, 0.2), 0.2, 0.18, (255, 220, 150), 0.5)
    for x, size in ((0.1, 0.11), (0.9, 0.11), (0.3, 0.08), (0.7, 0.08)):
        pen.rect(x - size / 2, 0.52, size, 0.02, (240, 232, 220), "flat")
        pen.rect(x - 0.006, 0.54, 0.012, 0.1, (70, 46, 36), "side")


def classroom(pen: Pen, setting: Setting) -> None:
    shell(pen, setting, (232, 228, 206), (186, 150, 106))
    pen.rect(0.26, 0.1, 0.54, 0.32, (150, 104, 60))
    pen.rect(0.275, 0.12, 0.51, 0.275, (44, 84, 66))
    _window(pen, setting, (0.03, 0.08, 0.16, 0.3))
    pen.disc((0.9, 0.16), 0.05, (250, 250, 246))
    pen.line([(0.9, 0.16), (0.9, 0.13)], 0.004, (40, 40, 44))
    pen.line([(0.9, 0.16), (0.92, 0.17)], 0.004, (40, 40, 44))
    for x in (0.08, 0.34, 0.66, 0.92):
        pen.rect(x - 0.08, 0.62, 0.16, 0.02, (206, 160, 100))
        for side in (-0.06, 0.06):
            pen.rect(x + side, 0.64, 0.008, 0.08, (90, 94, 100), "flat")


def clinic(pen: Pen, setting: Setting) -> None:
    shell(pen, setting, (222, 236, 236), (196, 210, 212))
    _window(pen, setting, (0.06, 0.1, 0.22, 0.28))
    pen.disc((0.84, 0.18), 0.07, (250, 252, 252))
    for box in ((0.825, 0.13, 0.03, 0.1), (0.79, 0.165, 0.1, 0.03)):
        pen.rect(*box, (214, 44, 48), "flat")
    pen.rect(0.62, 0.52, 0.34, 0.1, (244, 248, 250))
    pen.rect(0.63, 0.48, 0.1, 0.05, (250, 252, 252))
    for x in (0.63, 0.94):
        pen.rect(x, 0.6, 0.012, 0.1, (150, 160, 168), "side")


def library(pen: Pen, setting: Setting) -> None:
    shell(pen, setting, (140, 100, 66), (150, 108, 70), edge=0.68)
    for row in range(5):
        y = 0.02 + row * 0.13
        pen.rect(0, y, 1, 0.115, (74, 48, 32), "flat")
        x = 0.004
        while x < 1:
            wide, high = setting.rng.uniform(0.012, 0.03), setting.rng.uniform(0.07, 0.108)
            pen.rect(x, y + 0.115 - high, wide, high, varied(setting.rng.choice(SPINES), setting.rng), "side")
            x += wide + 0.002
    for x in (0.0, 0.32, 0.66, 0.98):
        pen.rect(x, 0, 0.02, 0.68, (120, 82, 52), "side")


BACKDROPS = {"kitchen": kitchen, "restaurant": restaurant, "classroom": classroom, "clinic": clinic, "library": library}
