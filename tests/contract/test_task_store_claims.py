"""Claiming tasks: who may, who may not, and what it changes."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from chalicelib.domain.errors import NotClaimableError, StaleTaskError
from chalicelib.domain.lifecycle import cancelled, claimed, continued, succeeded
from chalicelib.domain.task import Status, Task, TaskError
from tests.contract.example_tasks import LEASE, claim_now, example_task, stored, stored_task
from tests.contract.worlds import World
from tests.fakes.clock import NOON

SECOND = timedelta(seconds=1)
MILLISECOND = timedelta(milliseconds=1)


def put(world: World, **changes: Any) -> Task:
    task = example_task(**changes).note("prepared", at=NOON)
    world.tasks.create(task, now=NOON)
    return task


def test_a_claim_does_what_the_domain_says(world: World) -> None:
    task = stored_task(world.tasks)
    now = world.clock.advance(2)
    taken = world.tasks.claim(task.task_id, now=now, lease_expires_at=now + LEASE)
    assert taken == claimed(task, now=now, lease_expires_at=now + LEASE)
    assert world.tasks.get(task.task_id) == taken


def test_a_claim_says_on_which_rung_the_worker_got_the_task(world: World) -> None:
    task = stored_task(world.tasks)
    now = world.clock.advance(2)
    called = world.tasks.claim(task.task_id, now=now, lease_expires_at=now, task_system="direct")
    assert (called.task_system, stored(world.tasks, task.task_id).task_system) == ("direct", "direct")
    assert claim_now(world.tasks, task, world.clock).task_system == "sqs"


def test_a_claim_makes_one_event_and_a_new_fencing_token(world: World) -> None:
    task = stored_task(world.tasks)
    taken = claim_now(world.tasks, task, world.clock)
    assert taken.last_event is not None
    assert (taken.seq, taken.last_event.seq, taken.last_event.kind) == (task.seq + 1, task.seq + 1, "started")
    assert taken.fence == task.fence + 1


def test_a_waiting_task_is_claimed_when_its_time_has_come(world: World) -> None:
    error = TaskError("provider_unavailable", "later", retryable=True)
    task = put(world, status=Status.WAITING, run_at=NOON, started_at=NOON - SECOND, attempt=1, error=error)
    taken = claim_now(world.tasks, task, world.clock)
    assert taken.attempt == 2
    assert taken.error is None
    assert taken.started_at == NOON - SECOND


def test_a_task_that_goes_on_later_counts_from_its_first_start(world: World) -> None:
    first = claim_now(world.tasks, stored_task(world.tasks), world.clock)
    world.tasks.save(first, continued(first, {"chunk": 1}, world.clock.advance(5)))
    again = claim_now(world.tasks, first, world.clock)
    assert again.started_at == first.started_at
    assert again.checkpoint == {"chunk": 1}
    assert again.attempt == 1


def test_a_dead_workers_task_is_taken_over_the_moment_its_lease_ends(world: World) -> None:
    lost = claim_now(world.tasks, stored_task(world.tasks), world.clock)
    world.clock.jump_to(NOON + LEASE)
    taken = claim_now(world.tasks, lost, world.clock)
    assert (taken.attempt, taken.fence) == (lost.attempt + 1, lost.fence + 1)


def test_the_worker_that_was_overtaken_can_write_nothing_more(world: World) -> None:
    lost = claim_now(world.tasks, stored_task(world.tasks), world.clock)
    world.clock.jump_to(NOON + LEASE)
    taken = claim_now(world.tasks, lost, world.clock)
    with pytest.raises(StaleTaskError):
        world.tasks.save(lost, succeeded(lost, {}, now=world.clock.now(), result_bytes=2, result_ref=None))
    with pytest.raises(StaleTaskError):
        world.tasks.extend_lease(lost, lease_expires_at=NOON + 9 * LEASE, wake_at=NOON + 9 * LEASE)
    assert world.tasks.get(lost.task_id) == taken


def test_an_unknown_task_is_not_claimable(world: World) -> None:
    with pytest.raises(NotClaimableError):
        claim_now(world.tasks, example_task(), world.clock)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"run_at": NOON + MILLISECOND}, id="not due yet"),
        pytest.param({"cancel_after": NOON}, id="its cancel-after time has come"),
        pytest.param({"start_by": NOON - MILLISECOND}, id="too late to start"),
        pytest.param({"status": Status.RUNNING, "lease_expires_at": NOON + MILLISECOND}, id="held by a living worker"),
        pytest.param({"status": Status.RUNNING, "lease_expires_at": None}, id="running without a lease"),
        pytest.param({"status": Status.RUNNING, "lease_expires_at": NOON, "cancel_after": NOON}, id="lost, late"),
        pytest.param({"status": Status.WAITING, "run_at": NOON + SECOND}, id="waiting for its next attempt"),
        *[
            pytest.param({"status": status, "lease_expires_at": NOON}, id=status.value)
            for status in Status
            if status not in (Status.QUEUED, Status.RUNNING, Status.WAITING)
        ],
    ],
)
def test_a_task_is_not_claimable_when(world: World, changes: dict[str, Any]) -> None:
    task = put(world, **changes)
    with pytest.raises(NotClaimableError):
        claim_now(world.tasks, task, world.clock)
    assert world.tasks.get(task.task_id) == task


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"run_at": NOON}, id="due this very moment"),
        pytest.param({"start_by": NOON}, id="the last moment to start"),
        pytest.param({"cancel_after": NOON + MILLISECOND}, id="still in time"),
        pytest.param({"start_by": NOON - SECOND, "started_at": NOON - 2 * SECOND}, id="started before its start-by"),
        pytest.param({"status": Status.RUNNING, "lease_expires_at": NOON}, id="its lease ends now"),
        pytest.param(
            {"status": Status.RUNNING, "lease_expires_at": NOON, "run_at": NOON + SECOND, "start_by": NOON - SECOND},
            id="a lost task that was rescheduled on paper only",
        ),
    ],
)
def test_a_task_is_claimable_when(world: World, changes: dict[str, Any]) -> None:
    task = put(world, **changes)
    assert claim_now(world.tasks, task, world.clock).status is Status.RUNNING


def test_a_second_claim_is_refused(world: World) -> None:
    task = stored_task(world.tasks)
    taken = claim_now(world.tasks, task, world.clock)
    with pytest.raises(NotClaimableError):
        claim_now(world.tasks, task, world.clock)
    assert world.tasks.get(task.task_id) == taken


def test_an_extended_lease_keeps_others_away_and_makes_no_event(world: World) -> None:
    taken = claim_now(world.tasks, stored_task(world.tasks), world.clock)
    world.clock.advance(20)
    world.tasks.extend_lease(taken, lease_expires_at=world.clock.now() + LEASE, wake_at=world.clock.now() + SECOND)
    assert stored(world.tasks, taken.task_id) == replace(
        taken, lease_expires_at=world.clock.now() + LEASE, wake_at=world.clock.now() + SECOND
    )
    world.clock.jump_to(NOON + LEASE)
    with pytest.raises(NotClaimableError):
        claim_now(world.tasks, taken, world.clock)


def test_a_cancelled_task_has_no_lease_to_extend(world: World) -> None:
    taken = claim_now(world.tasks, stored_task(world.tasks), world.clock)
    ended = cancelled(taken, world.clock.now())
    world.tasks.save(taken, ended)
    with pytest.raises(StaleTaskError):
        world.tasks.extend_lease(taken, lease_expires_at=NOON + LEASE, wake_at=NOON + LEASE)
    assert world.tasks.get(taken.task_id) == ended


def test_a_task_back_in_its_lane_has_no_lease_to_extend(world: World) -> None:
    taken = claim_now(world.tasks, stored_task(world.tasks), world.clock)
    world.tasks.save(taken, continued(taken, {}, world.clock.now()))
    with pytest.raises(StaleTaskError):
        world.tasks.extend_lease(taken, lease_expires_at=NOON + LEASE, wake_at=NOON + LEASE)


def test_a_deleted_task_has_no_lease_to_extend(world: World) -> None:
    taken = claim_now(world.tasks, stored_task(world.tasks), world.clock)
    world.tasks.delete(taken)
    with pytest.raises(StaleTaskError):
        world.tasks.extend_lease(taken, lease_expires_at=NOON + LEASE, wake_at=NOON + LEASE)
