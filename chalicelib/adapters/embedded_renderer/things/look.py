"""How a thing shall look, and what a thing of the vocabulary is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour
from chalicelib.adapters.embedded_renderer.drawing.geometry import Point
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen

Stance = Literal["ground", "sky", "water", "surface", "flat"]
"""Where a thing is at home; `flat` things lie on the ground and are seen from above."""
Role = Literal["animate", "held", "part", "building", "served"]
"""What it may do: act, be held, be seen in numbers, stand behind people, come in a vessel of its own."""
Way = Literal["heap", "bunch", "within", "row"]
Draw = Callable[[Pen, "Look"], None]


def draw_nothing(_pen: Pen, _look: "Look") -> None:
    """Some things are only what is in them: a heap, a row."""


@dataclass(frozen=True, slots=True)
class Vessel:
    """What others lie in. `mouth` is its middle (x, y) and width in the frame; `front` is drawn over the contents.

    `heap`: they rise over the rim; `bunch`: their stems stand in it; `within`: they are behind glass or bars; `row`:
    they stand side by side."""

    mouth: tuple[float, float, float]
    way: Way = "heap"
    front: Draw = draw_nothing
    depth: float = 0.5
    """How much of the content the rim hides; for `within`, the height of the room."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colours None mean: as such things usually are. Traits are clothes, hair, poses, each with a colour or none."""

    rng: Random
    colour: Colour | None = None
    traits: Mapping[str, Colour | None] = field(default_factory=dict)
    text: str = ""

    def paint(self, usual: Colour) -> Colour:
        return self.colour or usual

    def has(self, *traits: str) -> bool:
        return any(trait in self.traits for trait in traits)

    def of(self, trait: str, usual: Colour) -> Colour:
        return self.traits.get(trait) or usual


@dataclass(frozen=True, slots=True)
class Thing:
    """`stature` is the height beside a person of 1, flattened so that a beetle can still be seen beside a house."""

    draw: Draw
    aspect: float = 1.0
    stature: float = 0.7
    stance: Stance = "ground"
    home: str = "meadow"
    anchors: Mapping[str, Point] = field(default_factory=dict)
    """Where others go: `top` for what stands on it, `back` for its rider, `hand` and `left_hand` for what it holds."""
    words: str = ""
    """Its names, English and Chinese, an underscore for a space."""
    roles: tuple[Role, ...] = ()
    vessel: Vessel | None = None
