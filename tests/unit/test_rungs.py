"""The rungs: the queue, a direct call, the row alone; each task says on which it is, and none is lost."""

from datetime import timedelta

import pytest

from chalicelib.domain.errors import ProviderUnavailableError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.platform import WakeUp
from chalicelib.domain.task import Status, Task
from chalicelib.domain.task_type import Outcome, TaskContext
from chalicelib.services.submit_task import SubmitCommand
from tests.fakes.lanes import Sent
from tests.unit.workbench import ADMIN, ANN, Workbench, fifteen_minutes

LANE = "generation-normal"


@pytest.fixture
def bench() -> Workbench:
    return Workbench()


def call(bench: Workbench, task: Task) -> Task:
    """What the direct worker does with a call."""
    bench.run.run_task(WakeUp(task.task_id, task.lane, receipt=""), fifteen_minutes)
    return bench.row(task)


def unavailable(_request: JsonObject, _context: TaskContext) -> Outcome:
    raise ProviderUnavailableError("later")


def test_a_task_is_sent_to_its_lane_and_costs_no_second_write(bench: Workbench) -> None:
    task = bench.submitted()
    assert (task.task_system, bench.row(task)) == ("sqs", task)
    assert len(bench.tasks.changes) == 1


def test_what_the_queue_refuses_is_called_and_what_nobody_takes_is_stored_for_the_next_round(bench: Workbench) -> None:
    bench.lanes.broken = True
    called = bench.submitted()
    bench.direct.broken = True
    stored = bench.submitted()
    assert bench.direct.invoked == [(LANE, called.task_id)]
    assert (called.task_system, stored.task_system) == ("direct", "stored")
    assert (bench.row(called).task_system, bench.row(stored).task_system) == ("direct", "stored")
    assert bench.row(stored).wake_at == bench.clock.now()


def test_a_queue_that_refused_is_left_alone_for_five_seconds_and_then_used_again(bench: Workbench) -> None:
    bench.lanes.broken = True
    bench.submitted()
    bench.lanes.broken = False
    bench.clock.advance(4.9)
    assert bench.submitted().task_system == "direct"
    bench.clock.advance(0.1)
    assert bench.submitted().task_system == "sqs"


def test_calls_that_failed_are_left_alone_for_five_seconds_too(bench: Workbench) -> None:
    bench.lanes.broken = bench.direct.broken = True
    bench.submitted()
    bench.direct.broken = False
    assert bench.submitted().task_system == "stored"
    bench.clock.advance(5)
    assert bench.submitted().task_system == "direct"


def test_each_item_of_a_batch_says_its_rung(bench: Workbench) -> None:
    commands = [SubmitCommand("echo", {"n": n}, priority=1 + n % 9) for n in range(30)]
    bench.lanes.broken = True
    direct = bench.batch.submit_batch(commands, ANN)
    bench.direct.broken = True
    bench.clock.advance(5)
    stored = bench.batch.submit_batch(commands, ANN)
    bench.lanes.broken = False
    bench.clock.advance(5)
    sent = bench.batch.submit_batch(commands, ANN)
    rungs = [{item.task_system for item in answer.items if isinstance(item, Task)} for answer in (direct, stored, sent)]
    assert rungs == [{"direct"}, {"stored"}, {"sqs"}]
    assert len(bench.direct.invoked) == 30
    rows = [bench.row(item) for item in stored.items if isinstance(item, Task)]
    assert {row.task_system for row in rows} == {"stored"}


