"""Units of workflows in the store: tokens, and ends that are counted on the parent, once each."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.domain.errors import ProviderRejectedError, StaleTaskError
from chalicelib.domain.lifecycle import cancelled, failed, succeeded
from chalicelib.domain.task import Progress, Status, Task, WaitingFor
from chalicelib.domain.workflow_life import unit_ended
from chalicelib.domain.workflow_state import OpenReview, ReviewRecord, WorkflowState
from tests.contract.aws import client_error, failing, recorded_calls
from tests.contract.example_tasks import LEASE, claim_now, example_record, example_task, stored, stored_task
from tests.contract.worlds import World
from tests.fakes.clock import NOON

MINUTE = timedelta(minutes=1)


def stored_parent(world: World, **changes: Any) -> Task:
    """A workflow that waits for its units."""
    waiting: dict[str, Any] = {
        "status": Status.WAITING,
        "waiting_for": WaitingFor.UNITS,
        "workflow": WorkflowState(part=1),
    }
    parent = example_task().note("stage_started", at=NOON, **waiting, progress=Progress(0, 3, "speak"))
    parent = replace(parent, **changes)
    world.tasks.create(parent, now=NOON)
    return parent


def stored_unit(world: World, parent: Task, name: str = "speak/1") -> Task:
    return stored_task(world.tasks, parent_id=parent.task_id, parent_run=1, unit=name)


def done(task: Task, world: World) -> Task:
    return succeeded(task, {"said": 1}, now=world.clock.now(), result_bytes=10, result_ref=None)


def test_many_rows_are_read_at_once_and_the_missing_left_out(world: World) -> None:
    tasks = [stored_task(world.tasks, NOON + timedelta(seconds=n)) for n in range(120)]
    ids = [task.task_id for task in tasks]
    assert world.tasks.get_many([*ids, example_task().task_id]) == {task.task_id: task for task in tasks}
    assert world.tasks.get_many([]) == {}


def test_a_claim_remembers_the_token_beside_those_it_has(world: World) -> None:
    task = stored_task(world.tasks, task_tokens=("first",))
    lease = world.clock.now() + LEASE
    claimed = world.tasks.claim(
        task.task_id, now=world.clock.now(), lease_expires_at=lease, task_system="sqs", task_token="second"
    )
    assert set(claimed.task_tokens) == {"first", "second"}
    assert stored(world.tasks, task.task_id) == claimed


def test_a_token_is_remembered_once_and_makes_no_event(world: World) -> None:
    task = stored_task(world.tasks)
    for _ in range(2):
        row = world.tasks.remember_token(task.task_id, "token")
    assert row == stored(world.tasks, task.task_id) == replace(task, task_tokens=("token",))


@pytest.mark.parametrize("ended", [True, False])
def test_nobody_remembers_a_token_of_a_row_that_ended_or_is_not_there(world: World, ended: bool) -> None:
    task = stored_task(world.tasks) if ended else example_task()
    if ended:
        world.tasks.save(task, cancelled(task, world.clock.now(), "no more"))
    assert world.tasks.remember_token(task.task_id, "token", wake_at=NOON) is None


@pytest.mark.parametrize(
    ("changes", "sooner"),
    [
        ({"wake_at": NOON + 5 * MINUTE}, True),
        ({"wake_at": NOON + MINUTE / 2}, False),
        ({"wake_at": NOON + 5 * MINUTE, "status": Status.RUNNING, "lease_expires_at": NOON + LEASE}, False),
        ({"wake_at": NOON + 5 * MINUTE, "status": Status.WAITING, "waiting_for": WaitingFor.REVIEW}, False),
    ],
)
def test_a_token_wakes_a_row_that_idles_sooner_and_no_other(
    world: World, changes: dict[str, Any], sooner: bool
) -> None:
    task = stored_task(world.tasks, **changes)
    row = world.tasks.remember_token(task.task_id, "token", wake_at=NOON + MINUTE)
    assert row == stored(world.tasks, task.task_id)
    assert row is not None
    assert row.wake_at == (NOON + MINUTE if sooner else changes["wake_at"])


def test_a_units_end_is_counted_on_its_parent_as_an_event(world: World) -> None:
    parent = stored_parent(world)
    unit = claim_now(world.tasks, stored_unit(world, parent), world.clock)
    ended = done(unit, world)
    world.tasks.save(unit, ended)
    counted = stored(world.tasks, parent.task_id)
    assert counted == unit_ended(parent, ended, world.clock.now())
    assert counted.progress == Progress(1, 3, "speak", 0)


def test_a_unit_that_did_not_succeed_counts_as_failed(world: World) -> None:
    parent, now = stored_parent(world), world.clock.now()
    first, second = (claim_now(world.tasks, stored_unit(world, parent, name), world.clock) for name in ("a/1", "a/2"))
    world.tasks.save(first, cancelled(first, now, "no more"))
    world.tasks.save(second, failed(second, ProviderRejectedError("no"), now))
    assert stored(world.tasks, parent.task_id).progress == Progress(2, 3, "speak", 2)


def test_an_end_that_comes_twice_counts_once(world: World) -> None:
    parent = stored_parent(world)
    unit = claim_now(world.tasks, stored_unit(world, parent), world.clock)
    world.tasks.save(unit, done(unit, world))
    with pytest.raises(StaleTaskError):
        world.tasks.save(unit, done(unit, world))
    assert stored(world.tasks, parent.task_id).progress.done == 1


def test_a_unit_that_goes_on_is_not_counted(world: World) -> None:
    parent = stored_parent(world)
    unit = claim_now(world.tasks, stored_unit(world, parent), world.clock)
    world.tasks.save(unit, unit.note("progress", at=world.clock.now(), progress=Progress(1, 2, "half")))
    assert stored(world.tasks, parent.task_id) == parent


@pytest.mark.parametrize("gone", [True, False])
def test_a_unit_ends_also_after_its_parent(world: World, gone: bool) -> None:
    parent = stored_parent(world)
    unit = claim_now(world.tasks, stored_unit(world, parent), world.clock)
    end = cancelled(parent, world.clock.now(), "no more")
    world.tasks.save(parent, end)
    if gone:
        world.tasks.delete(end)
    world.tasks.save(unit, done(unit, world), records=[example_record("c9")])
    assert stored(world.tasks, unit.task_id).status is Status.SUCCEEDED
    assert world.records.get("content", "c9") is not None
    assert world.tasks.get(parent.task_id) == (None if gone else end)


def test_a_unit_that_lost_its_lease_leaves_its_parent_alone(world: World) -> None:
    parent = stored_parent(world)
    unit = claim_now(world.tasks, stored_unit(world, parent), world.clock)
    world.clock.advance(90)
    claim_now(world.tasks, unit, world.clock)
    with pytest.raises(StaleTaskError):
        world.tasks.save(unit, done(unit, world), records=[example_record("c8")])
    assert stored(world.tasks, parent.task_id) == parent
    assert world.records.get("content", "c8") is None


def test_what_a_workflow_remembers_is_kept(world: World) -> None:
    decided = ReviewRecord("approval", "rejected", "ada", NOON, "too loud", "payloads/edit.json")
    opened = OpenReview("approval", NOON, NOON + MINUTE, "payloads/subject.json")
    parent = stored_parent(
        world, waiting_for=WaitingFor.REVIEW, workflow=WorkflowState(2, (decided,), opened), task_tokens=("a", "b")
    )
    assert stored(world.tasks, parent.task_id) == parent


def test_end_count_and_records_are_one_transaction(aws_world: World, aws: AwsClients) -> None:
    parent = stored_parent(aws_world)
    unit = claim_now(aws_world.tasks, stored_unit(aws_world, parent), aws_world.clock)
    with recorded_calls(aws) as calls:
        aws_world.tasks.save(unit, done(unit, aws_world), records=[example_record()])
    assert calls == ["TransactWriteItems"]


def test_units_that_count_at_the_same_moment_wait_for_each_other(aws_world: World, aws: AwsClients) -> None:
    parent = stored_parent(aws_world)
    unit = claim_now(aws_world.tasks, stored_unit(aws_world, parent), aws_world.clock)
    conflict = client_error(
        "TransactionCanceledException", "TransactWriteItems", reasons=["None", "TransactionConflict"]
    )
    with failing(aws, "TransactWriteItems", *[conflict] * 5):
        aws_world.tasks.save(unit, done(unit, aws_world))
    assert stored(aws_world.tasks, parent.task_id).progress.done == 1
