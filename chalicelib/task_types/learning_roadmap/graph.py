"""The graph of concepts: cycles, the order in which to learn, what comes next."""

import heapq
from collections.abc import Mapping, Sequence

Prerequisites = Mapping[str, Sequence[str]]
"""By concept: the concepts to know before. Names that are no key are not looked at."""


def find_cycle(prerequisites: Prerequisites) -> tuple[str, ...] | None:
    """The concepts of one cycle, each needing the one after it and the last the first; None where there is none."""
    done: set[str] = set()
    for start in prerequisites:
        cycle = _cycle_from(start, prerequisites, done)
        if cycle:
            return cycle
    return None


def learning_order(prerequisites: Prerequisites) -> tuple[str, ...]:
    """Every concept after its prerequisites and otherwise in the given order. The graph must have no cycle."""
    place = {concept: number for number, concept in enumerate(prerequisites)}
    missing = {concept: {name for name in needs if name in place} for concept, needs in prerequisites.items()}
    followers = next_concepts(prerequisites)
    ready = [place[concept] for concept, needs in missing.items() if not needs]
    heapq.heapify(ready)
    names, order = list(prerequisites), list[str]()
    while ready:
        concept = names[heapq.heappop(ready)]
        order.append(concept)
        for follower in followers[concept]:
            missing[follower].discard(concept)
            if not missing[follower]:
                heapq.heappush(ready, place[follower])
    return tuple(order)


def next_concepts(prerequisites: Prerequisites) -> dict[str, tuple[str, ...]]:
    """By concept: those that name it as a prerequisite."""
    followers: dict[str, list[str]] = {concept: [] for concept in prerequisites}
    for concept, needs in prerequisites.items():
        for name in dict.fromkeys(needs):
            if name in followers:
                followers[name].append(concept)
    return {concept: tuple(names) for concept, names in followers.items()}


def _cycle_from(start: str, prerequisites: Prerequisites, done: set[str]) -> tuple[str, ...] | None:
    """Depth first without recursion: a chain may have as many links as there are concepts."""
    path: list[str] = []
    stack: list[tuple[str, bool]] = [(start, False)]
    while stack:
        concept, leaving = stack.pop()
        if leaving:
            path.pop()
            done.add(concept)
        elif concept in path:
            return tuple(path[path.index(concept) :])
        elif concept not in done and concept in prerequisites:
            path.append(concept)
            stack.append((concept, True))
            stack.extend((name, False) for name in reversed(list(prerequisites[concept])))
    return None
