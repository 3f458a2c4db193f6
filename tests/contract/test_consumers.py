"""The consumers of the lanes, asked and told through the Lambda API."""

from collections.abc import Iterator
from typing import Any

import pytest
from botocore.stub import Stubber

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.adapters.lambda_consumers import LambdaConsumers
from chalicelib.domain.ports.platform import ConsumerState

LANE, FUNCTION = "generation-low", "contenthub-dev-generation_low"
NAMED = {"FunctionName": FUNCTION}
UUID = "6f1e2d3c-0000-4000-8000-000000000001"


@pytest.fixture
def stubbed(aws_clients: AwsClients) -> Iterator[Stubber]:
    with Stubber(aws_clients.lambda_()) as stubber:
        yield stubber
        stubber.assert_no_pending_responses()


@pytest.fixture
def consumers(aws_clients: AwsClients) -> LambdaConsumers:
    return LambdaConsumers(aws_clients.lambda_(), "contenthub-dev")


def answer_mapping(stubbed: Stubber, *mappings: dict[str, Any]) -> None:
    stubbed.add_response("list_event_source_mappings", {"EventSourceMappings": list(mappings)}, NAMED)


def test_a_consumer_that_works_says_so(stubbed: Stubber, consumers: LambdaConsumers) -> None:
    answer_mapping(stubbed, {"UUID": UUID, "State": "Enabled"})
    stubbed.add_response("get_function_concurrency", {"ReservedConcurrentExecutions": 4}, NAMED)
    assert consumers.state(LANE) == ConsumerState(LANE, True, 4, "Enabled")


def test_a_consumer_whose_source_is_off_is_not_enabled(stubbed: Stubber, consumers: LambdaConsumers) -> None:
    answer_mapping(stubbed, {"UUID": UUID, "State": "Disabled"})
    stubbed.add_response("get_function_concurrency", {}, NAMED)
    assert consumers.state(LANE) == ConsumerState(LANE, False, None, "Disabled")


def test_a_consumer_without_a_source_is_not_enabled(stubbed: Stubber, consumers: LambdaConsumers) -> None:
    answer_mapping(stubbed)
    stubbed.add_response("get_function_concurrency", {}, NAMED)
    assert consumers.state(LANE) == ConsumerState(LANE, False, None, "no event source")


@pytest.mark.parametrize(("limit", "of_source"), [(1, 2), (2, 2), (7, 7)])
def test_concurrency_is_limited_at_the_function_and_at_its_source(
    stubbed: Stubber, consumers: LambdaConsumers, limit: int, of_source: int
) -> None:
    stubbed.add_response("put_function_concurrency", {}, NAMED | {"ReservedConcurrentExecutions": limit})
    answer_mapping(stubbed, {"UUID": UUID, "State": "Enabled"})
    scaling = {"UUID": UUID, "Enabled": True, "ScalingConfig": {"MaximumConcurrency": of_source}}
    stubbed.add_response("update_event_source_mapping", {}, scaling)
    consumers.set_max_concurrency(LANE, limit)


def test_a_function_without_a_source_is_limited_all_the_same(stubbed: Stubber, consumers: LambdaConsumers) -> None:
    stubbed.add_response("put_function_concurrency", {}, NAMED | {"ReservedConcurrentExecutions": 3})
    answer_mapping(stubbed)
    consumers.set_max_concurrency(LANE, 3)
