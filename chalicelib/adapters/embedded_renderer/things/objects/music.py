"""Instruments."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, ellipse
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Draw, Look, Thing

BRASS: Colour = (226, 176, 64)


def _violin(pen: Pen, look: Look) -> None:
    wood = look.paint((160, 80, 36))
    pen.rect(0.45, 0.08, 0.1, 0.46, (50, 34, 26), "side")
    pen.disc((0.5, 0.06), 0.07, darker(wood, 0.2))
    pen.blob(
        [
            (0.5, 0.42),
            (0.74, 0.46),
            (0.7, 0.62),
            (0.62, 0.68),
            (0.84, 0.82),
            (0.76, 0.98),
            (0.5, 1.0),
            (0.24, 0.98),
            (0.16, 0.82),
            (0.38, 0.68),
            (0.3, 0.62),
            (0.26, 0.46),
        ],
        wood,
        "ball",
    )
    for x in (0.36, 0.64):
        pen.line(arc(x, 0.7, 0.04, 0.06, (90, 300)), 0.018, (30, 20, 16))
    for x in (0.46, 0.5, 0.54):
        pen.line([(x, 0.1), (x, 0.86)], 0.006, (230, 226, 214))
    pen.rect(0.4, 0.76, 0.2, 0.02, (50, 34, 26))
    pen.limb([(0.98, 0.12), (0.86, 0.98)], (0.02, 0.02), (120, 80, 50))


def _drum(pen: Pen, look: Look) -> None:
    shell = look.paint((196, 40, 40))
    pen.shape([*arc(0.5, 0.84, 0.48, 0.15, (0, 180)), (0.02, 0.24), (0.98, 0.24)], shell, "side")
    for step in range(6):
        x = 0.06 + step * 0.176
        pen.line([(x, 0.3), (x + 0.088, 0.94 - abs(x - 0.44) * 0.2), (x + 0.176, 0.3)], 0.016, BRASS)
    pen.shape(ellipse(0.5, 0.24, 0.49, 0.16), (250, 242, 224), "down")
    pen.line(ellipse(0.5, 0.24, 0.48, 0.16), 0.03, BRASS)
    for side in (-1, 1):
        pen.limb([(0.5 + side * 0.44, -0.06), (0.5 + side * 0.1, 0.2)], (0.03, 0.03), (206, 160, 100))


def _drum_kit(pen: Pen, look: Look) -> None:
    shell = look.paint((190, 36, 44))
    for x, y in ((0.1, 0.2), (0.9, 0.16)):
        pen.line([(x, y), (x, 0.96)], 0.012, (120, 124, 132))
        pen.oval((x, y), 0.18, 0.04, BRASS)
    for x in (0.34, 0.66):
        pen.oval((x, 0.42), 0.14, 0.12, shell)
        pen.oval((x, 0.36), 0.13, 0.05, (250, 244, 230), "flat")
    pen.oval((0.5, 0.72), 0.28, 0.28, shell)
    pen.oval((0.5, 0.72), 0.23, 0.23, (248, 244, 234))


def _trumpet(pen: Pen, look: Look) -> None:
    brass = look.paint(BRASS)
    pen.limb([(0.02, 0.46), (0.74, 0.46)], (0.1, 0.1), brass)
    pen.shape([(0.66, 0.4), (0.86, 0.3), (1.0, 0.06), (1.0, 0.86), (0.86, 0.62), (0.66, 0.52)], brass)
    pen.line(ellipse(0.46, 0.62, 0.2, 0.2), 0.07, darker(brass, 0.1))
    for x in (0.4, 0.48, 0.56):
        pen.limb([(x, 0.24), (x, 0.62)], (0.09, 0.09), lighter(brass, 0.2))


def _saxophone(pen: Pen, look: Look) -> None:
    brass = look.paint(BRASS)
    pen.limb([(0.1, 0.08), (0.34, 0.02), (0.42, 0.3), (0.46, 0.8)], (0.07, 0.18), brass)
    pen.limb([(0.46, 0.8), (0.6, 0.96), (0.78, 0.8), (0.84, 0.46)], (0.18, 0.36), brass)
    pen.oval((0.85, 0.44), 0.15, 0.05, darker(brass, 0.5))
    for y in (0.3, 0.42, 0.54, 0.66):
        pen.disc((0.5, y), 0.05, lighter(brass, 0.4))


def _flute(pen: Pen, look: Look) -> None:
    tube = look.paint((150, 160, 110))
    pen.limb([(0.02, 0.7), (0.98, 0.3)], (0.14, 0.14), tube)
    for step in range(6):
        pen.disc((0.4 + step * 0.09, 0.54 - step * 0.037), 0.035, darker(tube, 0.7), "flat")


def _harp(pen: Pen, look: Look) -> None:
    gold = look.paint(BRASS)
    for step in range(9):
        pen.line(
            [(0.18 + step * 0.08, 0.1 + 0.06 * (step % 2)), (0.24 + step * 0.07, 0.86 - step * 0.07)],
            0.008,
            (250, 246, 236),
        )
    pen.limb([(0.1, 0.06), (0.12, 0.96)], (0.09, 0.09), gold)
    pen.limb([(0.1, 0.06), (0.5, 0.12), (0.94, 0.1)], (0.09, 0.07), gold)
    pen.limb([(0.94, 0.1), (0.7, 0.6), (0.12, 0.96)], (0.08, 0.16), gold)


def _grand_piano(pen: Pen, look: Look) -> None:
    lacquer = look.paint((30, 28, 32))
    for x in (0.14, 0.5, 0.9):
        pen.limb([(x, 0.6), (x, 0.98)], (0.05, 0.035), darker(lacquer, 0.1))
    pen.blob([(0.1, 0.46), (0.3, 0.02), (0.6, 0.0), (0.98, 0.3), (0.98, 0.48)], lighter(lacquer, 0.12), "side")
    pen.shape([(0.02, 0.46), (1.0, 0.46), (0.98, 0.66), (0.04, 0.66)], lacquer)
    pen.shape([(-0.02, 0.52), (0.32, 0.52), (0.3, 0.6), (-0.04, 0.6)], (250, 248, 240), "flat")
    for step in range(10):
        pen.line([(0.01 + step * 0.032, 0.52), (-0.005 + step * 0.032, 0.57)], 0.012, (20, 20, 22))


def _pipa(pen: Pen, look: Look) -> None:
    wood = look.paint((176, 116, 60))
    pen.limb([(0.5, 0.06), (0.5, 0.46)], (0.1, 0.16), darker(wood, 0.4))
    pen.blob([(0.5, 0.34), (0.7, 0.56), (0.9, 0.8), (0.5, 1.0), (0.1, 0.8), (0.3, 0.56)], wood, "ball")
    for y in (0.5, 0.56, 0.62, 0.68):
        pen.line([(0.4, y), (0.6, y)], 0.014, (240, 226, 190))
    for x in (0.46, 0.5, 0.54):
        pen.line([(x, 0.06), (x, 0.88)], 0.006, (250, 246, 236))


def _erhu(pen: Pen, look: Look) -> None:
    wood = look.paint((110, 50, 34))
    pen.limb([(0.5, 0.02), (0.5, 0.84)], (0.06, 0.06), wood)
    for y in (0.1, 0.18):
        pen.limb([(0.5, y), (0.8, y)], (0.06, 0.09), wood)
    pen.rect(0.3, 0.82, 0.44, 0.16, wood, "side")
    pen.limb([(0.95, 0.2), (0.2, 0.8)], (0.03, 0.03), (210, 176, 120))


def _zither(pen: Pen, look: Look) -> None:
    wood = look.paint((120, 66, 40))
    pen.shape([(0.02, 0.3), (0.98, 0.24), (1.0, 0.6), (0.0, 0.66)], wood)
    for step in range(7):
        pen.line([(0.06, 0.36 + step * 0.038), (0.95, 0.3 + step * 0.04)], 0.006, (246, 240, 226))
    for x in (0.14, 0.86):
        pen.limb([(x, 0.6), (x, 0.98)], (0.05, 0.05), darker(wood, 0.3))


def _microphone(pen: Pen, look: Look) -> None:
    pen.limb([(0.5, 0.3), (0.5, 0.94)], (0.1, 0.1), (60, 62, 68))
    pen.oval((0.5, 0.96), 0.34, 0.04, (60, 62, 68))
    pen.oval((0.5, 0.16), 0.26, 0.16, look.paint((150, 154, 162)))
    for x in (0.38, 0.5, 0.62):
        pen.line([(x, 0.05), (x, 0.27)], 0.014, (80, 84, 92))


def _note(pen: Pen, look: Look) -> None:
    ink = look.paint((40, 36, 60))
    for x, y in ((0.2, 0.84), (0.72, 0.74)):
        pen.shape(ellipse(x, y, 0.18, 0.12, -20), ink)
        pen.limb([(x + 0.15, y), (x + 0.15, y - 0.62)], (0.05, 0.05), ink)
    pen.shape([(0.33, 0.2), (0.9, 0.08), (0.9, 0.24), (0.33, 0.36)], ink)


def _instrument(draw: Draw, words: str, aspect: float = 0.5, stature: float = 0.6) -> Thing:
    return Thing(draw, aspect, stature, home="room", words=words, roles=("held",), anchors={"top": (0.5, 0.1)})


THINGS: dict[str, Thing] = {
    "violin": _instrument(_violin, "violin fiddle viola 小提琴 提琴", 0.42, 0.55),
    "cello": _instrument(_violin, "cello double_bass 大提琴", 0.42, 0.95),
    "drum": _instrument(_drum, "drum drums 鼓 大鼓 小鼓 锣鼓 腰鼓", 1.1, 0.55),
    "drum_kit": _instrument(_drum_kit, "drum_kit drum_set 架子鼓", 1.3, 0.8),
    "trumpet": _instrument(_trumpet, "trumpet trombone horn 小号 喇叭 唢呐", 1.9, 0.3),
    "saxophone": _instrument(_saxophone, "saxophone sax 萨克斯", 0.7, 0.55),
    "flute": _instrument(_flute, "flute bamboo_flute 笛子 长笛 箫", 2.0, 0.24),
    "harp": _instrument(_harp, "harp 竖琴", 0.8, 0.95),
    "grand_piano": _instrument(_grand_piano, "grand_piano 三角钢琴 大钢琴", 1.7, 0.85),
    "pipa": _instrument(_pipa, "pipa lute 琵琶", 0.5, 0.6),
    "erhu": _instrument(_erhu, "erhu 二胡", 0.5, 0.65),
    "zither": _instrument(_zither, "guqin guzheng zither koto 古琴 古筝 琴", 2.2, 0.4),
    "microphone": _instrument(_microphone, "microphone mic 麦克风 话筒", 0.4, 0.75),
    "note": Thing(_note, 0.9, 0.35, "sky", "studio", words="musical_note musical_notes music_note 音符"),
}
