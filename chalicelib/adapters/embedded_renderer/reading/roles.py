"""Which things act, are held, come in numbers, or hold others: what grammar has to know about nouns."""

from functools import lru_cache

from chalicelib.adapters.embedded_renderer.reading.thing_words import ANIMATE, HOLDABLE, PARTS
from chalicelib.adapters.embedded_renderer.things.registry import things, with_role

AS_WORN = {
    "witch_hat": "wizard_hat",
    "straw_hat": "hat",
    "golden_crown": "crown",
    "baseball_cap": "cap",
    "t_shirt": "shirt",
    "evening_dress": "dress",
    "woollen_scarf": "scarf",
    "sunglasses": "glasses",
    "boot": "boots",
    "sneaker": "boots",
    "high_heel": "boots",
}
"""Clothes that are things as well: worn by somebody they are a trait."""


@lru_cache(maxsize=1)
def animate() -> frozenset[str]:
    return ANIMATE | with_role("animate")


@lru_cache(maxsize=1)
def holdable() -> frozenset[str]:
    return HOLDABLE | with_role("held")


@lru_cache(maxsize=1)
def parts() -> frozenset[str]:
    return PARTS | with_role("part")


@lru_cache(maxsize=1)
def vessels() -> frozenset[str]:
    return frozenset(name for name, thing in things().items() if thing.vessel and thing.words)


def served() -> frozenset[str]:
    return with_role("served")


def lying_alone(trait: str) -> str:
    """The thing for clothes nobody wears, or nothing."""
    return next((thing for thing, worn in AS_WORN.items() if worn == trait), "")
