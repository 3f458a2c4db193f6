"""What one function asks of DynamoDB, counted on the wire while it works."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from infrastructure.local.ports import find_free_ports
from tests.e2e.local_cloud import Platform, wait_until
from tests.e2e.tcp_proxy import TcpProxy

ADDRESS = "AWS_ENDPOINT_URL_DYNAMODB"
OPERATION = re.compile(rb"x-amz-target: *DynamoDB_\d+\.(\w+)", re.IGNORECASE)
WRITES = ("PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems", "BatchWriteItem")


class DynamoDbRequests:
    """Requests by their operation. The head of a request comes in one piece: it is sent as one, on the same machine."""

    def __init__(self) -> None:
        self.by_operation: Counter[str] = Counter()

    def see(self, sent: bytes) -> None:
        self.by_operation.update(name.decode() for name in OPERATION.findall(sent))

    @property
    def writes(self) -> int:
        return sum(self.by_operation[name] for name in WRITES)


@contextmanager
def counted_requests(platform: Platform, function: str) -> Iterator[DynamoDbRequests]:
    """Inside, the function reaches DynamoDB by way of a relay that counts; its workers start anew before and after."""
    assert platform.cloud is not None
    client = platform.aws("lambda")
    usual = client.get_function_configuration(FunctionName=function)["Environment"]["Variables"]
    (port,) = find_free_ports(1)
    requests = DynamoDbRequests()
    relay = TcpProxy(port=port, target_port=platform.cloud.settings.aws_port, see=requests.see)
    relay.mend()
    try:
        _change(client, function, {**usual, ADDRESS: f"http://127.0.0.1:{port}"})
        yield requests
    finally:
        _change(client, function, usual)
        relay.end()


def _change(client: Any, function: str, variables: dict[str, str]) -> None:
    client.update_function_configuration(FunctionName=function, Environment={"Variables": variables})

    def is_done() -> bool:
        return bool(client.get_function_configuration(FunctionName=function)["LastUpdateStatus"] == "Successful")

    wait_until(is_done, what=f"the change of function {function}")
