"""Watching tasks over sockets: one's own only, bounded, replayed without a gap, cleaned up."""

from datetime import timedelta

import pytest

from chalicelib.domain.errors import (
    ConnectionNotFoundError,
    TaskNotFoundError,
    TooManyConnectionsError,
    TooManySubscriptionsError,
)
from chalicelib.domain.task import Event, Progress, Status
from chalicelib.entrypoints.http.presenters import event_view
from chalicelib.services.live_messages import event_message
from chalicelib.services.live_updates import (
    CONNECTION_LASTS,
    CONNECTIONS_PER_USER,
    REPLAY_SECONDS,
    SUBSCRIPTIONS_PER_CONNECTION,
)
from tests.fakes.clock import NOON
from tests.unit.live_bench import LiveBench
from tests.unit.workbench import ADMIN, ANN, BEN


def test_who_subscribes_is_told_where_the_task_is_and_gets_what_comes() -> None:
    bench = LiveBench()
    task = bench.task()
    bench.stream()
    bench.subscribe(bench.connect(), task)
    bench.happen(task, times=2)
    bench.stream()
    assert bench.sockets.sent["c1"][0] == {
        "type": "subscribed",
        "task_id": task.task_id,
        "status": "queued",
        "last_seq": 1,
    }
    assert bench.sockets.events("c1") == [(task.task_id, 2), (task.task_id, 3)]


def test_what_was_missed_is_replayed_and_marked_as_done() -> None:
    bench = LiveBench()
    task = bench.task()
    bench.happen(task, times=4)
    bench.stream()
    bench.subscribe(bench.connect(), task, after=2)
    assert bench.sockets.events("c1") == [(task.task_id, seq) for seq in (3, 4, 5)]
    assert bench.sockets.types("c1") == ["subscribed", "event", "event", "event", "replayed"]


@pytest.mark.parametrize("streamed", ["just_before", "just_after", "later"])
def test_no_event_falls_between_replay_and_push(streamed: str) -> None:
    bench = LiveBench()
    task = bench.task()
    bench.stream()
    bench.happen(task)
    setattr(bench.subscriptions, streamed, bench.stream)
    bench.subscribe(bench.connect(), task, after=1)
    bench.stream()
    assert set(bench.sockets.events("c1")) == {(task.task_id, 2)}


def test_the_units_of_a_workflow_come_along_pushed_and_replayed() -> None:
    bench = LiveBench()
    workflow = bench.workflow()
    units = [bench.task(number, parent=workflow) for number in (1, 2)]
    bench.happen(units[0])
    bench.stream()
    bench.subscribe(bench.connect(), workflow, after=2, units={units[0].task_id: 1})
    assert sorted(bench.sockets.events("c1")) == [(units[0].task_id, 2), (units[1].task_id, 1)]
    bench.happen(units[1])
    bench.stream()
    last = bench.sockets.sent["c1"][-1]
    assert (last["task_id"], last["seq"]) == (units[1].task_id, 2)
    assert (last["parent_id"], last["unit"]) == (workflow.task_id, "writing/2")


def test_an_event_that_is_watched_twice_comes_once() -> None:
    bench = LiveBench()
    workflow = bench.workflow()
    unit = bench.task(1, parent=workflow)
    bench.stream()
    connection = bench.connect()
    bench.subscribe(connection, workflow)
    bench.subscribe(connection, unit)
    bench.happen(unit)
    bench.stream()
    assert bench.sockets.events("c1") == [(unit.task_id, 2)]


def test_a_replay_that_takes_too_long_says_that_it_is_not_complete() -> None:
    bench = LiveBench()
    task = bench.task()
    bench.happen(task, times=4)
    bench.stream()
    bench.sockets.before_each_send = lambda: bench.clock.advance(REPLAY_SECONDS / 3)
    bench.subscribe(bench.connect(), task, after=0)
    assert 0 < len(bench.sockets.events("c1")) < 5
    assert bench.sockets.sent["c1"][-1] == {"type": "replayed", "task_id": task.task_id, "complete": False}


def test_nobody_watches_anothers_task_but_an_admin_any() -> None:
    bench = LiveBench()
    task = bench.task(owner=ANN)
    with pytest.raises(TaskNotFoundError):
        bench.subscribe(bench.connect("ben", BEN), task, after=0)
    bench.subscribe(bench.connect("root", ADMIN), task)
    bench.stream()
    bench.happen(task)
    bench.stream()
    assert bench.sockets.sent["ben"] == []
    assert bench.sockets.events("root") == [(task.task_id, 1), (task.task_id, 2)]