def test_a_queue_that_takes_part_of_a_batch_is_trusted_further(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    send_many = bench.lanes.send_many

    def refuse_one(lane: str, delays: dict[str, int]) -> tuple[str, ...]:
        refused = next(iter(delays))
        return (refused, *send_many(lane, {task_id: s for task_id, s in delays.items() if task_id != refused}))

    monkeypatch.setattr(bench.lanes, "send_many", refuse_one)
    answer = bench.batch.submit_batch([SubmitCommand("echo", {"n": n}) for n in range(3)], ANN)
    rungs = [item.task_system for item in answer.items if isinstance(item, Task)]
    assert rungs == ["direct", "sqs", "sqs"]
    assert bench.submitted().task_system == "sqs"


def test_a_replayed_key_tells_the_rung_of_the_task_that_is_there(bench: Workbench) -> None:
    bench.lanes.broken = True
    first = bench.submitted(idempotency_key="k")
    bench.lanes.broken = False
    bench.clock.advance(6)
    again = bench.submitted(idempotency_key="k")
    assert (again.task_id, again.task_system) == (first.task_id, "direct")
    assert bench.lanes.sent == []


def test_in_direct_mode_the_queue_is_not_asked_and_costs_no_second_write(bench: Workbench) -> None:
    bench.switches.set_direct("echo", True)
    task = bench.submitted()
    assert (task.task_system, bench.lanes.sent) == ("direct", [])
    assert len(bench.tasks.changes) == 1
    assert call(bench, task).status is Status.SUCCEEDED
    bench.switches.set_direct("echo", False)
    assert bench.submitted().task_system == "sqs"


def test_in_direct_mode_a_failed_call_does_not_go_to_the_queue(bench: Workbench) -> None:
    bench.switches.set_direct("echo", True)
    bench.direct.broken = True
    assert bench.submitted().task_system == "stored"
    assert bench.lanes.sent == []


def test_the_row_says_how_its_last_attempt_reached_a_worker(bench: Workbench) -> None:
    bench.catalogue.behaviours = [unavailable]
    bench.lanes.broken = True
    task = bench.submitted()
    assert call(bench, task).task_system != "sqs"
    bench.lanes.broken = False
    bench.clock.advance(120)
    bench.sweep_once()
    done = bench.deliver(task)
    assert (done.status, done.task_system) == (Status.SUCCEEDED, "sqs")


def test_a_worker_that_is_faster_than_the_note_of_the_submit_leaves_the_right_rung(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.lanes.broken = True
    invoke = bench.direct.invoke

    def run_at_once(lane: str, task_id: str) -> None:
        invoke(lane, task_id)
        bench.run.run_task(WakeUp(task_id, lane, receipt=""), fifteen_minutes)

    monkeypatch.setattr(bench.direct, "invoke", run_at_once)
    answered = bench.submitted()
    row = bench.row(answered)
    assert (answered.task_system, row.task_system, row.status) == ("direct", "direct", Status.SUCCEEDED)


def test_a_delayed_task_in_direct_mode_is_started_by_the_sweeper_when_it_is_due(bench: Workbench) -> None:
    bench.switches.set_direct("echo", True)
    due = bench.clock.now() + timedelta(minutes=5)
    task = bench.submitted(run_at=due)
    assert (task.task_system, bench.row(task).wake_at) == ("stored", due)
    assert len(bench.tasks.changes) == 1
    bench.clock.advance(299)
    bench.sweep_once()
    assert bench.direct.invoked == []
    bench.clock.advance(1)
    bench.sweep_once()
    assert bench.direct.invoked == [(LANE, task.task_id)]
    assert bench.row(task).task_system == "direct"


def test_a_task_that_starts_far_off_is_stored_and_sent_in_good_time(bench: Workbench) -> None:
    start = bench.clock.now() + timedelta(hours=5)
    task = bench.submitted(run_at=start)
    assert (task.task_system, bench.lanes.sent) == ("stored", [])
    bench.clock.jump_to(start - timedelta(minutes=10))
    bench.sweep_once()
    assert bench.lanes.sent == [Sent(LANE, task.task_id, 600)]
    assert bench.row(task).task_system == "sqs"


def test_a_far_off_task_in_direct_mode_starts_in_time_too(bench: Workbench) -> None:
    bench.switches.set_direct("echo", True)
    start = bench.clock.now() + timedelta(hours=5)
    task = bench.submitted(run_at=start)
    bench.clock.jump_to(start - timedelta(minutes=10))
    bench.sweep_once()
    assert (bench.direct.invoked, bench.row(task).wake_at) == ([], start)
    bench.clock.jump_to(start)
    bench.sweep_once()
    assert bench.direct.invoked == [(LANE, task.task_id)]


def test_a_retry_in_direct_mode_waits_for_its_time_and_not_a_minute_longer(bench: Workbench) -> None:
    bench.switches.set_direct("echo", True)
    bench.catalogue.behaviours = [unavailable]
    waiting = call(bench, bench.submitted())
    assert waiting.status is Status.WAITING
    assert waiting.run_at is not None
    assert (waiting.wake_at, waiting.task_system) == (waiting.run_at, "stored")
    bench.clock.jump_to(waiting.run_at)
    bench.sweep_once()
    assert call(bench, waiting).status is Status.SUCCEEDED


def test_a_retry_while_the_queue_is_away_waits_for_its_time_only(bench: Workbench) -> None:
    bench.catalogue.behaviours = [unavailable]
    task = bench.submitted()
    bench.lanes.broken = True
    waiting = bench.deliver(task)
    assert (waiting.wake_at, waiting.task_system) == (waiting.run_at, "stored")


def test_while_nothing_holds_a_stored_task_is_tried_again_every_minute(bench: Workbench) -> None:
    bench.lanes.broken = bench.direct.broken = True
    task = bench.submitted()
    for _ in range(90):
        bench.sweep_once()
        bench.clock.advance(60)
    row = bench.row(task)
    assert (row.wake_at, row.task_system) == (bench.clock.now(), "stored")
    bench.lanes.broken = False
    bench.sweep_once()
    assert (bench.lanes.sent, bench.row(task).task_system) == ([Sent(LANE, task.task_id)], "sqs")


def test_an_owners_retry_says_its_rung(bench: Workbench) -> None:
    task = bench.submitted()
    bench.cancel.cancel_task(task.task_id, ANN)
    bench.lanes.broken = True
    assert bench.retry.retry_task(task.task_id, ANN).task_system == "direct"
    bench.cancel.cancel_task(task.task_id, ANN)
    bench.direct.broken = True
    bench.clock.advance(5)
    stored = bench.retry.retry_task(task.task_id, ANN)
    assert (stored.task_system, bench.row(task).wake_at) == ("stored", bench.clock.now())
    bench.cancel.cancel_task(task.task_id, ANN)
    bench.lanes.broken = False
    bench.clock.advance(5)
    assert bench.retry.retry_task(task.task_id, ANN).task_system == "sqs"


def test_a_resumed_type_in_direct_mode_starts_with_the_next_round(bench: Workbench) -> None:
    bench.switches.set_direct("echo", True)
    bench.switches.set_paused("echo", True)
    parked = call(bench, bench.submitted())
    bench.switches.set_paused("echo", False)
    assert bench.wake.wake_tasks((LANE,)) == 0
    bench.clock.advance(6)
    bench.sweep_once()
    assert bench.direct.invoked[-1] == (LANE, parked.task_id)


def test_a_redriven_letter_goes_through_the_queue_whatever_the_mode(bench: Workbench) -> None:
    bench.switches.set_direct("echo", True)
    task = bench.submitted()
    bench.cancel.cancel_task(task.task_id, ANN)
    bench.letters.add(LANE, body=f'{{"task_id": "{task.task_id}"}}')
    assert bench.dead_letters.redrive(LANE, ADMIN, limit=10) == (1, 0)
    assert bench.lanes.sent == [Sent(LANE, task.task_id)]
    done = bench.deliver(task)
    assert (done.status, done.run, done.task_system) == (Status.SUCCEEDED, 2, "sqs")
