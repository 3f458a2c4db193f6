"""The human step: once, in time, by somebody who may, and on what is really under review."""

import pytest

from chalicelib.domain.errors import (
    ReviewNotOpenError,
    ReviewTimedOutError,
    TaskNotFoundError,
    ValidationFailedError,
)
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task import Status, WaitingFor
from chalicelib.domain.task_type import Outcome
from chalicelib.domain.workflow import Decision, Plan, Review, Stage, Unit, ask_for_review, fan_out
from chalicelib.services.advance_workflow import Next
from tests.unit.workbench import ANN, BEN
from tests.unit.workflow_bench import FLOW, FlowBench


def reviewed(request: JsonObject) -> Plan:
    """Doubles a number until somebody approves it, or puts another in its place."""
    number, rounds = request["number"], 1
    while True:
        stage = Stage(f"double_{rounds}", (Unit("n", {"double": number}),))
        doubled = (yield from fan_out(stage)).result("n")
        decision = yield from ask_for_review(Review("check", doubled, timeout_seconds=3600))
        if decision.decision is Decision.TIMED_OUT:
            raise ReviewTimedOutError("nobody looked at the number in time")
        if decision.decision is Decision.APPROVED:
            return Outcome(decision.edit or doubled)
        number, rounds = doubled["number"], rounds + 1


@pytest.fixture
def bench() -> FlowBench:
    return FlowBench(reviewed)


def test_a_review_waits_shows_its_subject_and_goes_on_when_approved(bench: FlowBench) -> None:
    parent = bench.driven(bench.begun(number=2))
    assert (parent.status, parent.waiting_for) == (Status.WAITING, WaitingFor.REVIEW)
    view = bench.review.show(parent.task_id, ANN)
    assert view.open is not None
    assert (view.open.name, view.subject) == ("check", {"number": 4})
    bench.advance.await_review(parent.task_id, "review token")
    bench.review.decide(parent.task_id, ANN, decision=Decision.APPROVED)
    bench.stream()
    assert bench.workflows.completed[-1] == "review token"
    assert bench.driven(parent).result == {"number": 4}


def test_a_rejection_loops_back_with_its_comments_kept(bench: FlowBench) -> None:
    parent = bench.driven(bench.begun(number=2))
    bench.review.decide(parent.task_id, ANN, decision=Decision.REJECTED, comments="too small")
    parent = bench.driven(parent)
    assert bench.review.show(parent.task_id, ANN).subject == {"number": 8}
    bench.review.decide(parent.task_id, ANN, decision=Decision.APPROVED)
    assert bench.driven(parent).result == {"number": 8}
    said = [(record.decision, record.by, record.comments) for record in bench.review.show(parent.task_id, ANN).decided]
    assert said == [("rejected", "ann", "too small"), ("approved", "ann", "")]


def test_an_edit_takes_the_place_of_the_subject(bench: FlowBench) -> None:
    parent = bench.driven(bench.begun(number=2))
    bench.review.decide(parent.task_id, ANN, decision=Decision.APPROVED, edit={"number": 5})
    assert bench.driven(parent).result == {"number": 5}


def test_a_bad_edit_is_refused_and_the_review_stays_open(bench: FlowBench) -> None:
    parent = bench.driven(bench.begun(number=2))
    with pytest.raises(ValidationFailedError):
        bench.review.decide(parent.task_id, ANN, decision=Decision.APPROVED, edit={"bad": 1})
    assert bench.row(parent).waiting_for is WaitingFor.REVIEW


def test_a_second_decision_on_the_same_review_is_refused(bench: FlowBench) -> None:
    parent = bench.driven(bench.begun(number=2))
    bench.review.decide(parent.task_id, ANN, decision=Decision.APPROVED)
    with pytest.raises(ReviewNotOpenError):
        bench.review.decide(parent.task_id, ANN, decision=Decision.REJECTED)


def test_a_review_that_nobody_decides_times_out_and_can_be_asked_again_by_a_retry(bench: FlowBench) -> None:
    parent = bench.driven(bench.begun(number=2))
    bench.advance.await_review(parent.task_id, "review token")
    bench.clock.advance(3601)
    with pytest.raises(ReviewNotOpenError, match="time"):
        bench.review.decide(parent.task_id, ANN, decision=Decision.APPROVED)
    bench.sweep_once()
    bench.stream()
    assert bench.workflows.completed[-1] == "review token"
    parent = bench.driven(parent)
    assert (parent.status, parent.error and parent.error.code) == (Status.FAILED, "review_timed_out")
    parent = bench.driven(bench.deliver(bench.retry.retry_task(parent.task_id, ANN)))
    bench.review.decide(parent.task_id, ANN, decision=Decision.APPROVED)
    assert bench.driven(parent).result == {"number": 4}
    assert len(bench.calls) == 1


def test_an_execution_that_asks_late_for_a_decided_review_goes_on_at_once(bench: FlowBench) -> None:
    parent = bench.driven(bench.begun(number=2))
    bench.review.decide(parent.task_id, ANN, decision=Decision.APPROVED)
    bench.advance.await_review(parent.task_id, "late token")
    assert bench.workflows.completed[-1] == "late token"


def test_asking_twice_opens_one_review(bench: FlowBench) -> None:
    parent = bench.driven(bench.begun(number=2))
    assert bench.advanced(parent).next is Next.REVIEW
    assert bench.kinds(parent).count("review_requested") == 1


def test_others_neither_see_nor_decide_a_review(bench: FlowBench) -> None:
    parent = bench.driven(bench.begun(number=2))
    with pytest.raises(TaskNotFoundError):
        bench.review.show(parent.task_id, BEN)
    with pytest.raises(TaskNotFoundError):
        bench.review.decide(parent.task_id, BEN, decision=Decision.APPROVED)


def test_a_cancelled_workflow_has_no_review_to_decide(bench: FlowBench) -> None:
    parent = bench.driven(bench.begun(number=2))
    bench.cancel.cancel_task(parent.task_id, ANN)
    bench.stream()
    with pytest.raises(ReviewNotOpenError):
        bench.review.decide(parent.task_id, ANN, decision=Decision.APPROVED)


def test_the_time_of_a_review_does_not_count_against_the_deadline_of_the_workflow(bench: FlowBench) -> None:
    bench.catalogue.planner = patiently_reviewed
    parent = bench.driven(bench.begun(number=2))
    bench.clock.advance(3 * FLOW.hard_deadline_seconds)
    bench.sweep_once()
    bench.review.decide(parent.task_id, ANN, decision=Decision.APPROVED)
    assert bench.row(parent).hard_deadline_seconds == 4 * FLOW.hard_deadline_seconds
    bench.clock.advance(FLOW.hard_deadline_seconds + 1)
    bench.sweep_once()
    assert bench.row(parent).status is Status.TIMED_OUT
    again = bench.deliver(bench.retry.retry_task(parent.task_id, ANN))
    assert again.hard_deadline_seconds == FLOW.hard_deadline_seconds


def patiently_reviewed(request: JsonObject) -> Plan:
    decision = yield from ask_for_review(Review("check", request, timeout_seconds=10 * FLOW.hard_deadline_seconds))
    return Outcome({"decision": decision.decision.value})
