"""Creating tasks, with and without an idempotency key."""

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.domain.errors import IdempotencyInProgressError, TaskFailedError
from chalicelib.domain.lifecycle import failed
from chalicelib.domain.ports.tasks import IdempotencyEntry
from chalicelib.domain.task import Progress, Task, TaskError
from tests.contract.example_tasks import claim_now, example_task, stored, stored_task
from tests.contract.worlds import World
from tests.fakes.clock import NOON

DAY = timedelta(hours=24)


def entry_for(task: Task, key: str = "ada#order-1", fingerprint: str = "abc") -> IdempotencyEntry:
    return IdempotencyEntry(key, task.task_id, fingerprint, task.created_at + DAY)


def test_a_new_task_is_read_back_as_it_was(world: World) -> None:
    task = stored_task(world.tasks)
    assert world.tasks.get(task.task_id) == task


def test_every_field_is_read_back_as_it_was(world: World) -> None:
    moments: dict[str, Any] = {
        name: NOON + timedelta(minutes=minute, milliseconds=minute)
        for minute, name in enumerate(
            ("run_at", "start_by", "cancel_after", "lease_expires_at", "wake_at", "started_at", "finished_at")
        )
    }
    task = example_task(
        request=None,
        request_ref="payloads/x/request.json",
        request_bytes=123456,
        parent_id="01JDPARENT0000000000000000",
        task_system="direct",
        run=2,
        attempt=3,
        fence=7,
        checkpoint={"chunk": 4},
        progress=Progress(1, 3, "写作"),
        result={"article": {"title": "Ü"}},
        result_ref="payloads/x/result-7.json",
        result_bytes=99,
        error=TaskError("provider_unavailable", "later", retryable=True),
        expires_at=NOON + timedelta(days=30),
        **moments,
    )
    task = task.note("retrying", at=NOON, message="later")
    world.tasks.create(task, now=NOON)
    assert world.tasks.get(task.task_id) == task


def test_an_unknown_task_is_none(world: World) -> None:
    assert world.tasks.get("01JDZZZZZZZZZZZZZZZZZZZZZZ") is None


def test_creating_a_task_again_changes_nothing(world: World) -> None:
    task = stored_task(world.tasks)
    claimed = claim_now(world.tasks, task, world.clock)
    world.tasks.create(task, now=NOON)
    assert world.tasks.get(task.task_id) == claimed


def test_the_entry_of_an_idempotency_key_is_stored_with_its_task(world: World) -> None:
    task = example_task()
    entry = entry_for(task)
    world.tasks.create(task, idempotency=entry, now=NOON)
    assert world.tasks.get(task.task_id) == task
    assert world.tasks.idempotency_entry(entry.key, now=NOON) == entry


def test_a_taken_idempotency_key_stores_no_second_task(world: World) -> None:
    first, second = example_task(), example_task()
    world.tasks.create(first, idempotency=entry_for(first), now=NOON)
    with pytest.raises(IdempotencyInProgressError):
        world.tasks.create(second, idempotency=entry_for(second), now=NOON)
    assert world.tasks.get(second.task_id) is None
    assert world.tasks.idempotency_entry("ada#order-1", now=NOON) == entry_for(first)


def test_two_keys_do_not_meet(world: World) -> None:
    first, second = example_task(), example_task()
    world.tasks.create(first, idempotency=entry_for(first, "ada#1"), now=NOON)
    world.tasks.create(second, idempotency=entry_for(second, "bob#1"), now=NOON)
    assert world.tasks.get(second.task_id) == second


def test_an_unknown_idempotency_key_has_no_entry(world: World) -> None:
    assert world.tasks.idempotency_entry("ada#unknown", now=NOON) is None


def test_an_expired_idempotency_key_is_free_again(world: World) -> None:
    first, later = example_task(), NOON + DAY
    world.tasks.create(first, idempotency=entry_for(first), now=NOON)
    assert world.tasks.idempotency_entry("ada#order-1", now=later) is None
    second = example_task(later)
    world.tasks.create(second, idempotency=entry_for(second), now=later)
    assert world.tasks.idempotency_entry("ada#order-1", now=later) == entry_for(second)


def test_an_idempotency_key_holds_until_its_last_millisecond(world: World) -> None:
    first, almost = example_task(), NOON + DAY - timedelta(milliseconds=1)
    world.tasks.create(first, idempotency=entry_for(first), now=NOON)
    assert world.tasks.idempotency_entry("ada#order-1", now=almost) is not None
    second = example_task(almost)
    with pytest.raises(IdempotencyInProgressError):
        world.tasks.create(second, idempotency=entry_for(second), now=almost)


def test_an_ended_task_keeps_its_reason(world: World) -> None:
    task = claim_now(world.tasks, stored_task(world.tasks), world.clock)
    ended = failed(task, TaskFailedError("no such source"), world.clock.advance(5))
    world.tasks.save(task, ended)
    assert stored(world.tasks, task.task_id) == ended
