"""What the reader remembers while it goes through a prompt."""

from dataclasses import dataclass, field

from chalicelib.adapters.embedded_renderer.reading.quality_words import SIZES
from chalicelib.adapters.embedded_renderer.reading.reading import Link, Reading, Subject
from chalicelib.adapters.embedded_renderer.reading.terms import Term
from chalicelib.adapters.embedded_renderer.reading.thing_words import ANIMATE, PARTS

MAX_SUBJECTS = 12
PLURAL_COUNT = 3
SINGLE_GROUPS = frozenset({"couple", "crowd"})


@dataclass(slots=True)
class Pending:
    """What was said before the noun it belongs to."""

    count: int = 0
    vague: bool = False
    """Some, many: a number that is not meant to be counted."""
    definite: bool = False
    colour: str = ""
    size: str = ""
    position: str = ""
    negated: bool = False
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
        self.standing_at: tuple[int | None, int] | None = None
        """Who was said to be 在 what; the word behind the noun says how."""

    def end_clause(self) -> None:
        self.hand_over_traits()
        self.settle_colour()
        self.pending = Pending()
        self.clause += 1
        self.subjects_in_clause = 0
        self.writing = self.mirrored = self.linked = False
        self.standing_at = None

    def link(self, relation: str, first: int | None, second: int | None) -> None:
        if first is not None and second is not None and first != second:
            link = Link(relation, first, second)
            if link not in self.reading.links:
                self.reading.links.append(link)

    def add(self, subject: Subject) -> int:
        if len(self.reading.subjects) >= MAX_SUBJECTS:
            return len(self.reading.subjects) - 1
        self.reading.subjects.append(subject)
        return len(self.reading.subjects) - 1

    def hand_over_traits(self) -> None:
        animate = self.last is not None and self.reading.subjects[self.last].thing in ANIMATE
        target = self.last if animate and (self.subjects_in_clause or self.actor is None) else self.actor
        target = self.last if target is None else target
        if target is not None and self.pending.traits:
            self.reading.subjects[target].traits.update(self.pending.traits)
            self.pending.traits = {}
        if target is not None and self.pending.size and self.last is not None:
            subject = self.reading.subjects[self.last]
            subject.size_name, subject.size = self.pending.size, SIZES[self.pending.size]
            self.pending.size = ""

    def settle_colour(self) -> None:
        """A colour after its noun (the car is red, 钢琴是黑色的), or a colour of the whole picture."""
        colour, self.pending.colour = self.pending.colour, ""
        if (
            colour
            and self.last is not None
            and self.subjects_in_clause
            and not self.reading.subjects[self.last].colour_name
        ):
            self.reading.subjects[self.last].colour_name = colour
        elif colour:
            note(self.reading.colours, colour)


def subject_of(term: Term, pending: Pending, clause: int) -> Subject:
    usual = PLURAL_COUNT if term.plural and term.value not in SINGLE_GROUPS else 1
    count = pending.count if pending.count and not (term.plural and pending.count == 1) else usual
    thing = "person" if term.value == "crowd" and pending.count > 1 and not pending.vague else term.value
    if thing in SINGLE_GROUPS:
        count = max(1, count // 2) if term.value == "couple" else 1
    if term.value == "mango_slice" and term.plural:
        count = max(count, 5)
    if term.value in PARTS and term.plural:
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
    )


def note(values: list[str], value: str) -> None:
    if value not in values:
        values.append(value)
