"""Workers that are killed, stopped or late: nothing is lost and nothing is done twice."""

from __future__ import annotations

import signal
import time
from itertools import pairwise

import pytest

from tests.e2e.faults import Lane, Workers
from tests.e2e.local_cloud import LEASE_SECONDS, Platform, wait_until
from tests.e2e.providers import Providers
from tests.e2e.tasks import Json, Tasks, creator_request, get

MANY = 100
KILLS = 5
SLACK_SECONDS = 5.0
"""Room for a new worker's cold start on a busy machine."""


@pytest.fixture
def lane(platform: Platform, providers: Providers) -> Lane:  # noqa: ARG001 - only where the command is ours
    return Lane(platform, "generation-normal")


def test_killing_workers_during_a_hundred_tasks_loses_none_and_doubles_none(
    tasks: Tasks, lane: Lane, worker_processes: Workers
) -> None:
    tasks.submit_many(creator_request(f"Kill {number}", "pause=0.2") for number in range(MANY))

    for share in range(1, KILLS + 1):
        wanted = share * MANY // (KILLS + 2)
        tasks.all_succeeded(wanted, seconds=60)
        lane.busy_worker(worker_processes).kill()
    done = tasks.all_succeeded(MANY, seconds=60)

    assert {task["status"] for task in tasks.all()} == {"succeeded"}
    contents = tasks.contents()
    assert len(contents) == MANY
    assert {content["task_id"] for content in contents} == {task["task_id"] for task in done}
    interrupted = [task for task in done if task["attempt"] > 1]
    assert interrupted
    for task in interrupted:
        assert _longest_takeover(tasks.events(task["task_id"])) < LEASE_SECONDS + SLACK_SECONDS


def test_a_task_whose_worker_is_killed_in_every_attempt_fails_and_says_why(
    tasks: Tasks, lane: Lane, worker_processes: Workers
) -> None:
    task_id = tasks.submit(**creator_request("Kill every time", "pause=30"))["task_id"]

    for attempt in (1, 2, 3):
        _wait_for_attempt(tasks, task_id, attempt)
        lane.busy_worker(worker_processes).kill()

    failed = tasks.finished(task_id)
    assert (failed["status"], failed["error"]["code"]) == ("failed", "worker_lost")
    assert tasks.contents() == []


def test_the_late_write_of_a_stalled_worker_is_refused(
    tasks: Tasks, lane: Lane, worker_processes: Workers, providers: Providers
) -> None:
    task_id = tasks.submit(**creator_request("Stall", "pause=1"))["task_id"]
    stalled = lane.busy_worker(worker_processes)
    stalled.send_signal(signal.SIGSTOP)
    try:
        finished = tasks.finished(task_id, seconds=LEASE_SECONDS + 20)
    finally:
        stalled.send_signal(signal.SIGCONT)

    assert (finished["status"], finished["attempt"]) == ("succeeded", 2)
    refused = "the refusal of the stalled worker's write"
    wait_until(lambda: lane.logged("lease_lost", task_id), seconds=90, what=refused)
    after = tasks.show(task_id)
    assert (after["last_seq"], after["updated_at"]) == (finished["last_seq"], finished["updated_at"])
    assert len(tasks.contents()) == 1
    assert len(providers.creator.runs("Stall")) == 2
    assert [event["kind"] for event in tasks.events(task_id)].count("succeeded") == 1


def test_a_running_task_is_cancelled_within_two_seconds_and_stays_so(
    tasks: Tasks, lane: Lane, providers: Providers
) -> None:
    task_id = tasks.submit(**creator_request("Cancel while running", "pause=3"))["task_id"]
    wait_until(lambda: providers.creator.runs("Cancel while running"), what="the start of the work")

    asked_at = time.monotonic()
    tasks.cancel(task_id)
    assert tasks.show(task_id)["status"] == "cancelled"
    assert time.monotonic() - asked_at < 2.0

    wait_until(lambda: providers.creator.runs("Cancel while running", "end"), what="the end of the work")
    wait_until(lambda: lane.logged("lease_lost", task_id), what="the refusal of the result")
    assert tasks.show(task_id)["status"] == "cancelled"
    assert tasks.contents() == []
    assert get(tasks.client, f"/v1/tasks/{task_id}/events")["items"][-1]["kind"] == "cancelled"


def _wait_for_attempt(tasks: Tasks, task_id: str, attempt: int) -> None:
    wait_until(lambda: tasks.show(task_id)["attempt"] == attempt, what=f"attempt {attempt} of task {task_id}")


def _longest_takeover(events: list[Json]) -> float:
    """Seconds from a start to the next one, which comes after the lease of the first."""
    starts = [_seconds(event["at"]) for event in events if event["kind"] == "started"]
    return max(later - earlier for earlier, later in pairwise(starts))


def _seconds(moment: str) -> float:
    hours, minutes, seconds = moment[11:-1].split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
