"""Rabbits, pigs, dinosaurs, bats, peacocks and other animals with a shape of their own."""

import math
from dataclasses import replace

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter, varied
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, ellipse
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Stance, Thing
from chalicelib.adapters.embedded_renderer.things.people.hats import draw_hats

INK: Colour = (26, 22, 24)


def _eye(pen: Pen, x: float, y: float, size: float = 0.03) -> None:
    pen.disc((x, y), size, INK, "flat")
    pen.disc((x + size * 0.3, y - size * 0.3), size * 0.35, (255, 255, 255), "flat")


def _rabbit(pen: Pen, look: Look) -> None:
    """Sitting, from the side."""
    fur = look.paint((206, 190, 172))
    for x, lean in ((0.62, -0.08), (0.7, 0.02)):
        pen.limb([(x, 0.34), (x + lean - 0.02, 0.16), (x + lean - 0.06, 0.0)], (0.09, 0.07), darker(fur, 0.1))
        pen.limb([(x, 0.3), (x + lean - 0.05, 0.05)], (0.03, 0.03), (240, 180, 180))
    pen.disc((0.1, 0.76), 0.09, lighter(fur, 0.5))
    pen.blob(
        [(0.1, 0.84), (0.14, 0.56), (0.36, 0.42), (0.58, 0.48), (0.68, 0.66), (0.66, 0.94), (0.2, 0.97)], fur, "ball"
    )
    pen.oval((0.32, 0.78), 0.2, 0.17, lighter(fur, 0.1))
    pen.oval((0.38, 0.95), 0.16, 0.045, lighter(fur, 0.2))
    pen.limb([(0.6, 0.7), (0.64, 0.94)], (0.1, 0.08), fur)
    pen.oval((0.67, 0.955), 0.07, 0.035, lighter(fur, 0.2))
    pen.oval((0.7, 0.42), 0.19, 0.16, fur)
    pen.oval((0.84, 0.47), 0.07, 0.065, lighter(fur, 0.3))
    pen.oval((0.9, 0.44), 0.022, 0.018, (226, 120, 130))
    _eye(pen, 0.75, 0.38)
    draw_hats(pen.part(0.56, 0.26, 0.28, 0.3), look)


def _pig(pen: Pen, look: Look) -> None:
    skin = look.paint((244, 170, 176))
    for x, shade in ((0.3, 0.18), (0.66, 0.18), (0.22, 0.05), (0.58, 0.05)):
        pen.limb([(x, 0.74), (x, 0.94)], (0.11, 0.1), darker(skin, shade))
        pen.rect(x - 0.04, 0.93, 0.08, 0.06, (120, 80, 76))
    pen.line(arc(0.06, 0.48, 0.05, 0.06, (90, 400)), 0.024, darker(skin, 0.15))
    pen.blob(
        [(0.08, 0.56), (0.2, 0.32), (0.5, 0.26), (0.74, 0.38), (0.78, 0.64), (0.6, 0.84), (0.24, 0.84)], skin, "ball"
    )
    pen.oval((0.8, 0.46), 0.17, 0.2, skin)
    for x in (0.72, 0.86):
        pen.shape([(x - 0.06, 0.34), (x, 0.18), (x + 0.06, 0.34)], darker(skin, 0.15))
    pen.oval((0.92, 0.52), 0.07, 0.09, darker(skin, 0.12))
    for y in (0.49, 0.55):
        pen.disc((0.94, y), 0.014, (150, 70, 80), "flat")
    _eye(pen, 0.82, 0.42)


