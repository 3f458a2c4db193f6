"""Following a task live: by socket where there is one, else by asking; the same events either way."""

from collections.abc import Iterator

import pytest

from contenthub.client import Client
from contenthub.errors import NotFoundError, WaitTimedOutError
from contenthub.live import LiveEvents
from contenthub.live_socket import may_carry_the_key
from contenthub.waiting import Pace, Trouble
from tests.unit.cli.conftest import KEY, FakeClock
from tests.unit.cli.fake_api import Answer, FakeApi
from tests.unit.cli.live_server import Conversation, LiveServer, Script, live_server
from tests.unit.cli.samples import TASK_ID, event, events, task

TASK = f"/v1/tasks/{TASK_ID}"
UNIT = "01KAMR5W3T8Q0ZV6N4Y2X9UN1T"
NO_PAUSES = Pace(sleep=lambda _: None)


@pytest.fixture
def client(api: FakeApi) -> Iterator[Client]:
    api.gives("GET", TASK, task(status="running"))
    with Client(api.url, KEY) as made:
        yield made


def seqs(client: Client, *, after: int = 0, pace: Pace = NO_PAUSES) -> list[int]:
    return [each.seq for each in LiveEvents(client, TASK_ID, after=after, pace=pace).events()]


def test_events_come_over_the_socket_once_each_and_in_order(api: FakeApi, client: Client) -> None:
    def script(server: Conversation) -> None:
        assert server.hear() == {"action": "subscribe", "task_id": TASK_ID, "after": 2}
        server.subscribed(TASK_ID, last_seq=4)
        for seq in (2, 4, 3, 3, 6, 5):
            server.event(TASK_ID, seq)
        server.say(something="else")
        server.event(TASK_ID, 7, "succeeded")

    with live_server(script) as (server, url):
        api.gives("GET", "/info", {"live_url": url})
        assert seqs(client, after=2) == [3, 4, 5, 6, 7]
    assert server.authorizations == [f"Bearer {KEY}"]
    assert api.asked("GET", f"{TASK}/events") == []


def test_a_broken_connection_is_taken_up_where_it_broke(api: FakeApi, client: Client) -> None:
    def first(server: Conversation) -> None:
        server.hear()
        server.subscribed(TASK_ID)
        server.event(TASK_ID, 1)
        server.event(UNIT, 1, parent_id=TASK_ID, unit="writing/1")
        server.event(TASK_ID, 3, "failed")

    def second(server: Conversation) -> None:
        assert server.hear() == {"action": "subscribe", "task_id": TASK_ID, "after": 1, "units": {UNIT: 1}}
        server.subscribed(TASK_ID, last_seq=3)
        server.event(TASK_ID, 2)

    with live_server(first, second) as (_, url):
        api.gives("GET", "/info", {"live_url": url})
        got = [(each.task_id, each.seq) for each in LiveEvents(client, TASK_ID, pace=NO_PAUSES).events()]
    assert got == [(TASK_ID, 1), (UNIT, 1), (TASK_ID, 2), (TASK_ID, 3)]


def test_a_replay_that_was_cut_is_asked_for_again(api: FakeApi, client: Client) -> None:
    def script(server: Conversation) -> None:
        server.hear()
        server.subscribed(TASK_ID, last_seq=2)
        server.event(TASK_ID, 1)
        server.say(type="replayed", task_id=TASK_ID, complete=False)
        assert server.hear()["after"] == 1
        server.event(TASK_ID, 2, "cancelled")

    with live_server(script) as (_, url):
        api.gives("GET", "/info", {"live_url": url})
        assert seqs(client) == [1, 2]


def test_an_end_in_an_earlier_run_of_the_task_is_not_the_end(api: FakeApi, client: Client) -> None:
    def script(server: Conversation) -> None:
        server.hear()
        server.subscribed(TASK_ID, status="running", last_seq=4)
        for seq, status in ((1, "queued"), (2, "failed"), (3, "queued"), (4, "running"), (5, "succeeded")):
            server.event(TASK_ID, seq, status)

    with live_server(script) as (_, url):
        api.gives("GET", "/info", {"live_url": url})
        assert seqs(client) == [1, 2, 3, 4, 5]


def test_a_task_that_has_ended_long_ago_has_no_more_events(api: FakeApi, client: Client) -> None:
    def script(server: Conversation) -> None:
        server.hear()
        server.subscribed(TASK_ID, status="succeeded", last_seq=3)
        server.hear()

    with live_server(script) as (_, url):
        api.gives("GET", "/info", {"live_url": url})
        assert seqs(client, after=3) == []


