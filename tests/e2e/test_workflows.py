"""Workflows run end to end: their units on the lanes, their stages in order, whatever happens to them on the way."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.e2e.faults import Lane, bring_forward, sweep
from tests.e2e.local_cloud import wait_until
from tests.e2e.relays import Relay, Relays

LANE = "generation-normal"
UNITS_AT_ONCE = 4


def test_units_fan_out_and_the_next_stage_has_their_results(relays: Relays) -> None:
    relay = relays.submit(count=12, sums=2)
    task = relay.finished()
    assert (task["status"], relay.result()["total"]) == ("succeeded", 2 * sum(range(12)))
    assert (task["progress"]["done"], task["progress"]["total"]) == (14, 14)
    assert sorted(relay.spoken()) == list(range(12))
    assert {unit["status"] for unit in relay.units()} == {"succeeded"}


def test_no_more_units_run_at_once_than_the_workflow_allows(relays: Relays) -> None:
    relay = relays.submit(count=20, seconds=0.1, sums=0)
    relay.finished()
    assert 2 <= most_at_once(relay) <= UNITS_AT_ONCE


def test_events_tell_the_whole_story_without_a_gap(relays: Relays) -> None:
    relay = relays.submit(count=3)
    events = relays.tasks.events(relay.task_id)
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    kinds = [event["kind"] for event in events]
    assert kinds[:4] == ["queued", "started", "workflow_started", "stage_started"]
    assert kinds.count("unit_ended") == 4
    assert kinds[-1] == "succeeded"
    told = [event["progress"]["done"] for event in events if event["kind"] == "unit_ended"]
    assert told == [1, 2, 3, 4]


def test_the_list_of_tasks_shows_the_workflow_and_not_its_units(relays: Relays) -> None:
    relay = relays.submit(count=3)
    relay.finished()
    assert [task["task_id"] for task in relays.tasks.all()] == [relay.task_id]
    assert len(relay.units()) == 4


def test_results_can_be_read_while_other_units_still_run(relays: Relays) -> None:
    relay = relays.submit(count=3, held=True)
    first = relay.wait_until_running(3)[0]
    relay.let_go()
    relays.tasks.finished(first["task_id"])
    assert relays.tasks.result(first["task_id"])["result"]["number"] in range(3)
    relay.finished()


def test_tolerated_failures_make_a_workflow_partial(relays: Relays) -> None:
    relay = relays.submit(count=10, tolerated=0.3, broken=(2, 5))
    task = relay.finished()
    assert (task["status"], len(relay.units(status="failed"))) == ("partial", 2)
    assert relay.result() == {"total": sum(range(10)) - 7, "failed": 2, "decision": None}


def test_too_many_failures_fail_a_workflow_and_say_which(relays: Relays) -> None:
    relay = relays.submit(count=4, broken=(1,))
    task = relay.finished()
    assert (task["status"], task["error"]["code"]) == ("failed", "units_failed")
    assert "1: number 1 is broken" in task["error"]["message"]


def test_a_retry_runs_only_what_failed_and_what_depends_on_it(relays: Relays) -> None:
    relay = relays.submit(count=96, tolerated=0.1, broken=(3, 50, 95))
    assert relay.finished()["status"] == "partial"
    before = len(relay.notes())
    relay.mend_numbers(3, 50, 95)
    assert relays.tasks.client.post(f"/v1/tasks/{relay.task_id}/retry").is_success
    wait_until(lambda: relay.show()["status"] == "succeeded", seconds=60, what="the success of the retry")
    assert sorted(note["number"] for note in relay.notes()[before:] if note["do"] == "speak") == [3, 50, 95]
    assert relay.result()["total"] == sum(range(96))


def test_a_cancelled_workflow_ends_with_its_execution_and_all_its_units_within_two_seconds(relays: Relays) -> None:
    relay = relays.submit(count=12, held=True)
    relay.wait_until_running(UNITS_AT_ONCE)
    began = time.monotonic()
    relays.tasks.cancel(relay.task_id)
    wait_until(lambda: {unit["status"] for unit in relay.units()} == {"cancelled"}, what="the end of the units")
    taken = time.monotonic() - began
    assert [each["status"] for each in relays.executions(relay.task_id)] == ["ABORTED"]
    assert taken <= 2.0
    relay.let_go()
    Lane(relays.platform, LANE).wait_until_empty()
    assert relay.show()["status"] == "cancelled"
    assert {unit["status"] for unit in relay.units()} == {"cancelled"}


def test_a_cancelled_workflow_takes_along_units_that_wait_in_the_queue(relays: Relays) -> None:
    lane = Lane(relays.platform, LANE)
    with lane.held():
        relay = relays.submit(count=3)
        wait_until(lambda: lane.messages() >= 1, what="the workflow's own message")
    wait_until(lambda: relay.units(), what="the units")
    with lane.held():
        relays.tasks.cancel(relay.task_id)
        wait_until(lambda: unfinished(relay) == [], seconds=2.0, what="the end of the units")
    lane.wait_until_empty()
    assert relay.show()["status"] == "cancelled"


def test_a_start_that_comes_twice_starts_one_execution(relays: Relays) -> None:
    lane = Lane(relays.platform, LANE)
    relay = relays.submit(count=3, held=True)
    relay.wait_until_running(1)
    for _ in range(3):
        lane.wake(relay.task_id)
    relay.let_go()
    assert relay.finished()["status"] == "succeeded"
    assert [each["name"] for each in relays.executions(relay.task_id)] == [f"{relay.task_id}-1-1"]
    assert sorted(relay.spoken()) == [0, 1, 2]


def test_an_execution_stopped_from_outside_is_followed_by_the_next(relays: Relays) -> None:
    relay = relays.submit(count=8, held=True)
    relay.wait_until_running(UNITS_AT_ONCE)
    (execution,) = relays.executions(relay.task_id)
    relays.platform.aws("stepfunctions").stop_execution(executionArn=execution["executionArn"])
    look_now(relays, relay)
    relay.let_go()
    assert relay.finished()["status"] == "succeeded"
    names = {each["name"] for each in relays.executions(relay.task_id)}
    assert names == {f"{relay.task_id}-1-1", f"{relay.task_id}-1-2"}
    assert sorted(relay.spoken()) == list(range(8))


def test_a_refused_start_is_tried_again_later(relays: Relays) -> None:
    with no_machine(relays):
        relay = relays.submit(count=3)
        waiting = relay.wait_for("waiting")
        assert waiting["attempt"] == 0
    assert relays.executions(relay.task_id) == []
    bring_forward(relays.platform, [relay.task_id])
    sweep(relays.platform)
    assert relay.finished()["status"] == "succeeded"
    assert "start_refused" in [event["kind"] for event in relays.tasks.events(relay.task_id)]


def most_at_once(relay: Relay) -> int:
    notes = relay.notes()
    at_once: list[int] = [sum(note["began"] <= each["began"] < note["ended"] for note in notes) for each in notes]
    return max(at_once)


def unfinished(relay: Relay) -> list[str]:
    return [unit["task_id"] for unit in relay.units() if unit["status"] in ("queued", "running", "waiting")]


def look_now(relays: Relays, relay: Relay) -> None:
    """As if the time until the sweeper asks for the execution had passed."""
    relays.platform.table("tasks").update_item(
        Key={"task_id": relay.task_id},
        UpdateExpression="SET wake_at = :now",
        ExpressionAttributeValues={":now": int(time.time() * 1000)},
    )
    sweep(relays.platform)


@contextmanager
def no_machine(relays: Relays) -> Iterator[None]:
    """Inside, the state machine is gone, so every start is refused."""
    client = relays.platform.aws("stepfunctions")
    machine = client.describe_state_machine(stateMachineArn=relays.machine)
    client.delete_state_machine(stateMachineArn=machine["stateMachineArn"])
    try:
        yield
    finally:
        client.create_state_machine(**{name: machine[name] for name in ("name", "definition", "roleArn", "type")})
