"""Write request units of tasks and their events, as AWS counts them, from the stream of the table.

A write costs a unit for each kibibyte of the larger of the two items, twice that in a transaction; and one for each
entry of an index that it puts, changes or removes.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from typing import Any

from tests.e2e.local_cloud import Platform

Item = dict[str, Any]
KIBIBYTE = 1024
IN_A_TRANSACTION = 2
ENDS_OF_UNITS = ("succeeded", "unit_ended")


def write_units(platform: Platform, task_ids: Collection[str]) -> int:
    table = platform.aws("dynamodb").describe_table(TableName=platform.table("tasks").name)["Table"]
    indexes = [_attributes(index) for index in table["GlobalSecondaryIndexes"]]
    return sum(
        _units_of_table(old, new) + sum(_units_of_index(keys, rest, old, new) for keys, rest in indexes)
        for old, new in _changes(platform, table["LatestStreamArn"])
        if new.get("task_id", {}).get("S") in task_ids
    )


def event_units(platform: Platform, task_ids: Collection[str]) -> int:
    """One for each event: they are small, and their table has no index."""
    pages = platform.aws("dynamodb").get_paginator("scan").paginate(TableName=platform.table("task-events").name)
    return sum(item["task_id"]["S"] in task_ids for page in pages for item in page["Items"])


def _changes(platform: Platform, stream: str) -> Iterator[tuple[Item, Item]]:
    """Images before and after; an empty one where there was none."""
    client = platform.aws("dynamodbstreams")
    for shard in client.describe_stream(StreamArn=stream)["StreamDescription"]["Shards"]:
        place = client.get_shard_iterator(StreamArn=stream, ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON")[
            "ShardIterator"
        ]
        while place:
            answer = client.get_records(ShardIterator=place)
            for record in answer["Records"]:
                yield record["dynamodb"].get("OldImage", {}), record["dynamodb"].get("NewImage", {})
            place = answer.get("NextShardIterator") if answer["Records"] else None


def _units_of_table(old: Item, new: Item) -> int:
    units = math.ceil(max(_bytes(old), _bytes(new)) / KIBIBYTE)
    moved = old.get("seq") != new.get("seq")
    counted = "parent_id" in new or new["event_kind"]["S"] == "unit_ended"
    together = bool(old) and moved and counted and new["event_kind"]["S"] in ENDS_OF_UNITS
    return units * (IN_A_TRANSACTION if together else 1)


def _bytes(image: Item) -> float:
    """Names and values; a number takes about one byte for two digits and one more (AWS, "Item sizes and formats")."""
    return sum(len(name.encode()) + sum(map(_value_bytes, value, value.values())) for name, value in image.items())


def _value_bytes(kind: str, value: Any) -> float:
    if kind == "N":
        return len(value) / 2 + 1
    return float(sum(len(text.encode()) for text in ([value] if kind == "S" else value)))


def _attributes(index: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The names of an index's keys, and of what else it holds."""
    return [key["AttributeName"] for key in index["KeySchema"]], index["Projection"].get("NonKeyAttributes", [])


def _units_of_index(keys: list[str], rest: list[str], old: Item, new: Item) -> int:
    before, after = _entry(keys, rest, old), _entry(keys, rest, new)
    if before == after:
        return 0
    moved = before and after and [before[key] for key in keys] != [after[key] for key in keys]
    return 2 if moved else 1


def _entry(keys: list[str], rest: list[str], image: Item) -> Item:
    """Empty when the item is not in the index."""
    return {name: image.get(name) for name in (*keys, *rest)} if all(key in image for key in keys) else {}
