"""What the reader remembers while it goes through a prompt."""

from dataclasses import dataclass, field

from chalicelib.adapters.embedded_renderer.reading.quality_words import SIZES
from chalicelib.adapters.embedded_renderer.reading.reading import Link, Reading, Subject
from chalicelib.adapters.embedded_renderer.reading.roles import animate, lying_alone, parts
from chalicelib.adapters.embedded_renderer.reading.terms import Term

MAX_SUBJECTS = 12
PLURAL_COUNT = 3
SINGLE_GROUPS = frozenset({"couple", "crowd"})
BUNCHED = frozenset({"grapes", "skewer", "firecrackers", "banana"})
"""One of these is a bunch already."""
ARRANGED_COUNT = {"pile": 6, "row": 5}
FORMLESS = frozenset({"fire", "smoke", "grass", "cloud", "rock"})
"""A heap of these is one of them."""
COLOURFUL_COUNT = 5


@dataclass(slots=True)
class Pending:
    """What was said before the noun it belongs to."""

    count: int = 0
    counted: str = ""
    """The number as it was written."""
    vague: bool = False
    """Some, many: a number that is not meant to be counted."""
    definite: bool = False
    colour: str = ""
    size: str = ""
    position: str = ""
    negated: bool = False
    strange: bool = False
    """An unknown word stood where the noun belongs: what was said of it is not said of the next thing."""
    arrangement: str = ""
    relation: str = ""
    relation_from: int | None = None
    post: str = ""
    post_from: int | None = None
    traits: dict[str, str] = field(default_factory=dict)


class Notes:
    """The reading so far, and what still waits for its noun."""

    def __init__(self) -> None:
        self.reading = Reading()
        self.pending = Pending()
        self.last: int | None = None
        self.actor: int | None = None
        self.clause = 0
        self.subjects_in_clause = 0
        self.writing = False
        self.mirrored = False
        self.linked = False
        self.series: list[int] = []
        """Things joined by `and`: what is said of the last holds for all."""
        self.before: list[int] = []
        """The list as it was before the present thing."""
        self.shared: Link | None = None
        """The relation of the thing before; one joined to it has the same."""
        self.joined = self.trailing = False
        self.standing_at: tuple[int | None, int] | None = None
        """Who was said to be 在 what; the word behind the noun says how."""

    def end_clause(self) -> None:
        self.hand_over_traits()
        self.settle_colour()
        self.pending = Pending()
        self.series, self.shared, self.joined = [], None, False
        self.clause += 1
        self.subjects_in_clause = 0
        self.writing = self.mirrored = self.linked = False
        self.standing_at = None

    def link(self, relation: str, first: int | None, second: int | None) -> None:
        if first is not None and second is not None and first != second:
            link = Link(relation, first, second)
            if link not in self.reading.links:
                self.reading.links.append(link)
            self.shared = link

    def add(self, subject: Subject) -> int:
        if len(self.reading.subjects) >= MAX_SUBJECTS:
            return len(self.reading.subjects) - 1
        self.reading.subjects.append(subject)
        return len(self.reading.subjects) - 1

    def hand_over_traits(self) -> None:
        acting = self.last is not None and self.reading.subjects[self.last].thing in animate()
        target = self.last if acting and (self.subjects_in_clause or self.actor is None) else self.actor
        target = self.last if target is None else target
        if target is not None and self.pending.traits:
            self.reading.subjects[target].traits.update(self.pending.traits)
            self.pending.traits = {}
        elif target is None:
            self.lay_down_clothes()
        if target is not None and self.pending.size and self.last is not None:
            subject = self.reading.subjects[self.last]
            subject.size_name, subject.size = self.pending.size, SIZES[self.pending.size]
            self.pending.size = ""

    def _trails(self) -> bool:
        """Three balloons, red, yellow and blue: colours alone after several things are theirs."""
        if self.last is None or self.subjects_in_clause:
            return False
        subject = self.reading.subjects[self.last]
        self.trailing = subject.count > 1 and (not subject.colour_name or self.trailing)
        return self.trailing

    def lay_down_clothes(self) -> None:
        """Clothes that nobody wears are things."""
        for trait, colour in list(self.pending.traits.items()):
            if thing := lying_alone(trait):
                del self.pending.traits[trait]
                self.last = self.add(Subject(thing, trait, max(1, self.pending.count), colour))

    def forget_unknown(self) -> None:
        """What was said of a noun that is not known is said of nothing."""
        if self.pending.strange:
            self.pending.count, self.pending.colour, self.pending.size = 0, "", ""
            self.pending.strange, self.pending.arrangement = False, ""

    def settle_colour(self) -> None:
        """A colour after its noun (the car is red, 钢琴是黑色的), or a colour of the whole picture."""
        self.forget_unknown()
        colour, self.pending.colour = self.pending.colour, ""
        if colour == "colourful" and not self.subjects_in_clause:
            note(self.reading.moods, "energetic")
            return
        if (
            colour
            and self.last is not None
            and self.subjects_in_clause
            and not self.reading.subjects[self.last].colour_name
        ):
            self.reading.subjects[self.last].colour_name = colour
        elif colour and self._trails():
            subject = self.reading.subjects[self.last or 0]
            subject.colour_name = "/".join(name for name in (subject.colour_name, colour) if name)
        else:
            for name in colour.split("/") if colour and colour != "colourful" else ():
                note(self.reading.colours, name)


def subject_of(term: Term, pending: Pending, clause: int) -> Subject:
    usual = PLURAL_COUNT if term.plural and term.value not in SINGLE_GROUPS else 1
    count = (
        1
        if term.word == "drums" and not pending.count
        else pending.count
        if pending.count and not (term.plural and pending.count == 1)
        else usual
    )
    thing = "drum_kit" if term.word == "drums" and not pending.count else term.value
    thing = "person" if term.value == "crowd" and pending.count > 1 and not pending.vague else thing
    if term.value in BUNCHED and count % 5 == 0 and "串" in pending.counted:
        count //= 5
    pending.arrangement = "" if term.value in FORMLESS else pending.arrangement
    if term.value == "chopsticks":
        count = max(1, count // 2)
    if pending.arrangement:
        count = pending.count if pending.count > 1 else ARRANGED_COUNT[pending.arrangement]
    elif pending.colour == "colourful" and count == usual and not pending.count:
        count = COLOURFUL_COUNT
    if thing in SINGLE_GROUPS:
        count = max(1, count // 2) if term.value == "couple" else 1
    if term.value == "mango_slice" and term.plural:
        count = max(count, 5)
    if term.value in parts() and term.plural:
        count = max(count, 6)
    return Subject(
        thing,
        term.word,
        count,
        pending.colour,
        SIZES.get(pending.size, 1.0),
        pending.size,
        dict(pending.traits),
        position=pending.position,
        clause=clause,
        arrangement=pending.arrangement,
        uncounted=not pending.count and not term.word.isascii(),
    )


def note(values: list[str], value: str) -> None:
    if value not in values:
        values.append(value)
