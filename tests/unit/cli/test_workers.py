"""`worker ping` and `worker inspect`."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.cli.conftest import CommandLine, FakeClock
from tests.unit.cli.fake_api import Answer, FakeApi
from tests.unit.cli.samples import event, events, task
from tests.unit.cli.workflow_samples import UNITS, workflow

Golden = Callable[[str, str], None]
LEVELS = ("high", "normal", "low")
LANES = {
    "items": [
        {"lane": f"generation-{level}", "paused": level == "low", "waiting": 7, "in_flight": 0} for level in LEVELS
    ]
}


def ping_task(level: str, status: str = "succeeded", **changes: Any) -> dict[str, Any]:
    return task(
        status,
        task_id=f"ping-{level}",
        task_type="health_check",
        lane=f"generation-{level}",
        created_at="2026-11-22T04:57:59.250Z",
        **changes,
    )


@pytest.fixture(autouse=True)
def _lanes(api: FakeApi) -> None:
    submitted = [{"task_id": f"ping-{level}", "task_type": "health_check", "status": "queued"} for level in LEVELS]
    api.answers("POST", "/v1/tasks", *(Answer(202, body) for body in submitted))
    api.gives("GET", "/v1/lanes", LANES)
    for level in LEVELS:
        result = {"task_id": f"ping-{level}", "status": "succeeded", "result": {"pong": True, "worker": "host:1"}}
        api.gives("GET", f"/v1/tasks/ping-{level}/result", result)


def answers(api: FakeApi, level: str, ended: dict[str, Any]) -> None:
    finished = bool(ended["finished_at"])
    page = events(event(1, ended["status"]), finished=True) if finished else events()
    api.gives("GET", f"/v1/tasks/ping-{level}/events", page)
    api.gives("GET", f"/v1/tasks/ping-{level}", ended)


def test_every_lane_is_asked_and_its_time_is_told(api: FakeApi, contenthub: CommandLine, golden: Golden) -> None:
    for level in LEVELS:
        answers(api, level, ping_task(level))

    run = contenthub("worker", "ping", "--no-color", terminal=True)

    assert run.exit_code == 0
    golden("worker_ping", run.output)
    sent = [request.body for request in api.asked("POST", "/v1/tasks")]
    assert [body["priority"] for body in sent] == [9, 5, 1]
    assert {body["task_type"] for body in sent} == {"health_check"}


def test_a_lane_that_is_silent_is_told_with_its_reason_and_cancelled(
    api: FakeApi, contenthub: CommandLine, golden: Golden, clock: FakeClock
) -> None:
    error = {"code": "worker_crashed", "message": "the worker ended without an answer", "retryable": True}
    answers(api, "high", ping_task("high", "failed", error=error))
    answers(api, "normal", ping_task("normal", "queued"))
    answers(api, "low", ping_task("low", "queued"))
    for level in LEVELS:
        api.gives("POST", f"/v1/tasks/ping-{level}/cancel", ping_task(level, "cancelled"))

    run = contenthub("worker", "ping", "--max-wait", "3s", "--no-color", terminal=True)

    assert run.exit_code == 1
    golden("worker_ping_silent", run.output)
    assert sum(clock.pauses) == pytest.approx(3.0)
    assert api.asked("POST", "/v1/tasks/ping-high/cancel") == []
    assert len(api.asked("POST", "/v1/tasks/ping-low/cancel")) == 1


def test_a_lane_that_takes_nothing_is_told_too(api: FakeApi, contenthub: CommandLine) -> None:
    for level in LEVELS[1:]:
        answers(api, level, ping_task(level))
    api.forget_answers("POST", "/v1/tasks")
    api.refuses("POST", "/v1/tasks", 422, "unknown_task_type")
    api.answers("POST", "/v1/tasks", *(Answer(202, {"task_id": f"ping-{level}"}) for level in LEVELS[1:]))

    run = contenthub("worker", "ping", "--json")

    rows = json.loads(run.stdout)["items"]
    assert run.exit_code == 1
    assert [row["answer"] for row in rows] == ["silent", "pong", "pong"]
    assert "unknown_task_type" in rows[0]["detail"]
    assert rows[1]["milliseconds"] == 750


def test_active_are_tasks_and_units_that_run(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", "/v1/tasks", {"items": [task("running")]})
    api.gives("GET", "/v1/tasks", {"items": [workflow(), task("waiting", waiting_for="review")]})
    running = [unit for unit in UNITS if unit["status"] == "running"]
    api.gives("GET", f"/v1/tasks/{workflow()['task_id']}/children", {"items": running})

    run = contenthub("worker", "inspect", "active")

    assert run.exit_code == 0
    assert [line.split("\t")[2] for line in run.stdout.splitlines()] == ["unit", "", "content/tutorial/lists"]
    assert len(api.requests) == 3


def test_registered_and_active_queues_are_what_the_service_says(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", "/info", {"task_types": [{"name": "health_check", "lanes": ["generation-low"]}]})

    assert "health_check" in contenthub("worker", "inspect", "registered").stdout
    assert "generation-high" in contenthub("worker", "inspect", "active_queues").stdout
