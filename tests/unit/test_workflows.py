"""Workflows from the first message to the end, on in-memory ports."""

import json
from datetime import timedelta

import pytest

from chalicelib.domain.errors import ConflictError, TaskNotRetryableError
from chalicelib.domain.task import Progress, Status, WaitingFor
from chalicelib.domain.task_type import Outcome
from chalicelib.domain.workflow import MOST_UNITS_IN_A_STAGE, Plan, Stage, Unit, fan_out
from chalicelib.domain.workflow_life import MOST_PARTS, STALLED_SECONDS
from chalicelib.services.advance_workflow import Move, Next
from tests.unit.workbench import ANN
from tests.unit.workflow_bench import FlowBench


@pytest.fixture
def bench() -> FlowBench:
    return FlowBench()


def test_a_workflow_goes_through_its_stages_and_ends_with_its_outcome(bench: FlowBench) -> None:
    parent = bench.driven(bench.begun(numbers=[1, 2, 3]))
    assert (parent.status, parent.result) == (Status.SUCCEEDED, {"sum": 12, "failed": []})
    assert parent.progress == Progress(done=4, total=4, step="done")
    assert bench.kinds(parent) == [
        *("queued", "started", "workflow_started", "stage_started", "unit_ended", "unit_ended", "unit_ended"),
        *("stage_started", "unit_ended", "succeeded"),
    ]


def test_starting_costs_the_workflow_no_attempt_and_one_execution_with_a_fixed_name(bench: FlowBench) -> None:
    parent = bench.begun(numbers=[1])
    assert (parent.status, parent.waiting_for, parent.attempt) == (Status.WAITING, WaitingFor.UNITS, 0)
    assert list(bench.workflows.started) == [f"{parent.task_id}-1-1"]


def test_a_duplicate_message_cannot_wake_a_workflow_that_waits_for_its_units(bench: FlowBench) -> None:
    parent = bench.begun(numbers=[1])
    assert bench.deliver(parent) == parent
    assert len(bench.workflows.started) == 1


def test_results_of_units_can_be_read_before_the_others_have_ended(bench: FlowBench) -> None:
    first, second = bench.units(bench.advanced(bench.begun(numbers=[1, 2])))
    bench.deliver(first, "token")
    assert bench.read.result(first.task_id, ANN).result == {"number": 2}
    assert bench.row(second).status is Status.QUEUED


def test_each_end_of_a_unit_counts_once_on_the_parent(bench: FlowBench) -> None:
    parent = bench.begun(numbers=[1, 2, 3], tolerate=1.0)
    bench.unlucky = [{"double": 2}]
    for unit in bench.units(bench.advanced(parent)):
        bench.deliver(unit, "token")
        bench.deliver(unit, "token")
    assert bench.row(parent).progress == Progress(done=3, total=3, step="double", failed=1)


def test_tolerated_failures_make_the_workflow_partial_never_succeeded(bench: FlowBench) -> None:
    bench.unlucky = [{"double": 2}]
    parent = bench.driven(bench.begun(numbers=[1, 2, 3], tolerate=0.5))
    assert (parent.status, parent.result) == (Status.PARTIAL, {"sum": 8, "failed": ["n2"]})
    assert parent.progress.failed == 1


def test_more_failures_than_tolerated_fail_the_workflow_and_say_which(bench: FlowBench) -> None:
    bench.unlucky = [{"double": 2}, {"double": 3}]
    parent = bench.driven(bench.begun(numbers=[1, 2, 3], tolerate=0.5))
    assert parent.status is Status.FAILED
    assert parent.error is not None
    assert parent.error.code == "units_failed"
    assert "2 of 3 units of stage double" in parent.error.message
    assert "n2: bad luck" in parent.error.message


def test_a_retry_runs_only_what_failed_and_what_depends_on_it(bench: FlowBench) -> None:
    bench.unlucky = [{"double": 2}]
    parent = bench.driven(bench.begun(numbers=[1, 2, 3], tolerate=0.5))
    bench.calls.clear()
    again = bench.retry.retry_task(parent.task_id, ANN)
    parent = bench.driven(bench.deliver(again))
    assert (parent.status, parent.run, parent.result) == (Status.SUCCEEDED, 2, {"sum": 12, "failed": []})
    assert [list(call) for call in bench.calls] == [["double"], ["add"]]
    assert bench.calls[0] == {"double": 2}
    assert parent.progress == Progress(done=4, total=4, step="done")
    assert list(bench.workflows.started) == [f"{parent.task_id}-1-1", f"{parent.task_id}-2-1"]


