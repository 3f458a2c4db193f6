"""Sockets and what they watch, in one table.

Three kinds of item: a connection, with the owner of each task it watches, under its own id; the same connection
under its user, to count them; and a subscription under the owner of the watched task, so that whoever has news of
that owner's tasks finds all who want them by one query.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError

from chalicelib.adapters.aws_errors import CONDITION_FAILED, code_of
from chalicelib.adapters.dynamodb_task_rows import Item, purge_time
from chalicelib.adapters.epoch import from_milliseconds
from chalicelib.domain.errors import TooManySubscriptionsError
from chalicelib.domain.ports.live import Connection, GoneError, Socket, Subscription
from chalicelib.domain.principal import Principal, Role

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import BatchWriteItemInputTypeDef

MOST_ITEMS_A_WRITE = 25
ITSELF = "itself"


class DynamoDbSubscriptions:
    def __init__(self, client: "DynamoDBClient", table: str) -> None:
        self._client = client
        self._table = table

    def open(self, connection: Connection) -> None:
        kept = _connection_to_item(connection)
        socket, user_id = connection.socket, connection.principal.user_id
        self._write(
            [
                {"PutRequest": {"Item": _connection_key(socket.connection_id) | kept | {"watched": {"M": {}}}}},
                {"PutRequest": {"Item": _key(f"user#{user_id}", socket.connection_id) | kept}},
            ]
        )

    def connection(self, connection_id: str, *, now: datetime) -> Connection | None:
        key = _connection_key(connection_id)
        item = self._client.get_item(TableName=self._table, Key=key, ConsistentRead=True).get("Item")
        return _connection_from_item(item) if item and _lives(item, now) else None

    def connections_of(self, user_id: str, *, now: datetime) -> Sequence[Connection]:
        return [_connection_from_item(item) for item in self._members(f"user#{user_id}", now)]

    def add(self, subscription: Subscription, *, most: int) -> None:
        """The connection first: what it is known to watch is forgotten with it."""
        connection_id = subscription.socket.connection_id
        try:
            self._client.update_item(
                TableName=self._table,
                Key=_connection_key(connection_id),
                UpdateExpression="SET #watched.#task = :owner",
                ConditionExpression=(
                    "attribute_exists(#watched) AND (size(#watched) < :most OR attribute_exists(#watched.#task))"
                ),
                ExpressionAttributeNames={"#watched": "watched", "#task": subscription.task_id},
                ExpressionAttributeValues={":owner": {"S": subscription.owner_id}, ":most": {"N": str(most)}},
                ReturnValuesOnConditionCheckFailure="ALL_OLD",
            )
        except ClientError as error:
            if code_of(error) != CONDITION_FAILED:
                raise
            if "Item" not in error.response:
                raise GoneError(connection_id) from error
            raise TooManySubscriptionsError(f"a connection may watch {most} tasks") from error
        self._client.put_item(TableName=self._table, Item=_subscription_to_item(subscription))

    def remove(self, connection_id: str, task_id: str) -> None:
        try:
            answer = self._client.update_item(
                TableName=self._table,
                Key=_connection_key(connection_id),
                UpdateExpression="REMOVE #watched.#task",
                ConditionExpression="attribute_exists(#watched.#task)",
                ExpressionAttributeNames={"#watched": "watched", "#task": task_id},
                ReturnValues="ALL_OLD",
            )
        except ClientError as error:
            if code_of(error) != CONDITION_FAILED:
                raise
            return
        owner_id = answer["Attributes"]["watched"]["M"][task_id]["S"]
        self._client.delete_item(TableName=self._table, Key=_subscription_key(owner_id, task_id, connection_id))

    def watching(self, owner_id: str, *, now: datetime) -> Sequence[Subscription]:
        return [_subscription_from_item(item, owner_id) for item in self._members(f"owner#{owner_id}", now)]

    def drop(self, connection_id: str, *, found: Sequence[Subscription] = ()) -> None:
        key = _connection_key(connection_id)
        old = self._client.delete_item(TableName=self._table, Key=key, ReturnValues="ALL_OLD").get("Attributes", {})
        watched = {task_id: owner["S"] for task_id, owner in old.get("watched", {"M": {}})["M"].items()}
        watched |= {subscription.task_id: subscription.owner_id for subscription in found}
        keys = [_subscription_key(owner_id, task_id, connection_id) for task_id, owner_id in watched.items()]
        if old:
            keys.append(_key(f"user#{old['user_id']['S']}", connection_id))
        self._write([{"DeleteRequest": {"Key": each}} for each in keys])

    def _members(self, group: str, now: datetime) -> list[Item]:
        pages = self._client.get_paginator("query").paginate(
            TableName=self._table,
            KeyConditionExpression="#group = :group",
            ExpressionAttributeNames={"#group": "group_id"},
            ExpressionAttributeValues={":group": {"S": group}},
            ConsistentRead=True,
        )
        return [item for page in pages for item in page["Items"] if _lives(item, now)]

    def _write(self, requests: Sequence[Any]) -> None:
        """What DynamoDB did not get to is asked for again; each round writes some, or botocore raises."""
        for start in range(0, len(requests), MOST_ITEMS_A_WRITE):
            request: BatchWriteItemInputTypeDef = {
                "RequestItems": {self._table: requests[start : start + MOST_ITEMS_A_WRITE]}
            }
            while request["RequestItems"]:
                request = {"RequestItems": self._client.batch_write_item(**request).get("UnprocessedItems", {})}


def _key(group: str, member: str) -> Item:
    return {"group_id": {"S": group}, "member_id": {"S": member}}


def _connection_key(connection_id: str) -> Item:
    return _key(f"connection#{connection_id}", ITSELF)


def _subscription_key(owner_id: str, task_id: str, connection_id: str) -> Item:
    return _key(f"owner#{owner_id}", f"{task_id}#{connection_id}")


def _lives(item: Item, now: datetime) -> bool:
    """DynamoDB removes what has expired when it finds the time, some days later at worst."""
    return _expiry(item) > now


def _expiry(item: Item) -> datetime:
    return from_milliseconds(int(item["purge_at"]["N"]) * 1000)


def _connection_to_item(connection: Connection) -> Item:
    return {
        "connection_id": {"S": connection.socket.connection_id},
        "endpoint": {"S": connection.socket.endpoint},
        "user_id": {"S": connection.principal.user_id},
        "role": {"S": connection.principal.role.value},
        "purge_at": purge_time(connection.expires_at),
    }


def _connection_from_item(item: Item) -> Connection:
    principal = Principal(item["user_id"]["S"], Role(item["role"]["S"]))
    return Connection(_socket(item), principal, _expiry(item))


def _subscription_to_item(subscription: Subscription) -> Item:
    socket = subscription.socket
    return _subscription_key(subscription.owner_id, subscription.task_id, socket.connection_id) | {
        "task_id": {"S": subscription.task_id},
        "connection_id": {"S": socket.connection_id},
        "endpoint": {"S": socket.endpoint},
        "purge_at": purge_time(subscription.expires_at),
    }


def _subscription_from_item(item: Item, owner_id: str) -> Subscription:
    return Subscription(item["task_id"]["S"], owner_id, _socket(item), _expiry(item))


def _socket(item: Item) -> Socket:
    return Socket(item["connection_id"]["S"], item["endpoint"]["S"])
