"""The graph of concepts: cycles are found, orders respect prerequisites."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.task_types.learning_roadmap.curriculum_checks import graph_problems
from chalicelib.task_types.learning_roadmap.framework import Concept, Framework
from chalicelib.task_types.learning_roadmap.graph import find_cycle, learning_order, next_concepts

NAMES = tuple("abcdefg")
GRAPHS = st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), max_size=4), min_size=1)


def reaches_itself(graph: dict[str, list[str]], start: str) -> bool:
    """By following every edge: slow, and surely right."""
    seen: set[str] = set()
    open_names = [name for name in graph[start] if name in graph]
    while open_names:
        name = open_names.pop()
        if name not in seen:
            seen.add(name)
            open_names += [other for other in graph[name] if other in graph]
    return start in seen


@given(GRAPHS)
def test_a_cycle_is_found_exactly_where_there_is_one(graph: dict[str, list[str]]) -> None:
    cycle = find_cycle(graph)
    assert (cycle is not None) is any(reaches_itself(graph, name) for name in graph)
    if cycle is not None:
        assert all(after in graph[name] for name, after in zip(cycle, (*cycle[1:], cycle[0]), strict=True))


@given(GRAPHS)
def test_validation_accepts_exactly_whole_graphs_without_a_cycle(graph: dict[str, list[str]]) -> None:
    concepts = [Concept(id=name, title=name, prerequisites=needs) for name, needs in graph.items()]
    problems = list(graph_problems(Framework(title="t", language="en", concepts=concepts)))
    unknown = any(need not in graph for needs in graph.values() for need in needs)
    cyclic = any(reaches_itself(graph, name) for name in graph)
    assert bool(problems) is (unknown or cyclic)
    assert ("cycle" in {problem.code for problem in problems}) is cyclic


@given(GRAPHS)
def test_the_learning_order_has_all_concepts_each_after_what_it_needs(graph: dict[str, list[str]]) -> None:
    if find_cycle(graph) is None:
        order = learning_order(graph)
        assert sorted(order) == sorted(graph)
        for name, needs in graph.items():
            assert all(order.index(need) < order.index(name) for need in needs if need in graph)


def test_what_needs_nothing_keeps_its_place() -> None:
    assert learning_order({"c": [], "a": ["b"], "b": []}) == ("c", "b", "a")
    assert next_concepts({"c": [], "a": ["b", "b"], "b": ["c"]}) == {"c": ("b",), "a": (), "b": ("a",)}


def test_a_long_chain_is_no_matter_of_depth() -> None:
    chain: dict[str, Any] = {str(number): [str(number + 1)] for number in range(5000)}
    assert find_cycle(chain) is None
    assert find_cycle({**chain, "5000": ["0"]}) is not None