def _dinosaur(pen: Pen, look: Look) -> None:
    """One that walks on two legs and has many teeth."""
    skin = look.paint((96, 150, 80))
    pen.limb([(0.4, 0.6), (0.18, 0.72), (0.0, 0.6)], (0.3, 0.03), skin)
    for x, shade in ((0.52, 0.2), (0.42, 0.06)):
        pen.limb([(x, 0.62), (x + 0.06, 0.8), (x, 0.95)], (0.2, 0.1), darker(skin, shade))
        pen.oval((x + 0.05, 0.97), 0.09, 0.03, darker(skin, shade + 0.1))
    pen.limb([(0.42, 0.64), (0.54, 0.42), (0.64, 0.2)], (0.36, 0.2), skin)
    pen.limb([(0.5, 0.64), (0.62, 0.4)], (0.16, 0.1), lighter(skin, 0.4))
    pen.limb([(0.6, 0.46), (0.72, 0.52), (0.74, 0.58)], (0.06, 0.03), darker(skin, 0.1))
    pen.blob([(0.56, 0.16), (0.64, 0.03), (0.8, 0.05), (0.97, 0.14), (0.96, 0.22), (0.6, 0.26)], skin)
    pen.blob([(0.62, 0.25), (0.92, 0.25), (0.9, 0.31), (0.66, 0.33)], darker(skin, 0.1))
    for step in range(6):
        pen.shape(
            [(0.72 + step * 0.036, 0.21), (0.738 + step * 0.036, 0.27), (0.756 + step * 0.036, 0.21)],
            (255, 252, 240),
            "flat",
        )
    _eye(pen, 0.71, 0.11, 0.028)
    for x, y in ((0.52, 0.22), (0.46, 0.34), (0.38, 0.46), (0.26, 0.56), (0.14, 0.58)):
        pen.shape([(x - 0.04, y + 0.04), (x - 0.03, y - 0.06), (x + 0.04, y + 0.02)], darker(skin, 0.35))


def _long_neck(pen: Pen, look: Look) -> None:
    skin = look.paint((120, 150, 110))
    for x, shade in ((0.32, 0.2), (0.58, 0.2), (0.26, 0.05), (0.52, 0.05)):
        pen.limb([(x, 0.66), (x, 0.98)], (0.12, 0.09), darker(skin, shade))
    pen.limb([(0.28, 0.6), (0.1, 0.66), (-0.02, 0.86)], (0.2, 0.02), skin)
    pen.oval((0.42, 0.6), 0.24, 0.2, skin)
    pen.limb([(0.54, 0.56), (0.72, 0.36), (0.78, 0.08)], (0.2, 0.08), skin)
    pen.limb([(0.77, 0.08), (0.92, 0.11)], (0.11, 0.08), skin)
    _eye(pen, 0.82, 0.06, 0.018)


def _bat(pen: Pen, look: Look) -> None:
    skin = look.paint((56, 46, 62))
    for side in (-1, 1):
        wing = [
            (0.5, 0.4),
            (0.5 + side * 0.24, 0.1),
            (0.5 + side * 0.5, 0.22),
            (0.5 + side * 0.46, 0.64),
            (0.5 + side * 0.34, 0.5),
            (0.5 + side * 0.22, 0.72),
            (0.5 + side * 0.12, 0.56),
        ]
        pen.shape(wing, darker(skin, 0.1), "down")
        pen.shape([(0.5 + side * 0.02, 0.34), (0.5 + side * 0.07, 0.16), (0.5 + side * 0.11, 0.36)], skin)
    pen.oval((0.5, 0.56), 0.1, 0.22, skin)
    pen.oval((0.5, 0.38), 0.12, 0.14, lighter(skin, 0.1))
    for x in (0.46, 0.54):
        pen.disc((x, 0.37), 0.022, (250, 210, 60), "flat")


def _peacock(pen: Pen, look: Look) -> None:
    blue = look.paint((30, 90, 170))
    for ring, reach in ((0, 0.48), (1, 0.36), (2, 0.25)):
        for step in range(13 - ring * 2):
            angle = math.radians(200 + (140 / (12 - ring * 2)) * step)
            x, y = 0.5 + math.cos(angle) * reach, 0.66 + math.sin(angle) * reach * 1.2
            pen.limb([(0.5, 0.7), (x, y)], (0.02, 0.05), (50, 140, 90))
            pen.disc((x, y), 0.05, (70, 170, 110))
            pen.disc((x, y), 0.028, (40, 80, 180))
            pen.disc((x, y), 0.012, (250, 200, 70), "flat")
    pen.limb([(0.5, 0.82), (0.5, 0.46)], (0.22, 0.08), blue)
    pen.disc((0.5, 0.4), 0.06, blue)
    pen.shape([(0.48, 0.42), (0.5, 0.48), (0.52, 0.42)], (240, 190, 80))
    for lean in (-0.04, 0.0, 0.04):
        pen.line([(0.5, 0.36), (0.5 + lean, 0.28)], 0.008, blue)
    for x in (0.46, 0.54):
        pen.line([(x, 0.88), (x, 1.0)], 0.016, (200, 150, 70))