@pytest.mark.parametrize("live_url", [None, "ws://127.0.0.1:9", "ws://example.com/in-the-clear", "nonsense", 7])
def test_without_a_usable_socket_the_events_are_asked_for(live_url: object, api: FakeApi, client: Client) -> None:
    api.gives("GET", "/info", {"live_url": live_url})
    api.gives("GET", f"{TASK}/events", events(event(1, "queued"), event(2)))
    api.gives("GET", f"{TASK}/events", events(event(3, "succeeded"), finished=True))
    assert seqs(client) == [1, 2, 3]


def test_a_server_of_before_live_updates_is_asked_for_the_events(api: FakeApi, client: Client) -> None:
    api.gives("GET", f"{TASK}/events", events(event(1, "succeeded"), finished=True))
    assert seqs(client) == [1]


def refuse_subscription(server: Conversation) -> None:
    server.hear()
    server.say(type="error", code="too_many_subscriptions", detail="a connection may watch 50 tasks")


def lose_everything(server: Conversation) -> None:
    server.hear()
    server.subscribed(TASK_ID)
    server.event(TASK_ID, 1)


@pytest.mark.parametrize(("script", "expected_from"), [(None, 0), (refuse_subscription, 0), (lose_everything, 1)])
def test_a_socket_that_is_refused_or_keeps_breaking_is_given_up_without_a_gap(
    script: Script | None, expected_from: int, api: FakeApi, client: Client
) -> None:
    scripts = [] if script is None else [script]
    api.gives(
        "GET", f"{TASK}/events", events(event(expected_from + 1), event(expected_from + 2, "succeeded"), finished=True)
    )
    with live_server(*scripts) as (server, url):
        assert isinstance(server, LiveServer)
        api.gives("GET", "/info", {"live_url": url})
        assert seqs(client) == list(range(1, expected_from + 3))
    assert api.asked("GET", f"{TASK}/events")[0].query["after"] == str(expected_from)


def test_polling_brings_the_units_too(api: FakeApi, client: Client) -> None:
    api.forget_answers("GET", TASK)
    api.gives("GET", TASK, {**task(status="waiting"), "children_url": f"{TASK}/children"})
    unit = {**task(status="succeeded"), "task_id": UNIT, "unit": "writing/1", "parent_id": TASK_ID, "last_seq": 2}
    api.gives("GET", f"{TASK}/events", events(event(1, "queued")))
    api.gives("GET", f"{TASK}/events", events(event(2, "succeeded"), finished=True))
    api.gives("GET", "/v1/tasks", {"items": [unit], "next_cursor": None})
    api.gives("GET", f"/v1/tasks/{UNIT}/events", events(event(1), event(2, "succeeded"), finished=True))

    got = [(each.task_id, each.seq, each.unit) for each in LiveEvents(client, TASK_ID, pace=NO_PAUSES).events()]

    assert got == [(TASK_ID, 1, None), (UNIT, 1, "writing/1"), (UNIT, 2, "writing/1"), (TASK_ID, 2, None)]
    assert len(api.asked("GET", f"/v1/tasks/{UNIT}/events")) == 1


def test_trouble_is_told_and_survived(api: FakeApi, client: Client, clock: FakeClock) -> None:
    troubles: list[Trouble] = []
    api.answers("GET", f"{TASK}/events", Answer(drop=True))
    api.gives("GET", f"{TASK}/events", events(event(1, "succeeded"), finished=True))
    live = LiveEvents(client, TASK_ID, pace=clock.pace, on_trouble=troubles.append)
    assert [each.seq for each in live.events()] == [1]
    assert (len(troubles), live.last_seq) == (1, 1)


def test_waiting_ends_with_the_time_that_was_given(api: FakeApi, client: Client, clock: FakeClock) -> None:
    api.gives("GET", f"{TASK}/events", events())
    with pytest.raises(WaitTimedOutError):
        list(LiveEvents(client, TASK_ID, max_wait_seconds=30, pace=clock.pace).events())


def test_an_unknown_task_is_an_error_at_once(api: FakeApi, client: Client) -> None:
    api.forget_answers("GET", TASK)
    with pytest.raises(NotFoundError):
        seqs(client)


def test_the_key_is_never_sent_in_the_clear_to_another_machine() -> None:
    urls = ("wss://a.example/prod", "ws://localhost:18030", "ws://127.0.0.1:1", "ws://a.example", "http://localhost")
    assert [may_carry_the_key(url) for url in urls] == [True, True, True, False, False]
