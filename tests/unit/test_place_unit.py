"""Units that no message of an execution wakes: placed on what holds, swept when a call is lost, told by their end."""

import pytest

from chalicelib.domain.ports.platform import WakeUp
from chalicelib.domain.task import Status, Task
from tests.fakes.lanes import Sent
from tests.unit.workbench import fifteen_minutes
from tests.unit.workflow_bench import FlowBench

LANE = "generation-normal"


@pytest.fixture
def bench() -> FlowBench:
    return FlowBench()


@pytest.fixture
def unit(bench: FlowBench) -> Task:
    (unit,) = bench.units(bench.advanced(bench.begun(numbers=[7])))
    bench.lanes.sent.clear()
    return unit


def call(bench: FlowBench, unit: Task) -> Task:
    bench.run.run_task(WakeUp(unit.task_id, unit.lane, receipt=""), fifteen_minutes)
    bench.stream()
    return bench.row(unit)


def test_in_direct_mode_a_unit_is_called_and_its_end_tells_the_execution(bench: FlowBench, unit: Task) -> None:
    bench.switches.set_direct("echo", True)
    placed = bench.place_unit.place_unit(unit.task_id, "token")
    assert placed is not None
    assert (placed.task_system, bench.direct.invoked, bench.lanes.sent) == ("direct", [(LANE, unit.task_id)], [])
    assert call(bench, unit).status is Status.SUCCEEDED
    assert "token" in bench.workflows.completed


def test_a_lost_call_of_a_unit_is_made_up_for_within_two_minutes(bench: FlowBench, unit: Task) -> None:
    bench.switches.set_direct("echo", True)
    bench.place_unit.place_unit(unit.task_id, "token")
    bench.direct.invoked.clear()
    bench.clock.advance(60)
    bench.sweep_once()
    assert bench.direct.invoked == [(LANE, unit.task_id)]
    call(bench, unit)
    assert "token" in bench.workflows.completed


def test_a_unit_that_nothing_takes_is_stored_and_swept(bench: FlowBench, unit: Task) -> None:
    bench.lanes.broken = bench.direct.broken = True
    placed = bench.place_unit.place_unit(unit.task_id, "token")
    assert placed is not None
    assert placed.task_system == "stored"
    bench.lanes.broken = False
    bench.clock.advance(6)
    bench.sweep_once()
    assert bench.lanes.sent == [Sent(LANE, unit.task_id)]
    bench.deliver(unit)
    bench.stream()
    assert "token" in bench.workflows.completed


def test_a_unit_that_runs_already_is_not_called_again(bench: FlowBench, unit: Task) -> None:
    bench.tasks.claim(unit.task_id, now=bench.clock.now(), lease_expires_at=bench.clock.now().replace(hour=23))
    bench.place_unit.place_unit(unit.task_id, "token")
    assert (bench.direct.invoked, bench.lanes.sent) == ([], [])
    assert bench.row(unit).task_tokens == ("token",)


def test_the_execution_of_a_unit_that_has_ended_goes_on_at_once(bench: FlowBench, unit: Task) -> None:
    bench.deliver(unit)
    assert bench.place_unit.place_unit(unit.task_id, "token") is None
    assert bench.workflows.completed == ["token"]
    assert bench.direct.invoked == []
