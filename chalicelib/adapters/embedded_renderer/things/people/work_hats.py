"""Hats of professions and seasons; the frame is the head's."""

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc, ellipse
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look

GOLD: Colour = (236, 186, 60)


def _chef_hat(pen: Pen, look: Look) -> None:
    linen = look.of("chef_hat", (250, 250, 248))
    for x in (0.24, 0.76, 0.5):
        pen.oval((x, -0.34), 0.3, 0.28, linen)
    pen.shape([(0.16, -0.3), (0.84, -0.3), (0.82, 0.12), (0.18, 0.12)], darker(linen, 0.06), "side")


def _hard_hat(pen: Pen, look: Look) -> None:
    shell = look.of("hard_hat", (250, 204, 40))
    pen.shape([*arc(0.5, 0.16, 0.42, 0.4, (180, 360))], shell, "ball")
    pen.limb([(0.0, 0.17), (1.0, 0.17)], (0.08, 0.08), darker(shell, 0.1))
    pen.limb([(0.5, 0.12), (0.5, -0.22)], (0.1, 0.08), lighter(shell, 0.3))


def _police_cap(pen: Pen, look: Look) -> None:
    cloth = look.of("police_cap", (30, 44, 84))
    pen.blob([(0.0, -0.12), (0.2, -0.34), (0.8, -0.34), (1.0, -0.12), (0.8, 0.02), (0.2, 0.02)], cloth, "side")
    pen.rect(0.14, 0.0, 0.72, 0.12, darker(cloth, 0.4))
    pen.shape([*arc(0.5, 0.1, 0.4, 0.12, (0, 180))], (24, 24, 28))
    pen.disc((0.5, -0.14), 0.1, GOLD)


def _fire_helmet(pen: Pen, look: Look) -> None:
    shell = look.of("fire_helmet", (206, 36, 36))
    pen.shape([*arc(0.5, 0.14, 0.42, 0.46, (180, 360))], shell, "ball")
    pen.blob([(-0.1, 0.2), (0.1, 0.08), (0.9, 0.08), (1.1, 0.2), (0.5, 0.24)], darker(shell, 0.15))
    pen.shape([(0.36, -0.2), (0.64, -0.2), (0.6, 0.08), (0.4, 0.08)], GOLD)


def _santa_hat(pen: Pen, look: Look) -> None:
    cloth = look.of("santa_hat", (206, 36, 40))
    pen.blob(
        [(0.1, 0.1), (0.24, -0.3), (0.6, -0.5), (1.0, -0.2), (1.08, 0.14), (0.9, -0.02), (0.86, 0.1)], cloth, "side"
    )
    pen.limb([(0.08, 0.12), (0.92, 0.12)], (0.2, 0.2), (252, 250, 248))
    pen.disc((1.06, 0.2), 0.12, (252, 250, 248))


def _nurse_cap(pen: Pen, look: Look) -> None:
    pen.shape([(0.2, 0.06), (0.14, -0.2), (0.86, -0.2), (0.8, 0.06)], look.of("nurse_cap", (252, 252, 252)), "side")
    pen.rect(0.46, -0.18, 0.08, 0.2, (210, 40, 50), "flat")
    pen.rect(0.38, -0.11, 0.24, 0.07, (210, 40, 50), "flat")


def _beret(pen: Pen, look: Look) -> None:
    wool = look.of("beret", (170, 40, 50))
    pen.oval((0.44, 0.0), 0.52, 0.2, wool)
    pen.limb([(0.44, -0.16), (0.46, -0.26)], (0.06, 0.05), wool)


def _cowboy_hat(pen: Pen, look: Look) -> None:
    felt = look.of("cowboy_hat", (150, 100, 60))
    pen.blob([(-0.3, -0.02), (0.0, 0.1), (1.0, 0.1), (1.3, -0.02), (0.9, 0.26), (0.1, 0.26)], felt)
    pen.blob(
        [(0.16, 0.14), (0.2, -0.34), (0.4, -0.28), (0.5, -0.2), (0.6, -0.28), (0.8, -0.34), (0.84, 0.14)], felt, "side"
    )


def _space_helmet(pen: Pen, look: Look) -> None:
    """Round the whole head, its visor golden."""
    suit = look.of("space_helmet", (240, 242, 246))
    pen.oval((0.5, 0.46), 0.86, 0.72, suit)
    pen.shape(ellipse(0.5, 0.5, 0.62, 0.5), (30, 42, 84), "ball", alpha=0.72)
    pen.line(ellipse(0.5, 0.5, 0.62, 0.5), 0.05, (200, 160, 70))
    pen.glow((0.28, 0.26), 0.2, 0.14, (255, 255, 255), 0.8)


def _mortarboard(pen: Pen, look: Look) -> None:
    cloth = look.of("mortarboard", (34, 34, 44))
    pen.shape([(0.16, 0.14), (0.2, -0.14), (0.8, -0.14), (0.84, 0.14)], cloth)
    pen.shape([(-0.2, -0.16), (0.5, -0.4), (1.2, -0.16), (0.5, 0.02)], lighter(cloth, 0.1))
    pen.line([(0.5, -0.18), (1.0, -0.1), (1.0, 0.2)], 0.03, GOLD)


def _pirate_hat(pen: Pen, look: Look) -> None:
    felt = look.of("pirate_hat", (34, 30, 34))
    pen.blob([(-0.24, 0.14), (0.0, -0.2), (0.3, -0.5), (0.7, -0.5), (1.0, -0.2), (1.24, 0.14), (0.5, 0.08)], felt)
    pen.disc((0.5, -0.24), 0.12, (246, 244, 238))
    for side in (-1, 1):
        pen.limb([(0.5 - side * 0.2, -0.1), (0.5 + side * 0.2, 0.02)], (0.04, 0.04), (246, 244, 238))


def _clown_wig(pen: Pen, look: Look) -> None:
    for x, y in ((0.06, 0.3), (0.94, 0.3), (0.0, 0.06), (1.0, 0.06), (0.18, -0.14), (0.82, -0.14), (0.5, -0.18)):
        pen.disc((x, y), 0.22, look.of("clown_wig", (240, 120, 40)))
    pen.disc((0.5, 0.66), 0.13, (224, 30, 40))


def _halo(pen: Pen, look: Look) -> None:
    pen.line(ellipse(0.5, -0.26, 0.42, 0.1), 0.06, look.of("halo", (255, 226, 120)))


def _bamboo_hat(pen: Pen, look: Look) -> None:
    pen.shape([(-0.4, 0.22), (0.5, -0.4), (1.4, 0.22), (0.5, 0.3)], look.of("bamboo_hat", (216, 184, 120)), "side")


WORK_HATS = {
    "chef_hat": _chef_hat,
    "hard_hat": _hard_hat,
    "police_cap": _police_cap,
    "fire_helmet": _fire_helmet,
    "santa_hat": _santa_hat,
    "nurse_cap": _nurse_cap,
    "beret": _beret,
    "cowboy_hat": _cowboy_hat,
    "space_helmet": _space_helmet,
    "mortarboard": _mortarboard,
    "pirate_hat": _pirate_hat,
    "clown_wig": _clown_wig,
    "halo": _halo,
    "bamboo_hat": _bamboo_hat,
}
