"""Live updates: pushed over a socket to who may see them, nothing missed, and the same by polling."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from socket import SHUT_RDWR
from typing import Any

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from contenthub.client import Client
from contenthub.live import LiveEvent, LiveEvents
from contenthub.live_events import InOrder
from contenthub.live_polling import PolledEvents
from contenthub.waiting import Pace, Trouble
from infrastructure.local.child_environment import aws_client_environment
from infrastructure.local.settings import PROJECT
from tests.e2e.conftest import MakeUser
from tests.e2e.local_cloud import ONLY_LOCAL, Platform, wait_until
from tests.e2e.tasks import Json, Tasks, creator_request, in_days

ANSWER_SECONDS = 20.0
NO_EVENT_SECONDS = 1.0


class Socket:
    """One user's connection, spoken to as any client would."""

    def __init__(self, platform: Platform, key: str) -> None:
        url = platform.outputs["public_live_url"]
        self._opening: AbstractContextManager[ClientConnection] = connect(
            url, additional_headers={"Authorization": f"Bearer {key}"}, proxy=None
        )

    def __enter__(self) -> Socket:
        self._socket = self._opening.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self._opening.__exit__(*error)

    def say(self, **message: Any) -> None:
        self._socket.send(json.dumps(message))

    def hear(self, seconds: float = ANSWER_SECONDS) -> Json:
        message = json.loads(self._socket.recv(timeout=seconds))
        assert isinstance(message, dict)
        return message

    def events(self) -> Iterator[Json]:
        """Until the task of one of them has ended."""
        while True:
            message = self.hear()
            if message["type"] == "event":
                yield message
                if message["status"] == "succeeded":
                    return

    def break_off(self) -> None:
        """As when the network goes away: without a word."""
        self._socket.socket.shutdown(SHUT_RDWR)


@pytest.fixture(autouse=True)
def _has_sockets(platform: Platform) -> None:
    if not platform.outputs.get("public_live_url"):
        pytest.skip(ONLY_LOCAL)


def key_of(tasks: Tasks) -> str:
    return str(tasks.client.headers["Authorization"]).removeprefix("Bearer ")


def client_of(platform: Platform, tasks: Tasks) -> Client:
    return Client(platform.base_url, key_of(tasks))


def polled(platform: Platform, task_id: str, tasks: Tasks) -> list[LiveEvent]:
    with client_of(platform, tasks) as client:
        seen = InOrder()
        source = PolledEvents(client.tasks, task_id, seen, max_wait_seconds=60, pace=Pace())
        return [event for news in source if not isinstance(news, Trouble) for event in seen.admit(news)]


def shown(event: LiveEvent) -> tuple[object, ...]:
    progress: Json = {**(event.progress or {})}
    steps = tuple(progress.get(name) for name in ("done", "total", "step"))
    return event.task_id, event.seq, event.at, event.kind, event.status, event.message, steps


def subscription_rows(platform: Platform) -> list[Json]:
    rows: list[Json] = platform.table("subscriptions").scan(ConsistentRead=True)["Items"]
    return rows


def test_a_task_is_watched_to_its_end_and_polling_gives_the_same(platform: Platform, tasks: Tasks) -> None:
    task_id = tasks.submit()["task_id"]
    with client_of(platform, tasks) as client:
        pushed = list(LiveEvents(client, task_id, max_wait_seconds=60).events())
    assert [event.seq for event in pushed] == list(range(1, len(pushed) + 1))
    assert (pushed[0].kind, pushed[-1].status) == ("queued", "succeeded")
    assert [shown(event) for event in pushed] == [shown(event) for event in polled(platform, task_id, tasks)]
    assert [event.seq for event in pushed] == [event["seq"] for event in tasks.events(task_id)]


@pytest.mark.usefixtures("providers")
def test_a_socket_brings_what_happens_while_it_happens(platform: Platform, tasks: Tasks) -> None:
    with Socket(platform, key_of(tasks)) as socket:
        task_id = tasks.submit(**creator_request("slowly", "pause=2"))["task_id"]
        socket.say(action="subscribe", task_id=task_id, after=0)
        seen = [(event["seq"], event["kind"], time.monotonic()) for event in socket.events()]
    seqs = {seq for seq, _, _ in seen}  # what happens during the replay comes twice
    assert seqs == set(range(1, len(seqs) + 1))
    moments = {kind: moment for _, kind, moment in reversed(seen)}
    assert moments["succeeded"] - moments["started"] > 1


@pytest.mark.usefixtures("providers")
def test_who_loses_the_socket_and_comes_back_misses_nothing(platform: Platform, tasks: Tasks) -> None:
    with Socket(platform, key_of(tasks)) as socket:
        task_id = tasks.submit(**creator_request("cut off", "pause=1"))["task_id"]
        socket.say(action="subscribe", task_id=task_id, after=0)
        first = next(event["seq"] for event in socket.events() if event["seq"] == 1)
        socket.break_off()
    tasks.finished(task_id)
    with Socket(platform, key_of(tasks)) as socket:
        socket.say(action="subscribe", task_id=task_id, after=first)
        later = [event["seq"] for event in socket.events()]
    assert [first, *later] == [event["seq"] for event in tasks.events(task_id)]