def test_a_unit_of_a_running_workflow_cannot_be_retried_by_itself(bench: FlowBench) -> None:
    bench.unlucky = [{"double": 1}]
    unit, _ = bench.units(bench.advanced(bench.begun(numbers=[1, 2], tolerate=1.0)))
    bench.deliver(unit, "token")
    with pytest.raises(ConflictError, match="its workflow"):
        bench.retry.retry_task(unit.task_id, ANN)


def test_a_succeeded_workflow_cannot_be_retried(bench: FlowBench) -> None:
    parent = bench.driven(bench.begun(numbers=[1]))
    with pytest.raises(TaskNotRetryableError):
        bench.retry.retry_task(parent.task_id, ANN)


def test_cancel_stops_the_execution_and_every_open_unit(bench: FlowBench) -> None:
    parent = bench.begun(numbers=[1, 2, 3])
    units = bench.units(bench.advanced(parent))
    bench.deliver(units[0], "first token")
    bench.cancel.cancel_task(parent.task_id, ANN)
    bench.stream()
    assert [bench.row(unit).status for unit in units] == [Status.SUCCEEDED, Status.CANCELLED, Status.CANCELLED]
    assert list(bench.workflows.stopped) == [f"{parent.task_id}-1-1"]
    assert bench.advanced(parent) == Move(Next.END)
    assert bench.deliver(units[1], "late token").status is Status.CANCELLED
    assert set(bench.workflows.completed) == {"first token", "late token"}


def test_the_hard_deadline_of_the_workflow_takes_its_units_along(bench: FlowBench) -> None:
    parent = bench.begun(numbers=[1, 2])
    units = bench.units(bench.advanced(parent))
    bench.clock.advance(7201)
    bench.sweep_once()
    bench.stream()
    assert bench.row(parent).status is Status.TIMED_OUT
    assert {bench.row(unit).status for unit in units} <= {Status.CANCELLED, Status.TIMED_OUT}


def test_a_refused_start_waits_and_is_tried_again(bench: FlowBench) -> None:
    bench.workflows.refusing = True
    parent = bench.begun(numbers=[1])
    assert (parent.status, parent.waiting_for, parent.attempt) == (Status.WAITING, None, 0)
    bench.workflows.refusing = False
    bench.clock.advance(31)
    assert bench.driven(bench.deliver(parent)).status is Status.SUCCEEDED


def test_a_worker_that_dies_before_it_notes_the_start_starts_no_second_execution(bench: FlowBench) -> None:
    task = bench.submitted(request={"numbers": [1]})
    now = bench.clock.now()
    bench.tasks.claim(task.task_id, now=now, lease_expires_at=now)
    bench.workflows.start(f"{task.task_id}-1-1", task_id=task.task_id, run=1, part=1)
    with pytest.raises(ConflictError, match="not noted"):
        bench.advance.advance(task.task_id, run=1, part=1)
    bench.clock.advance(1)
    assert bench.driven(bench.deliver(task)).status is Status.SUCCEEDED
    assert len(bench.workflows.started) == 1


def test_an_execution_stopped_from_outside_is_followed_by_another_that_goes_on_from_the_rows(bench: FlowBench) -> None:
    parent = bench.begun(numbers=[1, 2, 3])
    bench.deliver(bench.units(bench.advanced(parent))[0], "token")
    bench.workflows.stop(f"{parent.task_id}-1-1", "somebody")
    bench.clock.advance(121)
    bench.sweep_once()
    assert bench.row(parent).status is Status.QUEUED
    assert bench.advance.advance(parent.task_id, run=1, part=1) == Move(Next.END)
    parent = bench.driven(bench.deliver(parent))
    assert parent.status is Status.SUCCEEDED
    assert len(bench.calls) == 4
    assert list(bench.workflows.started)[-1] == f"{parent.task_id}-1-2"


def test_a_workflow_whose_executions_keep_ending_fails(bench: FlowBench) -> None:
    parent = bench.begun(numbers=[1])
    for part in range(1, MOST_PARTS + 1):
        bench.workflows.stop(f"{parent.task_id}-1-{part}", "somebody")
        bench.clock.advance(121)
        bench.sweep_once()
        bench.deliver(parent)
    row = bench.row(parent)
    assert (row.status, row.error and row.error.code) == (Status.FAILED, "workflow_lost")


