"""An upright figure in a narrow frame, not half as wide as high: legs, clothes, arms, a head of any kind."""

from collections.abc import Callable
from dataclasses import dataclass

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker
from chalicelib.adapters.embedded_renderer.drawing.geometry import Outline
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look
from chalicelib.adapters.embedded_renderer.things.people import clothes
from chalicelib.adapters.embedded_renderer.things.people.hats import draw_hats
from chalicelib.adapters.embedded_renderer.things.people.head import SKIN, draw_head, draw_long_hair

ASPECT = 0.42
HAND = (0.98, 0.44)
LEFT_HAND = (0.02, 0.44)
LAP = (0.5, 0.42)
ARMS: dict[str, tuple[Outline, Outline]] = {
    "": ([(0.24, 0.26), (0.12, 0.4), (0.12, 0.54)], [(0.76, 0.26), (0.88, 0.4), (0.88, 0.54)]),
    "holding": ([(0.24, 0.26), (0.06, 0.38), (0.03, 0.44)], [(0.76, 0.26), (0.92, 0.38), (0.97, 0.44)]),
    "reading": ([(0.24, 0.26), (0.14, 0.42), (0.36, 0.44)], [(0.76, 0.26), (0.86, 0.42), (0.64, 0.44)]),
    "playing": ([(0.24, 0.26), (0.16, 0.42), (0.34, 0.34)], [(0.76, 0.26), (1.06, 0.38), (1.24, 0.28)]),
    "hugging": ([(0.24, 0.26), (-0.02, 0.32), (-0.34, 0.3)], [(0.7, 0.26), (0.3, 0.4), (-0.2, 0.38)]),
    "reaching": ([(0.24, 0.26), (0.1, 0.4), (0.1, 0.52)], [(0.76, 0.26), (1.0, 0.32), (1.24, 0.36)]),
    "calling": ([(0.24, 0.26), (0.1, 0.4), (0.2, 0.52)], [(0.76, 0.26), (0.98, 0.32), (0.82, 0.14)]),
    "waving": ([(0.24, 0.26), (0.12, 0.4), (0.12, 0.54)], [(0.76, 0.26), (1.0, 0.22), (1.04, 0.05)]),
    "dancing": ([(0.24, 0.26), (0.0, 0.2), (-0.06, 0.06)], [(0.76, 0.26), (1.0, 0.22), (1.06, 0.07)]),
    "fighting": ([(0.24, 0.26), (0.3, 0.4), (0.62, 0.34)], [(0.76, 0.26), (1.0, 0.24), (1.02, 0.1)]),
}


@dataclass(frozen=True, slots=True)
class Body:
    """Who is inside the clothes."""

    skin: Colour = SKIN
    head: Callable[[Pen, Look], None] = draw_head
    head_size: float = 0.155
    dressed: bool = True
    round: float = 1.0


def draw_figure(pen: Pen, look: Look, body: Body) -> None:
    name = clothes.garment(look) if body.dressed or look.has(*clothes.USUAL) else "fur"
    colour = body.skin if name == "fur" else clothes.garment_colour(look, name)
    if look.has("cloak"):
        clothes.draw_cloak(pen, look)
    if look.has("seated"):
        _seated_legs(pen, body.skin if name == "fur" else look.of("trousers", (54, 62, 84)))
    elif not look.has("bottomless"):
        _legs(pen, look, name, colour, body)
    if look.has("boots") and not look.has("seated"):
        clothes.draw_boots(pen, look)
    if look.has("woman") and not look.has("bald"):
        draw_long_hair(_head_frame(pen, body), look)
    if name == "fur":
        pen.oval((0.5, 0.4), 0.3 * body.round, 0.22, colour)
        pen.oval((0.5, 0.42), 0.19 * body.round, 0.15, look.of("belly", (240, 232, 222)))
    else:
        clothes.draw_garment(pen, name, colour)
    _neck_and_head(pen, look, body)
    _arms(pen, look, colour, body.skin)


def _legs(pen: Pen, look: Look, name: str, colour: Colour, body: Body) -> None:
    if name in ("dress", "robe"):
        for x in (0.42, 0.58):
            pen.limb([(x, 0.7), (x, 0.95)], (0.1, 0.07), body.skin)
            pen.oval((x + 0.02, 0.97), 0.08, 0.018, (60, 40, 40))
        return
    usual = {"suit": colour, "sportswear": (50, 56, 70), "armour": (80, 84, 96), "fur": colour}.get(name, (58, 66, 92))
    clothes.draw_trousers(
        pen, look.of("trousers", usual), stride=0.1 if look.has("walking", "running", "fighting") else 0.03
    )


def _seated_legs(pen: Pen, colour: Colour) -> None:
    for side in (-1, 1):
        knee = 0.5 + side * 0.34
        pen.limb([(0.5 + side * 0.12, 0.53), (knee, 0.58), (knee + side * 0.02, 0.78)], (0.2, 0.13), colour)
        pen.oval((knee + side * 0.06, 0.79), 0.12, 0.025, (48, 40, 40))


def _neck_and_head(pen: Pen, look: Look, body: Body) -> None:
    pen.limb([(0.5, 0.14), (0.5, 0.2)], (0.08, 0.1), darker(body.skin, 0.12), "up")
    head = _head_frame(pen, body)
    if look.has("scarf"):
        clothes.draw_scarf(pen, look)
    body.head(head, look)
    draw_hats(head, look)


def _head_frame(pen: Pen, body: Body) -> Pen:
    width = body.head_size / ASPECT * 0.9
    return pen.part(0.5 - width / 2, 0.175 - body.head_size, width, body.head_size)


def _arms(pen: Pen, look: Look, sleeve: Colour, skin: Colour) -> None:
    pose = next((name for name in ARMS if name and look.has(name)), "")
    for points in ARMS[pose]:
        pen.limb(points, (0.115, 0.085), sleeve)
        pen.disc(points[-1], 0.045, skin)
