"""Whether a curriculum holds together and fits what was asked for; pure, so that the plan can ask it at any time."""

from collections import Counter
from collections.abc import Iterator

from chalicelib.domain.errors import FieldProblem
from chalicelib.task_types.learning_roadmap.framework import Framework
from chalicelib.task_types.learning_roadmap.graph import find_cycle
from chalicelib.task_types.learning_roadmap.preferences import Preferences

HOURS_TOLERANCE = 1.1
"""Hours are estimates: a tenth too many still fits."""
MOST_LISTED = 20


def problems_of(framework: Framework, preferences: Preferences) -> tuple[FieldProblem, ...]:
    """Everything that is wrong with a designed curriculum; none if it can be used. Pointers lead into it."""
    found = [
        *graph_problems(framework),
        *_size_problems(framework, preferences),
        *_hours_problems(framework, preferences),
    ]
    return tuple(found[:MOST_LISTED])


def graph_problems(framework: Framework) -> Iterator[FieldProblem]:
    counts = Counter(concept.id for concept in framework.concepts)
    seen: set[str] = set()
    for number, concept in enumerate(framework.concepts):
        if concept.id in seen:
            yield FieldProblem(f"/concepts/{number}/id", "duplicate_concept", f"{concept.id} was used before")
        seen.add(concept.id)
        for place, name in enumerate(concept.prerequisites):
            if name not in counts:
                pointer = f"/concepts/{number}/prerequisites/{place}"
                yield FieldProblem(pointer, "unknown_concept", f"{concept.id} needs {name}, which is no concept here")
    cycle = find_cycle(framework.prerequisites)
    if cycle:
        yield FieldProblem("/concepts", "cycle", f"the prerequisites form a cycle: {' → '.join([*cycle, cycle[0]])}")


def _size_problems(framework: Framework, preferences: Preferences) -> Iterator[FieldProblem]:
    limit, count = preferences.max_concepts, len(framework.concepts)
    if limit is not None and count > limit:
        yield FieldProblem("/concepts", "too_many_concepts", f"there are {count} concepts, at most {limit} are wanted")


def _hours_problems(framework: Framework, preferences: Preferences) -> Iterator[FieldProblem]:
    wanted, needed = preferences.hours_available, framework.hours
    if wanted is not None and needed is not None and needed.least > wanted * HOURS_TOLERANCE:
        detail = f"it takes at least {needed.least:g} hours, {wanted:g} are available"
        yield FieldProblem("/concepts", "too_many_hours", detail)
