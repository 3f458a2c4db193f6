"""Saving and deleting tasks: only what is still as it was read."""

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.domain.errors import StaleTaskError, TaskFailedError
from chalicelib.domain.lifecycle import cancelled, failed, progressed, reopened, succeeded
from chalicelib.domain.task import Progress, Status, Task
from tests.contract.aws import PREFIX
from tests.contract.example_tasks import LEASE, claim_now, example_record, example_task, stored, stored_task
from tests.contract.worlds import World
from tests.fakes.clock import NOON


def done(task: Task) -> Task:
    return succeeded(task, {"words": 7}, now=NOON, result_bytes=11, result_ref=None)


def test_a_saved_task_is_read_back_as_it_is(world: World) -> None:
    taken = claim_now(world.tasks, stored_task(world.tasks), world.clock)
    world.tasks.save(taken, done(taken))
    assert world.tasks.get(taken.task_id) == done(taken)


def test_a_whole_life_is_read_back_step_by_step(world: World) -> None:
    task = stored_task(world.tasks)
    taken = claim_now(world.tasks, task, world.clock)
    written = progressed(taken, Progress(1, 3, "outline"), world.clock.advance(1))
    ended = failed(written, TaskFailedError("no"), world.clock.advance(1))
    again = reopened(ended, world.clock.advance(60))
    for before, after in ((taken, written), (written, ended), (ended, again)):
        world.tasks.save(before, after)
        assert world.tasks.get(task.task_id) == after
    assert claim_now(world.tasks, again, world.clock).run == 2


@pytest.mark.parametrize(("seq", "fence"), [(0, 0), (1, -1)])
def test_a_writer_with_an_older_row_is_refused(world: World, seq: int, fence: int) -> None:
    task = stored_task(world.tasks)
    old = replace(task, seq=seq, fence=fence)
    with pytest.raises(StaleTaskError):
        world.tasks.save(old, cancelled(task, NOON))
    assert world.tasks.get(task.task_id) == task


def test_of_two_writers_with_the_same_past_only_one_gets_its_future(world: World) -> None:
    taken = claim_now(world.tasks, stored_task(world.tasks), world.clock)
    world.tasks.save(taken, cancelled(taken, NOON))
    with pytest.raises(StaleTaskError):
        world.tasks.save(taken, done(taken))
    assert stored(world.tasks, taken.task_id).status is Status.CANCELLED


def test_a_row_that_is_gone_is_not_written_again(world: World) -> None:
    task = example_task()
    with pytest.raises(StaleTaskError):
        world.tasks.save(task, cancelled(task, NOON))
    assert world.tasks.get(task.task_id) is None


def test_a_lease_extended_meanwhile_stays_extended(world: World) -> None:
    taken = claim_now(world.tasks, stored_task(world.tasks), world.clock)
    later = NOON + 2 * LEASE
    world.tasks.extend_lease(taken, lease_expires_at=later, wake_at=later)
    world.tasks.save(taken, progressed(taken, Progress(1, 2, "x"), NOON))
    row = stored(world.tasks, taken.task_id)
    assert (row.lease_expires_at, row.wake_at, row.progress.done) == (later, later, 1)


def test_progress_that_was_kept_back_comes_with_the_next_write(world: World) -> None:
    taken = claim_now(world.tasks, stored_task(world.tasks), world.clock)
    kept_back = replace(taken, progress=Progress(2, 3, "draft"))
    ended = cancelled(kept_back, NOON)
    world.tasks.save(kept_back, ended)
    assert world.tasks.get(taken.task_id) == ended


def test_a_later_wake_time_makes_no_event(world: World) -> None:
    task = stored_task(world.tasks)
    later = replace(task, wake_at=NOON + timedelta(hours=1))
    world.tasks.save(task, later)
    assert world.tasks.get(task.task_id) == later


def test_records_are_stored_with_the_end_of_the_task(world: World) -> None:
    taken = claim_now(world.tasks, stored_task(world.tasks), world.clock)
    content, entry = example_record(), example_record("p1", kind="pool_entry", state="pending")
    world.tasks.save(taken, done(taken), records=(content, entry))
    assert world.tasks.get(taken.task_id) == done(taken)
    assert world.records.get("content", "c1") == content
    assert world.records.get("pool_entry", "p1") == entry


def test_a_refused_end_stores_no_record(world: World) -> None:
    taken = claim_now(world.tasks, stored_task(world.tasks), world.clock)
    world.tasks.save(taken, cancelled(taken, NOON))
    with pytest.raises(StaleTaskError):
        world.tasks.save(taken, done(taken), records=(example_record(),))
    assert world.records.get("content", "c1") is None


def test_a_record_that_an_earlier_attempt_left_is_replaced(world: World) -> None:
    taken = claim_now(world.tasks, stored_task(world.tasks), world.clock)
    world.records.create(example_record(state="archived"))
    world.tasks.save(taken, done(taken), records=(example_record(),))
    assert world.records.get("content", "c1") == example_record()


def test_a_deleted_task_is_gone(world: World) -> None:
    task = stored_task(world.tasks)
    world.tasks.delete(task)
    assert world.tasks.get(task.task_id) is None


def test_a_task_that_moved_on_is_not_deleted(world: World) -> None:
    task = stored_task(world.tasks)
    taken = claim_now(world.tasks, task, world.clock)
    with pytest.raises(StaleTaskError):
        world.tasks.delete(task)
    assert world.tasks.get(task.task_id) == taken


def test_a_task_is_not_deleted_twice(world: World) -> None:
    task = stored_task(world.tasks)
    world.tasks.delete(task)
    with pytest.raises(StaleTaskError):
        world.tasks.delete(task)


def test_progress_may_lose_its_step(world: World) -> None:
    task = stored_task(world.tasks)
    named = task.note("progress", at=NOON, progress=Progress(1, 2, "writing"))
    nameless = named.note("progress", at=NOON, progress=Progress(2, 2))
    world.tasks.save(task, named)
    world.tasks.save(named, nameless)
    assert world.tasks.get(task.task_id) == nameless


def test_no_row_has_an_empty_text(aws_world: World, aws: AwsClients) -> None:
    """DynamoDB Local refuses one."""
    task = stored_task(aws_world.tasks)
    found = aws.dynamodb().get_item(TableName=f"{PREFIX}-tasks", Key={"task_id": {"S": task.task_id}})
    assert {"S": ""} not in found["Item"].values()
