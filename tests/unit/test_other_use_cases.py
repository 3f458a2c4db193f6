"""Batch, cancel, retry, sweep, read, clean up, dead letters."""

from datetime import timedelta
from typing import Any

import pytest

from chalicelib.domain.errors import (
    ContentHubError,
    LaneNotFoundError,
    MalformedJsonError,
    ProviderRejectedError,
    TaskExpiredError,
    TaskHasNoResultError,
    TaskNotFinishedError,
    TaskNotFoundError,
    TaskNotRetryableError,
)
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.tasks import TaskFilter
from chalicelib.domain.record import Record
from chalicelib.domain.task import Status, Task
from chalicelib.domain.task_type import Outcome, TaskContext
from chalicelib.services.submit_batch import Item
from chalicelib.services.submit_task import SubmitCommand
from tests.fakes.clock import NOON
from tests.unit.workbench import ADMIN, ANN, BEN, Workbench


@pytest.fixture
def bench() -> Workbench:
    return Workbench()


def fail(_request: JsonObject, _context: TaskContext) -> Outcome:
    raise ProviderRejectedError("refused")


def failed_task(bench: Workbench) -> Task:
    bench.catalogue.behaviours = [fail]
    return bench.deliver(bench.submitted())


def commands(good: int, bad_at: tuple[int, ...] = ()) -> list[Item]:
    items: list[Item] = [SubmitCommand("echo", {"n": n}) for n in range(good)]
    for index in bad_at:
        items[index] = SubmitCommand("echo", {"bad": True})
    return items


def test_a_batch_stores_the_good_and_answers_the_bad_by_index(bench: Workbench) -> None:
    answer = bench.batch.submit_batch(commands(1000, bad_at=(3, 500, 999)), ANN)
    assert answer.accepted == 997
    assert [n for n, item in enumerate(answer.items) if isinstance(item, ContentHubError)] == [3, 500, 999]
    assert len(bench.lanes.sent) == 997


