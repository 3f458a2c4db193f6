"""The storage stack inside moto: tables and queues exactly as the template says."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from botocore.exceptions import ClientError

from chalicelib.adapters.aws_clients import AwsClients
from infrastructure.templates import storage_template

STAGE = "dev"
PREFIX = f"contenthub-{STAGE}"
ACCOUNT = "123456789012"
REGION = "us-east-1"
BUCKET = f"{PREFIX}-data-{ACCOUNT}-{REGION}"
EXPRESSION_WORDS = {
    *("SET", "REMOVE", "AND", "OR", "IN", "BETWEEN", "ADD"),
    *("attribute_exists", "attribute_not_exists", "if_not_exists", "size", "begins_with"),
}
TABLE_PROPERTIES = ("AttributeDefinitions", "KeySchema", "BillingMode", "GlobalSecondaryIndexes")


def create_storage(aws: AwsClients) -> None:
    for resource in _resources():
        properties = resource.get("Properties", {})
        if resource["Type"] == "AWS::DynamoDB::Table":
            _create_table(aws, properties)
        elif resource["Type"] == "AWS::SQS::Queue":
            aws.sqs().create_queue(QueueName=_name(properties["QueueName"]))
    aws.s3().create_bucket(Bucket=BUCKET)


@contextmanager
def recorded_calls(aws: AwsClients) -> Iterator[list[str]]:
    """The names of the operations that are called meanwhile; a retry is no further call."""
    calls: list[str] = []

    def note(model: Any, **_: object) -> None:
        calls.append(model.name)

    clients: list[Any] = [aws.dynamodb(), aws.sqs(), aws.s3()]
    for client in clients:
        client.meta.events.register("before-call", note)
    try:
        yield calls
    finally:
        for client in clients:
            client.meta.events.unregister("before-call", note)


@contextmanager
def failing(aws: AwsClients, operation: str, *errors: Exception) -> Iterator[None]:
    """The next calls of a DynamoDB operation raise these errors."""
    waiting = list(errors)

    def refuse(**_: object) -> None:
        if waiting:
            raise waiting.pop(0)

    with _handler(aws, f"before-call.dynamodb.{operation}", refuse):
        yield
    assert not waiting, f"{operation} was called less often than expected"


@contextmanager
def changed_answers(aws: AwsClients, operation: str, *changes: Callable[[dict[str, Any]], object]) -> Iterator[None]:
    """The next answers of a DynamoDB operation are changed by these functions."""
    waiting = list(changes)

    def change(parsed: dict[str, Any], **_: object) -> None:
        if waiting:
            waiting.pop(0)(parsed)

    with _handler(aws, f"after-call.dynamodb.{operation}", change):
        yield
    assert not waiting, f"{operation} was called less often than expected"


@contextmanager
def _handler(aws: AwsClients, event: str, handler: Callable[..., None]) -> Iterator[None]:
    events: Any = aws.dynamodb().meta.events
    events.register(event, handler)
    try:
        yield
    finally:
        events.unregister(event, handler)


@contextmanager
def checked_expressions(aws: AwsClients) -> Iterator[None]:
    """DynamoDB refuses 573 reserved words as bare names, moto does not: so every name must be written with a `#`."""

    def check(params: dict[str, Any], **_: object) -> None:
        for request in (params, *(write for item in params.get("TransactItems", ()) for write in item.values())):
            text = " ".join(str(value) for name, value in request.items() if name.endswith("Expression"))
            bare = set(re.findall(r"(?<![#:\w])[A-Za-z_]\w*", text)) - EXPRESSION_WORDS
            assert not bare, f"names without a #: {bare}"

    with _handler(aws, "provide-client-params.dynamodb.*", check):
        yield


def client_error(code: str, operation: str, *, reasons: Sequence[str] = ()) -> ClientError:
    answer: Any = {"Error": {"Code": code, "Message": "as told by the test"}}
    if reasons:
        answer["CancellationReasons"] = [{"Code": reason} for reason in reasons]
    return ClientError(answer, operation)


@cache
def _resources() -> Sequence[dict[str, Any]]:
    return tuple(storage_template()["Resources"].values())


def _create_table(aws: AwsClients, properties: dict[str, Any]) -> None:
    options = {name: properties[name] for name in TABLE_PROPERTIES if name in properties}
    aws.dynamodb().create_table(TableName=_name(properties["TableName"]), **options)


def _name(value: Any) -> str:
    return str(value["Fn::Sub"]).replace("${Stage}", STAGE)
