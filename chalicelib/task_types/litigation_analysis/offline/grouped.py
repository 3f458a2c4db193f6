"""The same finding in several sentences becomes one finding with several places."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from chalicelib.task_types.litigation_analysis.findings import Located, Place

MAX_PLACES = 12
"""A finding keeps its first places; nobody reads the two-hundredth."""

FoundT = TypeVar("FoundT", bound=Located)


def merged(findings: Iterable[FoundT], key: Callable[[FoundT], Hashable]) -> tuple[FoundT, ...]:
    """The first of each key, with the places of all of them, in order of first occurrence."""
    first: dict[Hashable, FoundT] = {}
    places: dict[Hashable, dict[Place, None]] = {}
    for finding in findings:
        name = key(finding)
        first.setdefault(name, finding)
        known = places.setdefault(name, {})
        for place in finding.places:
            if len(known) < MAX_PLACES:
                known.setdefault(place)
    return tuple(finding.model_copy(update={"places": tuple(places[name])}) for name, finding in first.items())
