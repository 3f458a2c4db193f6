"""What DynamoDB does on its bad days, and what must not be taken for something else."""

from datetime import timedelta
from typing import Any

import pytest
from botocore.exceptions import ClientError

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.domain.errors import (
    ConflictError,
    IdempotencyInProgressError,
    NotClaimableError,
    StaleTaskError,
)
from chalicelib.domain.lifecycle import cancelled, reopened, succeeded
from chalicelib.domain.ports.tasks import IdempotencyEntry, TaskFilter
from chalicelib.domain.task import Event
from tests.contract.aws import PREFIX, changed_answers, client_error, failing, recorded_calls
from tests.contract.example_tasks import LEASE, claim_now, example_record, example_task, stored_task
from tests.contract.worlds import World
from tests.fakes.clock import NOON

CONFLICT = client_error("TransactionConflictException", "UpdateItem")
THROTTLED = client_error("ProvisionedThroughputExceededException", "any")


def cancelled_transaction(*reasons: str) -> ClientError:
    return client_error("TransactionCanceledException", "TransactWriteItems", reasons=reasons)


def item_of(aws: AwsClients, task_id: str) -> dict[str, Any]:
    found = aws.dynamodb().get_item(TableName=f"{PREFIX}-tasks", Key={"task_id": {"S": task_id}})
    return dict(found["Item"])


def test_rows_that_did_not_fit_into_one_answer_are_asked_for_again(aws_world: World, aws: AwsClients) -> None:
    tasks = [stored_task(aws_world.tasks, NOON + timedelta(seconds=n)) for n in range(5)][::-1]

    def only_half(parsed: dict[str, Any]) -> None:
        rows = parsed["Responses"][f"{PREFIX}-tasks"]
        left = [{"task_id": row["task_id"]} for row in rows[2:]]
        parsed["Responses"][f"{PREFIX}-tasks"] = rows[:2]
        parsed["UnprocessedKeys"] = {f"{PREFIX}-tasks": {"Keys": left}}

    with changed_answers(aws, "BatchGetItem", only_half):
        assert list(aws_world.tasks.list(TaskFilter(), limit=10).items) == tasks


def test_events_that_were_not_written_are_written_again(aws_world: World, aws: AwsClients) -> None:
    task = example_task()
    events = [Event(seq, NOON, "progress", task.status) for seq in range(1, 4)]

    def none_written(parsed: dict[str, Any]) -> None:
        puts = [{"PutRequest": {"Item": {"task_id": {"S": task.task_id}, "seq": {"N": "9"}}}}]
        parsed["UnprocessedItems"] = {f"{PREFIX}-task-events": puts}

    with changed_answers(aws, "BatchWriteItem", none_written), recorded_calls(aws) as calls:
        aws_world.events.append([(task, event) for event in events])
    assert calls == ["BatchWriteItem", "BatchWriteItem"]


def test_a_heartbeat_in_the_way_of_the_end_only_delays_it(aws_world: World, aws: AwsClients) -> None:
    taken = claim_now(aws_world.tasks, stored_task(aws_world.tasks), aws_world.clock)
    ended = succeeded(taken, {}, now=NOON, result_bytes=2, result_ref=None)
    conflict = cancelled_transaction("TransactionConflict", "None")
    with failing(aws, "TransactWriteItems", conflict, conflict):
        aws_world.tasks.save(taken, ended, records=(example_record(),))
    assert aws_world.tasks.get(taken.task_id) == ended


def test_a_row_in_somebody_elses_transaction_is_neither_claimed_nor_written(aws_world: World, aws: AwsClients) -> None:
    task = stored_task(aws_world.tasks)
    with failing(aws, "UpdateItem", CONFLICT), pytest.raises(NotClaimableError):
        claim_now(aws_world.tasks, task, aws_world.clock)
    with failing(aws, "UpdateItem", CONFLICT), pytest.raises(StaleTaskError):
        aws_world.tasks.save(task, cancelled(task, NOON))


