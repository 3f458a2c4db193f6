"""The rungs with real processes: the queue, a direct call, the row alone; and the switch between the first two."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http import HTTPStatus

import httpx

from infrastructure.naming import function_name
from tests.e2e.conftest import Command
from tests.e2e.faults import Lane, Workers, bring_forward, sweep
from tests.e2e.local_cloud import LEASE_SECONDS, Platform, wait_until
from tests.e2e.providers import Providers
from tests.e2e.relays import Relays
from tests.e2e.tasks import Json, Tasks, as_json, content_request, creator_request, in_days

FLAG = "/v1/flags/content_generation"
FLAG_SECONDS = 5.0
SLACK_SECONDS = 3.0
"""Room for the request that finds out, on a busy machine."""
CAP = 4
"""The reserved concurrency of the direct worker function on this stage."""
CALLERS = 8
LOAD = 400
USUAL_SECONDS = 1.0
"""Half of all submissions are faster, broken queue or not; how much, depends on the machine."""


class Caller:
    """Submits in the background, again and again, and remembers every answer."""

    def __init__(self, tasks: Tasks) -> None:
        self.tasks = tasks
        self.answers: list[httpx.Response] = []

    def submit(self, number: int) -> None:
        request = creator_request(f"Load {number}", "pause=0.05")
        self.answers.append(self.tasks.client.post("/v1/content", json=request))

    def rungs(self, since: int = 0) -> list[str]:
        return [answer.json()["task_system"] for answer in self.answers[since:]]


def test_with_sqs_stopped_under_load_tasks_run_directly_and_return_to_the_queue_by_themselves(
    tasks: Tasks, platform: Platform, providers: Providers
) -> None:
    caller = Caller(tasks)
    with ThreadPoolExecutor(CALLERS) as callers:
        numbers = iter(range(10 * LOAD))

        def submit(count: int) -> list[str]:
            since = len(caller.answers)
            list(callers.map(caller.submit, [next(numbers) for _ in range(count)]))
            return caller.rungs(since)

        assert set(submit(LOAD // 4)) == {"sqs"}
        with platform.sqs_stopped():
            assert set(submit(LOAD // 2)) <= {"direct", "stored"}
            direct = [number for number, rung in enumerate(caller.rungs()) if rung == "direct"]
            assert len(direct) > LOAD // 3
            wait_until(lambda: _ended(tasks, caller, direct), seconds=30, what="a task that runs past the queue")
        back = time.monotonic()
        wait_until(
            lambda: set(submit(CALLERS)) == {"sqs"}, seconds=FLAG_SECONDS + SLACK_SECONDS, what="the queue's use"
        )
        assert time.monotonic() - back < FLAG_SECONDS + SLACK_SECONDS

    assert {answer.status_code for answer in caller.answers} == {HTTPStatus.ACCEPTED}
    assert _middle_of(caller.answers) < USUAL_SECONDS
    _all_done(tasks, platform, len(caller.answers))
    assert len(providers.creator.runs("Load ")) == len(tasks.contents()) == len(caller.answers)


def _middle_of(answers: list[httpx.Response]) -> float:
    return sorted(answer.elapsed.total_seconds() for answer in answers)[len(answers) // 2]


def _ended(tasks: Tasks, caller: Caller, numbers: list[int]) -> bool:
    shown = (tasks.show(caller.answers[number].json()["task_id"]) for number in numbers[:20])
    return any((task["status"], task["task_system"]) == ("succeeded", "direct") for task in shown)


def test_with_nothing_to_carry_them_tasks_are_stored_and_swept_later(tasks: Tasks, platform: Platform) -> None:
    with platform.sqs_stopped(), platform.calls_stopped():
        wait_until(lambda: tasks.submit()["task_system"] == "stored", seconds=20, what="the lowest rung")
        receipts = [tasks.submit(topic=f"Stored {number}") for number in range(8)]
        answer = tasks.client.post("/v1/tasks/batch", json={"items": [_item(number) for number in range(100)]})
        retried = _cancelled_and_retried(tasks)
        assert {task["status"] for task in tasks.all(status="queued")} == {"queued"}

    batch = [item["task"]["task_system"] for item in as_json(answer)["items"]]
    assert {*(receipt["task_system"] for receipt in receipts), *batch, retried["task_system"]} == {"stored"}
    stored = len(tasks.all())
    done = _all_done(tasks, platform, stored)
    assert {task["task_system"] for task in done} <= {"sqs", "direct"}
    assert len(tasks.contents()) == stored


def test_a_switch_to_direct_calls_and_back_works_within_five_seconds(
    tasks: Tasks, api: httpx.Client, command_line: Command
) -> None:
    with _direct_mode(api, tasks):
        assert api.get("/info").json()["task_types"][0]["mode"] == "direct"
        receipt = tasks.submit()
        finished = tasks.finished(receipt["task_id"])
        assert (receipt["task_system"], finished["task_system"], finished["status"]) == (
            "direct",
            "direct",
            "succeeded",
        )
        later = tasks.submit(run_at=in_days(1))
        assert later["task_system"] == tasks.show(later["task_id"])["task_system"] == "stored"
        assert tasks.cancel(later["task_id"])["status"] == "cancelled"
        batch = as_json(tasks.client.post("/v1/tasks/batch", json={"items": [_item(n) for n in range(3)]}))
        assert {item["task"]["task_system"] for item in batch["items"]} == {"direct"}
        listed = command_line("--json", "flag", "list")
        assert json.loads(listed.stdout)["items"][0]["mode"] == "direct"

    assert api.get("/info").json()["task_types"][0]["mode"] == "queue"
    assert tasks.finished(tasks.submit()["task_id"])["task_system"] == "sqs"


def test_direct_calls_never_run_more_at_once_than_their_cap_and_leave_the_lanes_alone(
    tasks: Tasks, api: httpx.Client, platform: Platform, providers: Providers
) -> None:
    with _direct_mode(api, tasks):
        for number in range(CAP * 5):
            assert tasks.submit(**creator_request(f"Capped {number}", "pause=1"))["task_system"] == "direct"

    urgent = tasks.submit(**creator_request("Beside it", "pause=0"))
    assert urgent["task_system"] == "sqs"
    assert tasks.finished(urgent["task_id"], seconds=10)["status"] == "succeeded"
    assert providers.creator.most_at_once("Capped ") <= CAP
    _all_done(tasks, platform, len(tasks.all()))
    assert len(providers.creator.runs("Capped ")) == CAP * 5


def test_a_task_whose_direct_worker_is_killed_is_taken_over_after_its_lease(
    tasks: Tasks, api: httpx.Client, platform: Platform, providers: Providers, worker_processes: Workers
) -> None:
    worker = Lane(platform, "generation-normal")
    worker.function = function_name(platform.stage, "generation_direct")
    with _direct_mode(api, tasks):
        task_id = tasks.submit(**creator_request("Killed directly", "pause=2"))["task_id"]
        worker.busy_worker(worker_processes).kill()
        killed = time.monotonic()

        wait_until(
            lambda: sweep(platform) and _attempt(tasks, task_id) == 2, seconds=20, what="the second attempt", every=0.5
        )
        assert time.monotonic() - killed > LEASE_SECONDS / 2
        finished = tasks.finished(task_id)

    assert (finished["status"], finished["attempt"], finished["task_system"]) == ("succeeded", 2, "direct")
    assert len(providers.creator.runs("Killed directly")) == 2
    assert [content["task_id"] for content in tasks.contents()].count(task_id) == 1


def test_calls_that_the_function_cannot_take_are_made_up_for_by_the_sweeper(
    tasks: Tasks, api: httpx.Client, platform: Platform
) -> None:
    aws, name = platform.aws("lambda"), function_name(platform.stage, "generation_direct")
    aws.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=0)
    try:
        with _direct_mode(api, tasks):
            task_id = tasks.submit()["task_id"]
            assert tasks.show(task_id)["status"] == "queued"
    finally:
        aws.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=CAP)

    bring_forward(platform, [task_id])
    sweep(platform)
    assert tasks.finished(task_id)["status"] == "succeeded"


def test_a_workflow_whose_units_are_called_past_the_queue_ends_as_ever(
    relays: Relays, relay_platform: Platform
) -> None:
    with relay_platform.client(relay_platform.new_key(user_id="e2e-admin", role="admin")) as admin:
        admin.put("/v1/flags/relay", json={"mode": "direct"}).raise_for_status()
        try:
            _wait_until_flags_are_known()
            relay = relays.submit(count=12)
            task = relay.finished()
        finally:
            admin.put("/v1/flags/relay", json={"mode": "queue"}).raise_for_status()

    assert (task["status"], task["task_system"], relay.result()["total"]) == ("succeeded", "direct", sum(range(12)))
    assert {unit["task_system"] for unit in relay.units()} == {"direct"}
    assert sorted(relay.spoken()) == list(range(12))


def test_with_accepting_off_every_item_of_a_batch_is_refused_and_what_runs_finishes(
    tasks: Tasks, api: httpx.Client, providers: Providers
) -> None:
    running = tasks.submit(**creator_request("Goes on", "pause=3"))["task_id"]
    api.put(FLAG, json={"accepting": False}).raise_for_status()
    try:
        wait_until(lambda: _batch_codes(tasks) == {"task_type_disabled"}, seconds=FLAG_SECONDS + SLACK_SECONDS)
        single = tasks.client.post("/v1/content", json=content_request(), headers={"Accept-Language": "zh"})
        assert single.status_code == HTTPStatus.SERVICE_UNAVAILABLE
        assert "已有任务会继续完成" in single.json()["detail"]
        assert tasks.finished(running)["status"] == "succeeded"
    finally:
        api.put(FLAG, json={"accepting": True}).raise_for_status()
    wait_until(lambda: _batch_codes(tasks) == {None}, seconds=FLAG_SECONDS + SLACK_SECONDS, what="the acceptance")
    assert len(providers.creator.runs("Goes on")) == 1


@contextmanager
def _direct_mode(admin: httpx.Client, tasks: Tasks) -> Iterator[None]:
    """Inside, every container knows that tasks of the type go past the queue; afterwards that they do not."""
    _switch(admin, tasks, "direct", "direct")
    try:
        yield
    finally:
        _switch(admin, tasks, "queue", "sqs")


def _switch(admin: httpx.Client, tasks: Tasks, mode: str, rung: str) -> None:
    assert as_json(admin.put(FLAG, json={"mode": mode}).raise_for_status())["mode"] == mode
    _wait_until_flags_are_known()
    assert tasks.submit(topic="Which way?")["task_system"] == rung


def _wait_until_flags_are_known() -> None:
    known_at = time.monotonic() + FLAG_SECONDS
    wait_until(lambda: time.monotonic() >= known_at, what="the end of remembered flags")


def _all_done(tasks: Tasks, platform: Platform, count: int) -> list[Json]:
    """All tasks once they have succeeded; those whose call an emulator dropped are found by the sweeper, at once."""

    def look() -> list[Json]:
        waiting = tasks.all(status="queued")
        if waiting:
            bring_forward_present(platform, [task["task_id"] for task in waiting])
            sweep(platform)
        done = tasks.all(status="succeeded")
        return done if len(done) == count else []

    return wait_until(look, seconds=120, what=f"the success of {count} tasks", every=1.0)


def bring_forward_present(platform: Platform, task_ids: list[str]) -> None:
    """Of the tasks that are still waiting."""
    for task_id in task_ids:
        try:
            bring_forward(platform, [task_id])
        except platform.aws("dynamodb").exceptions.ConditionalCheckFailedException:
            continue


def _item(number: int) -> Json:
    return {"task_type": "content_generation", "request": content_request(topic=f"Item {number}")}


def _cancelled_and_retried(tasks: Tasks) -> Json:
    task_id = tasks.submit()["task_id"]
    tasks.cancel(task_id)
    answer = tasks.client.post(f"/v1/tasks/{task_id}/retry")
    assert answer.status_code == HTTPStatus.ACCEPTED, answer.text
    return as_json(answer)


def _attempt(tasks: Tasks, task_id: str) -> int:
    return int(tasks.show(task_id)["attempt"])


def _batch_codes(tasks: Tasks) -> set[str | None]:
    answer = tasks.client.post("/v1/tasks/batch", json={"items": [_item(1), _item(2)]})
    assert answer.status_code == HTTPStatus.ACCEPTED, answer.text
    return {item["error"] and item["error"]["code"] for item in as_json(answer)["items"]}
