"""Tasks in DynamoDB: every write is one conditional request."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from chalicelib.adapters.aws_errors import (
    CONDITION_FAILED,
    cancellation_reasons,
    code_of,
    lost_the_race,
)
from chalicelib.adapters.dynamodb_record_rows import record_to_item
from chalicelib.adapters.dynamodb_task_lists import DynamoDbTaskLists
from chalicelib.adapters.dynamodb_task_rows import task_from_item
from chalicelib.adapters.dynamodb_task_writes import (
    claim_update,
    create_put,
    difference_update,
    idempotency_from_item,
    idempotency_put,
    lease_update,
    unchanged_delete,
)
from chalicelib.domain.errors import IdempotencyInProgressError, NotClaimableError, StaleTaskError
from chalicelib.domain.ports.platform import Clock
from chalicelib.domain.ports.tasks import IdempotencyEntry, TaskFilter, TaskPage
from chalicelib.domain.record import Record
from chalicelib.domain.task import Task

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import PutTypeDef, TransactWriteItemTypeDef

TRANSACTION_TRIES = 3


@dataclass(frozen=True)
class TaskTables:
    tasks: str
    idempotency: str
    records: str


class DynamoDbTaskStore:
    def __init__(self, client: "DynamoDBClient", tables: TaskTables, clock: Clock) -> None:
        self._client = client
        self._tables = tables
        self._lists = DynamoDbTaskLists(client, tables.tasks, clock)

    def create(self, task: Task, *, idempotency: IdempotencyEntry | None = None, now: datetime) -> None:
        put = create_put(self._tables.tasks, task)
        if idempotency is None:
            self._create_alone(put)
        else:
            entry = idempotency_put(self._tables.idempotency, idempotency, now)
            self._create_with_entry([{"Put": put}, {"Put": entry}])

    def idempotency_entry(self, key: str, *, now: datetime) -> IdempotencyEntry | None:
        found = self._client.get_item(
            TableName=self._tables.idempotency, Key={"idempotency_key": {"S": key}}, ConsistentRead=True
        )
        entry = idempotency_from_item(found["Item"]) if "Item" in found else None
        return entry if entry is not None and entry.expires_at > now else None

    def get(self, task_id: str) -> Task | None:
        found = self._client.get_item(
            TableName=self._tables.tasks, Key={"task_id": {"S": task_id}}, ConsistentRead=True
        )
        return task_from_item(found["Item"]) if "Item" in found else None

    def claim(self, task_id: str, *, now: datetime, lease_expires_at: datetime) -> Task:
        update = claim_update(self._tables.tasks, task_id, now=now, lease_expires_at=lease_expires_at)
        try:
            return task_from_item(self._client.update_item(**update, ReturnValues="ALL_NEW")["Attributes"])
        except ClientError as error:
            if lost_the_race(error):
                raise NotClaimableError(task_id) from error
            raise

    def extend_lease(self, task: Task, *, lease_expires_at: datetime, wake_at: datetime) -> None:
        update = lease_update(self._tables.tasks, task, lease_expires_at=lease_expires_at, wake_at=wake_at)
        try:
            self._client.update_item(**update)
        except ClientError as error:
            raise _stale(error, task) from error

    def save(self, before: Task, after: Task, *, records: Sequence[Record] = ()) -> None:
        update = difference_update(self._tables.tasks, before, after)
        if records:
            puts = [self._record_put(record) for record in records]
            self._save_all([{"Update": update}, *puts], before)
            return
        try:
            self._client.update_item(**update)
        except ClientError as error:
            raise _stale(error, before) from error

    def delete(self, task: Task) -> None:
        try:
            self._client.delete_item(**unchanged_delete(self._tables.tasks, task))
        except ClientError as error:
            raise _stale(error, task) from error

    def list(self, narrowed: TaskFilter, *, limit: int, cursor: str | None = None) -> TaskPage:
        return self._lists.list(narrowed, limit=limit, cursor=cursor)

    def due(self, lane: str, *, now: datetime, limit: int) -> Sequence[str]:
        return self._lists.due(lane, now=now, limit=limit)

    def _create_alone(self, put: "PutTypeDef") -> None:
        """Ids are unique, so a row that is there already was put by this very request, whose first answer was lost."""
        try:
            self._client.put_item(**put)
        except ClientError as error:
            if code_of(error) != CONDITION_FAILED:
                raise

    def _create_with_entry(self, writes: "Sequence[TransactWriteItemTypeDef]") -> None:
        try:
            self._client.transact_write_items(TransactItems=writes)
        except ClientError as error:
            if cancellation_reasons(error)[1:] in (["ConditionalCheckFailed"], ["TransactionConflict"]):
                raise IdempotencyInProgressError("another request with this key came first") from error
            raise

    def _record_put(self, record: Record) -> "TransactWriteItemTypeDef":
        return {"Put": {"TableName": self._tables.records, "Item": record_to_item(record)}}

    def _save_all(self, writes: "Sequence[TransactWriteItemTypeDef]", before: Task) -> None:
        """All or nothing. A heartbeat that is writing the row right now cancels the transaction: then once more."""
        for tries_left in reversed(range(TRANSACTION_TRIES)):
            try:
                self._client.transact_write_items(TransactItems=writes)
            except ClientError as error:
                reasons = cancellation_reasons(error)
                if "ConditionalCheckFailed" in reasons:
                    raise StaleTaskError(before.task_id) from error
                if "TransactionConflict" not in reasons or not tries_left:
                    raise
            else:
                return


def _stale(error: ClientError, task: Task) -> Exception:
    """What to raise instead; an error that says nothing about the row stays as it is."""
    return StaleTaskError(task.task_id) if lost_the_race(error) else error
