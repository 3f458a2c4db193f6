"""Boats, spaceships, drones, parachutes, sleighs and carriages."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, ellipse, smooth
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Stance, Thing

GLASS: Colour = (150, 186, 206)
STEEL: Colour = (150, 156, 166)
STANCES: dict[str, Stance] = {"sky": "sky", "sea": "water", "lake": "water", "space": "sky"}


def _rowboat(pen: Pen, look: Look) -> None:
    wood = look.paint((150, 92, 54))
    pen.shape([(0.0, 0.3), (1.0, 0.3), (0.84, 0.9), (0.16, 0.9)], wood)
    pen.shape([(0.0, 0.3), (0.5, 0.42), (1.0, 0.3), (0.92, 0.2), (0.08, 0.2)], darker(wood, 0.4), "flat")
    pen.line([(0.04, 0.5), (0.96, 0.5)], 0.02, darker(wood, 0.3))
    pen.limb([(0.4, 0.06), (0.9, 0.98)], (0.03, 0.06), (206, 160, 100))


def _pirate_ship(pen: Pen, look: Look) -> None:
    hull = look.paint((110, 66, 40))
    for x, top in ((0.3, 0.1), (0.56, 0.02), (0.78, 0.16)):
        pen.line([(x, top), (x, 0.7)], 0.02, (70, 46, 30))
        for y, half in ((top + 0.08, 0.11), (top + 0.3, 0.14)):
            pen.blob(
                [(x - half, y), (x + half, y), (x + half * 1.1, y + 0.18), (x, y + 0.21), (x - half * 0.9, y + 0.18)],
                (240, 232, 212),
                "side",
            )
    pen.shape([(0.56, 0.0), (0.74, 0.03), (0.56, 0.09)], (28, 26, 30), "flat")
    pen.disc((0.62, 0.04), 0.018, (246, 244, 238), "flat")
    pen.blob([(0.0, 0.5), (0.12, 0.62), (0.8, 0.66), (0.98, 0.56), (0.9, 0.94), (0.16, 0.96)], hull, "down")
    pen.limb([(0.94, 0.62), (1.06, 0.46)], (0.03, 0.015), (70, 46, 30))
    for step in range(6):
        pen.rect(0.2 + step * 0.11, 0.76, 0.045, 0.06, (40, 26, 20), "flat")
    pen.line([(0.05, 0.66), (0.94, 0.7)], 0.016, (220, 176, 90))


def _fishing_boat(pen: Pen, look: Look) -> None:
    paint = look.paint((50, 100, 150))
    pen.line([(0.3, 0.6), (0.3, 0.02), (0.06, 0.56)], 0.012, (90, 70, 50))
    pen.line([(0.3, 0.04), (0.94, 0.5)], 0.012, (90, 70, 50))
    pen.rect(0.4, 0.3, 0.3, 0.3, (244, 240, 230))
    pen.rect(0.37, 0.25, 0.36, 0.07, (190, 50, 44))
    for x in (0.44, 0.58):
        pen.rect(x, 0.37, 0.1, 0.12, GLASS)
    pen.shape([(0.0, 0.54), (1.0, 0.48), (0.9, 0.94), (0.12, 0.94)], paint)
    pen.shape([(0.0, 0.54), (1.0, 0.48), (0.98, 0.58), (0.02, 0.63)], (250, 248, 240), "flat")


def _submarine(pen: Pen, look: Look) -> None:
    paint = look.paint((246, 196, 40))
    pen.limb([(0.5, 0.3), (0.5, 0.04), (0.6, 0.04)], (0.04, 0.04), darker(paint, 0.3))
    pen.blob([(0.36, 0.46), (0.38, 0.22), (0.62, 0.22), (0.66, 0.46)], paint, "side")
    pen.shape([(0.1, 0.62), (-0.02, 0.36), (0.02, 0.62), (-0.02, 0.88)], darker(paint, 0.2))
    pen.blob(
        [(0.04, 0.62), (0.2, 0.42), (0.6, 0.4), (0.9, 0.46), (1.0, 0.62), (0.9, 0.8), (0.6, 0.86), (0.2, 0.82)],
        paint,
        "ball",
    )
    for x in (0.32, 0.52, 0.72):
        pen.disc((x, 0.6), 0.085, darker(paint, 0.4))
        pen.disc((x, 0.6), 0.06, (140, 206, 236))


def _ufo(pen: Pen, look: Look) -> None:
    steel = look.paint((160, 170, 184))
    pen.shape([(0.3, 0.62), (0.7, 0.62), (0.96, 1.3), (0.04, 1.3)], (190, 255, 200), "down", alpha=0.3)
    pen.shape(arc(0.5, 0.46, 0.22, 0.4, (180, 360)), (150, 220, 236), "side", alpha=0.85)
    pen.oval((0.5, 0.52), 0.5, 0.2, steel)
    for step in range(6):
        pen.disc(
            (0.14 + step * 0.144, 0.56 - abs(step - 2.5) * 0.012),
            0.035,
            ((250, 220, 80), (240, 90, 90), (110, 220, 140))[step % 3],
        )


def _spaceship(pen: Pen, look: Look) -> None:
    hull = look.paint((196, 204, 216))
    for y in (0.42, 0.62):
        pen.blob([(0.1, y - 0.06), (-0.14, y + 0.0), (0.1, y + 0.06)], (110, 190, 255))
    pen.shape([(0.1, 0.5), (0.02, 0.08), (0.2, 0.16), (0.5, 0.44)], darker(hull, 0.3))
    pen.shape([(0.1, 0.54), (0.02, 0.94), (0.2, 0.88), (0.5, 0.6)], darker(hull, 0.4))
    pen.blob(
        [(0.06, 0.4), (0.5, 0.34), (0.84, 0.42), (1.0, 0.54), (0.84, 0.62), (0.5, 0.68), (0.06, 0.64)], hull, "down"
    )
    pen.blob([(0.62, 0.42), (0.76, 0.42), (0.86, 0.52), (0.64, 0.52)], (70, 130, 200))


def _satellite(pen: Pen, look: Look) -> None:
    for side in (-1, 1):
        pen.line([(0.5, 0.5), (0.5 + side * 0.5, 0.5)], 0.02, STEEL)
        for step in range(3):
            pen.rect(0.5 + side * (0.2 + step * 0.11) - 0.05, 0.34, 0.1, 0.32, (50, 90, 180))
    pen.rect(0.4, 0.34, 0.2, 0.34, look.paint((226, 186, 90)), "side")
    pen.shape([*arc(0.5, 0.24, 0.16, 0.1, (180, 360)), (0.5, 0.34)], (230, 234, 238))


def _drone(pen: Pen, look: Look) -> None:
    shell = look.paint((60, 64, 74))
    for side in (-1, 1):
        for y, x in ((0.3, 0.42), (0.44, 0.3)):
            pen.limb([(0.5, 0.5), (0.5 + side * x, y)], (0.06, 0.04), darker(shell, 0.1))
            pen.line([(0.5 + side * x, y), (0.5 + side * x, y - 0.1)], 0.02, shell)
            pen.shape(ellipse(0.5 + side * x, y - 0.11, 0.17, 0.03), (180, 190, 200), alpha=0.7)
    pen.blob([(0.34, 0.42), (0.5, 0.36), (0.66, 0.42), (0.68, 0.58), (0.5, 0.66), (0.32, 0.58)], shell, "ball")
    pen.disc((0.5, 0.72), 0.07, (40, 42, 50))
    pen.disc((0.5, 0.72), 0.035, (90, 160, 230))
    for side in (-1, 1):
        pen.line([(0.5 + side * 0.12, 0.6), (0.5 + side * 0.2, 0.86), (0.5 + side * 0.06, 0.86)], 0.02, shell)
    pen.disc((0.4, 0.48), 0.02, (240, 60, 60), "flat")


def _parachute(pen: Pen, look: Look) -> None:
    cloth = look.paint((230, 80, 60))
    for x in (0.04, 0.35, 0.65, 0.96):
        pen.line([(x, 0.44), (0.5, 0.86)], 0.008, (90, 90, 96))
    for step in range(5):
        left, right = 0.02 + step * 0.192, 0.02 + (step + 1) * 0.192
        pen.shape(
            [(left, 0.46), *arc(0.5, 0.46, 0.48, 0.44, (180 + step * 36, 216 + step * 36)), (right, 0.46)],
            cloth if step % 2 == 0 else (250, 246, 240),
        )
    pen.oval((0.5, 0.9), 0.06, 0.07, (60, 70, 90))


def _sleigh(pen: Pen, look: Look) -> None:
    paint = look.paint((190, 34, 40))
    pen.blob(
        [(0.02, 0.2), (0.12, 0.16), (0.2, 0.44), (0.66, 0.5), (0.84, 0.26), (0.96, 0.3), (0.9, 0.7), (0.14, 0.74)],
        paint,
        "side",
    )
    pen.line(smooth([(0.04, 0.92), (0.5, 0.94), (0.92, 0.9), (1.02, 0.72)], closed=False), 0.03, (226, 180, 70))
    for x in (0.26, 0.74):
        pen.line([(x, 0.72), (x, 0.93)], 0.024, (226, 180, 70))


def _carriage(pen: Pen, look: Look) -> None:
    paint = look.paint((150, 50, 60))
    pen.blob([(0.14, 0.66), (0.16, 0.14), (0.5, 0.04), (0.84, 0.14), (0.86, 0.66), (0.5, 0.76)], paint, "side")
    pen.rect(0.36, 0.18, 0.28, 0.22, GLASS)
    for x in (0.2, 0.8):
        pen.line(ellipse(x, 0.78, 0.15, 0.2), 0.024, (226, 180, 70))
        for turn in range(0, 180, 45):
            ends = arc(x, 0.78, 0.14, 0.19, (turn, turn + 180))
            pen.line([ends[0], ends[-1]], 0.01, (226, 180, 70))


def _ride(
    draw: Draw, words: str, aspect: float, stature: float, home: str = "road", back: tuple[float, float] = (0.44, 0.34)
) -> Thing:
    return Thing(
        draw,
        aspect,
        stature,
        STANCES.get(home, "ground"),
        home,
        words=words,
        anchors={"top": (0.5, 0.14), "back": back},
    )


THINGS: dict[str, Thing] = {
    "rowboat": _ride(
        _rowboat,
        "rowboat rowing_boat canoe kayak wooden_boat boat dragon_boat 小船 木船 划艇 独木舟 小舟 船 龙舟 赛龙舟",
        2.4,
        0.4,
        "lake",
        (0.5, 0.3),
    ),
    "pirate_ship": _ride(
        _pirate_ship, "pirate_ship galleon old_sailing_ship tall_ship 海盗船 古船 大帆船", 1.25, 1.0, "sea"
    ),
    "fishing_boat": _ride(_fishing_boat, "fishing_boat trawler fishing_boats 渔船", 1.6, 0.75, "sea"),
    "submarine": _ride(_submarine, "submarine 潜水艇 潜艇", 1.9, 0.7, "sea"),
    "ufo": _ride(_ufo, "ufo flying_saucer 飞碟 不明飞行物", 2.0, 0.5, "sky"),
    "spaceship": _ride(
        _spaceship, "spaceship spacecraft space_shuttle starship 飞船 宇宙飞船 太空船 航天飞机", 2.0, 0.7, "space"
    ),
    "satellite": _ride(_satellite, "satellite space_station 卫星 人造卫星 空间站", 1.8, 0.5, "space"),
    "drone": _ride(_drone, "drone quadcopter drones 无人机", 1.5, 0.4, "sky"),
    "parachute": _ride(_parachute, "parachute paraglider 降落伞 滑翔伞", 0.9, 0.8, "sky"),
    "sleigh": _ride(_sleigh, "sleigh sled sledge 雪橇", 1.7, 0.5, "snowfield", (0.44, 0.46)),
    "carriage": _ride(_carriage, "carriage wagon coach 马车", 1.4, 0.9, "park"),
}
