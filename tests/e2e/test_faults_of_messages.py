"""Messages that are lost, doubled, late or unreadable: the row decides, nothing is done twice."""

from __future__ import annotations

import json

import httpx

from tests.e2e.conftest import Command
from tests.e2e.faults import Lane
from tests.e2e.local_cloud import Platform, wait_until
from tests.e2e.providers import Providers
from tests.e2e.tasks import Tasks, as_json, content_request, creator_request, get, in_days

NORMAL, LOW = "generation-normal", "generation-low"


def test_a_message_that_is_delivered_twice_is_acknowledged_without_work(
    tasks: Tasks, platform: Platform, providers: Providers
) -> None:
    lane = Lane(platform, NORMAL)
    task_id = tasks.submit(**creator_request("Twice", "pause=0.5"))["task_id"]

    lane.wake(task_id)
    lane.wake(task_id)
    finished = tasks.finished(task_id)
    lane.wake(task_id)
    lane.wait_until_empty()

    assert tasks.show(task_id)["last_seq"] == finished["last_seq"]
    assert len(providers.creator.runs("Twice")) == len(tasks.contents()) == finished["attempt"] == 1


def test_a_message_that_comes_after_the_cancel_starts_nothing(
    tasks: Tasks, platform: Platform, providers: Providers
) -> None:
    lane = Lane(platform, NORMAL)
    task_id = tasks.submit(**creator_request("Cancelled"), run_at=in_days(7))["task_id"]
    cancelled = tasks.cancel(task_id)

    lane.wake(task_id)
    lane.wake("01ARZ3NDEKTSV4RRFFQ69G5FAV")
    lane.wait_until_empty()

    assert tasks.show(task_id)["last_seq"] == cancelled["last_seq"]
    assert not providers.creator.runs("Cancelled")
    assert tasks.contents() == []


def test_an_unreadable_message_becomes_a_dead_letter_that_is_listed_and_purged(
    api: httpx.Client, platform: Platform, command_line: Command
) -> None:
    lane = Lane(platform, LOW)
    lane.send("this is no JSON")
    wait_until(lambda: lane.dead_letters() == 1, what="the dead letter")

    (letter,) = get(api, "/v1/dead-letters", lane=LOW)["items"]
    assert (letter["task_id"], letter["reason"]) == (None, "not a wake-up message")
    skipped = as_json(api.post("/v1/dead-letters/redrive", json={"lane": LOW}))
    assert (skipped["redriven"], skipped["skipped"]) == (0, 1)
    dry = as_json(api.post("/v1/dead-letters/purge", json={"lane": LOW, "reason": "a test", "dry_run": True}))
    assert (dry["purged"], lane.dead_letters()) == (1, 1)
    purged = command_line("--json", "dead-letter", "purge", LOW, "--reason", "a test", "--yes")

    assert purged.returncode == 0, purged.stderr
    assert json.loads(purged.stdout)["purged"] == 1
    assert lane.dead_letters() == 0


def test_a_dead_letter_of_a_task_is_redriven_and_the_task_runs(
    tasks: Tasks, platform: Platform, command_line: Command
) -> None:
    lane = Lane(platform, LOW)
    task_id = tasks.submit(run_at=in_days(7), priority=1)["task_id"]
    tasks.cancel(task_id)
    lane.bury(task_id)

    listed = command_line("--json", "dead-letter", "list", "--lane", LOW)
    redriven = command_line("--json", "dead-letter", "redrive", LOW, "--reason", "a test")

    assert [letter["task_id"] for letter in json.loads(listed.stdout)["items"]] == [task_id]
    assert json.loads(redriven.stdout)["redriven"] == 1
    finished = tasks.finished(task_id)
    assert (finished["status"], finished["run"]) == ("succeeded", 2)
    assert lane.dead_letters() == 0


def test_one_bad_message_of_a_batch_of_ten_comes_back_and_nine_are_deleted(
    tasks: Tasks, platform: Platform, api: httpx.Client
) -> None:
    lane = Lane(platform, LOW)
    requests = [content_request(topic=f"Ten {number}") for number in range(9)]

    with lane.batches_of(10):
        with lane.held():
            tasks.submit_many(requests, priority=2)
            lane.send("the bad message")
        wait_until(lambda: lane.dead_letters() == 1, what="the dead letter")

    assert [task["attempt"] for task in tasks.all_succeeded(9, seconds=10)] == [1] * 9
    assert lane.messages() == 0
    purged = as_json(api.post("/v1/dead-letters/purge", json={"lane": LOW, "reason": "a test"}))
    assert purged["purged"] == 1
