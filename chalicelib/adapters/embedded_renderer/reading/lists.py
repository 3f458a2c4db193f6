"""Lists, vessels and clothes: what is said of several things at once, and things that belong into or onto others."""

from chalicelib.adapters.embedded_renderer.reading.notes import Pending
from chalicelib.adapters.embedded_renderer.reading.reading import Link
from chalicelib.adapters.embedded_renderer.reading.roles import AS_WORN, served, vessels
from chalicelib.adapters.embedded_renderer.reading.scene_reader import SceneReader
from chalicelib.adapters.embedded_renderer.reading.terms import Term

SHARED = ("on", "inside", "under", "behind", "in_front", "hold", "eat")
"""Relations that hold for a whole list: a cup and a book on a table."""
FULL_COUNT = 5
STANDING = frozenset({"on", "at", "inside", "under", "beside", "behind", "in_front", "above", "with"})
STANDING_ALONE = frozenset({"cactus", "bonsai", "bamboo", "tree", "pine", "orange_tree"})
"""One of them fills its pot."""


class ListReader(SceneReader):
    """Between the scene and the grammar."""

    def join(self, index: int, pending: Pending) -> None:
        """A thing joined by `and` belongs to the list of the one before and shares its relation."""
        joined, self.joined = self.joined, False
        self.before = self.series
        if not (self.subjects_in_clause and joined):
            keeps = (
                self.series
                and not self.subjects_in_clause
                and pending.relation == ""
                and not self.linked
                and self._goes_on()
            )
            self.series = [*self.series, index] if keeps else [index]
            self.shared = None
            return
        self.series = [*self.series, index]
        if self.shared and not pending.relation and not pending.post:
            first, second = self.shared.first, self.shared.second
            if self.shared.relation == "inside" and pending.count:
                return
            belongs = self.shared.relation == "inside" or first == self.before[-1]
            ends = (index, second) if belongs else (first, index)
            self.link(self.shared.relation, *ends)

    def all_of(self, first: int | None, relation: str) -> list[int | None]:
        """Those a relation is said of: the whole list, if the last of it is meant."""
        if first in self.before and relation in SHARED and len(self.before) > 1:
            return [*self.before]
        return [first]

    def fill(self, index: int, pending: Pending) -> None:
        """Oranges of a bowl lie in it; the bowl stays what the sentence is about."""
        vessel, content = pending.relation_from, self.reading.subjects[index]
        if vessel is None or vessel == index or self.reading.subjects[vessel].thing not in vessels():
            return
        if content.count == 1 or (content.count == 3 and not pending.count):
            single = pending.count == 1 or content.arrangement or content.thing in STANDING_ALONE
            content.count = content.count if single else FULL_COUNT
        self.link("inside", index, vessel)
        own = (link for link in self.reading.links if link.first == vessel and link.relation in SHARED)
        self.last, self.shared = vessel, next(own, Link("inside", index, vessel))
        self.series = self.before if vessel in self.before else [vessel]

    def unpack(self, term: Term, pending: Pending) -> None:
        """A bowl of soup is a soup: it brings its bowl along."""
        vessel = pending.relation_from
        if pending.relation != "fill" or vessel is None or vessel != len(self.reading.subjects) - 1:
            return
        if term.value in served() or term.value == self.reading.subjects[vessel].thing:
            gone = self.reading.subjects.pop()
            self.series = [index for index in self.series if index != vessel]
            pending.count, pending.colour = pending.count or gone.count, pending.colour or gone.colour_name
            pending.relation, pending.relation_from = "", None
            self.last = self.series[-1] if self.series else None
            self.subjects_in_clause = max(0, self.subjects_in_clause - 1)
            self.joined = bool(self.series)

    def standing_last(self, relation: str) -> int | None:
        """The last thing, or who holds, reads or has it, if that one stands somewhere."""
        if relation not in STANDING:
            return self.last
        for link in self.reading.links:
            if link.relation == "hold" and link.first == self.last:
                return link.second
            if link.relation in ("read", "eat", "with", "play", "kick", "throw") and link.second == self.last:
                return link.first
        return self.last

    def colour_letters(self) -> None:
        """金色的字: the colour of what was written."""
        index = self.reading.named("lettering")
        if index is not None and self.pending.colour:
            self.reading.subjects[index].colour_name, self.pending.colour = self.pending.colour, ""

    def vessel_before(self) -> int | None:
        """花瓶里插着: the vessel that was just named."""
        found = self.pending.post_from if self.pending.post else self.last
        self.pending.post, self.pending.post_from = "", None
        return found if found is not None and self.reading.subjects[found].thing in vessels() else None

    def worn(self, term: Term, pending: Pending) -> bool:
        """A hat that somebody wears is no thing of its own."""
        trait = AS_WORN.get(term.value)
        besides = self.joined and bool(self.subjects_in_clause)
        if not trait or self.actor is None or not (besides or pending.relation in ("wear", "with", "inside")):
            return False
        self.joined = False
        self.reading.subjects[self.actor].traits[trait] = pending.colour
        return True

    def stand_between(self, standing: tuple[int | None, int] | None) -> None:
        """猫在狗和兔子之间."""
        if standing and self.last is not None:
            for index in self.series[-2:]:
                if index != standing[0]:
                    self.link("between", standing[0], index)

    def _goes_on(self) -> bool:
        """After a comma a list goes on as long as nothing was said of its things."""
        return all(index not in (link.first, link.second) for link in self.reading.links for index in self.series)
