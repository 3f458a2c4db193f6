"""What the machine that runs workflows promises, on the fake and on Step Functions."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from botocore.exceptions import ConnectTimeoutError

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.adapters.stepfunctions_workflows import StepFunctionsWorkflows
from chalicelib.domain.ports.workflows import (
    CompletionRefusedError,
    ExecutionState,
    StartRefusedError,
    StopRefusedError,
    Workflows,
)
from tests.contract.aws import ACCOUNT, PREFIX, REGION, client_error
from tests.fakes.workflows import InMemoryWorkflows

MACHINE = f"arn:aws:states:{REGION}:{ACCOUNT}:stateMachine:{PREFIX}-workflow"
WAITS = {"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 3600, "End": True}}}
STARTED = {"task_id": "t1", "run": 1, "part": 1}


@dataclass(frozen=True)
class Here:
    workflows: Workflows
    inputs: Callable[[], list[dict[str, Any]]]
    """What the executions were started with."""


def in_memory() -> Here:
    fake = InMemoryWorkflows()
    return Here(fake, lambda: [{"task_id": s.task_id, "run": s.run, "part": s.part} for s in fake.started.values()])


@pytest.fixture
def on_aws(aws: AwsClients) -> Here:
    client = aws.stepfunctions()
    role = f"arn:aws:iam::{ACCOUNT}:role/machine"
    client.create_state_machine(name=f"{PREFIX}-workflow", definition=json.dumps(WAITS), roleArn=role)

    def inputs() -> list[dict[str, Any]]:
        arns = [each["executionArn"] for each in client.list_executions(stateMachineArn=MACHINE)["executions"]]
        return [json.loads(client.describe_execution(executionArn=arn)["input"]) for arn in arns]

    return Here(StepFunctionsWorkflows(client, MACHINE), inputs)


@pytest.fixture(params=["memory", "aws"])
def here(request: pytest.FixtureRequest) -> Here:
    found: Here = in_memory() if request.param == "memory" else request.getfixturevalue("on_aws")
    return found


@pytest.fixture
def answers(aws: AwsClients) -> Iterator[Callable[[str, Exception], None]]:
    """`answers("StopExecution", error)` has every such call raise the error."""
    events: Any = aws.stepfunctions().meta.events
    registered: list[tuple[str, Callable[..., None]]] = []

    def raise_from_now_on(operation: str, error: Exception) -> None:
        def refuse(**_: object) -> None:
            raise error

        registered.append((f"before-call.stepfunctions.{operation}", refuse))
        events.register(*registered[-1])

    yield raise_from_now_on
    for event, refuse in registered:
        events.unregister(event, refuse)


def test_a_start_done_twice_starts_one_execution(here: Here) -> None:
    for _ in range(2):
        here.workflows.start("t1-1-1", task_id="t1", run=1, part=1)
    assert here.inputs() == [STARTED]
    assert here.workflows.state("t1-1-1") is ExecutionState.RUNNING


def test_a_start_done_again_after_the_end_starts_nothing(here: Here) -> None:
    here.workflows.start("t1-1-1", task_id="t1", run=1, part=1)
    here.workflows.stop("t1-1-1", "no more")
    here.workflows.start("t1-1-1", task_id="t1", run=1, part=1)
    assert here.inputs() == [STARTED]
    assert here.workflows.state("t1-1-1") is ExecutionState.ENDED


def test_an_execution_can_be_stopped_twice_and_one_that_is_not_there_too(here: Here) -> None:
    here.workflows.start("t1-1-1", task_id="t1", run=1, part=1)
    for name in ("t1-1-1", "t1-1-1", "never-started"):
        here.workflows.stop(name, "a reason " * 100)
    assert here.workflows.state("t1-1-1") is ExecutionState.ENDED


def test_an_execution_that_is_not_there_will_do_nothing_any_more(here: Here) -> None:
    assert here.workflows.state("never-started") is ExecutionState.ENDED


@pytest.mark.parametrize("code", ["TaskTimedOut", "TaskDoesNotExist", "InvalidToken"])
def test_a_token_that_nobody_waits_with_is_fine(
    on_aws: Here, answers: Callable[[str, Exception], None], code: str
) -> None:
    answers("SendTaskSuccess", client_error(code, "SendTaskSuccess"))
    on_aws.workflows.complete("used")


TROUBLES = (
    client_error("ThrottlingException", "any"),
    client_error("AccessDeniedException", "any"),
    ConnectTimeoutError(endpoint_url="http://states"),
)


@pytest.mark.parametrize("trouble", TROUBLES, ids=["throttled", "denied", "unreachable"])
def test_trouble_is_told_as_what_was_not_done(
    on_aws: Here, answers: Callable[[str, Exception], None], trouble: Exception
) -> None:
    for operation in ("StartExecution", "StopExecution", "DescribeExecution", "SendTaskSuccess"):
        answers(operation, trouble)
    with pytest.raises(StartRefusedError):
        on_aws.workflows.start("t1-1-1", task_id="t1", run=1, part=1)
    with pytest.raises(StopRefusedError):
        on_aws.workflows.stop("t1-1-1", "no more")
    with pytest.raises(CompletionRefusedError):
        on_aws.workflows.complete("token")
    assert on_aws.workflows.state("t1-1-1") is ExecutionState.UNKNOWN


def test_a_missing_machine_refuses_starts(on_aws: Here, aws: AwsClients) -> None:
    aws.stepfunctions().delete_state_machine(stateMachineArn=MACHINE)
    with pytest.raises(StartRefusedError):
        on_aws.workflows.start("t1-1-1", task_id="t1", run=1, part=1)
