"""What only the whole prompt tells: who can carry what, what melts, what the negative prompt forbids."""

from collections.abc import Iterable

from chalicelib.adapters.embedded_renderer.reading.reading import Link, Reading, Subject
from chalicelib.adapters.embedded_renderer.reading.roles import animate, holdable, vessels
from chalicelib.adapters.embedded_renderer.reading.terms import Term
from chalicelib.adapters.embedded_renderer.things.registry import things

UNCOUNTED = 3
BALLS = frozenset(
    {"football", "basketball", "sphere", "tennis_ball", "baseball", "volleyball", "rugby_ball", "frisbee"}
)
INSTRUMENTS = frozenset(
    {"guitar", "piano", "grand_piano", "violin", "cello", "pipa", "erhu", "drum", "drum_kit", "zither", "harp"}
)
OWN_BALLS = {"football_player": "football", "basketball_player": "basketball"}
MACHINES = frozenset({"computer", "television", "printer", "keyboard", "blackboard", "drum_kit"})
"""Worked with, but not held."""
READABLE = frozenset({"book", "card", "smartphone", "tablet", "notebook", "envelope", "phone"})
TOPPED = frozenset({"pancakes", "toast", "ice_cream", "salad", "pie"})
"""`with` means on them."""
BURNING = frozenset({"candle", "fire", "fireplace", "lamp", "lantern", "stove"})
"""What burns by itself sets nothing on fire."""
LIVE_LINKS = frozenset({"hold", "read", "talk", "with"})


def settle(reading: Reading, unwanted: Iterable[Term]) -> Reading:
    _melt(reading)
    if "fire" in reading.weather and any(subject.thing in BURNING for subject in reading.subjects):
        reading.weather.remove("fire")
    _size_balls(reading)
    reading.links = [link for link in (_settled(reading, link) for link in reading.links) if link]
    _forget_parts(reading)
    _forget(reading, unwanted)
    return reading


def _melt(reading: Reading) -> None:
    """Limp and melting is said once for all clocks of a sentence."""
    sentences = {subject.clause for subject in reading.subjects if "melting" in subject.traits}
    for subject in reading.subjects:
        if subject.thing == "wristwatch" and (sentences or "surreal" in reading.styles):
            subject.thing = "watch"
        if subject.clause in sentences and subject.thing in ("clock", "watch"):
            subject.thing, subject.count = "melting_clock", min(subject.count, 2)


def _size_balls(reading: Reading) -> None:
    """Beside players a ball is theirs."""
    kinds = [OWN_BALLS[subject.thing] for subject in reading.subjects if subject.thing in OWN_BALLS]
    for subject in reading.subjects:
        if kinds and subject.thing == "sphere" and subject.word in ("ball", "球") and not subject.colour_name:
            subject.thing = kinds[0]


def _settled(reading: Reading, link: Link) -> Link | None:
    """Holding turns into holding only by those who have hands; `with` means on a table, in a hand, or beside."""
    first, second = reading.subjects[link.first], reading.subjects[link.second]
    relation = link.relation
    if relation == "swarm":
        return Link("on", link.second, link.first)
    if relation == "with" and first.thing in vessels() and second.thing not in vessels():
        return _filled(second, first, Link("inside", link.second, link.first))
    if relation == "with" and first.thing in TOPPED and second.thing not in vessels():
        return Link("on", link.second, link.first)
    if relation == "on" and first.thing == "candle" and second.thing == "cake":
        second.traits[f"candles_{first.count}"] = ""
        return Link("part", link.first, link.second)
    if relation == "with" and (second.thing == "candle" and first.thing == "cake"):
        first.traits[f"candles_{second.count}"] = ""
        return Link("part", link.second, link.first)
    if second.thing == "stall" and things()[first.thing].stance != "surface":
        return _within_reach(second, link)
    if relation == "on" and second.thing in vessels():
        relation, link = "inside", Link("inside", link.first, link.second)
    if relation == "inside" and second.thing in vessels():
        return _filled(first, second, link)
    if relation == "around":
        low = things()[second.thing].stance != "sky" and things()[second.thing].stature < 1
        return Link("before", link.second, link.first) if low else None
    if relation in ("play", "kick", "throw", "catch", "eat", "hold"):
        return _done_with_hands(relation, first, second, link)
    if relation == "with":
        if second.thing in MACHINES and first.thing in animate():
            return Link("before", link.second, link.first)
        if second.thing in holdable() and first.thing in animate():
            return Link("hold", link.second, link.first)
        return Link("on" if first.thing == "table" else "beside", link.second, link.first)
    if relation == "read":
        return Link("hold", link.second, link.first) if second.thing in READABLE else None
    if relation == "enter":
        second.thing = "open_car" if second.thing in ("car", "sports_car") else second.thing
        return Link("enter", link.first, link.second)
    if relation in ("wear", "at", "sized"):
        return None
    return _within_reach(second, link)


def _filled(content: Subject, vessel: Subject, link: Link) -> Link:
    """In Chinese 苹果 in a bowl are several."""
    thing, holder = things()[content.thing], things()[vessel.thing].vessel
    if content.uncounted and content.count == 1 and thing.stance == "surface" and holder and holder.way == "heap":
        content.count = UNCOUNTED
    return link


def _done_with_hands(relation: str, first: Subject, second: Subject, link: Link) -> Link | None:
    """Balls are kicked or thrown, boards lie before the players, food is held or lies before the mouth."""
    if relation == "hold":
        return _within_reach(second, link)
    if relation in ("kick", "throw") and second.thing == "sphere" and first.thing in OWN_BALLS:
        second.thing = OWN_BALLS[first.thing]
    if relation == "play" and second.thing in BALLS:
        return Link("kick" if second.thing == "football" else "throw", link.first, link.second)
    if relation == "play" and second.thing in ("chessboard", "playing_cards", "controller", "teddy_bear", "doll"):
        return Link("before", link.second, link.first)
    if relation == "play" and second.thing not in INSTRUMENTS:
        return Link("hold", link.second, link.first)
    return link


def _within_reach(second: Subject, link: Link) -> Link | None:
    """Nothing stands on the sky's things, and a street below the moon is no relation of the people in it."""
    if link.relation == "under" and second.thing in ("moon", "sun", "star", "cloud", "rainbow"):
        return None
    if link.relation == "hold" and second.thing not in animate() | {"teddy_bear", "doll"}:
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


def _forget_parts(reading: Reading) -> None:
    """The candles of a cake are drawn with it."""
    gone = {link.first for link in reading.links if link.relation == "part"}
    reading.links = [link for link in reading.links if link.relation != "part"]
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
