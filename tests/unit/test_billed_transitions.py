"""What the bench takes for billed state transitions, on histories of a known small run."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from infrastructure.templates import operations_template
from tests.bench.transitions import billed_transitions

MACHINE = operations_template()["Resources"]["WorkflowMachine"]["Properties"]["Definition"]
ANSWERED = ["TaskScheduled", "TaskStarted", "TaskSucceeded"]
CALLED_BACK = ["TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded"]
FAILED = ["TaskScheduled", "TaskStarted", "TaskFailed"]
OUTSIDE_UNITS = 7
"""NextStage, WhatIsNext, FanOut, WereAllSent, NextStage, WhatIsNext, Done."""


def entered(kind: str, *between: str) -> list[str]:
    return [f"{kind}StateEntered", *between, f"{kind}StateExited"]


def as_aws_tells_it(units: int, *, retries: int = 0) -> list[str]:
    """One stage of the platform's machine. AWS writes what happens within a Map into the same history."""
    unit = ["MapIterationStarted", *entered("Task", *CALLED_BACK), "MapIterationSucceeded"]
    around = [*entered("Task", *FAILED * retries, *ANSWERED), *entered("Choice")]
    fan = entered("Map", "MapStateStarted", *unit * units, "MapStateSucceeded")
    return ["ExecutionStarted", *around, *fan, *entered("Choice"), *_last_look(), "ExecutionSucceeded"]


def as_ministack_tells_it(units: int) -> list[str]:
    """Without starts, iterations, and the entries of states within a Map."""
    fan = entered("Map", *["TaskScheduled", "TaskSucceeded"] * units)
    around = [*entered("Task", "TaskScheduled", "TaskSucceeded"), *entered("Choice")]
    return ["ExecutionStarted", *around, *fan, *entered("Choice"), *_last_look(), "ExecutionSucceeded"]


def _last_look() -> list[str]:
    return [*entered("Task", *ANSWERED), *entered("Choice"), *entered("Succeed")]


def events(kinds: Sequence[str]) -> list[Mapping[str, Any]]:
    return [{"id": number, "type": kind} for number, kind in enumerate(kinds, start=1)]


@pytest.mark.parametrize("units", [0, 1, 2, 90])
def test_each_unit_of_a_fan_out_is_a_transition_on_aws_and_on_the_emulator(units: int) -> None:
    assert billed_transitions(events(as_aws_tells_it(units))) == OUTSIDE_UNITS + units
    assert billed_transitions(events(as_ministack_tells_it(units))) == OUTSIDE_UNITS + units


def test_each_retry_is_one_more() -> None:
    assert billed_transitions(events(as_aws_tells_it(2, retries=3))) == OUTSIDE_UNITS + 2 + 3


def test_the_small_run_is_a_walk_through_the_definition_that_is_deployed() -> None:
    states = MACHINE["States"]
    walk = ["NextStage", "WhatIsNext", "FanOut", "WereAllSent", "NextStage", "WhatIsNext", "Done"]
    kinds = [f"{states[name]['Type']}StateEntered" for name in walk]
    told = [kind for kind in as_aws_tells_it(0) if kind.endswith("StateEntered")]
    assert (MACHINE["StartAt"], told, len(walk)) == ("NextStage", kinds, OUTSIDE_UNITS)
    unit = states["FanOut"]["ItemProcessor"]
    assert (unit["States"][unit["StartAt"]]["Type"], unit["States"][unit["StartAt"]]["End"]) == ("Task", True)
