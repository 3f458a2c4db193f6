"""The storage stack inside moto: tables and queues exactly as the template says."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from chalicelib.adapters.aws_clients import AwsClients
from infrastructure.templates import storage_template

STAGE = "dev"
PREFIX = f"contenthub-{STAGE}"
ACCOUNT = "123456789012"
REGION = "us-east-1"
BUCKET = f"{PREFIX}-data-{ACCOUNT}-{REGION}"
TABLE_PROPERTIES = ("AttributeDefinitions", "KeySchema", "BillingMode", "GlobalSecondaryIndexes")


def create_storage(aws: AwsClients) -> None:
    for resource in storage_template()["Resources"].values():
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


def _create_table(aws: AwsClients, properties: dict[str, Any]) -> None:
    options = {name: properties[name] for name in TABLE_PROPERTIES if name in properties}
    aws.dynamodb().create_table(TableName=_name(properties["TableName"]), **options)


def _name(value: Any) -> str:
    return str(value["Fn::Sub"]).replace("${Stage}", STAGE)
