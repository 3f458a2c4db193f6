"""Ghosts, visitors from space, mermaids."""

from dataclasses import replace

from chalicelib.adapters.embedded_renderer.drawing.colour import darker, lighter
from chalicelib.adapters.embedded_renderer.drawing.geometry import arc
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Thing
from chalicelib.adapters.embedded_renderer.things.people.figure import ASPECT, HAND, LAP, LEFT_HAND, Body, draw_figure


def _ghost(pen: Pen, look: Look) -> None:
    sheet = look.paint((240, 244, 250))
    pen.glow((0.5, 0.5), 0.8, 0.6, sheet, 0.4)
    hem = [(0.94, 0.96), (0.8, 0.86), (0.66, 0.98), (0.5, 0.87), (0.34, 0.98), (0.2, 0.86), (0.06, 0.96)]
    pen.shape([(0.06, 0.5), *arc(0.5, 0.44, 0.43, 0.42, (180, 360)), (0.94, 0.5), *hem], sheet, "side")
    for x in (0.36, 0.64):
        pen.oval((x, 0.4), 0.07, 0.1, (40, 40, 54), "flat")
    pen.oval((0.5, 0.6), 0.06, 0.08, (40, 40, 54), "flat")


def _alien(pen: Pen, look: Look) -> None:
    skin = look.paint((120, 196, 110))
    for side in (-1, 1):
        pen.limb([(0.5 + side * 0.1, 0.7), (0.5 + side * 0.14, 0.97)], (0.1, 0.08), darker(skin, 0.1))
        pen.limb(
            [(0.5 + side * 0.14, 0.52), (0.5 + side * 0.34, 0.64), (0.5 + side * 0.36, 0.78)],
            (0.07, 0.05),
            darker(skin, 0.1),
        )
        pen.line([(0.5 + side * 0.12, 0.08), (0.5 + side * 0.2, -0.04)], 0.02, skin)
        pen.disc((0.5 + side * 0.2, -0.05), 0.035, lighter(skin, 0.3))
    pen.oval((0.5, 0.6), 0.2, 0.18, skin)
    pen.blob([(0.5, 0.5), (0.16, 0.3), (0.14, 0.12), (0.5, 0.0), (0.86, 0.12), (0.84, 0.3)], skin, "ball")
    for side in (-1, 1):
        pen.shape(
            [(0.5 + side * 0.06, 0.34), (0.5 + side * 0.16, 0.18), (0.5 + side * 0.3, 0.18), (0.5 + side * 0.26, 0.3)],
            (16, 20, 24),
        )
    pen.line(arc(0.5, 0.38, 0.08, 0.03, (20, 160)), 0.014, darker(skin, 0.6))


def _mermaid(pen: Pen, look: Look) -> None:
    tail = look.of("tail", (40, 170, 160))
    pen.blob(
        [
            (0.3, 0.5),
            (0.7, 0.5),
            (0.66, 0.7),
            (0.54, 0.88),
            (0.8, 1.0),
            (0.5, 0.94),
            (0.2, 1.0),
            (0.46, 0.88),
            (0.34, 0.7),
        ],
        tail,
        "side",
    )
    dressed = replace(look, traits={"woman": None, "shirt": tail, "bottomless": None, **look.traits})
    draw_figure(pen, dressed, Body())


THINGS: dict[str, Thing] = {
    "ghost": Thing(_ghost, 0.8, 0.8, "ground", "night", words="ghost ghosts 鬼 幽灵 鬼魂", roles=("animate",)),
    "alien": Thing(
        _alien,
        0.6,
        0.8,
        "ground",
        "space",
        {"hand": (0.86, 0.78), "left_hand": (0.14, 0.78), "lap": (0.5, 0.6)},
        "alien aliens 外星人",
        ("animate",),
    ),
    "mermaid": Thing(
        _mermaid,
        ASPECT,
        1.0,
        "water",
        "underwater",
        {"hand": HAND, "left_hand": LEFT_HAND, "lap": LAP},
        "mermaid mermaids 美人鱼 人鱼",
        ("animate",),
    ),
}