def test_who_unsubscribes_gets_nothing_more() -> None:
    bench = LiveBench()
    task = bench.task()
    connection = bench.connect()
    bench.subscribe(connection, task)
    bench.live.unsubscribe(connection, task.task_id)
    bench.live.unsubscribe(connection, task.task_id)
    bench.stream()
    assert bench.sockets.types("c1") == ["subscribed", "unsubscribed", "unsubscribed"]


def test_a_connection_watches_so_many_tasks_and_no_more() -> None:
    bench = LiveBench()
    connection = bench.connect()
    tasks = [bench.task(number) for number in range(SUBSCRIPTIONS_PER_CONNECTION + 1)]
    for task in tasks[:-1]:
        bench.subscribe(connection, task)
    with pytest.raises(TooManySubscriptionsError):
        bench.subscribe(connection, tasks[-1])


def test_a_user_has_so_many_sockets_but_closed_ones_make_room() -> None:
    bench = LiveBench()
    for number in range(CONNECTIONS_PER_USER):
        bench.connect(f"c{number}")
    with pytest.raises(TooManyConnectionsError):
        bench.connect("one more")
    bench.connect("ben", BEN)
    bench.sockets.closed = {"c3"}
    bench.connect("one more")
    assert "c3" not in bench.subscriptions.connections


def test_a_closed_connection_is_forgotten_by_the_first_push_that_meets_it() -> None:
    bench = LiveBench()
    task = bench.task()
    for name in ("gone", "here"):
        bench.subscribe(bench.connect(name), task)
    bench.sockets.closed = {"gone"}
    bench.stream()
    assert set(bench.subscriptions.connections) == {"here"}
    assert {name for name, _ in bench.subscriptions.subscriptions} == {"here"}
    assert bench.sockets.events("here") == [(task.task_id, 1)]


def test_a_connection_in_trouble_is_kept_and_delays_nobody() -> None:
    bench = LiveBench()
    task = bench.task()
    for name in ("slow", "quick"):
        bench.subscribe(bench.connect(name), task)
    bench.sockets.in_trouble = {"slow"}
    bench.stream()
    assert set(bench.subscriptions.connections) == {"slow", "quick"}
    assert bench.sockets.events("quick") == [(task.task_id, 1)]
    assert bench.telemetry.lines[-1].level == "WARNING"


def test_a_connection_that_closes_while_it_subscribes_leaves_nothing() -> None:
    bench = LiveBench()
    task = bench.task()
    connection = bench.connect()
    bench.live.disconnect("c1")
    bench.subscribe(connection, task, after=0)
    connection = bench.connect()
    bench.sockets.closed = {"c1"}
    bench.subscribe(connection, task, after=0)
    assert (bench.subscriptions.connections, bench.subscriptions.subscriptions) == ({}, {})


def test_a_connection_is_not_known_for_ever() -> None:
    bench = LiveBench()
    connection = bench.connect()
    task = bench.task()
    bench.subscribe(connection, task)
    bench.clock.advance(CONNECTION_LASTS.total_seconds())
    with pytest.raises(ConnectionNotFoundError):
        bench.live.connection("c1")
    bench.stream()
    assert bench.sockets.events("c1") == []


def test_a_batch_costs_one_query_for_each_owner_and_no_message_while_nobody_watches() -> None:
    bench = LiveBench()
    for number in range(40):
        bench.happen(bench.task(number, owner=(ANN, BEN)[number % 2]))
    bench.stream()
    assert (bench.subscriptions.queries, bench.sockets.sent) == (2, {})
    bench.consume([])
    assert bench.subscriptions.queries == 2


def test_a_message_shows_an_event_as_the_list_of_events_does() -> None:
    event = Event(3, NOON + timedelta(milliseconds=7), "progressed", Status.RUNNING, Progress(1, 2, "写作"), "so far")
    message = event_message(LiveBench().task(), event)
    shown = event_view(event).model_dump(mode="json")
    assert {name: message[name] for name in shown if name != "progress"} | {"progress": shown["progress"]} == shown
    assert shown["progress"].items() <= message["progress"].items()
