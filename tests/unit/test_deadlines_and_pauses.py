"""Deadlines and pauses: what ends a task from outside, and what holds it back."""

from datetime import timedelta

import pytest

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.platform import WakeUp
from chalicelib.domain.record import Record
from chalicelib.domain.task import Status
from chalicelib.domain.task_type import Outcome, TaskContext
from tests.fakes.clock import NOON
from tests.unit.workbench import ANN, Workbench


@pytest.fixture
def bench() -> Workbench:
    return Workbench()


def test_the_soft_deadline_is_told_and_the_hard_one_ends_the_task(bench: Workbench) -> None:
    def endless(_request: JsonObject, context: TaskContext) -> Outcome:
        bench.clock.advance(1499)
        assert not context.should_stop()
        bench.clock.advance(1)
        assert context.should_stop()
        bench.clock.advance(300)
        bench.heartbeat.beat()
        return Outcome({"too": "late"})

    bench.catalogue.behaviours = [endless]
    task = bench.deliver(bench.submitted())
    assert task.status is Status.TIMED_OUT
    assert task.error is not None
    assert task.error.code == "hard_deadline_exceeded"


def test_little_time_left_in_the_invocation_is_a_reason_to_stop(bench: Workbench) -> None:
    stops: list[bool] = []

    def asks(_request: JsonObject, context: TaskContext) -> Outcome:
        stops.append(context.should_stop())
        return Outcome({})

    bench.catalogue.behaviours = [asks, asks]
    first, second = bench.submitted(), bench.submitted()
    bench.run.run_task(WakeUp(first.task_id, first.lane, "r"), lambda: 10.0)
    bench.deliver(second)
    assert stops == [True, False]


def test_a_paused_lane_starts_nothing_and_drains_when_it_resumes(bench: Workbench) -> None:
    bench.switches.set_paused("generation-normal", True)
    task = bench.submitted()
    assert bench.deliver(task).status is Status.QUEUED
    bench.clock.advance(120)
    bench.sweep_once()
    assert len(bench.lanes.sent) == 1
    bench.switches.set_paused("generation-normal", False)
    bench.clock.advance(61)
    bench.sweep_once()
    assert len(bench.lanes.sent) == 2
    assert bench.deliver(task).status is Status.SUCCEEDED


def test_resuming_a_lane_wakes_what_waits_in_it_at_once_and_nothing_else(bench: Workbench) -> None:
    bench.switches.set_paused("generation-normal", True)
    waiting, done, later = bench.submitted(), bench.submitted(), bench.submitted(run_at=NOON + timedelta(hours=2))
    bench.deliver(waiting)
    bench.cancel.cancel_task(done.task_id, ANN)
    bench.switches.set_paused("generation-normal", False)
    sent = len(bench.lanes.sent)
    assert bench.wake.wake_tasks(("generation-normal", "generation-low"), task_type="other") == 0
    assert bench.wake.wake_tasks(("generation-normal", "generation-low")) == 1
    assert [message.task_id for message in bench.lanes.sent[sent:]] == [waiting.task_id]
    assert bench.deliver(waiting).status is Status.SUCCEEDED
    assert bench.row(later).status is Status.QUEUED


def test_waking_while_the_queue_is_down_leaves_the_tasks_to_the_sweeper(bench: Workbench) -> None:
    task = bench.submitted()
    bench.lanes.broken = True
    assert bench.wake.wake_tasks((task.lane,)) == 0
    bench.lanes.broken = False
    bench.clock.advance(61)
    bench.sweep_once()
    assert bench.lanes.sent[-1].task_id == task.task_id


def test_a_paused_task_type_goes_back_without_losing_an_attempt(bench: Workbench) -> None:
    bench.switches.set_paused("echo", True)
    task = bench.deliver(bench.submitted())
    assert (task.status, task.attempt) == (Status.QUEUED, 0)
    bench.switches.set_paused("echo", False)
    assert bench.deliver(task).status is Status.SUCCEEDED


def test_start_by_and_cancel_after_are_kept_by_worker_and_sweeper(bench: Workbench) -> None:
    now = bench.clock.now()
    by_message = bench.submitted(start_by=now + timedelta(seconds=10))
    by_sweeper = bench.submitted(start_by=now + timedelta(seconds=10))
    ends = bench.submitted(cancel_after=now + timedelta(seconds=10))
    bench.clock.advance(11)
    assert bench.deliver(by_message).status is Status.EXPIRED
    bench.sweep_once()
    assert bench.row(by_sweeper).status is Status.EXPIRED
    assert bench.row(ends).status is Status.CANCELLED


def test_a_record_that_no_table_would_take_fails_the_task_at_once(bench: Workbench) -> None:
    large = Record("content", "c_1", "ann", {"text": "长" * 150_000}, NOON, NOON)
    bench.catalogue.behaviours = [lambda _request, _context: Outcome({}, (large,))]

    failed = bench.deliver(bench.submitted())

    assert (failed.status, failed.attempt) == (Status.FAILED, 1)
    assert failed.error is not None
    assert failed.error.code == "result_too_large"
    assert failed.error.message == "the content has 450,011 bytes, 358,400 are allowed"
