"""The ways into the deployed platform that the other end-to-end tests use."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

import httpx

from infrastructure.naming import function_name
from tests.e2e.conftest import Command, MakeUser
from tests.e2e.local_cloud import Platform, wait_until

REFERENCE = "Tides rise and fall twice a day. The Moon pulls at the sea. The Sun pulls too, less strongly."


def test_the_platform_is_whole(api: httpx.Client) -> None:
    answer = api.get("/health", params={"deep": "true"})

    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"


def test_each_user_has_a_key_of_their_own(make_user: MakeUser) -> None:
    roles = [make_user(role).get("/v1/me").json()["role"] for role in ("normal", "premium", "admin")]

    assert roles == ["normal", "premium", "admin"]


def test_the_command_line_reaches_the_platform(command_line: Command) -> None:
    done = command_line("account", "list", "--json")

    assert done.returncode == 0, done.stderr
    assert "Plain Tech" in done.stdout


def test_a_job_succeeds_after_the_worker_process_of_its_lane_was_killed(
    platform: Platform, api: httpx.Client, worker_processes: Callable[[str], list[int]]
) -> None:
    worker = function_name(platform.stage, "generation_normal")
    assert write_about(api, "tides") == "succeeded"
    killed = worker_processes(worker)
    for pid in killed:
        os.kill(pid, signal.SIGKILL)

    assert killed
    assert write_about(api, "the Moon") == "succeeded"
    assert not set(worker_processes(worker)) & set(killed)


def write_about(api: httpx.Client, topic: str) -> str:
    request = {"account_id": "50", "topic": topic, "reference_text": REFERENCE, "language": "en", "priority": 5}
    task_id = api.post("/v1/content", json=request).json()["task_id"]
    ended = {"succeeded", "failed", "cancelled", "timed_out", "expired"}
    task = wait_until(
        lambda: found if (found := api.get(f"/v1/tasks/{task_id}").json())["status"] in ended else None, seconds=60
    )
    return str(task and task["status"])
