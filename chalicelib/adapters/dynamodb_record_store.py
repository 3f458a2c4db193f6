"""Records in DynamoDB: one table, three indexes to list them by."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from chalicelib.adapters.aws_errors import CONDITION_FAILED, code_of, lost_the_race
from chalicelib.adapters.dynamodb_record_rows import Item, record_from_item, record_key, record_to_item, sort_key
from chalicelib.domain.errors import ConflictError, InvalidCursorError, RecordExistsError
from chalicelib.domain.record import Record, RecordPage, RecordQuery

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

LEAST_LOOKED_AT = 100
MOST_READS_A_PAGE = 5
_CURSOR = re.compile(r"\d{15}#.+")
_HIGHEST = "9" * 16


class DynamoDbRecordStore:
    def __init__(self, client: "DynamoDBClient", table: str) -> None:
        self._client = client
        self._table = table

    def get(self, kind: str, record_id: str) -> Record | None:
        found = self._client.get_item(TableName=self._table, Key=record_key(kind, record_id), ConsistentRead=True)
        return record_from_item(found["Item"]) if "Item" in found else None

    def create(self, record: Record) -> None:
        try:
            self._client.put_item(
                TableName=self._table,
                Item=record_to_item(record),
                ConditionExpression="attribute_not_exists(#record_id)",
                ExpressionAttributeNames={"#record_id": "record_id"},
            )
        except ClientError as error:
            if code_of(error) != CONDITION_FAILED:
                raise
            raise RecordExistsError(f"{record.kind} {record.id} exists already") from error

    def update(self, before: Record, after: Record) -> None:
        try:
            self._client.put_item(
                TableName=self._table,
                Item=record_to_item(after),
                ConditionExpression="#version = :seen",
                ExpressionAttributeNames={"#version": "version"},
                ExpressionAttributeValues={":seen": {"N": str(before.version)}},
            )
        except ClientError as error:
            if not lost_the_race(error):
                raise
            raise ConflictError(f"{before.kind} {before.id} was changed meanwhile") from error

    def delete(self, record: Record) -> None:
        self._client.delete_item(TableName=self._table, Key=record_key(record.kind, record.id))

    def list(self, query: RecordQuery) -> RecordPage:
        """Newest first. The cursor is the sort key of the last record looked at."""
        if query.cursor is not None and not _CURSOR.fullmatch(query.cursor):
            raise InvalidCursorError("not a cursor of this list")
        found, last, more = list[Record](), query.cursor, True
        for _ in range(MOST_READS_A_PAGE):
            looked_at, more = self._read(query, last)
            for record in looked_at:
                if len(found) == query.limit:
                    return RecordPage(tuple(found), last)
                last = sort_key(record)
                found += [record] if _matches(record, query) else []
            if not more:
                break
        return RecordPage(tuple(found), last if more else None)

    def _read(self, query: RecordQuery, cursor: str | None) -> tuple[Sequence[Record], bool]:
        """The next records of the partition, and whether there may be more."""
        index, attribute, value = _partition(query)
        answer = self._client.query(
            TableName=self._table,
            IndexName=index,
            KeyConditionExpression="#partition = :value AND #sort_key < :cursor",
            ExpressionAttributeNames={"#partition": attribute, "#sort_key": "sort_key"},
            ExpressionAttributeValues={":value": {"S": value}, ":cursor": {"S": cursor or _HIGHEST}},
            ScanIndexForward=False,
            Limit=max(query.limit + 1, LEAST_LOOKED_AT) if query.state else query.limit + 1,
        )
        items: list[Item] = answer["Items"]
        return [record_from_item(item) for item in items], "LastEvaluatedKey" in answer


def _partition(query: RecordQuery) -> tuple[str, str, str]:
    if query.group is not None:
        return "by_group", "kind_group", f"{query.kind}#{query.group}"
    if query.owner_id is not None:
        return "by_owner", "kind_owner", f"{query.kind}#{query.owner_id}"
    return "by_kind", "kind", query.kind


def _matches(record: Record, query: RecordQuery) -> bool:
    return query.owner_id in (None, record.owner_id) and query.state in (None, record.state)
