"""The state machine of all workflows: valid, least privileged, and within what an execution may hold."""

import json
from typing import Any

import pytest

from chalicelib.domain.workflow import MOST_UNITS_IN_A_RUN, MOST_UNITS_IN_A_STAGE
from chalicelib.entrypoints.workflow import answer_to
from chalicelib.services.advance_workflow import Move, Next
from chalicelib.settings import Settings
from infrastructure.naming import LANES, machine_name, queue_name
from infrastructure.permissions import Statement, machine_statements
from infrastructure.templates import Template, operations_template
from tests.infrastructure.conftest import Lint

MOST_EVENTS = 25_000
LARGEST_PAYLOAD_BYTES = 256 * 1024
"""Both are quotas of AWS Step Functions."""
MOST_STAGES = 100
"""More than any plan has: a stage costs events beside those of its units."""

MACHINE = operations_template()["Resources"]["WorkflowMachine"]["Properties"]
STATES: dict[str, dict[str, Any]] = MACHINE["Definition"]["States"]
MAPS = {name: state for name, state in STATES.items() if state["Type"] == "Map"}


def states_everywhere() -> dict[str, dict[str, Any]]:
    inner = {name: state for each in MAPS.values() for name, state in each["ItemProcessor"]["States"].items()}
    return {**STATES, **inner}


def events_of(state: dict[str, Any]) -> int:
    """Of one pass through a state that goes well, as AWS writes them into an execution's history."""
    if state["Type"] != "Task":
        return 2  # entered, exited
    submitted = str(state["Resource"]).endswith(".waitForTaskToken")
    return 5 + submitted  # entered, scheduled, started, perhaps submitted, succeeded, exited


def events_of_stage(state: dict[str, Any], units: int) -> int:
    processor = state["ItemProcessor"]
    unit = 2 + events_of(processor["States"][processor["StartAt"]])  # iteration started and succeeded
    around = sum(events_of(STATES[name]) for name in ("NextStage", "WhatIsNext", "WereAllSent"))
    return around + 4 + units * unit  # the Map itself: entered, started, succeeded, exited


def largest_answer() -> Move:
    ids = tuple(f"{number:026}" for number in range(MOST_UNITS_IN_A_STAGE))
    return Move(Next.FAN_OUT, unit_ids=ids, units_at_once=40, lane=max(LANES, key=len), rung="direct")


def size_of(value: object) -> int:
    return len(json.dumps(value).encode())


def test_the_linter_finds_nothing_but_what_it_does_not_know(lint: Lint) -> None:
    template: Template = operations_template()
    machine = template["Resources"]["WorkflowMachine"]
    del machine["Metadata"]
    for name in MAPS:
        machine["Properties"]["Definition"]["States"][name]["MaxConcurrency"] = 40
    assert lint(operations=template) == ""


def test_the_code_starts_the_machine_by_the_name_it_has() -> None:
    settings = Settings.model_validate(
        {"CONTENTHUB_STAGE": "prod", "DATA_BUCKET": "contenthub-prod-data-123456789012-us-east-1"}
    )
    assert MACHINE["StateMachineName"] == {"Fn::Sub": machine_name("${Stage}")}
    assert settings.state_machine_arn.endswith(f":123456789012:stateMachine:{machine_name('prod')}")


@pytest.mark.parametrize("name", MAPS)
def test_a_thousand_units_in_one_stage_fit_into_a_history(name: str) -> None:
    assert events_of_stage(MAPS[name], 1000) < MOST_EVENTS / 3


@pytest.mark.parametrize("name", MAPS)
def test_the_largest_run_fits_into_a_history(name: str) -> None:
    stages = MOST_STAGES * events_of_stage(MAPS[name], 0)
    units = events_of_stage(MAPS[name], MOST_UNITS_IN_A_RUN) - events_of_stage(MAPS[name], 0)
    assert stages + units < MOST_EVENTS


def test_the_largest_answer_of_the_function_is_no_payload_too_large() -> None:
    assert size_of(answer_to(largest_answer())) < LARGEST_PAYLOAD_BYTES / 4


@pytest.mark.parametrize("name", MAPS)
def test_the_largest_result_of_a_fan_out_is_no_payload_too_large(name: str) -> None:
    told = [state["Output"] for state in MAPS[name]["ItemProcessor"]["States"].values() if state.get("End")]
    assert size_of([max(told, key=len)] * MOST_UNITS_IN_A_STAGE) < LARGEST_PAYLOAD_BYTES / 4


def test_only_ids_and_tokens_travel() -> None:
    payloads = [state["Arguments"] for state in states_everywhere().values() if "Arguments" in state]
    sent = [each.get("Payload") or each["MessageBody"] for each in payloads]
    assert {name for each in sent for name in each} == {"action", "task_id", "run", "part", "task_token"}


def test_every_wait_for_a_token_ends_some_day() -> None:
    waiting = [each for each in states_everywhere().values() if "waitForTaskToken" in each.get("Resource", "")]
    assert len(waiting) == 4
    assert {each["TimeoutSeconds"] for each in waiting} == {30 * 86_400}


def test_a_unit_that_its_queue_refuses_is_placed_past_it_and_one_that_nobody_takes_is_tried_later() -> None:
    processor = MAPS["FanOut"]["ItemProcessor"]["States"]
    assert processor["SendUnit"]["Catch"][0]["Next"] == "PlaceUnit"
    assert processor["PlaceUnit"]["Catch"][0]["Next"] == "UnitUnsent"
    assert STATES["WereAllSent"]["Choices"][0]["Next"] == "TryAgainLater"
    assert STATES["TryAgainLater"]["Seconds"] >= 10


def test_the_machine_may_send_to_the_lanes_and_call_one_function_of_its_stage_and_nothing_else() -> None:
    allowed: list[Statement] = machine_statements("prod")
    assert [row.actions for row in allowed] == [["sqs:SendMessage"], ["lambda:InvokeFunction"]]
    names = [[resource.rpartition(":")[2] for resource in row.resources] for row in allowed]
    assert names == [
        [queue_name("prod", lane) for lane in LANES],
        ["contenthub-prod-workflow"],
    ]


def test_the_role_has_that_policy_and_only_step_functions_of_this_account_takes_it() -> None:
    role = operations_template()["Resources"]["WorkflowMachineRole"]["Properties"]
    (policy,) = role["Policies"]
    assert [row["Sid"] for row in policy["PolicyDocument"]["Statement"]] == ["SendWakeUps", "CallFunction"]
    (trust,) = role["AssumeRolePolicyDocument"]["Statement"]
    assert trust["Principal"] == {"Service": "states.amazonaws.com"}
    assert trust["Condition"] == {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}}
