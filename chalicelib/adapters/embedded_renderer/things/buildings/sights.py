"""Gates, lighthouses, bridges, windmills, tents, stalls, arches and fountains."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, ellipse
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing, Vessel

ROOF: Colour = (156, 66, 50)


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
    "torii": Thing(_torii, 1.1, 1.0, home="sea"),
    "lighthouse": Thing(_lighthouse, 0.5, 1.5, home="beach"),
    "bridge": Thing(_bridge, 2.4, 0.9, "water", "sea", {"top": (0.5, 0.63)}),
    "windmill": Thing(_windmill, 0.9, 1.4),
    "tent": Thing(_tent, 1.3, 0.7, home="forest"),
    "stall": Thing(
        _stall, 1.2, 0.95, home="street", words="food_stall fruit_stall", vessel=Vessel((0.5, 0.6, 0.8), depth=0.05)
    ),
    "arch": Thing(_arch, 1.25, 1.1, home="arches"),
    "fountain": Thing(_fountain, 1.3, 0.9, home="park"),
}
