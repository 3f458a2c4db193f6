"""Terms that stand for themselves: numbers, colours, places, hours, weather, moods, styles."""

from chalicelib.adapters.embedded_renderer.reading.grammar_words import GROUPS
from chalicelib.adapters.embedded_renderer.reading.notes import Notes, Pending, note
from chalicelib.adapters.embedded_renderer.reading.quality_words import COLOURS
from chalicelib.adapters.embedded_renderer.reading.terms import Term

MAX_COUNT = 40
MAX_UNKNOWN = 40
VAGUE = frozenset({"一些", "许多", "很多", "几个", "几位", "some", "few", "several", "many", "lots of", "group of"})


FIELDS = {
    "油菜花田": "yellow",
    "油菜花": "yellow",
    "canola field": "yellow",
    "rapeseed field": "yellow",
    "field of sunflowers": "gold",
    "sunflower field": "gold",
    "向日葵花田": "gold",
    "lavender field": "violet",
    "field of lavender": "violet",
    "薰衣草花田": "violet",
    "field of poppies": "red",
}
"""Fields whose flowers have one colour."""


class SceneReader(Notes):
    """Methods are named after the kinds of terms."""

    def _take_break(self, term: Term) -> None:
        if term.value in ".。;；!！\n":
            self.end_clause()
            return
        self.hand_over_traits()
        self.settle_colour()
        self.pending.count = 0
        self.pending.relation = ""
        self.subjects_in_clause = 0
        self.shared = None
        self.mirrored = self.linked = False

    def _take_number(self, term: Term) -> None:
        self.forget_unknown()
        self.pending.vague, self.pending.counted = term.value in VAGUE, term.word
        self.pending.count = min(MAX_COUNT, term.number)
        if term.value[-1] in GROUPS and term.number <= 2:
            self.pending.count = 2

    def _take_article(self, term: Term) -> None:
        self.settle_colour()
        self.pending.count = self.pending.count or term.number

    def _take_definite(self, _term: Term) -> None:
        self.settle_colour()
        self.pending.definite = True

    def _take_not(self, _term: Term) -> None:
        self.pending.negated = True

    def _take_colour(self, term: Term) -> None:
        self.forget_unknown()
        before = self.pending.colour
        if before and self.joined:
            self.joined = False
            self.pending.colour = f"{before}/{term.value}"
            return
        if before and before != "colourful":
            note(self.reading.colours, before)
        self.pending.colour = term.value

    def _take_size(self, term: Term) -> None:
        self.pending.size = term.value

    def _take_place(self, term: Term) -> None:
        if self.pending.negated:
            self.reading.left_out.append(term.value)
        elif term.value not in self.reading.places:
            self.reading.places.append(term.value)
            self._tint(term)
        standing = self.pending.relation == "at"
        self.pending = Pending(traits=self.pending.traits, relation_from=self.pending.relation_from)
        self.pending.relation = "at" if standing else ""
        self.linked = True

    def _tint(self, term: Term) -> None:
        colour = self.pending.colour or FIELDS.get(term.word, "")
        if "abstract" in self.reading.styles:
            for name in colour.split("/") if colour else ():
                note(self.reading.colours, name)
        elif colour and colour != "colourful":
            self.reading.tints[term.value] = colour.split("/")[0]

    def _take_weather(self, term: Term) -> None:
        if self.pending.negated:
            self.reading.left_out.append(term.value)
        else:
            note(self.reading.weather, term.value)
            if self.pending.colour in COLOURS:
                self.reading.tints[term.value] = self.pending.colour
        self.pending.colour, self.pending.negated, self.pending.size = "", False, ""

    def _take_time(self, term: Term) -> None:
        self.reading.time = self.reading.time or term.value

    def _take_mood(self, term: Term) -> None:
        note(self.reading.moods, term.value)

    def _take_style(self, term: Term) -> None:
        if not self.pending.negated:
            note(self.reading.styles, term.value)
        self.pending.negated = False

    def _take_view(self, term: Term) -> None:
        note(self.reading.views, term.value)

    def _take_unknown(self, term: Term) -> None:
        self.pending.strange = bool(self.pending.colour or self.pending.count or self.pending.size)
        if len(term.word) > 1 and len(self.reading.unknown) < MAX_UNKNOWN:
            note(self.reading.unknown, term.word)