def test_a_record_is_read_once_in_five_seconds_and_a_missing_one_each_time(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    account = Record("account", "49", "root", {}, NOON, NOON)

    def get(_kind: str, record_id: str) -> Record | None:
        read.append(record_id)
        return account if record_id == "49" else None

    monkeypatch.setattr(bench.records, "get", get)
    for _ in range(3):
        assert bench.desk_for("ann").record("account", "49") == account
        assert bench.desk_for("ben").record("account", "50") is None
    bench.clock.advance(5)
    bench.desk_for("ann").record("account", "49")
    assert (read.count("49"), read.count("50")) == (2, 3)


def test_an_atomic_batch_with_one_bad_item_and_a_dry_run_store_nothing(bench: Workbench) -> None:
    atomic = bench.batch.submit_batch(commands(5, bad_at=(2,)), ANN, atomic=True)
    dry = bench.batch.submit_batch([*commands(5, bad_at=(2,)), MalformedJsonError("x")], ANN, dry_run=True)
    assert not atomic.stored
    assert not dry.stored
    assert dry.accepted == 4
    assert not bench.tasks.list(TaskFilter(), limit=10).items
    assert not bench.lanes.sent


def test_a_batch_with_a_key_can_be_sent_twice(bench: Workbench) -> None:
    items: list[Item] = [SubmitCommand("echo", {"n": n}, idempotency_key="batch") for n in range(10)]
    first = bench.batch.submit_batch(items, ANN)
    again = bench.batch.submit_batch(items, ANN)
    assert [t.task_id for t in first.items if isinstance(t, Task)] == [
        t.task_id for t in again.items if isinstance(t, Task)
    ]
    assert len(bench.lanes.sent) == 10


def test_a_batch_is_not_lost_when_the_queue_is_down(bench: Workbench) -> None:
    bench.lanes.broken = True
    assert bench.batch.submit_batch(commands(20), ANN).accepted == 20
    bench.lanes.broken = False
    bench.clock.advance(61)
    bench.sweep_once()
    assert len(bench.lanes.sent) == 20


def test_cancel_is_idempotent_and_leaves_ended_tasks(bench: Workbench) -> None:
    task, done = bench.submitted(), bench.deliver(bench.submitted())
    assert bench.cancel.cancel_task(task.task_id, ANN).status is Status.CANCELLED
    assert bench.cancel.cancel_task(task.task_id, ANN).status is Status.CANCELLED
    assert bench.cancel.cancel_task(done.task_id, ANN).status is Status.SUCCEEDED


def test_a_task_waiting_for_its_retry_can_be_cancelled(bench: Workbench) -> None:
    def crash(_request: JsonObject, _context: TaskContext) -> Outcome:
        raise ZeroDivisionError

    bench.catalogue.behaviours = [crash]
    task = bench.deliver(bench.submitted())
    assert task.status is Status.WAITING
    assert bench.cancel.cancel_task(task.task_id, ANN).status is Status.CANCELLED


def test_others_do_not_even_learn_that_a_task_exists(bench: Workbench) -> None:
    task = bench.submitted()
    for look in (bench.read.task, bench.read.result, bench.cancel.cancel_task, bench.retry.retry_task):
        with pytest.raises(TaskNotFoundError):
            look(task.task_id, BEN)
    assert bench.read.task(task.task_id, ADMIN).task_id == task.task_id
    assert not bench.read.tasks_page(TaskFilter(owner_id="ann"), BEN, limit=10).items


def test_a_retry_is_the_next_run_with_fresh_attempts(bench: Workbench) -> None:
    task = failed_task(bench)
    again = bench.retry.retry_task(task.task_id, ANN)
    assert (again.status, again.run, again.attempt) == (Status.QUEUED, 2, 0)
    assert bench.deliver(task).status is Status.SUCCEEDED
    with pytest.raises(TaskNotRetryableError):
        bench.retry.retry_task(task.task_id, ANN)


def test_a_retry_while_the_queue_is_down_is_sent_later(bench: Workbench) -> None:
    task = failed_task(bench)
    bench.lanes.broken = True
    bench.retry.retry_task(task.task_id, ANN)
    bench.lanes.broken = False
    sent = len(bench.lanes.sent)
    bench.clock.advance(61)
    bench.sweep_once()
    assert len(bench.lanes.sent) == sent + 1


def test_a_long_queue_is_not_filled_with_copies(bench: Workbench) -> None:
    bench.submitted()
    for _ in range(120):
        bench.clock.advance(60)
        bench.sweep_once()
    assert len(bench.lanes.sent) <= 9, "two hours of waiting double their pauses"


def test_the_sweeper_stops_when_its_time_is_over_and_goes_on_next_time(bench: Workbench) -> None:
    bench.lanes.broken = True
    bench.batch.submit_batch(commands(3), ANN)
    bench.lanes.broken = False
    bench.clock.advance(61)
    bench.sweep.sweep(lambda: 1.0)
    assert not bench.lanes.sent
    bench.sweep_once()
    assert len(bench.lanes.sent) == 3


def test_a_result_is_there_when_the_task_has_one(bench: Workbench) -> None:
    task = bench.submitted()
    with pytest.raises(TaskNotFinishedError):
        bench.read.result(task.task_id, ANN)
    with pytest.raises(TaskHasNoResultError):
        bench.read.result(failed_task(bench).task_id, ANN)


def test_a_very_large_result_comes_as_a_link(bench: Workbench) -> None:
    bench.catalogue.behaviours = [lambda _r, _c: Outcome({"text": "x" * 20_000_000})]
    task = bench.deliver(bench.submitted())
    answer = bench.read.result(task.task_id, ANN)
    assert answer.result is None
    assert answer.download_url
    assert task.result_bytes > 20_000_000


def test_a_result_beyond_the_limit_fails_the_task_and_says_so(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chalicelib.services.payloads.MAX_RESULT_BYTES", 100)
    bench.catalogue.behaviours = [lambda _r, _c: Outcome({"text": "x" * 200})]
    task = bench.deliver(bench.submitted())
    assert task.error is not None
    assert task.error.code == "result_too_large"


def test_a_read_past_retention_says_that_the_task_expired(bench: Workbench) -> None:
    task = bench.deliver(bench.submitted())
    bench.clock.advance(3600)
    with pytest.raises(TaskExpiredError):
        bench.read.task(task.task_id, ANN)


def test_events_are_waited_for_and_end_with_the_task(bench: Workbench) -> None:
    task = bench.submitted()
    first = bench.read.events_after(task.task_id, ANN, after=0, wait_seconds=20)
    assert ([e.kind for e in first.items], first.finished) == (["queued"], False)
    nothing = bench.read.events_after(task.task_id, ANN, after=1, wait_seconds=20)
    assert (nothing.items, nothing.last_seq, nothing.finished) == ((), 1, False)
    assert 20 <= sum(bench.clock.naps) < 22
    bench.deliver(task)
    rest = bench.read.events_after(task.task_id, ANN, after=1, wait_seconds=20)
    assert ([e.kind for e in rest.items], rest.finished) == (["started", "succeeded"], True)
    naps = len(bench.clock.naps)
    assert bench.read.events_after(task.task_id, ANN, after=3, wait_seconds=20).finished
    assert len(bench.clock.naps) == naps


def test_cleanup_deletes_ones_own_old_ended_tasks_and_the_dry_run_counts_the_same(bench: Workbench) -> None:
    old = [bench.submitted(request={"say": "字" * 9000}) for _ in range(3)]
    for task in old[:2]:
        bench.deliver(task)
    bench.deliver(bench.submitted(BEN))
    bench.clock.advance(120)
    bench.deliver(bench.submitted())
    wishes: dict[str, Any] = {"older_than": timedelta(seconds=60), "remaining_seconds": lambda: 20.0}
    dry = bench.cleanup.clean_up_tasks(ANN, dry_run=True, **wishes)
    assert (dry.matched, dry.deleted) == (2, 0)
    real = bench.cleanup.clean_up_tasks(ANN, **wishes)
    assert (real.matched, real.deleted) == (2, 2)
    assert bench.tasks.get(old[0].task_id) is None
    assert not [ref for ref in bench.payloads.texts if old[0].task_id in ref]
    assert bench.tasks.get(old[2].task_id) is not None


def test_dead_letters_are_explained_and_redriven(bench: Workbench) -> None:
    lane = "generation-normal"
    failed, done = failed_task(bench), bench.deliver(bench.submitted())
    bench.letters.add(lane, task_id=failed.task_id)
    bench.letters.add(lane, task_id=done.task_id)
    bench.letters.add(lane, body="nonsense")
    reasons = [found.reason for found in bench.dead_letters.look([lane], limit=10)]
    assert reasons[0] == "provider_rejected: refused"
    assert reasons[2] == "not a wake-up message"
    assert bench.dead_letters.redrive(lane, ADMIN, limit=10, rate_per_second=10) == (1, 2)
    assert bench.row(failed).status is Status.QUEUED
    assert bench.letters.count(lane) == 2
    assert bench.dead_letters.purge(lane, ADMIN, reason="old", dry_run=True) == 2
    assert bench.letters.count(lane) == 2
    assert bench.dead_letters.purge(lane, ADMIN, reason="old", dry_run=False) == 2
    assert bench.letters.count(lane) == 0


def test_a_redrive_while_the_queue_is_down_keeps_the_letter(bench: Workbench) -> None:
    task = bench.submitted()
    bench.letters.add(task.lane, task_id=task.task_id)
    bench.lanes.broken = True
    assert bench.dead_letters.redrive(task.lane, ADMIN, limit=10) == (0, 1)
    assert bench.letters.count(task.lane) == 1
    with pytest.raises(LaneNotFoundError):
        bench.dead_letters.look(["nowhere"], limit=1)


def test_the_sweeper_goes_on_when_a_send_fails_or_a_row_moves_under_its_hands(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = bench.submitted(), bench.submitted()
    bench.clock.advance(61)
    send = bench.lanes.send

    def cancel_instead(lane: str, task_id: str, *, delay_seconds: int = 0) -> None:
        if task_id == first.task_id:
            bench.cancel.cancel_task(first.task_id, ANN)
        send(lane, task_id, delay_seconds=delay_seconds)

    monkeypatch.setattr(bench.lanes, "send", cancel_instead)
    report = bench.sweep.sweep(lambda: 60.0)
    assert (report.sent, report.untouched) == (2, 1)
    bench.lanes.broken = bench.direct.broken = True
    bench.clock.advance(3600)
    assert bench.sweep.sweep(lambda: 60.0).sent == 0
    bench.lanes.broken = False
    bench.clock.advance(3600)
    bench.sweep_once()
    assert bench.lanes.sent[-1].task_id == second.task_id
