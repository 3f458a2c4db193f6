"""A four-legged animal from the side, looking right, drawn from its measures."""

from dataclasses import replace

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import Outline, Point, ellipse, smooth
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.animals import coats
from chalicelib.adapters.embedded_renderer.things.animals.measures import Beast
from chalicelib.adapters.embedded_renderer.things.animals.side_head import draw_side_head
from chalicelib.adapters.embedded_renderer.things.look import Look

REAR, FRONT = 0.22, 0.64
LEGS = ((REAR + 0.07, 0.2), (FRONT + 0.07, 0.2), (REAR, 0.0), (FRONT, 0.0))
"""Where each leg stands and how much it lies in the shadow of the body."""


def draw_beast(pen: Pen, look: Look, beast: Beast) -> None:
    beast = _plain(beast, look)
    coat = look.paint(beast.coat)
    back = 1 - beast.leg - beast.chest
    coats.draw_tail(pen, beast, coat, back)
    _legs(pen, look, beast, coat)
    nape = _neck(pen, look, beast, coat)
    body = _body(beast, back)
    pen.shape(body, coat, "down")
    coats.draw_pattern(pen, look, beast, body)
    if beast.furry:
        pen.fur(body, lighter(coat, 0.14), look.rng, hair=(-0.03, 0.012), count=420)
        pen.fur(body, darker(coat, 0.14), look.rng, hair=(-0.03, 0.012), count=300)
    _mane(pen, look, beast, coat, nape)
    size = beast.head * 2
    if look.has("scarf"):
        wool = look.of("scarf", (200, 50, 50))
        pen.limb([(nape[0] - 0.1, nape[1] + size * 0.1), (nape[0] - 0.02, nape[1] + size * 0.42)], (0.07, 0.07), wool)
        pen.limb(
            [(nape[0] - 0.03, nape[1] + size * 0.4), (nape[0] - 0.02, nape[1] + size * 0.95)],
            (0.06, 0.08),
            darker(wool, 0.1),
        )
    head = pen.part(nape[0] - size / beast.aspect * 0.42, nape[1] - size * 0.5, size / beast.aspect, size)
    draw_side_head(head, look, beast)


def _plain(beast: Beast, look: Look) -> Beast:
    """In the one colour that was asked for, without the usual marks; asleep, the legs are folded."""
    if look.colour and not _ginger(beast, look.colour) and beast.pattern in ("", "tabby", "patches") and beast.furry:
        beast = replace(beast, pattern="", belly=lighter(look.colour, 0.16))
    return replace(beast, leg=0.06) if look.has("sleeping") else beast


def _ginger(beast: Beast, colour: Colour) -> bool:
    """A ginger cat has stripes."""
    return beast.pattern == "tabby" and colour[0] > 200 and colour[0] > colour[1] > colour[2]


def _body(beast: Beast, back: float) -> Outline:
    belly = 1 - beast.leg + 0.02
    return smooth(
        [
            (0.12, back + beast.chest * 0.35),
            (0.2, back + 0.01),
            (0.42, back + beast.chest * 0.08),
            (0.62, back),
            (0.76, back + beast.chest * 0.2),
            (0.78, back + beast.chest * 0.65),
            (0.66, belly),
            (0.42, belly - beast.chest * 0.12),
            (0.2, belly - 0.02),
            (0.12, back + beast.chest * 0.8),
        ]
    )


def _legs(pen: Pen, look: Look, beast: Beast, coat: Colour) -> None:
    paw = beast.belly if beast.pattern in ("", "tabby") and beast.furry else coat
    colour = (34, 32, 34) if beast.pattern == "panda" else darker(coat, 0.1)
    thick = beast.chest * 0.34
    running = look.has("running", "jumping")
    for x, shade in LEGS:
        tone = darker(colour, shade + 0.1)
        swing = ((-0.14 if x < 0.4 else 0.14) + shade * 0.3) if running else 0.0
        knee = (x + swing * 0.5 + (0.02 if x > 0.4 else -0.025), 1 - beast.leg * 0.5)
        foot = (x + swing, 0.965)
        pen.limb([(x, 1 - beast.leg - beast.chest * 0.3), knee, foot], (thick * 1.25, thick * 0.62), tone)
        shoe = (40, 34, 32) if not beast.furry else (tone if beast.pattern == "panda" else darker(paw, shade + 0.1))
        pen.blob(
            [
                (foot[0] - 0.04, 0.955),
                (foot[0] + 0.02, 0.94),
                (foot[0] + 0.06, 0.97),
                (foot[0] + 0.05, 1.0),
                (foot[0] - 0.04, 1.0),
            ],
            shoe,
        )


def _neck(pen: Pen, look: Look, beast: Beast, coat: Colour) -> Point:
    """Drawn before the body, which covers its root; the answer is where the head sits."""
    back = 1 - beast.leg - beast.chest
    shoulder = _shoulder(beast)
    reach = 0.5 if beast.neck > 0.18 else 0.8
    nape = (0.74 + beast.neck * reach / beast.aspect, max(beast.head * 0.75, back - beast.neck * 0.9 + 0.03))
    tone = (40, 38, 40) if beast.pattern == "panda" else coat
    thick = max(beast.head * 1.0, beast.chest * 0.55)
    if beast.extra != "mane":
        pen.limb([shoulder, nape], (thick * 1.35, max(beast.head * 0.95, thick * 0.6)), tone, "down")
    if beast.pattern == "spots":
        middle = ((shoulder[0] + nape[0]) / 2, (shoulder[1] + nape[1]) / 2)
        coats.draw_pattern(pen, look, beast, ellipse(*middle, 0.06, 0.1))
    return nape


def _mane(pen: Pen, look: Look, beast: Beast, coat: Colour, nape: Point) -> None:
    if beast.extra == "mane":
        coats.draw_mane(pen, look, nape)
    if beast.extra in ("mane_line", "unicorn"):
        colour = look.of("mane", darker(coat, 0.6) if beast.extra == "mane_line" else (236, 150, 200))
        x, y = _shoulder(beast)
        path = [(nape[0] - 0.02, nape[1] - 0.1), (nape[0] - 0.1, nape[1] + 0.05), (x - 0.1, y - 0.05)]
        pen.limb(path, (0.05, 0.09), colour)


def _shoulder(beast: Beast) -> Point:
    return 0.7, 1 - beast.leg - beast.chest * 0.7
