"""Steering without a deployment: pause and resume, limit, refuse; and the urgent lane is never behind the slow one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http import HTTPStatus

import httpx

from tests.e2e.conftest import MakeUser
from tests.e2e.faults import Lane, bring_forward, changed_lane, lane_state, sweep
from tests.e2e.local_cloud import Platform, wait_until
from tests.e2e.providers import Providers
from tests.e2e.tasks import Tasks, content_request, creator_request

NORMAL, LOW = "generation-normal", "generation-low"
FLAG_SECONDS = 5.0
BACKLOG = 1000


def test_a_paused_lane_takes_tasks_and_starts_them_when_it_is_resumed(
    tasks: Tasks, api: httpx.Client, platform: Platform
) -> None:
    with changed_lane(api, LOW, paused=True, back={"paused": False}):
        assert lane_state(api, LOW)["paused"]
        _wait_until_flags_are_known()
        task_ids = tasks.submit_many([content_request(topic=f"Paused {n}") for n in range(5)], priority=2)
        urgent = tasks.submit(priority=9)["task_id"]
        assert tasks.finished(urgent)["status"] == "succeeded"
        bring_forward(platform, task_ids)
        assert sweep(platform)["sent"] == 0
        assert {tasks.show(task_id)["status"] for task_id in task_ids} == {"queued"}

    _wait_until_flags_are_known()
    bring_forward(platform, task_ids)
    sweep(platform)

    assert len(tasks.all_succeeded(6, seconds=30)) == 6


def test_a_switched_off_task_type_is_refused_and_its_tasks_finish(
    tasks: Tasks, api: httpx.Client, providers: Providers
) -> None:
    running = tasks.submit(**creator_request("Switched off", "pause=3"))["task_id"]
    with _not_accepting(api):
        refusal = wait_until(lambda: _refusal(tasks), seconds=FLAG_SECONDS, what="the refusal")
        assert refusal is not None
        assert refusal.json()["code"] == "task_type_disabled"
        assert int(refusal.headers["Retry-After"]) > 0
        assert tasks.finished(running)["status"] == "succeeded"
        assert len(providers.creator.runs("Switched off")) == 1

    wait_until(lambda: _refusal(tasks) is None, seconds=FLAG_SECONDS + 1, what="the acceptance")


def test_a_lowered_concurrency_is_never_exceeded(tasks: Tasks, api: httpx.Client, providers: Providers) -> None:
    usual = lane_state(api, NORMAL)["max_concurrency"]
    with changed_lane(api, NORMAL, max_concurrency=2, back={"max_concurrency": usual}):
        assert lane_state(api, NORMAL)["max_concurrency"] == 2
        tasks.submit_many(creator_request(f"Two at once {number}", "pause=0.3") for number in range(12))
        tasks.all_succeeded(12, seconds=60)

    assert providers.creator.most_at_once("Two at once") == 2
    assert lane_state(api, NORMAL)["max_concurrency"] == usual > 2


def test_an_urgent_task_starts_within_two_seconds_while_a_thousand_wait_in_the_low_lane(
    tasks: Tasks, make_user: MakeUser, platform: Platform
) -> None:
    urgent = Tasks(make_user())
    urgent.finished(urgent.submit(priority=10)["task_id"])  # a warm worker, as in a platform at work
    requests = [content_request(topic=f"Backlog {n}", reference_text=None) for n in range(BACKLOG)]

    with Lane(platform, LOW).abandoned_afterwards() as backlog:
        backlog += tasks.submit_many(requests, priority=1)
        task_id = urgent.submit(priority=10)["task_id"]
        started = urgent.finished(task_id)
        still_waiting = len(tasks.all(status="queued"))

    assert _seconds_between(started["created_at"], started["started_at"]) < 2.0
    assert still_waiting > BACKLOG // 2


def _wait_until_flags_are_known() -> None:
    """Every container remembers the flags for five seconds."""
    known_at = time.monotonic() + FLAG_SECONDS
    wait_until(lambda: time.monotonic() >= known_at, what="the end of remembered flags")


@contextmanager
def _not_accepting(admin: httpx.Client) -> Iterator[None]:
    admin.put("/v1/flags/content_generation", json={"accepting": False}).raise_for_status()
    try:
        yield
    finally:
        admin.put("/v1/flags/content_generation", json={"accepting": True}).raise_for_status()


def _refusal(tasks: Tasks) -> httpx.Response | None:
    """The answer to a submission, if that is refused."""
    answer = tasks.client.post("/v1/content", json=content_request(topic="Is it accepted?"))
    return answer if answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE else None


def _seconds_between(earlier: str, later: str) -> float:
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds()
