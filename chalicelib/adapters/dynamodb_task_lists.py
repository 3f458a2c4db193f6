"""Lists of tasks from the indexes: newest first, and what is due."""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib.adapters.dynamodb_task_rows import SHARDS, Item, group_of, task_from_item
from chalicelib.adapters.epoch import to_milliseconds
from chalicelib.adapters.ulid import is_ulid, ulid
from chalicelib.domain.errors import InvalidCursorError
from chalicelib.domain.ports.platform import Clock
from chalicelib.domain.ports.tasks import TaskFilter, TaskPage
from chalicelib.domain.task import Task

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import KeysAndAttributesOutputTypeDef, KeysAndAttributesTypeDef

MOST_KEYS_LOOKED_AT = 500
"""A page costs no more than this, even if hardly any task passes the filter."""
MOST_KEYS_A_REQUEST = 100
_LOWEST, _HIGHEST = "0" * 26, "Z" * 26


@dataclass(frozen=True)
class _Partition:
    index: str
    attribute: str
    value: str


class DynamoDbTaskLists:
    def __init__(self, client: "DynamoDBClient", table: str, clock: Clock) -> None:
        self._client = client
        self._table = table
        self._clock = clock

    def list(self, narrowed: TaskFilter, *, limit: int, cursor: str | None) -> TaskPage:
        if cursor is not None and not is_ulid(cursor):
            raise InvalidCursorError("not a cursor of this list")
        walk = _Walk(self._keys(narrowed, limit, cursor), narrowed)
        now, items = self._clock.now(), list[Task]()
        while len(items) < limit and (task_ids := walk.take(limit - len(items))):
            rows = self.rows(task_ids)
            found = [rows[task_id] for task_id in task_ids if task_id in rows]
            items += [row for row in found if narrowed.admits(row) and not _gone(row, now)]
        return TaskPage(tuple(items), walk.cursor())

    def due(self, lane: str, *, now: datetime, limit: int) -> Sequence[str]:
        answer = self._client.query(
            TableName=self._table,
            IndexName="by_wake",
            KeyConditionExpression="#lane = :lane AND #wake_at <= :now",
            ExpressionAttributeNames={"#lane": "lane", "#wake_at": "wake_at"},
            ExpressionAttributeValues={":lane": {"S": lane}, ":now": {"N": str(to_milliseconds(now))}},
            Limit=limit,
        )
        return [item["task_id"]["S"] for item in answer["Items"]]

    def _keys(self, narrowed: TaskFilter, limit: int, cursor: str | None) -> Iterator[Item]:
        """Index entries, newest first; where the whole platform is listed, its shards merged."""
        low, high = _bounds(narrowed, cursor)
        if low >= high:
            return iter(())
        partitions = _partitions(narrowed)
        sieved = narrowed.task_type is not None or narrowed.priority is not None
        at_once = MOST_KEYS_LOOKED_AT // len(partitions) if sieved else limit + 1
        streams = [self._entries(partition, low, high, at_once) for partition in partitions]
        merged = heapq.merge(*streams, key=lambda entry: str(entry["task_id"]["S"]), reverse=True)
        return (entry for entry in merged if entry["task_id"]["S"] != high)

    def _entries(self, partition: _Partition, low: str, high: str, at_once: int) -> Iterator[Item]:
        pages = self._client.get_paginator("query").paginate(
            TableName=self._table,
            IndexName=partition.index,
            KeyConditionExpression="#partition = :value AND #task_id BETWEEN :low AND :high",
            ExpressionAttributeNames={"#partition": partition.attribute, "#task_id": "task_id"},
            ExpressionAttributeValues={":value": {"S": partition.value}, ":low": {"S": low}, ":high": {"S": high}},
            ScanIndexForward=False,
            PaginationConfig={"PageSize": at_once},
        )
        for page in pages:
            yield from page["Items"]

    def rows(self, task_ids: Sequence[str]) -> dict[str, Task]:
        """Consistent reads, a hundred a request, in any order."""
        rows: dict[str, Task] = {}
        for start in range(0, len(task_ids), MOST_KEYS_A_REQUEST):
            rows |= self._some_rows(task_ids[start : start + MOST_KEYS_A_REQUEST])
        return rows

    def _some_rows(self, task_ids: Sequence[str]) -> dict[str, Task]:
        """Unprocessed keys are asked for again; each round brings some, or botocore raises."""
        rows: dict[str, Task] = {}
        asked: Mapping[str, KeysAndAttributesTypeDef | KeysAndAttributesOutputTypeDef]
        keys = [{"task_id": {"S": task_id}} for task_id in task_ids]
        asked = {self._table: {"Keys": keys, "ConsistentRead": True}}
        while asked:
            answer = self._client.batch_get_item(RequestItems=asked)
            found = [task_from_item(item) for item in answer["Responses"].get(self._table, [])]
            rows |= {row.task_id: row for row in found}
            asked = answer.get("UnprocessedKeys", {})
        return rows


class _Walk:
    """Goes along the index entries, as far as one page may look."""

    def __init__(self, entries: Iterator[Item], narrowed: TaskFilter) -> None:
        self._entries = entries
        self._narrowed = narrowed
        self._left = MOST_KEYS_LOOKED_AT
        self._last: str | None = None

    def take(self, count: int) -> list[str]:
        """The next so many ids that may belong on the page."""
        taken: list[str] = []
        while len(taken) < count and self._left and (entry := next(self._entries, None)):
            self._left -= 1
            self._last = entry["task_id"]["S"]
            if self._may_match(entry):
                taken.append(self._last)
        return taken

    def cursor(self) -> str | None:
        """Where the next page goes on; None at the end."""
        return self._last if next(self._entries, None) else None

    def _may_match(self, entry: Item) -> bool:
        """By what the index knows; the rest is seen on the row."""
        task_type, priority = entry.get("task_type"), entry.get("priority")
        wanted_type, wanted_priority = self._narrowed.task_type, self._narrowed.priority
        return not (
            (task_type and wanted_type and task_type["S"] != wanted_type)
            or (priority and wanted_priority and int(priority["N"]) != wanted_priority)
        )


def _partitions(narrowed: TaskFilter) -> list[_Partition]:
    if narrowed.parent_id is not None:
        return [_Partition("by_parent", "parent_id", narrowed.parent_id)]
    group = f"#{group_of(narrowed.status)}" if narrowed.status else ""
    suffix = "_group" if group else ""
    if narrowed.owner_id is not None:
        attribute = "owner_group" if group else "owner_id"
        return [_Partition(f"by_owner{suffix}", attribute, narrowed.owner_id + group)]
    return [_Partition(f"by_shard{suffix}", f"shard{suffix}", f"{shard}{group}") for shard in range(SHARDS)]


def _bounds(narrowed: TaskFilter, cursor: str | None) -> tuple[str, str]:
    """Ids sort by time: the lowest that is wanted, and the first that is not any more."""
    low = ulid(narrowed.created_after, 0) if narrowed.created_after else _LOWEST
    before = ulid(narrowed.created_before, 0) if narrowed.created_before else _HIGHEST
    return low, min(before, cursor or _HIGHEST)


def _gone(row: Task, now: datetime) -> bool:
    return row.expires_at is not None and row.expires_at <= now
