"""State transitions of a Standard workflow, as AWS Step Functions bills them, from the history of its execution."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def billed_transitions(events: Iterable[Mapping[str, Any]]) -> int:
    """Each state that is entered, within an inline Map for each of its iterations, and each retry; an iteration as such
    is free (AWS, "Step Functions pricing" and "Transitions").

    A task is counted by its attempts and not by its entry: the first attempt is the entry and every other one a retry.
    MiniStack's history has the attempts within a Map too, though not the entries: there, only Pass and Choice states
    within a Map go uncounted, and those of the platform's machine are entered when a unit could not be placed.
    """
    return sum(_is_billed(event["type"]) for event in events)


def _is_billed(kind: str) -> bool:
    if kind == "TaskStateEntered":
        return False
    return kind.endswith(("StateEntered", "Scheduled"))
