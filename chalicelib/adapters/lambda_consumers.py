"""The consumer functions of the lanes, seen through the Lambda API."""

from typing import TYPE_CHECKING

from chalicelib.domain.ports.platform import ConsumerState

if TYPE_CHECKING:
    from mypy_boto3_lambda import LambdaClient
    from mypy_boto3_lambda.type_defs import EventSourceMappingConfigurationTypeDef

LOWEST_SOURCE_CONCURRENCY = 2
"""An SQS event source knows no lower limit; the function's own reserved concurrency does."""


class LambdaConsumers:
    """A consumer's concurrency is limited twice, to the same number.

    The reserved concurrency is the guarantee. The event source's own limit keeps it from fetching messages that the
    function would refuse, each of which would come nearer to the dead letters without having been tried.
    """

    def __init__(self, client: "LambdaClient", prefix: str) -> None:
        self._client = client
        self._prefix = prefix

    def state(self, lane: str) -> ConsumerState:
        mapping = self._mapping(lane)
        answer = self._client.get_function_concurrency(FunctionName=self._function(lane))
        limit = answer.get("ReservedConcurrentExecutions")
        if mapping is None:
            return ConsumerState(lane, False, limit, "no event source")
        state = mapping.get("State", "Unknown")
        return ConsumerState(lane, state == "Enabled", limit, state)

    def set_max_concurrency(self, lane: str, limit: int) -> None:
        self._client.put_function_concurrency(FunctionName=self._function(lane), ReservedConcurrentExecutions=limit)
        mapping = self._mapping(lane)
        if mapping is not None:
            self._client.update_event_source_mapping(
                UUID=mapping["UUID"],
                Enabled=True,
                ScalingConfig={"MaximumConcurrency": max(LOWEST_SOURCE_CONCURRENCY, limit)},
            )

    def _mapping(self, lane: str) -> "EventSourceMappingConfigurationTypeDef | None":
        answer = self._client.list_event_source_mappings(FunctionName=self._function(lane))
        return next(iter(answer["EventSourceMappings"]), None)

    def _function(self, lane: str) -> str:
        return f"{self._prefix}-{lane.replace('-', '_')}"
