"""The WebSocket functions: who gets in, what a message may be, and that no mistake ends a connection."""

import json
from typing import Any

import pytest

import app
from tests.fakes.sockets import InMemorySockets
from tests.fakes.subscriptions import InMemorySubscriptions
from tests.unit.api.conftest import KEYS, World
from tests.unit.api.test_submitting import TASK

Json = dict[str, Any]


class Sockets:
    """API Gateway, seen from the functions."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.sent, self.subscriptions = InMemorySockets(), InMemorySubscriptions()
        world.platform.sockets = self.sent
        world.platform.subscriptions = self.subscriptions

    def connect(self, name: str = "c1", *, headers: Json | None = None, query: Json | None = None) -> int:
        event = self._event(name, headers=headers or {}, queryStringParameters=query)
        return int(app.websocket_connect(event, None)["statusCode"])

    def say(self, text: str | Json, name: str = "c1") -> Json:
        """The answer, which comes as a message."""
        body = text if isinstance(text, str) else json.dumps(text)
        assert app.websocket_message(self._event(name, body=body), None) == {"statusCode": 200}
        return self.sent.sent[name][-1]

    def disconnect(self, name: str = "c1") -> None:
        app.websocket_disconnect(self._event(name), None)

    def _event(self, name: str, **fields: Any) -> Json:
        context = {"domainName": "a.execute-api.example", "stage": "local", "connectionId": name, "apiId": "a"}
        return {"requestContext": context, **fields}


@pytest.fixture
def sockets(world: World, monkeypatch: pytest.MonkeyPatch) -> Sockets:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    return Sockets(world)


def bearer(name: str) -> Json:
    return {"Authorization": f"Bearer {KEYS[name]}"}


def submitted(world: World, name: str = "alice") -> str:
    return str(world.as_user(name).post("/v1/tasks", TASK).json["task_id"])


def test_a_key_opens_the_door_by_header_whatever_its_case_or_by_query(sockets: Sockets) -> None:
    assert sockets.connect(headers=bearer("alice")) == 200
    assert sockets.connect("c2", headers={"authorization": f"bearer {KEYS['bob']}"}) == 200
    assert sockets.connect("c3", query={"access_token": KEYS["alice"]}) == 200
    assert set(sockets.subscriptions.connections) == {"c1", "c2", "c3"}


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"headers": {"Authorization": "Bearer chk_wrong"}},
        {"headers": {"Authorization": f"Bearer chk_{'x' * 43}"}},
        {"query": {"access_token": f"chk_{'x' * 43}"}},
        {"query": {"access_token": ""}},
        {"headers": {"Authorization": "Bearer chk_wrong"}, "query": {"access_token": KEYS["alice"]}},
    ],
)
def test_without_a_good_key_the_handshake_is_refused(given: Json, sockets: Sockets) -> None:
    assert sockets.connect(**given) == 401
    assert sockets.subscriptions.connections == {}


def test_no_key_is_ever_logged(sockets: Sockets, world: World) -> None:
    sockets.connect(query={"access_token": KEYS["alice"]})
    sockets.connect("c2", query={"access_token": "chk_" + "s" * 43})
    sockets.say("{")
    assert "chk_" not in repr(world.telemetry.lines)


def test_the_twenty_first_socket_of_a_user_is_one_too_many(sockets: Sockets) -> None:
    answers = [sockets.connect(f"c{number}", headers=bearer("alice")) for number in range(21)]
    assert answers == [200] * 20 + [429]


def test_what_is_sent_goes_to_the_api_that_holds_the_connection(sockets: Sockets) -> None:
    sockets.connect(headers=bearer("alice"))
    assert sockets.subscriptions.connections["c1"].socket.endpoint == "https://a.execute-api.example/local"


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("", "malformed_json"),
        ("{", "malformed_json"),
        ("[]", "malformed_json"),
        ("[" * 50_000, "malformed_json"),
        ('{"action":"subscribe","task_id":"\\ud800"}', "malformed_json"),
        ("{}", "validation_failed"),
        ({"action": "dance"}, "validation_failed"),
        ({"action": ["ping"]}, "validation_failed"),
        ({"action": "ping", "more": 1}, "validation_failed"),
        ({"action": "subscribe"}, "validation_failed"),
        ({"action": "subscribe", "task_id": ""}, "validation_failed"),
        ({"action": "subscribe", "task_id": 7}, "validation_failed"),
        ({"action": "subscribe", "task_id": "t", "after": -1}, "validation_failed"),
        ({"action": "subscribe", "task_id": "t", "after": "1"}, "validation_failed"),
        ({"action": "subscribe", "task_id": "t", "after": True}, "validation_failed"),
        ({"action": "subscribe", "task_id": "t", "units": {"u": None}}, "validation_failed"),
        ({"action": "subscribe", "task_id": "t", "units": {f"u{n}": 1 for n in range(2001)}}, "validation_failed"),
        ({"action": "subscribe", "task_id": "t"}, "task_not_found"),
        ({"action": "unsubscribe"}, "validation_failed"),
        (json.dumps({"action": "ping", "more": "x" * 140_000}), "body_too_large"),
    ],
)
def test_a_mistake_is_answered_and_the_connection_stays(message: str | Json, code: str, sockets: Sockets) -> None:
    sockets.connect(headers=bearer("alice"))
    answer = sockets.say(message)
    assert (answer["type"], answer["code"]) == ("error", code)
    assert answer["detail"]
    assert sockets.say({"action": "ping"}) == {"type": "pong"}


def test_watching_ones_own_task_and_giving_it_up(sockets: Sockets, world: World) -> None:
    sockets.connect(headers=bearer("alice"))
    task_id = submitted(world)
    sockets.say({"action": "subscribe", "task_id": task_id, "after": 0.0})
    assert sockets.sent.types("c1") == ["subscribed", "event", "replayed"]
    assert [each.task_id for each in sockets.subscriptions.subscriptions.values()] == [task_id]
    assert sockets.say({"action": "unsubscribe", "task_id": task_id})["type"] == "unsubscribed"
    assert sockets.subscriptions.subscriptions == {}


def test_anothers_task_is_as_unknown_as_one_that_is_not_there(sockets: Sockets, world: World) -> None:
    sockets.connect(headers=bearer("bob"))
    task_id = submitted(world)
    answer = sockets.say({"action": "subscribe", "task_id": task_id})
    assert (answer["code"], answer["task_id"]) == ("task_not_found", task_id)
    assert sockets.subscriptions.subscriptions == {}


def test_a_connection_that_is_not_known_is_told_to_connect_again(sockets: Sockets) -> None:
    assert sockets.say({"action": "ping"})["code"] == "connection_not_found"


def test_who_leaves_is_forgotten(sockets: Sockets, world: World) -> None:
    sockets.connect(headers=bearer("alice"))
    sockets.say({"action": "subscribe", "task_id": submitted(world)})
    sockets.disconnect()
    sockets.disconnect()
    assert (sockets.subscriptions.connections, sockets.subscriptions.subscriptions) == ({}, {})
