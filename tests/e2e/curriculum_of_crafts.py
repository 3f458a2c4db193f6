"""A curriculum of 63 concepts for the tests, in texts of our own."""

from __future__ import annotations

from tests.e2e.tasks import Json

CRAFTS = {
    "pottery": ("clay", "wheel", "kiln", "bowl", "crack"),
    "weaving": ("yarn", "loom", "heddle", "blanket", "tension fault"),
    "baking": ("dough", "oven", "peel", "loaf", "dense crumb"),
    "beekeeping": ("comb", "hive", "smoker", "jar of honey", "swarm"),
    "bookbinding": ("paper", "press", "bone folder", "notebook", "loose signature"),
    "carpentry": ("oak", "workbench", "plane", "chair", "split joint"),
    "dyeing": ("madder", "vat", "mordant", "scarf", "uneven shade"),
    "gardening": ("soil", "cold frame", "hoe", "row of beans", "blight"),
    "letterpress": ("type", "chase", "brayer", "broadside", "smudge"),
}
ASPECTS = {
    "material": (
        "{Stuff} is the material from which a {thing} is made. Its quality is judged by touch before any work begins. "
        "Damp {stuff} is stored apart from dry {stuff}, because moisture moves from one to the other."
    ),
    "workplace": (
        "A {place} is the place where {stuff} becomes a {thing}. It stands level, so that nothing slides away. "
        "Light falls on the {place} from the left for most people. A workshop keeps one {place} for two apprentices."
    ),
    "tool": (
        "A {tool} is the tool that an apprentice of {craft} learns first. It is cleaned after every use. "
        "A worn {tool} leaves marks on {stuff}. The {tool} is never lent to another workshop."
    ),
    "first-piece": (
        "A {thing} is the first piece that apprentices of {craft} finish by themselves. It takes three afternoons. "
        "The master weighs the {thing} and compares it with an older one. Most first pieces are kept for life."
    ),
    "faults": (
        "A {fault} is the commonest fault in {craft}. It begins where {stuff} was worked in haste. "
        "Inspection is the step in which a {fault} is found. Repair takes longer than prevention."
    ),
    "record": (
        "A workshop book is a record of every {thing} that was made. It names the {stuff}, the day and the apprentice. "
        "An entry with a {fault} is marked in red. The book is read aloud once a year."
    ),
    "trade": (
        "A market day is the day on which a {thing} is sold. The price of a {thing} follows the price of {stuff}. "
        "A guild mark is a sign that shows who made the piece. Buyers of {craft} look for the mark first."
    ),
}


def curriculum() -> Json:
    """63 concepts of our own: nine crafts, seven aspects each, every aspect resting on the one before."""
    return {"title": "The crafts of the valley", "language": "en", "concepts": list(_concepts())}


def _concepts() -> list[Json]:
    names = list(ASPECTS)
    return [
        {
            "id": f"{craft}-{name}",
            "title": f"{craft.capitalize()}: {name.replace('-', ' ')}",
            "description": ASPECTS[name].format(craft=craft, **_words(craft)),
            "prerequisites": [f"{craft}-{names[place - 1]}"] if place else [],
            "section": craft.capitalize(),
        }
        for craft in CRAFTS
        for place, name in enumerate(names)
    ]


def _words(craft: str) -> dict[str, str]:
    stuff, place, tool, thing, fault = CRAFTS[craft]
    return {"stuff": stuff, "Stuff": stuff.capitalize(), "place": place, "tool": tool, "thing": thing, "fault": fault}
