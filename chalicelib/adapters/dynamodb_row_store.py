"""The rows of datasets in DynamoDB: one partition a dataset, in the order of their natural keys."""

import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from botocore.exceptions import ClientError

from chalicelib.adapters.aws_errors import CONDITION_FAILED, TRANSACTION_CANCELLED, code_of, lost_the_race
from chalicelib.adapters.epoch import from_milliseconds, to_milliseconds
from chalicelib.domain.ports.data_sync import DataRow, RowHead, RowPage, StoredRow
from chalicelib.domain.ports.platform import Clock

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

Item = dict[str, Any]
Entry = TypeVar("Entry")

READS_A_REQUEST = 100
WRITES_A_TRANSACTION = 25
MOST_TRANSACTION_BYTES = 3 * 1024 * 1024
REQUESTS_AT_ONCE = 4
TRIES = 10
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.05, 5.0
TRY_BY_ITSELF = (TRANSACTION_CANCELLED, "ValidationException")
"""One row of the transaction met a newer one or another writer; or an emulator takes fewer at once than AWS."""


class DynamoDbRowStore:
    """Writes are conditional, or a file that is synced at the same time could put an older row over a newer one.

    BatchWriteItem knows no conditions. Transactions cost twice its capacity and need one request for 25 rows as well;
    single conditional writes would cost no more capacity but 25 times the requests.
    """

    def __init__(self, client: "DynamoDBClient", table: str, clock: Clock, *, at_once: int = REQUESTS_AT_ONCE) -> None:
        self._client = client
        self._table = table
        self._clock = clock
        self._at_once = at_once

    def heads(self, dataset: str, keys: Sequence[str]) -> dict[str, RowHead]:
        with ThreadPoolExecutor(self._at_once) as pool:
            found = pool.map(lambda part: self._heads(dataset, part), _parts(keys, READS_A_REQUEST))
            return {key: head for part in found for key, head in part.items()}

    def put(self, dataset: str, rows: Sequence[DataRow]) -> Sequence[str]:
        written_at = to_milliseconds(self._clock.now())
        items = [_item(dataset, row, written_at) for row in rows]
        with ThreadPoolExecutor(self._at_once) as pool:
            refused = list(pool.map(self._put_together, _transactions(items)))
        return [key for keys in refused for key in keys]

    def page(self, dataset: str, *, prefix: str, limit: int, cursor: str | None) -> RowPage:
        names, values = {"#dataset": "dataset"}, {":dataset": {"S": dataset}}
        condition = "#dataset = :dataset"
        if prefix:
            names["#row_key"], values[":prefix"] = "row_key", {"S": prefix}
            condition += " AND begins_with(#row_key, :prefix)"
        asked: dict[str, Any] = {"ExclusiveStartKey": _key(dataset, cursor)} if cursor else {}
        answer = self._client.query(
            TableName=self._table,
            KeyConditionExpression=condition,
            ExpressionAttributeNames=names,
            ExpressionAttributeValues=values,
            Limit=limit,
            **asked,
        )
        rows = tuple(_stored(item) for item in answer["Items"])
        return RowPage(rows, rows[-1].key if rows and "LastEvaluatedKey" in answer else None)

    def _heads(self, dataset: str, keys: Sequence[str]) -> dict[str, RowHead]:
        found: dict[str, RowHead] = {}
        left: list[Any] = [_key(dataset, key) for key in keys]
        for pause in self._pauses():
            request: Any = {"Keys": left, "ConsistentRead": True, **_HEAD}
            answer: Any = self._client.batch_get_item(RequestItems={self._table: request})
            found |= {item["row_key"]["S"]: _head(item) for item in answer["Responses"].get(self._table, ())}
            left = answer.get("UnprocessedKeys", {}).get(self._table, {}).get("Keys", [])
            if not left:
                return found
            self._clock.sleep(pause)
        raise TimeoutError(f"{len(left)} rows were not read in {TRIES} tries")

    def _put_together(self, items: Sequence[Item]) -> list[str]:
        try:
            together: Any = [{"Put": self._conditional(item)} for item in items]
            self._client.transact_write_items(TransactItems=together)
        except ClientError as error:
            if code_of(error) not in TRY_BY_ITSELF:
                raise
            return [item["row_key"]["S"] for item in items if not self._put_alone(item)]
        return []

    def _put_alone(self, item: Item) -> bool:
        """Whether it is written; another writer's transaction on the same row is waited for."""
        for pause in self._pauses():
            try:
                self._client.put_item(**self._conditional(item))
            except ClientError as error:
                if not lost_the_race(error):
                    raise
                if code_of(error) == CONDITION_FAILED:
                    return False
                self._clock.sleep(pause)
                continue
            return True
        raise TimeoutError(f"a row was not written in {TRIES} tries")

    def _conditional(self, item: Item) -> Any:
        return {
            "TableName": self._table,
            "Item": item,
            "ConditionExpression": "attribute_not_exists(#row_key) OR #version <= :version",
            "ExpressionAttributeNames": {"#row_key": "row_key", "#version": "version"},
            "ExpressionAttributeValues": {":version": item["version"]},
        }

    @staticmethod
    def _pauses() -> Iterator[float]:
        for attempt in range(TRIES):
            yield min(FIRST_PAUSE_SECONDS * 2**attempt, LONGEST_PAUSE_SECONDS)


_HEAD = {
    "ProjectionExpression": "#row_key, #content_hash, #version, #written_by, #how",
    "ExpressionAttributeNames": {
        f"#{name}": name for name in ("row_key", "content_hash", "version", "written_by", "how")
    },
}


def _key(dataset: str, row_key: str) -> Item:
    return {"dataset": {"S": dataset}, "row_key": {"S": row_key}}


def _item(dataset: str, row: DataRow, written_at: int) -> Item:
    return {
        **_key(dataset, row.key),
        "values": {"S": json.dumps(row.values, ensure_ascii=False, separators=(",", ":"))},
        "content_hash": {"S": row.content_hash},
        "version": {"S": row.version},
        "written_by": {"S": row.written_by},
        "how": {"S": row.how},
        "file_id": {"S": row.file_id},
        "updated_at": {"N": str(written_at)},
    }


def _head(item: Item) -> RowHead:
    return RowHead(*(item[name]["S"] for name in ("content_hash", "version", "written_by", "how")))


def _stored(item: Item) -> StoredRow:
    return StoredRow(
        key=item["row_key"]["S"],
        values=json.loads(item["values"]["S"]),
        version=item["version"]["S"],
        file_id=item["file_id"]["S"],
        updated_at=from_milliseconds(int(item["updated_at"]["N"])),
    )


def _parts(entries: Sequence[Entry], size: int) -> Iterable[Sequence[Entry]]:
    return (entries[start : start + size] for start in range(0, len(entries), size))


def _transactions(items: Sequence[Item]) -> Iterator[list[Item]]:
    """At most 25 rows, and at most as many bytes as a request takes."""
    together: list[Item] = []
    size = 0
    for item in items:
        own = len(item["values"]["S"]) * 3
        if together and (len(together) == WRITES_A_TRANSACTION or size + own > MOST_TRANSACTION_BYTES):
            yield together
            together, size = [], 0
        together.append(item)
        size += own
    if together:
        yield together
