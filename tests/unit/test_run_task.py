"""Running: claimed once, done once, whatever is delivered twice, late or to a dying worker."""

import pytest

from chalicelib.domain.errors import ProviderRejectedError, ProviderUnavailableError, StaleTaskError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.platform import WakeUp
from chalicelib.domain.record import Record
from chalicelib.domain.task import Status, Task
from chalicelib.domain.task_type import Continue, Outcome, TaskContext
from tests.fakes.clock import NOON
from tests.unit.workbench import ANN, LEASE_SECONDS, Behaviour, Workbench, fifteen_minutes


class WorkerDiedError(BaseException):
    """What a test throws through all handlers, as a kill would end them."""


@pytest.fixture
def bench() -> Workbench:
    return Workbench()


def fails_with(error: BaseException) -> Behaviour:
    def behaviour(_request: JsonObject, _context: TaskContext) -> Outcome:
        raise error

    return behaviour


def start_and_die(bench: Workbench, task: Task) -> None:
    bench.catalogue.behaviours.insert(0, fails_with(WorkerDiedError()))
    with pytest.raises(WorkerDiedError):
        bench.deliver(task)
    assert bench.row(task).status is Status.RUNNING


def test_a_delivered_task_succeeds_with_its_result_and_a_gapless_story(bench: Workbench) -> None:
    task = bench.deliver(bench.submitted())
    assert task.status is Status.SUCCEEDED
    assert bench.read.result(task.task_id, ANN).result == {"echo": {"say": "hello"}}
    events = bench.events.list(task.task_id, after=0, limit=10)
    assert [(e.seq, e.kind) for e in events] == [(1, "queued"), (2, "started"), (3, "succeeded")]
    assert task.wake_at is None


def test_a_claimed_message_is_hidden_for_the_length_of_the_lease(bench: Workbench) -> None:
    bench.deliver(bench.submitted())
    assert [seconds for _, seconds in bench.lanes.hidden] == [LEASE_SECONDS]


def test_a_second_delivery_does_nothing(bench: Workbench) -> None:
    task = bench.submitted()
    first = bench.deliver(task)
    assert bench.deliver(task) == first


def test_a_delivery_after_cancel_does_nothing(bench: Workbench) -> None:
    task = bench.submitted()
    bench.cancel.cancel_task(task.task_id, ANN)
    assert bench.deliver(task).status is Status.CANCELLED


def test_a_message_of_a_task_that_is_gone_is_done_with(bench: Workbench) -> None:
    bench.run.run_task(WakeUp("01ARZ3NDEKTSV4RRFFQ69G5FAV", "generation-low", "r"), fifteen_minutes)
    assert "not_claimable" in bench.telemetry.actions()


def test_a_retryable_failure_waits_and_runs_again_until_the_attempts_are_used_up(bench: Workbench) -> None:
    bench.chance.always = 0.5
    bench.catalogue.behaviours = [fails_with(ProviderUnavailableError("busy")) for _ in range(3)]
    task = bench.deliver(bench.submitted())
    assert (task.status, task.attempt) == (Status.WAITING, 1)
    assert bench.lanes.sent[-1].delay_seconds == 30
    bench.clock.advance(30)
    assert bench.deliver(task).status is Status.WAITING
    assert bench.lanes.sent[-1].delay_seconds == 60
    bench.clock.advance(60)
    ended = bench.deliver(task)
    assert (ended.status, ended.attempt) == (Status.FAILED, 3)
    assert ended.error is not None
    assert ended.error.code == "provider_unavailable"


def test_a_providers_retry_after_is_honoured(bench: Workbench) -> None:
    bench.chance.always = 0.0
    bench.catalogue.behaviours = [fails_with(ProviderUnavailableError("busy", 240))]
    bench.deliver(bench.submitted())
    assert bench.lanes.sent[-1].delay_seconds == 240


def test_a_final_failure_is_not_tried_again(bench: Workbench) -> None:
    bench.catalogue.behaviours = [fails_with(ProviderRejectedError("no"))]
    task = bench.deliver(bench.submitted())
    assert task.status is Status.FAILED
    assert len(bench.lanes.sent) == 1


def test_a_crash_of_the_work_is_retried_and_not_shown_to_the_owner(bench: Workbench) -> None:
    bench.catalogue.behaviours = [fails_with(ZeroDivisionError("secret detail"))]
    task = bench.deliver(bench.submitted())
    assert task.status is Status.WAITING
    assert task.error is not None
    assert "secret" not in task.error.message


def test_a_dead_workers_task_is_taken_over_when_its_lease_ends_and_not_before(bench: Workbench) -> None:
    task = bench.submitted()
    start_and_die(bench, task)
    assert bench.deliver(task).status is Status.RUNNING, "the lease still holds"
    bench.clock.advance(LEASE_SECONDS)
    assert bench.deliver(task).status is Status.SUCCEEDED
    assert bench.row(task).attempt == 2


