"""What each step costs: the AWS calls are counted, because they are the bill and most of the time."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.domain.lifecycle import succeeded
from chalicelib.domain.ports.tasks import IdempotencyEntry, TaskFilter
from chalicelib.domain.task import Status
from tests.contract.aws import recorded_calls
from tests.contract.example_tasks import LEASE, claim_now, example_record, example_task, stored_task
from tests.contract.worlds import World
from tests.fakes.clock import NOON


@pytest.fixture
def calls_of(aws: AwsClients) -> Callable[[Callable[[], object]], list[str]]:
    def count(step: Callable[[], object]) -> list[str]:
        with recorded_calls(aws) as calls:
            step()
        return calls

    return count


Counter = Callable[[Callable[[], object]], list[str]]


def test_a_submit_is_one_write_and_one_send(aws_world: World, calls_of: Counter) -> None:
    task = example_task()

    def submit() -> None:
        aws_world.tasks.create(task, now=NOON)
        aws_world.lanes.send(task.lane, task.task_id)

    assert calls_of(submit) == ["PutItem", "SendMessage"]


def test_an_idempotency_key_makes_the_write_a_transaction_and_no_more(aws_world: World, calls_of: Counter) -> None:
    task = example_task()
    entry = IdempotencyEntry("ada#1", task.task_id, "abc", NOON + timedelta(hours=24))
    calls = calls_of(lambda: aws_world.tasks.create(task, idempotency=entry, now=NOON))
    assert calls == ["TransactWriteItems"]


def test_a_claim_is_one_write_without_a_read(aws_world: World, calls_of: Counter) -> None:
    task = stored_task(aws_world.tasks)
    assert calls_of(lambda: claim_now(aws_world.tasks, task, aws_world.clock)) == ["UpdateItem"]


def test_a_heartbeat_is_one_write(aws_world: World, calls_of: Counter) -> None:
    taken = claim_now(aws_world.tasks, stored_task(aws_world.tasks), aws_world.clock)
    until = NOON + 2 * LEASE
    beat = calls_of(lambda: aws_world.tasks.extend_lease(taken, lease_expires_at=until, wake_at=until))
    assert beat == ["UpdateItem"]


def test_an_end_is_one_write_with_records_one_transaction(aws_world: World, calls_of: Counter) -> None:
    taken = claim_now(aws_world.tasks, stored_task(aws_world.tasks), aws_world.clock)
    other = claim_now(aws_world.tasks, stored_task(aws_world.tasks), aws_world.clock)
    ended = [succeeded(task, {}, now=NOON, result_bytes=2, result_ref=None) for task in (taken, other)]
    assert calls_of(lambda: aws_world.tasks.save(taken, ended[0])) == ["UpdateItem"]
    with_records = calls_of(lambda: aws_world.tasks.save(other, ended[1], records=(example_record(),)))
    assert with_records == ["TransactWriteItems"]


def test_a_status_is_one_read(aws_world: World, calls_of: Counter) -> None:
    task = stored_task(aws_world.tasks)
    assert calls_of(lambda: aws_world.tasks.get(task.task_id)) == ["GetItem"]


def test_events_are_one_read(aws_world: World, calls_of: Counter) -> None:
    assert calls_of(lambda: aws_world.events.list("01JD", after=0, limit=500)) == ["Query"]


@pytest.mark.parametrize(
    ("narrowed", "queries"),
    [
        (TaskFilter(owner_id="ada"), 1),
        (TaskFilter(owner_id="ada", status=Status.QUEUED), 1),
        (TaskFilter(owner_id="ada", task_type="content_generation", priority=5), 1),
        (TaskFilter(), 4),
        (TaskFilter(status=Status.QUEUED), 4),
        (TaskFilter(task_type="content_generation"), 4),
    ],
)
def test_a_page_is_at_most_five_reads_with_few_tasks_and_with_many(
    aws_world: World, calls_of: Counter, narrowed: TaskFilter, queries: int
) -> None:
    for number in range(100):
        stored_task(aws_world.tasks, NOON + timedelta(seconds=number))
    for limit in (1, 50):
        calls = calls_of(partial(aws_world.tasks.list, narrowed, limit=limit))
        assert calls == ["Query"] * queries + ["BatchGetItem"]


def test_what_is_due_is_one_read(aws_world: World, calls_of: Counter) -> None:
    assert calls_of(lambda: aws_world.tasks.due("generation-high", now=NOON, limit=200)) == ["Query"]
