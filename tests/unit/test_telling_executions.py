"""An execution is told at once when a unit has ended, and in any case by the stream, whatever else is broken."""

import pytest

from chalicelib.domain.errors import IllegalTransitionError
from chalicelib.domain.lifecycle import cancelled
from chalicelib.domain.ports.workflows import CompletionRefusedError
from chalicelib.domain.task import Status, Task
from chalicelib.domain.workflow_life import STALLED_SECONDS
from chalicelib.services.project_events import RowChange
from tests.unit.workflow_bench import FlowBench


@pytest.fixture
def bench() -> FlowBench:
    return FlowBench()


def a_unit(bench: FlowBench) -> Task:
    (unit,) = bench.units(bench.advanced(bench.begun(numbers=[7])))
    return unit


def test_the_worker_tells_the_execution_before_the_stream_does(bench: FlowBench) -> None:
    bench.deliver(a_unit(bench), "token")
    assert bench.workflows.completed == ["token"]


def test_a_machine_that_cannot_be_told_now_is_told_by_the_stream(bench: FlowBench) -> None:
    unit = a_unit(bench)
    bench.workflows.deaf = True
    bench.deliver(unit, "token")
    changes = [RowChange(before, after) for before, after in bench.tasks.changes]
    with pytest.raises(CompletionRefusedError):
        bench.follow.follow(changes)
    bench.workflows.deaf = False
    bench.follow.follow(changes)
    assert (bench.row(unit).status, bench.workflows.completed) == (Status.SUCCEEDED, ["token"])


def test_a_change_that_is_refused_for_good_does_not_hold_up_the_next(
    bench: FlowBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent, unit = bench.begun(numbers=[1]), a_unit(bench)
    bench.deliver(unit, "token")
    bench.workflows.completed.clear()

    def refuse(_: object, reason: str) -> None:
        raise IllegalTransitionError(reason)

    monkeypatch.setattr(bench.workflows, "stop", refuse)
    ended = [RowChange(before, after) for before, after in bench.tasks.changes if after.finished]
    waiting = bench.row(parent)
    bench.follow.follow([RowChange(waiting, cancelled(waiting, bench.clock.now(), "no more")), *ended])
    assert bench.workflows.completed == ["token"]


def test_an_execution_that_cannot_be_stopped_now_is_looked_at_again(bench: FlowBench) -> None:
    parent = bench.begun(numbers=[7])
    bench.advanced(parent)
    bench.clock.advance(STALLED_SECONDS + 1)
    bench.workflows.deaf = True
    bench.sweep_once()
    assert bench.row(parent).waiting_for is not None
    bench.workflows.deaf = False
    bench.clock.advance(STALLED_SECONDS)
    bench.sweep_once()
    assert list(bench.workflows.stopped) == [f"{parent.task_id}-1-1"]


def test_an_execution_that_ended_its_workflow_itself_is_not_stopped(bench: FlowBench) -> None:
    parent = bench.begun(numbers=[1, 2])
    assert bench.driven(parent).status is Status.SUCCEEDED
    assert bench.workflows.stopped == {}