def test_a_workflow_that_stalls_because_a_wake_up_was_lost_sends_its_open_units_again(bench: FlowBench) -> None:
    parent = bench.begun(numbers=[1, 2])
    bench.advanced(parent)
    bench.clock.advance(STALLED_SECONDS + 1)
    bench.sweep_once()
    assert "no unit ended" in bench.workflows.stopped[f"{parent.task_id}-1-1"]
    assert bench.driven(bench.deliver(parent)).status is Status.SUCCEEDED


def test_the_sweeper_leaves_a_living_execution_alone(bench: FlowBench) -> None:
    parent = bench.begun(numbers=[1])
    bench.advanced(parent)
    before = bench.row(parent)
    bench.clock.advance(121)
    bench.sweep_once()
    after = bench.row(parent)
    assert (after.status, after.seq) == (before.status, before.seq)
    assert after.wake_at is not None
    assert after.wake_at > bench.clock.now()


def test_units_that_wait_for_their_turn_get_no_message_from_the_sweeper(bench: FlowBench) -> None:
    parent = bench.begun(numbers=[1, 2])
    bench.advanced(parent)
    sent = len(bench.lanes.sent)
    bench.clock.advance(600)
    bench.sweep_once()
    assert len(bench.lanes.sent) == sent


def test_a_unit_whose_message_was_eaten_by_a_paused_lane_keeps_its_token_and_is_sent_again(bench: FlowBench) -> None:
    unit = bench.units(bench.advanced(bench.begun(numbers=[1])))[0]
    bench.switches.set_paused(unit.lane, True)
    assert bench.deliver(unit, "token").task_tokens == ("token",)
    bench.switches.set_paused(unit.lane, False)
    bench.clock.advance(61)
    bench.sweep_once()
    assert bench.lanes.sent[-1].task_id == unit.task_id
    bench.deliver(unit)
    bench.stream()
    assert set(bench.workflows.completed) == {"token"}


def test_every_token_that_ever_came_is_completed_when_the_unit_ends(bench: FlowBench) -> None:
    unit = bench.units(bench.advanced(bench.begun(numbers=[1])))[0]
    bench.switches.set_paused(unit.lane, True)
    bench.deliver(unit, "of a stopped execution")
    bench.switches.set_paused(unit.lane, False)
    bench.deliver(unit, "of the present one")
    bench.stream()
    assert set(bench.workflows.completed) == {"of a stopped execution", "of the present one"}


def test_advancing_twice_creates_no_unit_twice(bench: FlowBench) -> None:
    parent = bench.begun(numbers=[1, 2])
    assert bench.advanced(parent) == bench.advanced(parent)
    assert bench.driven(parent).progress.total == 3


def test_a_plan_with_too_many_units_fails_before_any_is_stored() -> None:
    def huge(request: dict[str, int]) -> Plan:
        units = tuple(Unit(f"n{number}", {"double": number}) for number in range(request["size"]))
        yield from fan_out(Stage("double", units))
        return Outcome({})

    bench = FlowBench(huge)
    parent = bench.driven(bench.begun(size=MOST_UNITS_IN_A_STAGE + 1))
    assert parent.error is not None
    assert parent.error.code == "workflow_too_large"
    assert not bench.calls


def test_a_thousand_units_fit_into_what_a_function_may_answer_an_execution(bench: FlowBench) -> None:
    move = bench.advanced(bench.begun(numbers=list(range(MOST_UNITS_IN_A_STAGE))))
    assert len(move.unit_ids) == MOST_UNITS_IN_A_STAGE
    assert len(json.dumps(move.unit_ids)) < 256 * 1024 / 4


def test_a_stage_without_units_is_done_at_once(bench: FlowBench) -> None:
    assert bench.driven(bench.begun(numbers=[])).result == {"sum": 0, "failed": []}


def test_cleaning_up_a_workflow_takes_its_units_along_and_counts_it_once(bench: FlowBench) -> None:
    parent = bench.driven(bench.begun(numbers=[1, 2]))
    bench.clock.advance(86_400)
    answer = bench.cleanup.clean_up_tasks(ANN, older_than=timedelta(hours=1), remaining_seconds=lambda: 60.0)
    assert (answer.matched, answer.deleted) == (1, 1)
    assert bench.tasks.get(parent.task_id) is None
    assert not bench.tasks.rows()
