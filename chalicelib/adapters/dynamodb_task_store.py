"""Tasks in DynamoDB: every write is one conditional request."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
    token_update,
    unchanged_delete,
    unit_ended_update,
    wake_update,
)
from chalicelib.adapters.dynamodb_transactions import ConditionsFailedError, DynamoDbTransactions
from chalicelib.domain.errors import IdempotencyInProgressError, NotClaimableError, StaleTaskError
from chalicelib.domain.ports.platform import Clock
from chalicelib.domain.ports.tasks import IdempotencyEntry, TaskFilter, TaskPage
from chalicelib.domain.record import Record
from chalicelib.domain.task import Status, Task

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import PutTypeDef, TransactWriteItemTypeDef


@dataclass(frozen=True)
class TaskTables:
    tasks: str
    idempotency: str
    records: str


class DynamoDbTaskStore:
    def __init__(self, client: "DynamoDBClient", tables: TaskTables, clock: Clock) -> None:
        self._client = client
        self._tables = tables
        self._transactions = DynamoDbTransactions(client, clock)
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

    def get_many(self, task_ids: Sequence[str]) -> dict[str, Task]:
        return self._lists.rows(task_ids)

    def claim(
        self,
        task_id: str,
        *,
        now: datetime,
        lease_expires_at: datetime,
        task_system: str = "sqs",
        task_token: str | None = None,
    ) -> Task:
        update = claim_update(
            (self._tables.tasks, task_id),
            now=now,
            lease_expires_at=lease_expires_at,
            task_system=task_system,
            task_token=task_token,
        )
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
        puts = [self._record_put(record) for record in records]
        if after.finished and not before.finished and after.parent_id:
            self._save_unit({"Update": update}, puts, after)
            return
        if records:
            self._save_all([{"Update": update}, *puts], after.task_id)
            return
        try:
            self._client.update_item(**update)
        except ClientError as error:
            raise _stale(error, before) from error

    def remember_token(self, task_id: str, task_token: str, *, wake_at: datetime | None = None) -> Task | None:
        try:
            update = token_update(self._tables.tasks, task_id, task_token)
            row = task_from_item(self._client.update_item(**update, ReturnValues="ALL_NEW")["Attributes"])
        except ClientError as error:
            if lost_the_race(error):
                return None
            raise
        idle = row.status is not Status.RUNNING and row.waiting_for is None
        if wake_at is not None and idle and row.wake_at is not None and row.wake_at > wake_at:
            return self._woken(row, wake_at)
        return row

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

    def _woken(self, row: Task, wake_at: datetime) -> Task:
        """A row that moved meanwhile has a wake time of its own."""
        try:
            self._client.update_item(**wake_update(self._tables.tasks, row, wake_at))
        except ClientError as error:
            if not lost_the_race(error):
                raise
            return row
        return replace(row, wake_at=wake_at)

    def _save_unit(
        self, update: "TransactWriteItemTypeDef", puts: "Sequence[TransactWriteItemTypeDef]", after: Task
    ) -> None:
        """Counted on the parent in the same step; a parent that has finished, or is gone, counts no more."""
        count: TransactWriteItemTypeDef = {"Update": unit_ended_update(self._tables.tasks, after)}
        try:
            self._transactions.write([update, count, *puts])
        except ConditionsFailedError as error:
            if error.positions != {1}:
                raise StaleTaskError(after.task_id) from error
            self._save_all([update, *puts], after.task_id)

    def _record_put(self, record: Record) -> "TransactWriteItemTypeDef":
        return {"Put": {"TableName": self._tables.records, "Item": record_to_item(record)}}

    def _save_all(self, writes: "Sequence[TransactWriteItemTypeDef]", task_id: str) -> None:
        try:
            self._transactions.write(writes)
        except ConditionsFailedError as error:
            raise StaleTaskError(task_id) from error


def _stale(error: ClientError, task: Task) -> Exception:
    """What to raise instead; an error that says nothing about the row stays as it is."""
    return StaleTaskError(task.task_id) if lost_the_race(error) else error
