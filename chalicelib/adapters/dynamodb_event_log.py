"""Events of tasks in a table of their own, in order of seq."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from chalicelib.adapters.dynamodb_task_rows import (
    TOMBSTONE,
    Item,
    moment,
    number,
    progress_from_value,
    progress_to_value,
    purge_time,
    text,
)
from chalicelib.adapters.epoch import from_milliseconds
from chalicelib.domain.task import Event, Status, Task

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import BatchWriteItemInputTypeDef

MOST_ITEMS_A_WRITE = 25
UNFINISHED_SLACK = timedelta(days=30)
"""Nobody knows yet when an unfinished task will end; its events wait so much longer than it is likely to."""


class DynamoDbEventLog:
    def __init__(self, client: "DynamoDBClient", table: str) -> None:
        self._client = client
        self._table = table

    def append(self, events: Sequence[tuple[Task, Event]]) -> None:
        """An event that is there already is written over with itself: seq and task say all there is to say."""
        items = list({(task.task_id, event.seq): _to_item(task, event) for task, event in events}.values())
        for start in range(0, len(items), MOST_ITEMS_A_WRITE):
            self._write(items[start : start + MOST_ITEMS_A_WRITE])

    def list(self, task_id: str, *, after: int, limit: int) -> Sequence[Event]:
        answer = self._client.query(
            TableName=self._table,
            KeyConditionExpression="#task_id = :task_id AND #seq > :after",
            ExpressionAttributeNames={"#task_id": "task_id", "#seq": "seq"},
            ExpressionAttributeValues={":task_id": {"S": task_id}, ":after": number(after)},
            ConsistentRead=True,
            Limit=limit,
        )
        return _without_gap((_from_item(item) for item in answer["Items"]), after)

    def _write(self, items: Sequence[Item]) -> None:
        """What DynamoDB did not get to is asked for again; each round writes some, or botocore raises."""
        request: BatchWriteItemInputTypeDef = {
            "RequestItems": {self._table: [{"PutRequest": {"Item": item}} for item in items]}
        }
        while request["RequestItems"]:
            request = {"RequestItems": self._client.batch_write_item(**request).get("UnprocessedItems", {})}


def _without_gap(events: Iterable[Event], after: int) -> Sequence[Event]:
    found: list[Event] = []
    for event in events:
        if event.seq != after + len(found) + 1:
            break
        found.append(event)
    return found


def _to_item(task: Task, event: Event) -> Item:
    values = {
        "task_id": text(task.task_id),
        "seq": number(event.seq),
        "at": moment(event.at),
        "kind": text(event.kind),
        "status": text(event.status),
        "progress": progress_to_value(event.progress),
        "message": text(event.message or None),
        "purge_at": _purge_at(task, event),
    }
    return {name: value for name, value in values.items() if value is not None}


def _purge_at(task: Task, event: Event) -> Item:
    if task.expires_at is not None:
        return purge_time(task.expires_at + TOMBSTONE)
    lasts = timedelta(seconds=task.retention_seconds + task.hard_deadline_seconds)
    return purge_time(max(event.at, task.run_at or event.at) + lasts + TOMBSTONE + UNFINISHED_SLACK)


def _from_item(item: Item) -> Event:
    return Event(
        seq=int(item["seq"]["N"]),
        at=from_milliseconds(int(item["at"]["N"])),
        kind=item["kind"]["S"],
        status=Status(item["status"]["S"]),
        progress=progress_from_value(item["progress"]),
        message=item.get("message", {"S": ""})["S"],
    )
