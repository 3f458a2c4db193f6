"""Worker functions called past the queues, through the Lambda API."""

import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest
from botocore.stub import Stubber

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.adapters.lambda_direct_invoker import LambdaDirectInvoker
from chalicelib.domain.ports.platform import SendFailedError
from tests.contract.answering_server import Answer, answering_server
from tests.contract.aws import REGION

LANE, FUNCTION = "generation-low", "contenthub-dev-generation_direct"
CALL = {
    "FunctionName": FUNCTION,
    "InvocationType": "Event",
    "Payload": b'{"task_id": "01JD", "lane": "generation-low"}',
}


@pytest.fixture
def stubbed(aws_clients: AwsClients) -> Iterator[Stubber]:
    with Stubber(aws_clients.direct_lambda()) as stubber:
        yield stubber
        stubber.assert_no_pending_responses()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> AwsClients:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    return AwsClients()


def test_the_function_of_the_lanes_family_is_called_without_waiting_for_it(
    stubbed: Stubber, aws_clients: AwsClients
) -> None:
    accepted: dict[str, Any] = {"StatusCode": 202}
    stubbed.add_response("invoke", accepted, CALL)
    LambdaDirectInvoker(aws_clients.direct_lambda(), "contenthub-dev").invoke(LANE, "01JD")


@pytest.mark.parametrize("code", ["TooManyRequestsException", "ResourceNotFoundException", "ServiceException"])
def test_a_call_that_lambda_does_not_take_is_told(stubbed: Stubber, aws_clients: AwsClients, code: str) -> None:
    stubbed.add_client_error("invoke", code, expected_params=CALL)
    with pytest.raises(SendFailedError):
        LambdaDirectInvoker(aws_clients.direct_lambda(), "contenthub-dev").invoke(LANE, "01JD")


def test_a_call_that_nobody_takes_up_is_given_up_within_two_seconds(
    impatient: AwsClients, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{listening.getsockname()[1]}")
    began = time.monotonic()
    with pytest.raises(SendFailedError):
        LambdaDirectInvoker(impatient.direct_lambda(), "contenthub-dev").invoke(LANE, "01JD")
    assert time.monotonic() - began < 2.5


def test_a_call_that_is_never_answered_is_given_up_long_before_the_submit_is(
    impatient: AwsClients, monkeypatch: pytest.MonkeyPatch
) -> None:
    with answering_server(Answer(never=True), Answer(never=True)) as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL", server.url)
        began = time.monotonic()
        with pytest.raises(SendFailedError):
            LambdaDirectInvoker(impatient.direct_lambda(), "contenthub-dev").invoke(LANE, "01JD")
        assert time.monotonic() - began < 6
