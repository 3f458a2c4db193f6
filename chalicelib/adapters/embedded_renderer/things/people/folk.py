"""Men, women, children, couples, crowds, knights: figures with their usual looks."""

from dataclasses import replace
from random import Random

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour, varied
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing
from chalicelib.adapters.embedded_renderer.things.people.bust import draw_bust
from chalicelib.adapters.embedded_renderer.things.people.clothes import SHIRTS
from chalicelib.adapters.embedded_renderer.things.people.figure import ASPECT, HAND, LAP, LEFT_HAND, Body, draw_figure
from chalicelib.adapters.embedded_renderer.things.people.head import SKIN

HAIRS: tuple[Colour, ...] = ((40, 30, 28), (90, 58, 36), (150, 110, 60), (60, 44, 40))


def _person(*traits: str, head_size: float = 0.155) -> Thing:
    def draw(pen: Pen, look: Look) -> None:
        dressed = replace(look, traits={**dict.fromkeys(traits), **look.traits})
        draw_figure(pen, dressed, Body(skin=dressed.of("skin", SKIN), head_size=head_size))
        if "armed" in traits and not look.has("holding"):
            pen.limb([(1.02, 0.14), (1.08, -0.16)], (0.03, 0.012), (214, 220, 230))
            pen.limb([(0.94, 0.09), (1.1, 0.11)], (0.025, 0.025), (200, 160, 60))

    anchors = {"hand": HAND, "left_hand": LEFT_HAND, "lap": LAP, "head": (0.5, 0.02)}
    return Thing(draw, aspect=ASPECT, stature=1.0, home="park", anchors=anchors)


def _couple(pen: Pen, look: Look) -> None:
    man = replace(look, traits={**look.traits, "man": None})
    woman = replace(look, traits={**look.traits, "woman": None})
    _person("man").draw(pen.part(0.12, 0.0, 0.44, 1.0), man)
    _person("woman").draw(pen.part(0.45, 0.05, 0.42, 0.95), woman)


def _family(pen: Pen, look: Look) -> None:
    for traits, box in (
        (("man",), (0.02, 0.0, 0.36, 1.0)),
        (("woman",), (0.32, 0.05, 0.34, 0.95)),
        (("young",), (0.66, 0.36, 0.27, 0.64)),
    ):
        one = replace(look, colour=None, traits={**look.traits, **dict.fromkeys(traits)})
        _person(*traits, head_size=0.2 if "young" in traits else 0.155).draw(pen.part(*box), one)


def _friends(pen: Pen, look: Look) -> None:
    for number in range(3):
        one = replace(look, colour=None, traits={**look.traits, "woman" if number % 2 else "man": None})
        _person().draw(pen.part(0.02 + number * 0.32, 0.02 * number, 0.33, 1 - 0.02 * number), one)


def _crowd(pen: Pen, look: Look) -> None:
    """Many small people, the far ones smaller and higher."""
    rng = Random(look.rng.random())
    for row in range(3):
        for place in range(7 + 2 * (2 - row)):
            high = 0.5 + row * 0.16
            x = (place + rng.uniform(0.1, 0.9)) / (7 + 2 * (2 - row))
            traits: dict[str, Colour | None] = {
                "hair": rng.choice(HAIRS),
                "walking": None,
                "shirt": varied(rng.choice(SHIRTS), rng),
            }
            if rng.random() < 0.5:
                traits["woman"] = None
            one = replace(look, colour=None, traits=traits)
            wide = high * ASPECT * 0.2
            _person().draw(pen.part(x - wide / 2, 0.2 + row * 0.24 - high * 0.2, wide, high), one)


def _creature(pen: Pen, look: Look) -> None:
    """A soft, fleshy shape with a closed eye and long lashes."""
    flesh = look.paint((222, 170, 150))
    pen.blob(
        [
            (0.02, 0.8),
            (0.16, 0.5),
            (0.4, 0.3),
            (0.62, 0.34),
            (0.72, 0.5),
            (0.9, 0.6),
            (0.98, 0.82),
            (0.7, 0.9),
            (0.5, 0.78),
            (0.3, 0.95),
        ],
        flesh,
        "ball",
    )
    pen.blob([(0.5, 0.5), (0.66, 0.56), (0.72, 0.7), (0.62, 0.76), (0.54, 0.66)], (206, 140, 124), "ball")
    pen.line([(0.3, 0.52), (0.38, 0.57), (0.48, 0.55)], 0.014, (90, 50, 46))
    for step in range(6):
        pen.line([(0.31 + step * 0.032, 0.54 + 0.012 * (step % 3)), (0.27 + step * 0.036, 0.66)], 0.007, (70, 40, 40))
    pen.limb([(0.86, 0.7), (0.98, 0.62), (1.04, 0.74)], (0.08, 0.02), (206, 140, 124))


THINGS: dict[str, Thing] = {
    "person": _person(),
    "man": _person("man"),
    "woman": _person("woman"),
    "girl": _person("woman", "young", "dress"),
    "boy": _person("man", "young", head_size=0.175),
    "child": replace(_person("young", head_size=0.2), stature=0.74),
    "old_man": _person("man", "old", "moustache"),
    "old_woman": _person("woman", "old"),
    "knight": _person("man", "armour"),
    "samurai": _person("man", "robe", "hat", "fighting", "armed"),
    "wizard": _person("man", "old", "beard", "robe", "wizard_hat"),
    "king": _person("man", "robe", "crown", "beard"),
    "couple": Thing(_couple, aspect=0.86, stature=1.0, home="park"),
    "family": Thing(_family, aspect=1.14, stature=1.0, home="park", anchors={"hand": (0.98, 0.62), "lap": (0.5, 0.5)}),
    "friends": Thing(
        _friends, aspect=1.24, stature=1.0, home="park", anchors={"hand": (0.98, 0.44), "lap": (0.5, 0.5)}
    ),
    "crowd": Thing(_crowd, aspect=2.4, stature=0.62, home="street"),
    "bust": Thing(draw_bust, aspect=0.85, stature=1.15, home="studio"),
    "creature": Thing(_creature, aspect=1.9, stature=0.5, stance="flat", home="beach"),
}
