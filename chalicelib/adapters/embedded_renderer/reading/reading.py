"""What was read from a prompt."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Subject:
    """One kind of thing that shall be seen, `count` times."""

    thing: str
    word: str
    count: int = 1
    colour_name: str = ""
    size: float = 1.0
    size_name: str = ""
    traits: dict[str, str] = field(default_factory=dict)
    """Clothes, hair, poses, each with the name of its colour or nothing."""
    text: str = ""
    position: str = ""
    clause: int = 0
    arrangement: str = ""
    """A pile or a row of them."""
    uncounted: bool = False
    """Chinese does not tell one from many."""


@dataclass(frozen=True, slots=True)
class Link:
    """`first` is behind, on, holding … `second`; both are places in the list of subjects."""

    relation: str
    first: int
    second: int


@dataclass(slots=True)
class Reading:
    subjects: list[Subject] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    time: str = ""
    weather: list[str] = field(default_factory=list)
    tints: dict[str, str] = field(default_factory=dict)
    """Colours of weather and places: blue smoke, a green valley."""
    moods: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    views: list[str] = field(default_factory=list)
    colours: list[str] = field(default_factory=list)
    """Colours that belong to no thing: they colour the whole picture."""
    unknown: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def named(self, thing: str) -> int | None:
        return next((index for index, subject in enumerate(self.subjects) if subject.thing == thing), None)