def _flamingo(usual: Colour) -> Draw:
    def draw(pen: Pen, look: Look) -> None:
        coat = look.paint(usual)
        for x in (0.46, 0.54):
            pen.line([(x, 0.58), (x + 0.01, 0.99), (x + 0.08, 0.99)], 0.022, darker(coat, 0.2))
        pen.blob([(0.14, 0.52), (0.36, 0.4), (0.62, 0.42), (0.7, 0.52), (0.5, 0.66), (0.26, 0.62)], coat, "ball")
        pen.blob([(0.08, 0.58), (0.34, 0.46), (0.56, 0.5), (0.3, 0.62)], darker(coat, 0.15))
        pen.limb([(0.64, 0.48), (0.8, 0.36), (0.6, 0.2), (0.7, 0.08)], (0.09, 0.06), coat)
        pen.disc((0.71, 0.08), 0.055, coat)
        pen.limb([(0.74, 0.08), (0.88, 0.12), (0.88, 0.18)], (0.05, 0.02), (40, 36, 40))
        _eye(pen, 0.72, 0.07, 0.014)

    return draw


def _mandarin_duck(pen: Pen, look: Look) -> None:
    pen.blob(
        [(0.0, 0.6), (0.12, 0.5), (0.4, 0.56), (0.74, 0.52), (0.84, 0.66), (0.7, 0.86), (0.26, 0.88)],
        look.paint((150, 90, 50)),
        "ball",
    )
    pen.blob([(0.2, 0.62), (0.36, 0.24), (0.5, 0.36), (0.52, 0.66)], (236, 130, 40), "side")
    pen.blob([(0.58, 0.58), (0.8, 0.56), (0.84, 0.7), (0.66, 0.8)], (110, 50, 110))
    pen.limb([(0.72, 0.6), (0.76, 0.34)], (0.16, 0.16), (246, 240, 230))
    pen.oval((0.78, 0.28), 0.13, 0.13, (230, 130, 50))
    pen.blob([(0.62, 0.22), (0.78, 0.12), (0.9, 0.2), (0.74, 0.24), (0.6, 0.44)], (40, 110, 80))
    pen.shape([(0.88, 0.26), (1.0, 0.31), (0.88, 0.35)], (220, 50, 40))
    _eye(pen, 0.82, 0.25, 0.022)
    for y in (0.88, 0.94):
        pen.line([(0.08, y), (0.5, y + 0.01), (0.94, y)], 0.014, (200, 226, 240))


def _rooster(pen: Pen, look: Look) -> None:
    coat = look.paint((190, 90, 40))
    for lean, colour in ((-0.3, (30, 80, 60)), (-0.2, (40, 110, 90)), (-0.08, (90, 50, 30))):
        pen.limb([(0.3, 0.6), (0.16, 0.24), (0.1 + lean * 0.3, 0.4)], (0.14, 0.04), colour)
    for x in (0.46, 0.56):
        pen.line([(x, 0.78), (x, 0.98), (x + 0.09, 0.98)], 0.024, (226, 170, 50))
    pen.blob([(0.2, 0.6), (0.36, 0.46), (0.62, 0.44), (0.76, 0.3), (0.82, 0.5), (0.7, 0.8), (0.4, 0.84)], coat, "ball")
    pen.limb([(0.68, 0.56), (0.76, 0.24)], (0.22, 0.13), (230, 160, 60))
    pen.blob([(0.68, 0.18), (0.7, 0.02), (0.76, 0.1), (0.8, 0.0), (0.84, 0.1), (0.9, 0.06), (0.86, 0.2)], (214, 30, 36))
    pen.oval((0.86, 0.36), 0.035, 0.07, (214, 30, 36))
    pen.shape([(0.86, 0.22), (0.98, 0.27), (0.86, 0.31)], (240, 180, 60))
    _eye(pen, 0.81, 0.22, 0.022)