def test_another_users_task_cannot_be_watched(platform: Platform, tasks: Tasks, make_user: MakeUser) -> None:
    stranger = Tasks(make_user())
    task_id = tasks.submit()["task_id"]
    with Socket(platform, key_of(stranger)) as socket:
        socket.say(action="subscribe", task_id=task_id, after=0)
        error = socket.hear()
        assert (error["type"], error["code"], error["task_id"]) == ("error", "task_not_found", task_id)
        tasks.finished(task_id)
        with pytest.raises(TimeoutError):
            socket.hear(NO_EVENT_SECONDS)


def test_an_admin_watches_anybodys_task(platform: Platform, tasks: Tasks, admin_key: str) -> None:
    task_id = tasks.submit()["task_id"]
    with Socket(platform, admin_key) as socket:
        socket.say(action="subscribe", task_id=task_id, after=0)
        assert [event["task_id"] for event in socket.events()][-1] == task_id


@pytest.mark.parametrize("key", [None, "chk_wrong", "chk_" + "x" * 43])
def test_nobody_connects_without_a_good_key_by_header_or_query(key: str | None, platform: Platform) -> None:
    url = platform.outputs["public_live_url"]
    for address, headers in (
        (url, {"Authorization": f"Bearer {key}"} if key else {}),
        (f"{url}/?access_token={key}" if key else url, {}),
    ):
        with pytest.raises(InvalidStatus) as refused, connect(address, additional_headers=headers, proxy=None):
            pass
        assert refused.value.response.status_code in (401, 403)


def test_a_key_in_the_query_opens_the_door_and_stands_in_no_log(platform: Platform, tasks: Tasks) -> None:
    key = key_of(tasks)
    with connect(f"{platform.outputs['public_live_url']}/?access_token={key}", proxy=None) as socket:
        socket.send('{"action":"ping"}')
        assert json.loads(socket.recv(timeout=ANSWER_SECONDS)) == {"type": "pong"}
    if platform.cloud is not None:
        logs = [path.read_text(errors="replace") for path in platform.cloud.settings.logs.iterdir()]
        assert not any(key in log for log in logs)


def test_mistakes_are_answered_and_the_socket_stays_open(platform: Platform, tasks: Tasks) -> None:
    with Socket(platform, key_of(tasks)) as socket:
        for text, code in (("{", "malformed_json"), ("[]", "malformed_json"), ('{"action":"x"}', "validation_failed")):
            socket._socket.send(text)
            assert socket.hear()["code"] == code
        socket.say(action="ping")
        assert socket.hear() == {"type": "pong"}


def test_rows_go_with_the_socket_and_a_dead_ones_with_the_first_push(platform: Platform, tasks: Tasks) -> None:
    with Socket(platform, key_of(tasks)) as socket:
        task_id = tasks.submit(run_at=in_days(1))["task_id"]
        socket.say(action="subscribe", task_id=task_id)
        socket.hear()
        (alive,) = [row for row in subscription_rows(platform) if row.get("task_id") == task_id]
        dead = {**alive, "connection_id": "dead", "member_id": f"{task_id}#dead"}
        platform.table("subscriptions").put_item(Item=dead)
        tasks.cancel(task_id)
        wait_until(lambda: dead not in subscription_rows(platform), what="the end of the dead connection's row")
        assert alive in subscription_rows(platform)
    wait_until(
        lambda: not [row for row in subscription_rows(platform) if row.get("connection_id") == alive["connection_id"]],
        what="the end of the closed connection's rows",
    )


def test_without_sockets_the_same_iterator_polls(platform: Platform, tasks: Tasks) -> None:
    """Switched off, the stage has no WebSocket API at all; everything else works."""
    if platform.cloud is None:
        pytest.skip(ONLY_LOCAL)
    _deploy_without_live_updates(platform)
    try:
        with client_of(platform, tasks) as client:
            assert client.service.info()["live_url"] is None
            task_id = tasks.submit()["task_id"]
            events = list(LiveEvents(client, task_id, max_wait_seconds=60).events())
        assert [event.seq for event in events] == [event["seq"] for event in tasks.events(task_id)]
        live = platform.outputs["public_live_url"].replace("ws://", "http://")
        assert httpx.get(live, trust_env=False).json()["code"] == "edge_live_updates_not_deployed"
    finally:
        platform.cloud.deploy()


def _deploy_without_live_updates(platform: Platform) -> None:
    assert platform.cloud is not None
    settings = platform.cloud.settings
    command = [sys.executable, "-m", "infrastructure.deploy", "--stage", platform.stage]
    command += ["--endpoint", settings.endpoint, "--public-url", settings.public_url]
    command += ["--outputs", str(settings.outputs_file), "--build-folder", str(settings.build_folder)]
    command += ["--set", "LIVE_UPDATES=false"]
    subprocess.run(command, cwd=PROJECT, env=aws_client_environment(settings), check=True, capture_output=True)
