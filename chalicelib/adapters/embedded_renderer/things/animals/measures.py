"""What makes a cat a cat and a horse a horse: measures and colours of four-legged animals."""

from dataclasses import dataclass

from chalicelib.adapters.embedded_renderer.drawing.colour import Colour


@dataclass(frozen=True, slots=True)
class Beast:
    """Lengths are shares of the frame's height."""

    coat: Colour
    belly: Colour = (240, 230, 214)
    leg: float = 0.36
    chest: float = 0.3
    neck: float = 0.12
    head: float = 0.15
    muzzle: float = 0.1
    ears: str = "point"
    tail: str = "long"
    pattern: str = ""
    extra: str = ""
    furry: bool = True
    aspect: float = 1.35
    stature: float = 0.6
    home: str = "meadow"
    eyes: Colour = (60, 40, 20)