def _dragonfly(pen: Pen, look: Look) -> None:
    for side in (-1, 1):
        for y in (0.34, 0.46):
            pen.shape(
                ellipse(0.5 + side * 0.25, y, 0.24, 0.055, side * (8 if y > 0.4 else -12)), (190, 226, 240), alpha=0.75
            )
    pen.limb([(0.5, 0.24), (0.5, 0.98)], (0.1, 0.03), look.paint((50, 140, 160)))
    pen.disc((0.5, 0.2), 0.08, look.paint((50, 140, 160)))


def _hedgehog(pen: Pen, look: Look) -> None:
    spines = look.paint((110, 84, 62))
    pen.blob([(0.6, 0.9), (0.66, 0.5), (0.84, 0.54), (1.0, 0.74), (0.86, 0.9)], (216, 180, 140))
    body = [(0.02, 0.9), (0.06, 0.5), (0.3, 0.18), (0.6, 0.26), (0.74, 0.56), (0.66, 0.92)]
    pen.blob(body, spines, "ball")
    for _ in range(90):
        x, y = look.rng.uniform(0.08, 0.66), look.rng.uniform(0.3, 0.86)
        pen.line([(x, y), (x - 0.05, y - 0.09)], 0.012, varied(lighter(spines, 0.3), look.rng, 30))
    pen.disc((0.99, 0.73), 0.035, INK)
    _eye(pen, 0.85, 0.66)


def _crocodile(pen: Pen, look: Look) -> None:
    skin = look.paint((92, 124, 70))
    pen.limb([(0.24, 0.66), (0.1, 0.7), (0.0, 0.6)], (0.24, 0.02), skin)
    for x in (0.28, 0.58):
        pen.limb([(x, 0.7), (x + 0.03, 0.95)], (0.09, 0.07), darker(skin, 0.2))
    pen.blob([(0.14, 0.6), (0.4, 0.5), (0.66, 0.52), (0.7, 0.74), (0.4, 0.84), (0.16, 0.78)], skin)
    pen.blob([(0.62, 0.52), (0.72, 0.44), (0.98, 0.58), (0.98, 0.64), (0.64, 0.66)], skin)
    pen.blob([(0.64, 0.66), (0.96, 0.68), (0.94, 0.74), (0.66, 0.76)], darker(skin, 0.15))
    for step in range(7):
        pen.shape(
            [(0.74 + step * 0.034, 0.63), (0.757 + step * 0.034, 0.69), (0.774 + step * 0.034, 0.63)],
            (255, 252, 240),
            "flat",
        )
        pen.shape(
            [(0.18 + step * 0.066, 0.56), (0.2 + step * 0.066, 0.46), (0.23 + step * 0.066, 0.55)], darker(skin, 0.3)
        )
    _eye(pen, 0.73, 0.47, 0.024)


def _koala(pen: Pen, look: Look) -> None:
    fur = look.paint((150, 152, 160))
    pen.oval((0.5, 0.74), 0.32, 0.25, fur)
    pen.oval((0.5, 0.78), 0.18, 0.17, lighter(fur, 0.5))
    for side in (-1, 1):
        pen.disc((0.5 + side * 0.34, 0.2), 0.17, fur)
        pen.disc((0.5 + side * 0.34, 0.21), 0.09, (240, 210, 214))
        pen.oval((0.5 + side * 0.24, 0.95), 0.14, 0.06, darker(fur, 0.15))
        pen.limb([(0.5 + side * 0.28, 0.6), (0.5 + side * 0.2, 0.78)], (0.13, 0.1), darker(fur, 0.1))
        _eye(pen, 0.5 + side * 0.13, 0.32)
    pen.oval((0.5, 0.34), 0.3, 0.25, fur)
    pen.oval((0.5, 0.4), 0.07, 0.1, INK)
    for side in (-1, 1):
        _eye(pen, 0.5 + side * 0.15, 0.31)


