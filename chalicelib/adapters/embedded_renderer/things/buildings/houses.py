"""Houses, towers, castles, temples, bridges and gates."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, ellipse
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing

PANE: Colour = (150, 190, 214)
ROOF: Colour = (156, 66, 50)


def _house(pen: Pen, look: Look) -> None:
    wall = look.paint((232, 214, 184))
    pen.rect(0.68, 0.06, 0.1, 0.3, (150, 90, 70))
    pen.rect(0.1, 0.42, 0.8, 0.58, wall)
    pen.shape([(0.0, 0.45), (0.5, 0.04), (1.0, 0.45)], look.of("roof", ROOF))
    pen.rect(0.42, 0.66, 0.17, 0.34, (110, 70, 46))
    for x in (0.17, 0.67):
        pen.rect(x, 0.54, 0.17, 0.18, PANE)
        pen.line([(x + 0.085, 0.54), (x + 0.085, 0.72)], 0.012, (246, 246, 240))
        pen.line([(x, 0.63), (x + 0.17, 0.63)], 0.012, (246, 246, 240))


def _tower_block(pen: Pen, look: Look) -> None:
    wall = look.paint((120, 140, 164))
    pen.rect(0.08, 0.0, 0.84, 1.0, wall, "side")
    for row in range(16):
        for column in range(5):
            lit = look.rng.random() < 0.3
            pen.rect(
                0.14 + column * 0.15,
                0.03 + row * 0.06,
                0.11,
                0.035,
                (252, 226, 150) if lit else darker(PANE, 0.3),
                "flat",
            )


def _castle(pen: Pen, look: Look) -> None:
    stone = look.paint((176, 168, 158))
    for x, top in ((0.02, 0.3), (0.8, 0.3), (0.36, 0.12)):
        wide = 0.18 if top > 0.2 else 0.28
        pen.rect(x, top, wide, 1 - top, stone, "side")
        pen.shape([(x - 0.03, top), (x + wide / 2, top - 0.2), (x + wide + 0.03, top)], look.of("roof", (70, 90, 150)))
        pen.rect(x + wide / 2 - 0.02, top + 0.12, 0.04, 0.1, (50, 46, 56), "flat")
    pen.rect(0.14, 0.56, 0.72, 0.44, darker(stone, 0.08))
    for step in range(9):
        pen.rect(0.14 + step * 0.08, 0.52, 0.045, 0.05, darker(stone, 0.08), "flat")
    pen.shape([*arc(0.5, 0.78, 0.1, 0.12, (180, 360)), (0.6, 1.0), (0.4, 1.0)], (60, 44, 36))


def curved_roof(pen: Pen, x: float, y: float, half: float, high: float, colour: Colour) -> None:
    pen.shape(
        [
            (x - half * 1.25, y - high * 0.25),
            (x - half * 0.9, y - high * 0.12),
            (x - half * 0.5, y - high),
            (x + half * 0.5, y - high),
            (x + half * 0.9, y - high * 0.12),
            (x + half * 1.25, y - high * 0.25),
            (x + half, y + high * 0.18),
            (x - half, y + high * 0.18),
        ],
        colour,
        "down",
    )


def _temple(pen: Pen, look: Look) -> None:
    wall = look.paint((176, 50, 40))
    pen.rect(0.06, 0.9, 0.88, 0.1, (190, 184, 174))
    pen.rect(0.14, 0.52, 0.72, 0.38, wall)
    for x in (0.16, 0.32, 0.48, 0.64, 0.8):
        pen.rect(x, 0.52, 0.04, 0.38, darker(wall, 0.35), "side")
    pen.rect(0.4, 0.64, 0.2, 0.26, (70, 30, 26))
    curved_roof(pen, 0.5, 0.5, 0.44, 0.22, look.of("roof", (60, 80, 84)))
    pen.rect(0.34, 0.16, 0.32, 0.14, wall)
    curved_roof(pen, 0.5, 0.17, 0.26, 0.15, look.of("roof", (60, 80, 84)))


def _pagoda(pen: Pen, look: Look) -> None:
    wall = look.paint((170, 60, 46))
    pen.line([(0.5, 0.0), (0.5, 0.14)], 0.03, (220, 180, 80))
    for step in range(5):
        y, half = 0.2 + step * 0.17, 0.2 + step * 0.045
        pen.rect(0.5 - half * 0.8, y, half * 1.6, 0.13, wall)
        for x in (-0.5, 0.0, 0.5):
            pen.rect(0.5 + half * x - 0.03, y + 0.03, 0.06, 0.08, (70, 36, 30), "flat")
        curved_roof(pen, 0.5, y, half, 0.07, (60, 72, 80))


def _torii(pen: Pen, look: Look) -> None:
    red = look.paint((204, 62, 40))
    for x in (0.2, 0.8):
        pen.limb([(x, 1.0), (x + (0.5 - x) * 0.1, 0.12)], (0.09, 0.075), red)
        pen.rect(x - 0.055, 0.93, 0.11, 0.07, (40, 36, 40))
    pen.rect(0.12, 0.3, 0.76, 0.07, darker(red, 0.1))
    pen.rect(0.46, 0.16, 0.08, 0.15, darker(red, 0.2))
    pen.shape(
        [(-0.02, 0.02), (0.2, 0.08), (0.8, 0.08), (1.02, 0.02), (0.98, 0.13), (0.8, 0.18), (0.2, 0.18), (0.02, 0.13)],
        red,
    )
    pen.shape(
        [
            (-0.04, -0.02),
            (0.2, 0.045),
            (0.8, 0.045),
            (1.04, -0.02),
            (1.02, 0.03),
            (0.8, 0.09),
            (0.2, 0.09),
            (-0.02, 0.03),
        ],
        (44, 40, 46),
        "flat",
    )


def _lighthouse(pen: Pen, look: Look) -> None:
    band = look.paint((210, 60, 50))
    pen.shape([(0.34, 0.24), (0.66, 0.24), (0.78, 1.0), (0.22, 1.0)], (244, 242, 236), "side")
    for y in (0.34, 0.58, 0.82):
        out = 0.16 + (y - 0.24) * 0.158
        pen.shape(
            [(0.5 - out, y), (0.5 + out, y), (0.5 + out + 0.018, y + 0.11), (0.5 - out - 0.018, y + 0.11)], band, "side"
        )
    pen.rect(0.36, 0.12, 0.28, 0.12, (255, 240, 170))
    pen.shape([(0.3, 0.13), (0.5, 0.0), (0.7, 0.13)], band)
    pen.glow((0.5, 0.17), 0.9, 0.2, (255, 244, 190), 0.6)


def _bridge(pen: Pen, look: Look) -> None:
    steel = look.paint((190, 70, 50))
    for x in (0.26, 0.74):
        pen.rect(x - 0.025, 0.0, 0.05, 1.0, steel, "side")
    for start, end in ((-0.1, 0.26), (0.26, 0.74), (0.74, 1.1)):
        dip = [
            (
                start + (end - start) * step / 12,
                0.56 - 0.5 * (step / 6 - 1) ** 2
                if start == 0.26
                else 0.06 + 0.52 * abs(step / 12 if start > 0.5 else 1 - step / 12),
            )
            for step in range(13)
        ]
        pen.line(dip, 0.014, steel)
        for x, y in dip[1:-1]:
            pen.line([(x, y), (x, 0.64)], 0.005, steel)
    pen.rect(-0.1, 0.62, 1.2, 0.06, darker(steel, 0.2))


def _windmill(pen: Pen, look: Look) -> None:
    pen.shape([(0.4, 0.34), (0.6, 0.34), (0.68, 1.0), (0.32, 1.0)], look.paint((230, 220, 204)), "side")
    pen.shape([(0.37, 0.35), (0.5, 0.22), (0.63, 0.35)], ROOF)
    pen.rect(0.46, 0.82, 0.08, 0.18, (100, 66, 44))
    for turn in (20, 110, 200, 290):
        pen.turned(turn, (0.5, 0.36)).shape(
            [(0.49, 0.36), (0.49, 0.02), (0.57, 0.02), (0.57, 0.3)], (240, 236, 226), "side"
        )


def _tent(pen: Pen, look: Look) -> None:
    cloth = look.paint((220, 110, 50))
    pen.shape([(0.5, 0.05), (0.0, 1.0), (1.0, 1.0)], cloth, "side")
    pen.shape([(0.5, 0.05), (0.38, 1.0), (0.66, 1.0)], darker(cloth, 0.6))


def _stall(pen: Pen, look: Look) -> None:
    """A street stall with a striped awning, fruit and a lamp."""
    cloth = look.paint((200, 56, 48))
    for x in (0.08, 0.92):
        pen.limb([(x, 0.2), (x, 1.0)], (0.03, 0.03), (96, 66, 42))
    pen.rect(0.04, 0.6, 0.92, 0.4, (132, 88, 54))
    for step in range(7):
        pen.shape(
            [
                (0.02 + step * 0.137, 0.28),
                (0.1 + step * 0.115, 0.06),
                (0.215 + step * 0.115, 0.06),
                (0.157 + step * 0.137, 0.28),
            ],
            cloth if step % 2 == 0 else (246, 238, 222),
        )
    for step in range(11):
        colours: tuple[Colour, ...] = ((220, 70, 40), (240, 170, 40), (120, 170, 60))
        pen.disc((0.12 + step * 0.076, 0.57), 0.045, colours[step % 3])
    pen.oval((0.5, 0.38), 0.06, 0.08, (255, 214, 130))
    pen.glow((0.5, 0.38), 0.4, 0.34, (255, 190, 90), 0.5)


def _arch(pen: Pen, look: Look) -> None:
    stone = look.paint((196, 104, 62))
    pen.blob(
        [
            (0.0, 1.0),
            (0.04, 0.5),
            (0.2, 0.14),
            (0.5, 0.02),
            (0.8, 0.12),
            (0.96, 0.5),
            (1.0, 1.0),
            (0.8, 1.0),
            (0.76, 0.6),
            (0.66, 0.36),
            (0.5, 0.28),
            (0.34, 0.36),
            (0.26, 0.6),
            (0.24, 1.0),
        ],
        stone,
        "side",
    )
    for y in (0.2, 0.45, 0.7):
        pen.line([(0.06, y + 0.1), (0.2, y + 0.06)], 0.012, darker(stone, 0.3))
        pen.line([(0.8, y + 0.06), (0.95, y + 0.1)], 0.012, lighter(stone, 0.1))


def _fountain(pen: Pen, look: Look) -> None:
    stone = look.paint((190, 186, 178))
    for lean in (-0.3, -0.15, 0.0, 0.15, 0.3):
        pen.limb(
            [(0.5, 0.5), (0.5 + lean * 0.6, 0.1 + abs(lean)), (0.5 + lean * 1.3, 0.72)], (0.02, 0.02), (190, 226, 246)
        )
    pen.rect(0.45, 0.45, 0.1, 0.4, stone, "side")
    pen.shape([*arc(0.5, 0.8, 0.5, 0.1, (180, 360)), *arc(0.5, 0.88, 0.46, 0.12, (0, 180))], stone, "side")
    pen.shape(ellipse(0.5, 0.8, 0.44, 0.06), (120, 186, 216))


THINGS: dict[str, Thing] = {
    "house": Thing(_house, 1.1, 1.2, anchors={"top": (0.5, 0.05)}),
    "building": Thing(_tower_block, 0.5, 1.6, home="street"),
    "castle": Thing(_castle, 1.2, 1.5, home="mountains"),
    "temple": Thing(_temple, 1.3, 1.2, home="mountains"),
    "pagoda": Thing(_pagoda, 0.6, 1.6, home="mountains"),
    "torii": Thing(_torii, 1.1, 1.0, home="sea"),
    "lighthouse": Thing(_lighthouse, 0.5, 1.5, home="beach"),
    "bridge": Thing(_bridge, 2.4, 0.9, "water", "sea"),
    "windmill": Thing(_windmill, 0.9, 1.4),
    "tent": Thing(_tent, 1.3, 0.7, home="forest"),
    "stall": Thing(_stall, 1.2, 0.95, home="street"),
    "arch": Thing(_arch, 1.25, 1.1, home="arches"),
    "fountain": Thing(_fountain, 1.3, 0.9, home="park"),
}
