"""What only the whole prompt tells: who can carry what, what melts, what the negative prompt forbids."""

from collections.abc import Iterable

from chalicelib.adapters.embedded_renderer.reading.reading import Link, Reading, Subject
from chalicelib.adapters.embedded_renderer.reading.terms import Term
from chalicelib.adapters.embedded_renderer.reading.thing_words import ANIMATE

HOLDABLE = frozenset(
    {
        "phone",
        "book",
        "sign",
        "card",
        "cane",
        "bag",
        "umbrella",
        "sword",
        "balloon",
        "flower",
        "rose",
        "cup",
        "lantern",
        "guitar",
        "box",
    }
)
LIVE_LINKS = frozenset({"hold", "read", "talk", "with"})


def settle(reading: Reading, unwanted: Iterable[Term]) -> Reading:
    _melt(reading)
    reading.links = [link for link in (_settled(reading, link) for link in reading.links) if link]
    _forget(reading, unwanted)
    return reading


def _melt(reading: Reading) -> None:
    """Limp and melting is said once for all clocks of a sentence."""
    sentences = {subject.clause for subject in reading.subjects if "melting" in subject.traits}
    for subject in reading.subjects:
        if subject.clause in sentences and subject.thing in ("clock", "watch"):
            subject.thing, subject.count = "melting_clock", min(subject.count, 2)


def _settled(reading: Reading, link: Link) -> Link | None:
    """Holding turns into holding only by those who have hands; `with` means on a table, in a hand, or beside."""
    first, second = reading.subjects[link.first], reading.subjects[link.second]
    relation = link.relation
    if relation == "swarm":
        return Link("on", link.second, link.first)
    if relation == "with":
        if second.thing in HOLDABLE and first.thing in ANIMATE:
            return Link("hold", link.second, link.first)
        return Link("on" if first.thing == "table" else "beside", link.second, link.first)
    if relation == "read":
        return Link("hold", link.second, link.first)
    if relation == "enter":
        second.thing = "open_car" if second.thing in ("car", "sports_car") else second.thing
        return Link("enter", link.first, link.second)
    if relation in ("wear", "at", "sized"):
        return None
    return _within_reach(second, link)


def _within_reach(second: Subject, link: Link) -> Link | None:
    """Nothing stands on the sky's things, and a street below the moon is no relation of the people in it."""
    if link.relation == "under" and second.thing in ("moon", "sun", "star", "cloud", "rainbow"):
        return None
    if link.relation == "hold" and second.thing not in ANIMATE:
        return Link("on", link.first, link.second)
    if link.relation in LIVE_LINKS and link.relation == "talk":
        return Link("beside", link.first, link.second)
    return link


def _forget(reading: Reading, unwanted: Iterable[Term]) -> None:
    gone: set[int] = set()
    for term in unwanted:
        if term.kind == "thing":
            reading.left_out.append(term.value)
            gone |= {index for index, subject in enumerate(reading.subjects) if subject.thing == term.value}
        for values in (reading.weather, reading.places, reading.styles, reading.moods, reading.colours):
            if term.value in values:
                values.remove(term.value)
                reading.left_out.append(term.value)
        if term.kind == "colour":
            reading.left_out.append(term.value)
            for subject in reading.subjects:
                subject.colour_name = "" if subject.colour_name == term.value else subject.colour_name
        if term.kind == "trait":
            for subject in reading.subjects:
                subject.traits.pop(term.value, None)
    _renumber(reading, gone)


def _renumber(reading: Reading, gone: set[int]) -> None:
    if not gone:
        return
    kept = [index for index in range(len(reading.subjects)) if index not in gone]
    places = {old: new for new, old in enumerate(kept)}
    reading.subjects = [reading.subjects[index] for index in kept]
    reading.links = [
        Link(link.relation, places[link.first], places[link.second])
        for link in reading.links
        if link.first in places and link.second in places
    ]
