"""The things of a reading as they enter the scene: which drawing each one gets, how large, and what it plays."""

from dataclasses import replace

from chalicelib.adapters.embedded_renderer.reading.reading import Link, Reading, Subject
from chalicelib.adapters.embedded_renderer.reading.roles import animate
from chalicelib.adapters.embedded_renderer.scene.placement import Placed
from chalicelib.adapters.embedded_renderer.things.animals.four_legged import UPRIGHT
from chalicelib.adapters.embedded_renderer.things.buildings import famous, houses
from chalicelib.adapters.embedded_renderer.things.people.clothes import USUAL
from chalicelib.adapters.embedded_renderer.things.registry import things, with_role

HAND_EATERS = frozenset({"panda", "bear", "monkey", "raccoon", "squirrel", "red_panda", "kangaroo"})
"""Those that take their food into their paws."""
UPRIGHT_TRAITS = {*USUAL, "upright", "glasses", "dancing"}
HANDED_LINKS = frozenset({"ride", "hold_by", "play", "enter", "kick", "throw", "fly"})
BIRDS = {
    "bird": "sky_blue",
    "eagle": "brown",
    "crow": "black",
    "parrot": "green",
    "swan": "white",
    "crane": "white",
    "duck": "beige",
}
"""Birds that are drawn sitting, and their colours in flight."""
RAINBOW = ("red", "yellow", "blue", "green", "purple", "orange", "pink", "cyan")
BUILDINGS = frozenset({*famous.THINGS, *houses.THINGS, "stall", "lighthouse", "windmill", "tent"})
DECOR = frozenset({"crowd", "grass"})
"""Beside other things these fill the ground instead of a place in the row."""
WINGED_GIANTS = frozenset({"phoenix", "dragon"})


def cast_of(reading: Reading) -> list[list[Placed]]:
    """One group for each subject."""
    return [_instances(reading, index) for index in range(len(reading.subjects))]


def implied_links(reading: Reading) -> list[Link]:
    """What goes without saying: houses stand behind people, a phoenix spreads its wings behind a portrait."""
    linked = {index for link in reading.links for index in (link.first, link.second) if link.relation != "hold"}
    acting = animate() - DECOR - WINGED_GIANTS
    people = [
        index
        for index, subject in enumerate(reading.subjects)
        if subject.thing in acting and things()[subject.thing].stance != "sky"
    ]
    if not people:
        return []
    return [
        Link("backs", index, people[0])
        for index, subject in enumerate(reading.subjects)
        if index not in linked
        and not subject.position
        and (
            subject.thing in BUILDINGS | with_role("building")
            or (subject.thing in WINGED_GIANTS and {"half", "close"} & set(reading.views))
        )
    ]


def is_decor(placed: Placed, reading: Reading) -> bool:
    return placed.subject.thing in DECOR and len(reading.subjects) > 1


def _instances(reading: Reading, index: int) -> list[Placed]:
    subject = _in_flight(reading, index)
    links = {link.relation for link in reading.links if link.first == index}
    links |= {f"{link.relation}_by" for link in reading.links if link.second == index}
    name = subject.thing
    eats = "eat" in links and name in HAND_EATERS
    if UPRIGHT_TRAITS & set(subject.traits) or HANDED_LINKS & links or eats:
        name = name + UPRIGHT if name + UPRIGHT in things() else name
    thing = things()[name]
    stature = thing.stature * subject.size
    return [
        Placed(index, _painted(subject, number), thing, width=stature * thing.aspect, height=stature)
        for number in range(subject.count)
    ]


def _in_flight(reading: Reading, index: int) -> Subject:
    """A bird that flies spreads its wings."""
    subject = reading.subjects[index]
    above = any(link.relation == "above" and link.first == index for link in reading.links)
    if subject.thing not in BIRDS or not (above or "flying" in subject.traits):
        return subject
    return replace(subject, thing="flying_bird", colour_name=subject.colour_name or BIRDS[subject.thing])


def _painted(subject: Subject, number: int) -> Subject:
    """Of colourful things each has a colour of its own."""
    names = RAINBOW if subject.colour_name == "colourful" else tuple(subject.colour_name.split("/"))
    return replace(subject, colour_name=names[number % len(names)]) if len(names) > 1 else subject