def test_an_idempotency_key_that_is_being_taken_right_now_is_in_progress(aws_world: World, aws: AwsClients) -> None:
    task = example_task()
    entry = IdempotencyEntry("ada#1", task.task_id, "abc", NOON + timedelta(hours=24))
    error = cancelled_transaction("None", "TransactionConflict")
    with failing(aws, "TransactWriteItems", error), pytest.raises(IdempotencyInProgressError):
        aws_world.tasks.create(task, idempotency=entry, now=NOON)


def test_throttling_is_not_taken_for_a_lost_race(aws_world: World, aws: AwsClients) -> None:
    task = stored_task(aws_world.tasks)
    taken = claim_now(aws_world.tasks, stored_task(aws_world.tasks), aws_world.clock)
    entry = IdempotencyEntry("ada#1", task.task_id, "abc", NOON + timedelta(hours=24))
    throttled = cancelled_transaction("ThrottlingError", "None")
    with failing(aws, "UpdateItem", THROTTLED), pytest.raises(ClientError):
        claim_now(aws_world.tasks, task, aws_world.clock)
    with failing(aws, "UpdateItem", THROTTLED), pytest.raises(ClientError):
        aws_world.tasks.save(task, cancelled(task, NOON))
    with failing(aws, "UpdateItem", THROTTLED), pytest.raises(ClientError):
        aws_world.tasks.extend_lease(taken, lease_expires_at=NOON + LEASE, wake_at=NOON + LEASE)
    with failing(aws, "DeleteItem", THROTTLED), pytest.raises(ClientError):
        aws_world.tasks.delete(task)
    with failing(aws, "PutItem", THROTTLED), pytest.raises(ClientError):
        aws_world.tasks.create(example_task(), now=NOON)
    with failing(aws, "TransactWriteItems", throttled), pytest.raises(ClientError):
        aws_world.tasks.save(taken, cancelled(taken, NOON), records=(example_record(),))
    with failing(aws, "TransactWriteItems", throttled), pytest.raises(ClientError):
        aws_world.tasks.create(example_task(), idempotency=entry, now=NOON)


def test_throttling_of_records_is_not_taken_for_a_conflict(aws_world: World, aws: AwsClients) -> None:
    record = example_record()
    with failing(aws, "PutItem", THROTTLED), pytest.raises(ClientError):
        aws_world.records.create(record)
    with failing(aws, "PutItem", THROTTLED), pytest.raises(ClientError):
        aws_world.records.update(record, record)
    aws_world.records.create(record)
    with failing(aws, "PutItem", CONFLICT), pytest.raises(ConflictError):
        aws_world.records.update(record, record)


def test_a_finished_row_goes_a_week_after_its_retention_and_an_open_one_never(
    aws_world: World, aws: AwsClients
) -> None:
    task = stored_task(aws_world.tasks)
    assert "purge_at" not in item_of(aws, task.task_id)
    ended = cancelled(task, NOON)
    aws_world.tasks.save(task, ended)
    assert ended.expires_at is not None
    purge_at = int((ended.expires_at + timedelta(days=7)).timestamp())
    assert item_of(aws, task.task_id)["purge_at"] == {"N": str(purge_at)}
    aws_world.tasks.save(ended, reopened(ended, NOON))
    assert "purge_at" not in item_of(aws, task.task_id)


def test_events_never_go_before_their_task(aws_world: World, aws: AwsClients) -> None:
    task = example_task(run_at=NOON + timedelta(days=100))
    taken = claim_now(aws_world.tasks, stored_task(aws_world.tasks), aws_world.clock)
    ended = cancelled(taken, NOON)
    events = [(row, row.last_event) for row in (task, ended) if row.last_event]
    aws_world.events.append(events)
    items = aws.dynamodb().scan(TableName=f"{PREFIX}-task-events")["Items"]
    purged = {str(item["task_id"]["S"]): int(item["purge_at"]["N"]) for item in items}
    assert ended.expires_at is not None
    assert purged[ended.task_id] == int((ended.expires_at + timedelta(days=7)).timestamp())
    assert purged[task.task_id] > int((NOON + timedelta(days=100 + 30 + 7)).timestamp())