def _owl(pen: Pen, look: Look) -> None:
    """From the front, sitting."""
    coat = look.paint((146, 108, 70))
    for x in (0.42, 0.58):
        pen.limb([(x, 0.9), (x, 0.98)], (0.08, 0.1), (226, 170, 60))
    pen.blob(
        [(0.5, 0.12), (0.8, 0.22), (0.9, 0.56), (0.74, 0.92), (0.5, 0.96), (0.26, 0.92), (0.1, 0.56), (0.2, 0.22)], coat
    )
    for side in (-1, 1):
        pen.shape([(0.5 + side * 0.12, 0.2), (0.5 + side * 0.34, 0.02), (0.5 + side * 0.36, 0.28)], darker(coat, 0.1))
        pen.blob([(0.5 + side * 0.3, 0.44), (0.5 + side * 0.44, 0.56), (0.5 + side * 0.32, 0.88)], darker(coat, 0.25))
        pen.disc((0.5 + side * 0.16, 0.34), 0.16, lighter(coat, 0.5))
        pen.disc((0.5 + side * 0.16, 0.34), 0.1, (250, 206, 70), "flat")
        pen.disc((0.5 + side * 0.16, 0.34), 0.055, INK, "flat")
    pen.shape([(0.45, 0.4), (0.55, 0.4), (0.5, 0.52)], (236, 168, 50))
    pen.oval((0.5, 0.7), 0.2, 0.2, lighter(coat, 0.35))
    for row in range(3):
        for column in range(4 - row % 2):
            pen.line(
                arc(0.4 + column * 0.07 + 0.03 * (row % 2), 0.62 + row * 0.07, 0.03, 0.025, (0, 180)),
                0.012,
                darker(coat, 0.2),
            )


def _caterpillar(pen: Pen, look: Look) -> None:
    green = look.paint((130, 190, 70))
    for step in range(6):
        pen.disc((0.12 + step * 0.14, 0.62 - 0.08 * (step % 2)), 0.14, varied(green, look.rng, 10))
    pen.disc((0.9, 0.46), 0.15, lighter(green, 0.15))
    for x in (0.86, 0.96):
        pen.line([(x, 0.34), (x + 0.02, 0.14)], 0.016, INK)
        _eye(pen, x, 0.44, 0.024)


def _animal(
    draw: Draw, words: str, aspect: float, stature: float, home: str = "meadow", stance: Stance = "ground"
) -> Thing:
    anchors = {"top": (0.5, 0.1), "back": (0.4, 0.4), "hand": (0.9, 0.6), "mouth": (0.98, 0.5)}
    return Thing(draw, aspect, stature, stance, home, anchors, words, ("animate",))


THINGS: dict[str, Thing] = {
    "rabbit": _animal(_rabbit, "rabbit bunny hare 兔子 兔 小兔子 白兔 小白兔 玉兔", 0.95, 0.5),
    "pig": _animal(_pig, "pig piglet hog 猪 小猪", 1.35, 0.55),
    "dinosaur": _animal(_dinosaur, "dinosaur tyrannosaurus t-rex trex godzilla 恐龙 霸王龙 哥斯拉", 1.2, 1.4),
    "long_neck": _animal(_long_neck, "brontosaurus long-necked_dinosaur 雷龙 长颈龙", 1.5, 1.4),
    "bat": _animal(_bat, "bat bats 蝙蝠", 1.6, 0.3, "night", "sky"),
    "peacock": _animal(_peacock, "peacock 孔雀", 1.1, 0.9, "garden"),
    "flamingo": _animal(_flamingo((246, 130, 150)), "flamingo flamingos 火烈鸟", 0.7, 0.8, "lake"),
    "mandarin_duck": _animal(_mandarin_duck, "mandarin_duck mandarin_ducks 鸳鸯", 1.3, 0.35, "lake", "water"),
    "rooster": _animal(_rooster, "rooster cockerel 公鸡 大公鸡", 1.0, 0.5),
    "dragonfly": _animal(_dragonfly, "dragonfly 蜻蜓", 1.2, 0.3, "lake", "sky"),
    "hedgehog": _animal(_hedgehog, "hedgehog porcupine 刺猬", 1.4, 0.36, "forest"),
    "crocodile": _animal(_crocodile, "crocodile alligator lizard 鳄鱼 蜥蜴", 2.4, 0.5, "lake"),
    "koala": _animal(_koala, "koala 考拉 树袋熊", 0.95, 0.55, "forest"),
    "owl": replace(
        _animal(_owl, "owl owls 猫头鹰", 0.8, 0.45, "forest"),
        anchors={"lap": (0.5, 0.75), "hand": (0.86, 0.7), "left_hand": (0.14, 0.7)},
    ),
    "caterpillar": _animal(_caterpillar, "caterpillar worm 毛毛虫 虫子", 1.8, 0.24, "macro"),
}
