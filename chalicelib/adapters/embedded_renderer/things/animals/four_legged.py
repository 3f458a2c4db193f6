"""Every four-legged animal twice: on its legs, and upright like a person (`…_upright`)."""

from dataclasses import replace

from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.animals.beast import draw_beast
from chalicelib.adapters.embedded_renderer.things.animals.beasts_of_prey import BEASTS_OF_PREY
from chalicelib.adapters.embedded_renderer.things.animals.front_head import draw_front_head
from chalicelib.adapters.embedded_renderer.things.animals.grazers import GRAZERS
from chalicelib.adapters.embedded_renderer.things.animals.measures import Beast
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing
from chalicelib.adapters.embedded_renderer.things.people.figure import ASPECT, HAND, LAP, LEFT_HAND, Body, draw_figure

UPRIGHT = "_upright"


def _on_four(beast: Beast) -> Thing:
    def draw(pen: Pen, look: Look) -> None:
        draw_beast(pen.turned(-52, (0.2, 0.9)) if look.has("jumping_up") else pen, look, beast)

    back = 1 - beast.leg - beast.chest
    return Thing(
        draw,
        beast.aspect,
        beast.stature,
        home=beast.home,
        anchors={"back": (0.44, back + 0.1), "top": (0.44, back + 0.04)},
    )


def _on_two(beast: Beast) -> Thing:
    def draw(pen: Pen, look: Look) -> None:
        coat = look.paint(beast.coat)
        limbs = (38, 36, 38) if beast.pattern == "panda" else coat
        tail_like = replace(look, colour=None, traits={**look.traits, "pelt": coat, "belly": beast.belly})
        body = Body(
            skin=limbs,
            head=lambda head, seen: draw_front_head(head, seen, beast),
            head_size=0.24,
            dressed=False,
            round=1.25,
        )
        draw_figure(pen, tail_like, body)

    anchors = {"hand": HAND, "left_hand": LEFT_HAND, "lap": LAP}
    return Thing(draw, ASPECT * 1.15, max(0.85, beast.stature), home=beast.home, anchors=anchors)


BEASTS = BEASTS_OF_PREY | GRAZERS
THINGS: dict[str, Thing] = {name: _on_four(beast) for name, beast in BEASTS.items()} | {
    name + UPRIGHT: _on_two(beast) for name, beast in BEASTS.items()
}
