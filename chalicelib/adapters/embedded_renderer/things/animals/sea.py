"""Octopuses, jellyfish, crabs, sharks and others of the sea."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, smooth, star
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Thing

INK: Colour = (24, 22, 28)


def _eyes(pen: Pen, spots: tuple[tuple[float, float], ...], size: float) -> None:
    for x, y in spots:
        pen.disc((x, y), size, (252, 252, 250), "flat")
        pen.disc((x, y), size * 0.55, INK, "flat")


def _octopus(pen: Pen, look: Look) -> None:
    skin = look.paint((226, 96, 110))
    for step, lean in enumerate((-0.46, -0.32, -0.18, -0.06, 0.06, 0.18, 0.32, 0.46)):
        path = smooth(
            [
                (0.5 + lean * 0.5, 0.5),
                (0.5 + lean, 0.74),
                (0.5 + lean * 0.9, 0.9),
                (0.5 + lean * 1.15, 0.96 - 0.06 * (step % 2)),
            ],
            closed=False,
        )
        pen.limb(path[::4], (0.12, 0.03), darker(skin, 0.1 * (step % 2)))
    pen.blob([(0.2, 0.4), (0.26, 0.12), (0.5, 0.0), (0.74, 0.12), (0.8, 0.4), (0.68, 0.6), (0.32, 0.6)], skin, "ball")
    _eyes(pen, ((0.4, 0.38), (0.6, 0.38)), 0.06)
    pen.line(arc(0.5, 0.46, 0.07, 0.05, (20, 160)), 0.016, INK)


def _jellyfish(pen: Pen, look: Look) -> None:
    skin = look.paint((200, 150, 230))
    pen.glow((0.5, 0.34), 0.6, 0.5, lighter(skin, 0.4), 0.4)
    for step in range(7):
        x = 0.2 + step * 0.1
        path = smooth([(x, 0.4), (x + 0.05, 0.6), (x - 0.04, 0.78), (x + 0.03, 1.0)], closed=False)
        pen.line(path, 0.024, lighter(skin, 0.3 * (step % 2)))
    pen.shape(
        [*arc(0.5, 0.4, 0.42, 0.36, (180, 360)), (0.82, 0.46), (0.66, 0.42), (0.5, 0.47), (0.34, 0.42), (0.18, 0.46)],
        skin,
        "down",
        alpha=0.85,
    )
    pen.glow((0.38, 0.2), 0.12, 0.08, (255, 255, 255), 0.7)


def _crab(pen: Pen, look: Look) -> None:
    shell = look.paint((216, 66, 44))
    for side in (-1, 1):
        for step in range(3):
            y = 0.6 + step * 0.1
            pen.limb(
                [(0.5 + side * 0.24, y), (0.5 + side * 0.4, y + 0.02), (0.5 + side * (0.46 - step * 0.04), y + 0.24)],
                (0.05, 0.025),
                darker(shell, 0.2),
            )
        pen.limb([(0.5 + side * 0.26, 0.5), (0.5 + side * 0.42, 0.4), (0.5 + side * 0.38, 0.22)], (0.07, 0.06), shell)
        pen.blob(
            [
                (0.5 + side * 0.38, 0.26),
                (0.5 + side * 0.5, 0.14),
                (0.5 + side * 0.4, 0.1),
                (0.5 + side * 0.34, 0.0),
                (0.5 + side * 0.26, 0.16),
            ],
            shell,
        )
        pen.limb([(0.5 + side * 0.1, 0.44), (0.5 + side * 0.12, 0.3)], (0.03, 0.03), shell)
    pen.oval((0.5, 0.62), 0.32, 0.24, shell)
    _eyes(pen, ((0.38, 0.28), (0.62, 0.28)), 0.045)
    pen.line(arc(0.5, 0.62, 0.1, 0.07, (20, 160)), 0.016, darker(shell, 0.6))


def _lobster(pen: Pen, look: Look) -> None:
    shell = look.paint((206, 56, 40))
    for step in range(5):
        pen.oval((0.4 - step * 0.075, 0.5 + step * 0.02), 0.09, 0.16 - step * 0.016, darker(shell, 0.06 * step))
        pen.limb([(0.5 - step * 0.06, 0.6), (0.46 - step * 0.07, 0.86)], (0.025, 0.012), darker(shell, 0.2))
    pen.shape([(0.1, 0.56), (-0.02, 0.36), (-0.04, 0.76)], shell)
    pen.blob([(0.4, 0.34), (0.66, 0.36), (0.78, 0.5), (0.66, 0.64), (0.4, 0.66)], shell, "ball")
    for y, tip in ((0.42, 0.16), (0.58, 0.84)):
        pen.limb([(0.66, y), (0.84, tip), (0.9, tip)], (0.05, 0.05), shell)
        pen.blob(
            [(0.86, tip), (0.92, tip - 0.12), (1.04, tip - 0.04), (0.96, tip), (1.04, tip + 0.06), (0.92, tip + 0.1)],
            shell,
        )
    pen.line(smooth([(0.76, 0.46), (0.96, 0.42), (1.12, 0.3)], closed=False), 0.014, shell)
    _eyes(pen, ((0.72, 0.44),), 0.03)


def _shark(pen: Pen, look: Look) -> None:
    skin = look.paint((110, 124, 142))
    pen.shape([(0.14, 0.5), (0.0, 0.16), (0.08, 0.5), (0.02, 0.78)], darker(skin, 0.1))
    pen.shape([(0.44, 0.36), (0.5, 0.06), (0.62, 0.36)], darker(skin, 0.1))
    pen.blob([(0.06, 0.5), (0.36, 0.34), (0.74, 0.32), (1.0, 0.48), (0.82, 0.62), (0.4, 0.62)], skin)
    pen.blob([(0.2, 0.54), (0.6, 0.52), (0.9, 0.54), (0.76, 0.62), (0.4, 0.63)], (236, 240, 242))
    pen.shape([(0.56, 0.58), (0.46, 0.86), (0.7, 0.6)], darker(skin, 0.15))
    for step in range(5):
        pen.shape(
            [(0.8 + step * 0.028, 0.55), (0.814 + step * 0.028, 0.6), (0.828 + step * 0.028, 0.55)],
            (255, 255, 255),
            "flat",
        )
    pen.disc((0.84, 0.44), 0.02, INK, "flat")
    for x in (0.66, 0.69, 0.72):
        pen.line([(x, 0.44), (x - 0.02, 0.54)], 0.01, darker(skin, 0.4))


def _dolphin(pen: Pen, look: Look) -> None:
    skin = look.paint((96, 140, 180))
    pen.blob([(0.1, 0.66), (0.0, 0.84), (0.06, 0.96), (0.16, 0.78), (0.24, 0.84), (0.2, 0.68)], darker(skin, 0.1))
    pen.shape([(0.46, 0.2), (0.4, 0.0), (0.6, 0.18)], darker(skin, 0.12))
    pen.blob(
        [
            (0.08, 0.74),
            (0.22, 0.38),
            (0.5, 0.14),
            (0.78, 0.18),
            (0.88, 0.36),
            (1.0, 0.46),
            (0.98, 0.52),
            (0.84, 0.5),
            (0.6, 0.46),
            (0.32, 0.56),
            (0.16, 0.76),
        ],
        skin,
    )
    pen.blob([(0.3, 0.56), (0.6, 0.38), (0.86, 0.42), (0.82, 0.5), (0.6, 0.46)], (226, 236, 242))
    pen.blob([(0.6, 0.44), (0.52, 0.68), (0.7, 0.46)], darker(skin, 0.2))
    pen.disc((0.8, 0.32), 0.022, INK, "flat")


def _starfish(pen: Pen, look: Look) -> None:
    skin = look.paint((240, 130, 70))
    pen.blob(star(0.5, 0.52, (0.5, 0.2), 5), skin, "ball")
    for turn in range(-90, 270, 72):
        for reach in (0.12, 0.22, 0.31):
            x, y = arc(0.5, 0.52, reach, reach, (turn, turn + 1))[0]
            pen.disc((x, y), 0.025, lighter(skin, 0.5))


def _seahorse(pen: Pen, look: Look) -> None:
    skin = look.paint((246, 186, 60))
    pen.limb([(0.46, 0.2), (0.6, 0.44), (0.42, 0.66), (0.56, 0.86), (0.7, 0.78), (0.62, 0.72)], (0.3, 0.05), skin)
    pen.disc((0.46, 0.16), 0.13, skin)
    pen.limb([(0.4, 0.18), (0.06, 0.24)], (0.09, 0.06), skin)
    pen.shape([(0.6, 0.36), (0.86, 0.4), (0.62, 0.54)], darker(skin, 0.2))
    _eyes(pen, ((0.42, 0.13),), 0.035)


def _seal(pen: Pen, look: Look) -> None:
    skin = look.paint((120, 126, 138))
    pen.blob(
        [
            (0.02, 0.9),
            (0.1, 0.7),
            (0.4, 0.66),
            (0.6, 0.3),
            (0.74, 0.12),
            (0.9, 0.18),
            (0.94, 0.4),
            (0.84, 0.7),
            (0.7, 0.92),
            (0.3, 0.97),
        ],
        skin,
        "ball",
    )
    pen.blob([(0.66, 0.8), (0.84, 0.92), (0.7, 0.99), (0.56, 0.94)], darker(skin, 0.2))
    pen.disc((0.93, 0.28), 0.03, INK)
    pen.disc((0.82, 0.24), 0.03, INK, "flat")


def _shell(pen: Pen, look: Look) -> None:
    skin = look.paint((246, 206, 180))
    pen.blob([(0.5, 0.96), (0.1, 0.5), (0.2, 0.16), (0.5, 0.02), (0.8, 0.16), (0.9, 0.5)], skin, "ball")
    for lean in (-0.3, -0.15, 0.0, 0.15, 0.3):
        pen.line([(0.5, 0.92), (0.5 + lean, 0.1 + abs(lean) * 0.4)], 0.018, darker(skin, 0.25))


def _snail(pen: Pen, look: Look) -> None:
    pen.blob(
        [(0.0, 0.96), (0.3, 0.8), (0.7, 0.8), (0.82, 0.5), (0.96, 0.56), (0.94, 0.84), (0.8, 0.98)], (206, 180, 130)
    )
    for x in (0.84, 0.94):
        pen.limb([(x, 0.56), (x + 0.04, 0.34)], (0.03, 0.02), (206, 180, 130))
        pen.disc((x + 0.04, 0.33), 0.025, INK)
    shell = look.paint((170, 104, 60))
    pen.disc((0.42, 0.52), 0.34, shell)
    for size in (0.24, 0.15, 0.07):
        pen.line(arc(0.42, 0.52, size, size * 1.2, (0, 330)), 0.03, darker(shell, 0.4))


def _clownfish(pen: Pen, look: Look) -> None:
    skin = look.paint((246, 120, 30))
    pen.blob([(0.2, 0.5), (0.0, 0.24), (0.06, 0.5), (0.0, 0.78)], skin)
    pen.blob([(0.34, 0.28), (0.5, 0.06), (0.68, 0.26)], skin)
    pen.blob([(0.14, 0.5), (0.4, 0.22), (0.76, 0.24), (0.98, 0.5), (0.76, 0.76), (0.4, 0.78)], skin, "ball")
    for x, half in ((0.3, 0.2), (0.52, 0.27), (0.76, 0.22)):
        pen.limb([(x, 0.5 - half), (x + 0.03, 0.5), (x, 0.5 + half)], (0.08, 0.08), (252, 252, 250))
    _eyes(pen, ((0.87, 0.44),), 0.04)


def _shoal(pen: Pen, look: Look) -> None:
    """Many fish that swim one way."""
    for row in range(3):
        for column in range(4):
            x, y = 0.02 + column * 0.25 + 0.1 * (row % 2), 0.06 + row * 0.32 + 0.06 * (column % 2)
            _small_fish(
                pen.part(x, y, 0.2, 0.24),
                look.paint(((240, 150, 50), (250, 210, 70), (90, 170, 220))[(row + column) % 3]),
            )


def _small_fish(pen: Pen, colour: Colour) -> None:
    pen.shape([(0.3, 0.5), (0.0, 0.2), (0.0, 0.8)], darker(colour, 0.15))
    pen.blob([(0.2, 0.5), (0.5, 0.2), (1.0, 0.5), (0.5, 0.8)], colour, "ball")
    pen.disc((0.8, 0.44), 0.06, INK, "flat")


def _sea(draw: Draw, words: str, aspect: float, stature: float, home: str = "underwater") -> Thing:
    return Thing(
        draw,
        aspect,
        stature,
        "water" if home in ("underwater", "sea") else "ground",
        home,
        words=words,
        anchors={"hand": (0.98, 0.8), "left_hand": (0.02, 0.8), "top": (0.5, 0.06)},
        roles=("animate",),
    )


THINGS: dict[str, Thing] = {
    "octopus": _sea(_octopus, "octopus squid 章鱼 八爪鱼 鱿鱼", 1.1, 0.7),
    "jellyfish": _sea(_jellyfish, "jellyfish 水母", 0.75, 0.55),
    "crab": _sea(_crab, "crab crabs 螃蟹 大闸蟹", 1.5, 0.34, "beach"),
    "lobster": _sea(_lobster, "lobster crayfish shrimp shrimps prawn 龙虾 小龙虾 虾 大虾", 1.6, 0.4, "beach"),
    "shark": _sea(_shark, "shark sharks 鲨鱼", 2.0, 0.75),
    "dolphin": _sea(_dolphin, "dolphin dolphins 海豚", 1.6, 0.65, "sea"),
    "starfish": _sea(_starfish, "starfish 海星", 1.0, 0.3, "beach"),
    "seahorse": _sea(_seahorse, "seahorse 海马", 0.6, 0.45),
    "seal": _sea(_seal, "seal sea_lion walrus 海豹 海狮 海象", 1.4, 0.5, "snowfield"),
    "seashell": _sea(_shell, "seashell shell shells seashells 贝壳 海螺", 1.0, 0.24, "beach"),
    "snail": _sea(_snail, "snail snails 蜗牛", 1.3, 0.28, "garden"),
    "clownfish": _sea(_clownfish, "clownfish tropical_fish nemo 小丑鱼 热带鱼", 1.4, 0.4),
    "shoal": _sea(_shoal, "school_of_fish shoal shoal_of_fish 鱼群 一群鱼 群鱼", 1.7, 0.9),
}