def test_the_sweeper_wakes_a_dead_workers_task_even_if_its_message_is_lost(bench: Workbench) -> None:
    task = bench.submitted()
    start_and_die(bench, task)
    bench.clock.advance(LEASE_SECONDS)
    bench.sweep_once()
    assert [m.task_id for m in bench.lanes.sent] == [task.task_id] * 2


def test_a_task_that_kills_every_worker_fails_with_the_reason(bench: Workbench) -> None:
    task = bench.submitted()
    for _ in range(3):
        start_and_die(bench, task)
        bench.clock.advance(LEASE_SECONDS)
    ended = bench.deliver(task)
    assert ended.status is Status.FAILED
    assert ended.error is not None
    assert ended.error.code == "worker_lost"


def test_the_late_result_of_a_worker_that_lost_its_lease_is_refused(bench: Workbench) -> None:
    task = bench.submitted()

    def slow(_request: JsonObject, _context: TaskContext) -> Outcome:
        bench.clock.advance(LEASE_SECONDS + 1)
        bench.catalogue.behaviours = []
        assert bench.deliver(task).status is Status.SUCCEEDED, "another worker takes over"
        return Outcome({"echo": "too late"})

    bench.catalogue.behaviours = [slow]
    assert bench.deliver(task).result == {"echo": {"say": "hello"}}
    assert bench.telemetry.total("LeaseLost") == 1
    assert bench.telemetry.total("TaskSucceeded") == 1


def test_the_heartbeat_keeps_the_lease_and_the_message(bench: Workbench) -> None:
    task = bench.submitted()

    def long(_request: JsonObject, _context: TaskContext) -> Outcome:
        for _ in range(10):
            bench.clock.advance(LEASE_SECONDS - 1)
            bench.heartbeat.beat()
        assert bench.deliver(task).status is Status.RUNNING, "nobody can take it over"
        return Outcome({})

    bench.catalogue.behaviours = [long]
    assert bench.deliver(task).status is Status.SUCCEEDED
    assert len(bench.lanes.hidden) == 11
    assert not bench.heartbeat.beating


def test_a_worker_learns_of_a_cancel_from_its_heartbeat_and_its_progress(bench: Workbench) -> None:
    task = bench.submitted()

    def cancelled_meanwhile(_request: JsonObject, context: TaskContext) -> Outcome:
        bench.cancel.cancel_task(task.task_id, ANN)
        bench.heartbeat.beat()
        assert not bench.heartbeat.beating
        with pytest.raises(StaleTaskError):
            context.progress(1, 2, "half")
        return Outcome({})

    bench.catalogue.behaviours = [cancelled_meanwhile]
    assert bench.deliver(task).status is Status.CANCELLED


def test_progress_within_a_second_is_not_written_and_later_progress_is(bench: Workbench) -> None:
    def reports(_request: JsonObject, context: TaskContext) -> Outcome:
        context.progress(1, 4, "quick")
        context.progress(2, 4, "quick too")
        bench.clock.advance(1.5)
        context.progress(3, 4, "later")
        return Outcome({})

    bench.catalogue.behaviours = [reports]
    task = bench.deliver(bench.submitted())
    assert bench.kinds(task) == ["queued", "started", "progress", "succeeded"]
    assert bench.events.list(task.task_id, after=2, limit=1)[0].progress.step == "later"


def test_records_are_stored_with_the_success_and_only_with_it(bench: Workbench) -> None:
    record = Record("content", "c1", "ann", {"title": "x"}, NOON, NOON)
    task = bench.submitted()

    def too_late(_request: JsonObject, _context: TaskContext) -> Outcome:
        bench.cancel.cancel_task(task.task_id, ANN)
        return Outcome({}, (record,))

    bench.catalogue.behaviours = [too_late]
    bench.deliver(task)
    assert bench.records.get("content", "c1") is None
    bench.catalogue.behaviours = [lambda _r, _c: Outcome({}, (record,))]
    bench.deliver(bench.submitted())
    assert bench.records.get("content", "c1") is not None


def test_work_that_continues_later_starts_from_its_checkpoint_and_keeps_its_attempts(bench: Workbench) -> None:
    seen: list[JsonObject | None] = []

    def step(_request: JsonObject, context: TaskContext) -> Outcome | Continue:
        seen.append(context.checkpoint)
        return Continue({"row": 10 * len(seen)}) if len(seen) < 6 else Outcome({"rows": 60})

    bench.catalogue.behaviours = [step] * 6
    task = bench.submitted()
    for _ in range(6):
        bench.deliver(task)
    assert seen == [None, *({"row": 10 * n} for n in range(1, 6))]
    assert bench.row(task).status is Status.SUCCEEDED
    assert bench.row(task).attempt == 1


def test_the_hard_deadline_spans_attempts_and_the_sweeper_ends_a_dead_workers_task(bench: Workbench) -> None:
    task = bench.submitted()
    start_and_die(bench, task)
    bench.clock.advance(1800)
    bench.sweep_once()
    assert bench.row(task).status is Status.TIMED_OUT
