"""Where one thing goes."""

from dataclasses import dataclass, field

from chalicelib.adapters.embedded_renderer.drawing.geometry import Point
from chalicelib.adapters.embedded_renderer.reading.reading import Subject
from chalicelib.adapters.embedded_renderer.things.look import Thing

Box = tuple[float, float, float, float]
"""x, y, width and height as shares of the vessel."""


@dataclass(slots=True)
class Content:
    """What lies in a thing, and where."""

    placed: "Placed"
    box: Box
    turn: float = 0.0


@dataclass(slots=True)
class Placed:
    """A box on the canvas in pixels; `depth` orders the drawing, small is far."""

    index: int
    subject: Subject
    thing: Thing
    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0
    depth: float = 0.0
    mirrored: bool = False
    turn: float = 0.0
    shadow: bool = True
    held: list["Placed"] = field(default_factory=list)
    contents: list[Content] = field(default_factory=list)
    tether: Point | None = None
    """Where the string of a kite ends."""
    poses: dict[str, str] = field(default_factory=dict)

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> float:
        return self.x + self.width / 2

    def anchor(self, name: str, usual: Point) -> Point:
        x, y = self.thing.anchors.get(name, usual)
        return self.x + (1 - x if self.mirrored else x) * self.width, self.y + y * self.height

    def scale(self, factor: float) -> None:
        """Around the middle of its foot."""
        foot, centre = self.bottom, self.centre
        self.width, self.height = self.width * factor, self.height * factor
        self.x, self.y = centre - self.width / 2, foot - self.height

    def stand(self, centre: float, foot: float) -> None:
        self.x, self.y = centre - self.width / 2, foot - self.height
