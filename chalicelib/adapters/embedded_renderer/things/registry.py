"""Every thing that can be drawn, by name."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module

from chalicelib.adapters.embedded_renderer.drawing.colour import contrasting
from chalicelib.adapters.embedded_renderer.drawing.pen import Pen
from chalicelib.adapters.embedded_renderer.things.look import Look, Role, Thing

MODULES = (
    "animals.four_legged",
    "animals.small",
    "animals.creeping",
    "animals.winged",
    "buildings.famous",
    "buildings.houses",
    "buildings.sights",
    "food.dishes",
    "food.drinks",
    "nature.heavenly",
    "nature.plants",
    "objects.furniture",
    "objects.handy",
    "objects.curious",
    "people.folk",
    "solids.bodies",
    "vehicles.cars",
    "vehicles.heavy",
    "vehicles.craft",
    "animals.sea",
    "animals.others",
    "food.fruit",
    "food.vegetables",
    "food.bakery",
    "food.meals",
    "food.glasses",
    "nature.trees",
    "nature.land_forms",
    "objects.home",
    "objects.vessels",
    "objects.office",
    "objects.music",
    "objects.play",
    "objects.wear",
    "objects.festive",
    "people.professions",
    "vehicles.services",
    "buildings.town",
    "buildings.street_things",
    "vehicles.afloat_aloft",
    "people.fabled",
)
"""Loaded with the first picture; a later one may draw a thing of an earlier one anew."""


@lru_cache(maxsize=1)
def things() -> dict[str, Thing]:
    known = {"lettering": Thing(_lettering, 2.6, 0.6, "flat", "paper")}
    for module in MODULES:
        found: Mapping[str, Thing] = import_module(f"{__package__}.{module}").THINGS
        known.update(found)
    return known


def nouns() -> str:
    """A line for each thing that brings its names along."""
    return "\n".join(f"{name}: {thing.words}" for name, thing in things().items() if thing.words)


@lru_cache(maxsize=16)
def with_role(role: Role) -> frozenset[str]:
    return frozenset(name for name, thing in things().items() if role in thing.roles)


def _lettering(pen: Pen, look: Look) -> None:
    """Large words with a soft shadow; alone, they are the picture."""
    colour = look.paint((206, 44, 44))
    pen.words(
        look.text, (0.012, 0.03, 1, 1), (20, 18, 26) if contrasting(colour)[0] > 128 else (120, 116, 110), weight=0.05
    )
    pen.words(look.text, (0, 0, 1, 1), colour, weight=0.05)
