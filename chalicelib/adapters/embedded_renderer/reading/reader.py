"""From terms to a reading: a small grammar for English and Chinese prompts."""

from chalicelib.adapters.embedded_renderer.reading.lists import ListReader
from chalicelib.adapters.embedded_renderer.reading.notes import Pending, note, subject_of
from chalicelib.adapters.embedded_renderer.reading.quality_words import PREPARED_TRAITS, SIZES
from chalicelib.adapters.embedded_renderer.reading.reading import Reading, Subject
from chalicelib.adapters.embedded_renderer.reading.roles import animate, vessels
from chalicelib.adapters.embedded_renderer.reading.settling import settle
from chalicelib.adapters.embedded_renderer.reading.terms import Term, terms_of
from chalicelib.domain.text.word_lists import words_of

CARRIES_TEXT = frozenset(
    words_of(
        "sign card cake book piano box bag building lettering blackboard flag shop t_shirt notebook envelope laptop"
        " computer smartphone television red_envelope fu bottle wine_bottle perfume school medal"
    )
)
GLASSES = frozenset({"wine", "cup"})
"""A glass of milk is milk."""
ACTING = ("hold", "ride", "play", "read", "enter", "hug", "talk", "eat", "kick", "throw", "catch", "fly", "around")


def read_prompt(prompt: str, negative_prompt: str = "") -> Reading:
    reader = _Reader()
    for term in terms_of(prompt):
        reader.take(term)
    reader.end_clause()
    unwanted = list(terms_of(negative_prompt))
    return settle(reader.reading, unwanted)


