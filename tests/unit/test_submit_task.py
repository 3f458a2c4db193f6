"""Submitting: refused before anything is stored, stored before anything is sent."""

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.domain.errors import (
    IdempotencyKeyReusedError,
    TaskTypeDisabledError,
    UnknownTaskTypeError,
    ValidationFailedError,
)
from chalicelib.domain.ports.tasks import TaskFilter
from chalicelib.domain.task import Status
from chalicelib.services.payloads import INLINE_BYTES
from tests.unit.workbench import ANN, BEN, Workbench


@pytest.fixture
def bench() -> Workbench:
    return Workbench()


def test_a_submitted_task_is_queued_and_its_lane_is_told_once(bench: Workbench) -> None:
    task = bench.submitted()
    assert bench.row(task).status is Status.QUEUED
    assert [(m.lane, m.task_id, m.delay_seconds) for m in bench.lanes.sent] == [("generation-normal", task.task_id, 0)]
    assert bench.kinds(task) == ["queued"]


@pytest.mark.parametrize(
    ("priority", "lane"), [(10, "high"), (8, "high"), (7, "normal"), (4, "normal"), (3, "low"), (1, "low")]
)
def test_priority_chooses_the_lane_and_ten_is_the_most_urgent(bench: Workbench, priority: int, lane: str) -> None:
    assert bench.submitted(priority=priority).lane == f"generation-{lane}"


@pytest.mark.parametrize("priority", [0, 11, -1])
def test_a_priority_out_of_range_is_refused(bench: Workbench, priority: int) -> None:
    with pytest.raises(ValidationFailedError) as refused:
        bench.submitted(priority=priority)
    assert refused.value.problems[0].pointer == "/priority"
    assert not bench.tasks.list(TaskFilter(), limit=10).items
    assert not bench.lanes.sent


def test_times_that_make_no_sense_are_refused(bench: Workbench) -> None:
    now = bench.clock.now()
    wishes: list[dict[str, Any]] = [
        {"start_by": now - timedelta(seconds=1)},
        {"cancel_after": now},
        {"run_at": now + timedelta(hours=2), "start_by": now + timedelta(hours=1)},
        {"run_at": now + timedelta(days=400)},
    ]
    for wish in wishes:
        with pytest.raises(ValidationFailedError):
            bench.submitted(**wish)
    assert not bench.tasks.list(TaskFilter(), limit=10).items


def test_unknown_and_switched_off_types_and_bad_requests_are_refused(bench: Workbench) -> None:
    with pytest.raises(UnknownTaskTypeError):
        bench.submitted(task_type="nothing")
    with pytest.raises(ValidationFailedError):
        bench.submitted(request={"bad": 1})
    bench.switches.set_accepting("echo", False)
    with pytest.raises(TaskTypeDisabledError):
        bench.submitted()
    assert not bench.tasks.list(TaskFilter(), limit=10).items


def test_a_task_is_accepted_although_the_queue_is_down_and_the_sweeper_sends_it(bench: Workbench) -> None:
    bench.lanes.broken = True
    task = bench.submitted()
    assert bench.row(task).status is Status.QUEUED
    bench.lanes.broken = False
    bench.clock.advance(61)
    bench.sweep_once()
    assert [m.task_id for m in bench.lanes.sent] == [task.task_id]


def test_the_same_key_and_request_give_the_same_task_and_no_second_message(bench: Workbench) -> None:
    first = bench.submitted(idempotency_key="k")
    again = bench.submitted(idempotency_key="k")
    assert again.task_id == first.task_id
    assert len(bench.lanes.sent) == 1


def test_the_same_key_with_another_request_is_refused(bench: Workbench) -> None:
    bench.submitted(idempotency_key="k")
    with pytest.raises(IdempotencyKeyReusedError):
        bench.submitted(idempotency_key="k", request={"say": "other"})


def test_a_key_is_the_owners_and_lasts_a_day(bench: Workbench) -> None:
    first = bench.submitted(idempotency_key="k")
    assert bench.submitted(BEN, idempotency_key="k").task_id != first.task_id
    bench.clock.advance(24 * 3600 + 1)
    assert bench.submitted(ANN, idempotency_key="k").task_id != first.task_id


def test_a_large_request_is_kept_beside_the_row_and_reaches_the_work(bench: Workbench) -> None:
    text = "字" * INLINE_BYTES
    task = bench.submitted(request={"say": text})
    assert bench.row(task).request is None
    assert bench.deliver(task).status is Status.SUCCEEDED
    assert bench.read.result(task.task_id, ANN).result == {"echo": {"say": text}}


def test_a_near_start_is_a_delayed_message(bench: Workbench) -> None:
    task = bench.submitted(run_at=bench.clock.now() + timedelta(minutes=10))
    assert bench.lanes.sent[0].delay_seconds == 600
    assert bench.deliver(task).status is Status.QUEUED, "a message that comes early starts nothing"


def test_a_far_start_is_left_to_the_sweeper(bench: Workbench) -> None:
    start = bench.clock.now() + timedelta(days=3)
    task = bench.submitted(run_at=start)
    assert not bench.lanes.sent
    bench.clock.jump_to(start - timedelta(minutes=11))
    bench.sweep_once()
    assert not bench.lanes.sent
    bench.clock.jump_to(start - timedelta(minutes=9))
    bench.sweep_once()
    assert bench.lanes.sent[0].delay_seconds == 540
    bench.clock.jump_to(start)
    assert bench.deliver(task).status is Status.SUCCEEDED