class _Reader(ListReader):
    """One pass over the terms; methods are named after the kinds of terms."""

    def take(self, term: Term) -> None:
        handler = getattr(self, f"_take_{term.kind}", None)
        if handler:
            handler(term)

    def _take_position(self, term: Term) -> None:
        if term.value == "background":
            self._take_background()
            return
        if self.last is not None and self.subjects_in_clause and not self.reading.subjects[self.last].position:
            self.reading.subjects[self.last].position = term.value
        else:
            self.pending.position = term.value

    def _take_trait(self, term: Term) -> None:
        if self.pending.negated:
            self.pending.negated = False
            return
        colour = ""
        worn = self.pending.relation == "wear"
        if term.value in PREPARED_TRAITS:
            colour, self.pending.colour = self.pending.colour, ""
        self.pending.traits[term.value] = colour if colour != "colourful" else ""
        self.pending.relation = "" if self.pending.relation in ("inside", "wear", "with") else self.pending.relation
        before_noun = term.value in ("man", "woman")
        if term.word.isascii() and not before_noun and self.last is not None and (self.subjects_in_clause or worn):
            self.hand_over_traits()

    def _take_quote(self, term: Term) -> None:
        if not self.writing:
            for inner in terms_of(term.value):
                self.take(inner)
            return
        carrier = next(
            (
                index
                for index in range(len(self.reading.subjects) - 1, -1, -1)
                if self.reading.subjects[index].thing in CARRIES_TEXT
            ),
            None,
        )
        if carrier is None:
            self.add(Subject("lettering", term.word))
            carrier = self.last = len(self.reading.subjects) - 1
            self.subjects_in_clause += 1
        self.reading.subjects[carrier].text = term.value
        self.writing = False

    def _take_background(self) -> None:
        """A black background, 红色背景: the colour of the whole picture."""
        colour, self.pending.colour = self.pending.colour, ""
        if colour and colour != "colourful":
            self.reading.colours = colour.split("/")
            note(self.reading.places, "studio")

    def _take_joining(self, term: Term) -> None:
        last = self.reading.subjects[self.last] if self.last is not None and self.subjects_in_clause else None
        if term.value != "of":
            self.joined = True
        elif last and last.thing in vessels() | GLASSES and not self.pending.count:
            self.pending.relation, self.pending.relation_from = "fill", self.last

    def _take_relation(self, term: Term) -> None:
        if term.value == "in_row" and self.last is not None:
            self.reading.subjects[self.last].arrangement = "row"
        elif term.value in ("pile", "row"):
            self.pending.arrangement = term.value
        elif term.value in ("kite", "shoot"):
            thing, relation = {"kite": ("kite", "fly"), "shoot": ("basketball", "throw")}[term.value]
            self.link(relation, self.actor, self.add(Subject(thing, term.word)))
        elif term.value == "fill":
            self.pending.relation, self.pending.relation_from = "fill", self.vessel_before()
        elif term.value == "write":
            self.colour_letters()
            self.settle_colour()
            self.writing = True
        elif term.value == "mirrored":
            self.mirrored = True
        elif term.value == "read" and "书" in term.word:
            self.link("hold", self.add(Subject("book", term.word)), self.actor)
        elif term.value == "generate":
            easel = self.add(Subject("easel", term.word))
            self.pending.relation, self.pending.relation_from = "beside", easel
        elif term.value == "at" and self.pending.relation:
            return
        else:
            self.pending.relation = term.value
            if term.value == "above" and term.word.startswith(("fl", "飞")) and self.last is not None:
                self.reading.subjects[self.last].traits["flying"] = ""
            doer = self.last if self.actor is None else self.actor
            self.pending.relation_from = doer if term.value in ACTING else self.standing_last(term.value)

    def _take_post(self, term: Term) -> None:
        """After a Chinese noun: 'on', 'behind', 'left of' what was just named."""
        at = self.pending.relation == "at"
        standing, self.standing_at = self.standing_at, None
        side = {"left_of": "left", "right_of": "right"}.get(term.value)
        if term.value == "between":
            self.stand_between(standing)
        elif standing:
            for index in self.all_of(standing[0], term.value):
                self.link(term.value, index, standing[1])
            self.last = standing[0] if standing[0] is not None else self.last
        elif self.linked:
            self.linked = False
        elif side and at and self.last is not None:
            self.reading.subjects[self.last].position = side
        elif side and not self.subjects_in_clause:
            self.pending.position = side
        elif not at and self.last is not None:
            self.pending.post, self.pending.post_from = term.value, self.last
        self.pending.relation = "" if at else self.pending.relation

    def _take_thing(self, term: Term) -> None:
        pending, self.pending = self.pending, Pending()
        if self.worn(term, pending):
            return
        if pending.negated:
            self.reading.left_out.append(term.value)
            return
        if pending.relation == "sized" and pending.relation_from is not None:
            (
                self.reading.subjects[pending.relation_from].size_name,
                self.reading.subjects[pending.relation_from].size,
            ) = "giant", SIZES["giant"]
            return
        self.unpack(term, pending)
        index = self._known(term, pending)
        if index is None:
            index = self.add(subject_of(term, pending, self.clause))
        self.join(index, pending)
        self.last = index
        self.subjects_in_clause += 1
        self._relate(index, pending)
        if term.value in animate() and (
            self.actor is None or not pending.relation or pending.relation not in ("ride", "hug", "play", "talk")
        ):
            self.actor = index

    def _known(self, term: Term, pending: Pending) -> int | None:
        """The same thing named again is the same thing, unless it is counted or coloured anew."""
        index = self.reading.named(term.value)
        if index is None or (pending.count > 0 and not pending.definite) or term.plural:
            return None
        subject = self.reading.subjects[index]
        if pending.colour and subject.colour_name and subject.colour_name != pending.colour:
            return None
        at_once = index == self.last and self.subjects_in_clause and not pending.colour
        if term.word.isascii() and not pending.definite and not at_once:
            return None
        subject.colour_name = subject.colour_name or pending.colour
        subject.traits.update(pending.traits)
        if pending.size:
            subject.size_name, subject.size = pending.size, SIZES[pending.size]
        return index

    def _relate(self, index: int, pending: Pending) -> None:
        if pending.post and pending.post_from is not None:
            self.link(pending.post, index, pending.post_from)
        elif self.mirrored and self.actor is not None:
            self.link("mirrored", self.actor, index)
            self.linked = True
        elif pending.relation == "at":
            self.standing_at = (pending.relation_from, index)
        elif pending.relation == "fill":
            self.fill(index, pending)
        elif pending.relation == "hold" and pending.relation_from is not None:
            self.link("hold", index, pending.relation_from)
            self.linked = True
        elif pending.relation and pending.relation != "wear":
            for first in self.all_of(pending.relation_from, pending.relation):
                self.link(pending.relation, first, index)
            self.linked = True
