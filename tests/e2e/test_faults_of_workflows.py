"""Roadmaps of 63 concepts that are hurt while they are made: in the end each artifact is there, and once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from infrastructure.local.environments import PROJECT_ENVIRONMENT
from infrastructure.naming import consumer_of, function_name, queue_name
from tests.e2e.conftest import Command
from tests.e2e.curriculum_of_crafts import curriculum
from tests.e2e.faults import Lane, Workers
from tests.e2e.large_roadmaps import LargeRoadmap, submitted, unit_names
from tests.e2e.local_cloud import Platform, wait_until
from tests.e2e.tasks import ENDED, Json, Tasks, creator_request

pytestmark = pytest.mark.faults

LANE = "generation-normal"
KILLS_AT = (15, 45, 75, 105, 135, 165)
STOPS_AT = (20, 80, 140)
LEAST_COPIES = 10
ARTICLES, LATE_ARTICLES = 40, 8
MADE_DIRECTLY, WITH_LAMBDA = 12, 4
SETTABLE = ("VisibilityTimeout", "MessageRetentionPeriod", "DelaySeconds", "RedrivePolicy")


@pytest.fixture
def roadmap(platform: Platform, tasks: Tasks) -> LargeRoadmap:
    return submitted(tasks, platform, curriculum())


def test_killing_the_consumers_of_the_lane_the_stream_and_the_steps_loses_and_doubles_nothing(
    roadmap: LargeRoadmap, worker_processes: Workers, platform: Platform
) -> None:
    killed = 0
    for count in KILLS_AT:
        roadmap.wait_until_done(count)
        for consumer in ("generation_normal", "task_events", "workflow"):
            killed += kill(worker_processes(function_name(platform.stage, consumer)))
    assert killed > len(KILLS_AT)

    assert roadmap.finished()["status"] == "succeeded"
    roadmap.check_that_each_artifact_is_there_once()


def test_sqs_stopped_and_started_under_load_loses_and_doubles_nothing(
    roadmap: LargeRoadmap, tasks: Tasks, platform: Platform
) -> None:
    articles = tasks.submit_many(creator_request(f"Load {number}", "pause=0.05") for number in range(ARTICLES))
    roadmap.wait_until_done(20)
    with platform.sqs_stopped(), queue_taken_away(platform):
        before = roadmap.show()["progress"]["done"]
        articles += tasks.submit_many(
            creator_request(f"Late {number}", "pause=0.05") for number in range(LATE_ARTICLES)
        )
        roadmap.wait_until_done(before + MADE_DIRECTLY)
    assert roadmap.finished()["status"] == "succeeded"

    roadmap.check_that_each_artifact_is_there_once()
    assert {"sqs", "direct"} <= {unit["task_system"] for unit in roadmap.units()}
    assert {tasks.finished(task_id, seconds=300)["status"] for task_id in articles} == {"succeeded"}
    assert sorted(content["task_id"] for content in tasks.contents()) == sorted(articles)


def test_executions_stopped_from_outside_are_followed_by_others_and_nothing_is_lost_or_doubled(
    roadmap: LargeRoadmap, platform: Platform
) -> None:
    running = roadmap.next_execution
    for count in STOPS_AT:
        roadmap.wait_until_done(count)
        platform.aws("stepfunctions").stop_execution(executionArn=running(), cause="by a person")
        wait_until(running, what="the next execution", every=0.5)
    assert roadmap.finished()["status"] == "succeeded"

    roadmap.check_that_each_artifact_is_there_once()
    names = {one["name"] for one in roadmap.executions()}
    assert names == {f"{roadmap.task_id}-1-{part}" for part in range(1, len(STOPS_AT) + 2)}


def test_messages_of_units_that_come_again_while_they_run_and_after_do_nothing(
    roadmap: LargeRoadmap, platform: Platform
) -> None:
    lane = Lane(platform, LANE)
    copies: set[str] = set()
    while roadmap.show()["status"] not in ENDED:
        fresh = copies_of_messages(roadmap) - copies
        lane.send(*fresh)
        copies |= fresh
    assert len(copies) >= LEAST_COPIES
    assert roadmap.finished()["status"] == "succeeded"
    lane.wait_until_empty(seconds=120)
    ended = {unit["task_id"]: unit["last_seq"] for unit in roadmap.units()}

    lane.send(*copies, *(json.dumps({"task_id": task_id}) for task_id in [*ended, roadmap.task_id]))
    lane.wait_until_empty(seconds=120)

    roadmap.check_that_each_artifact_is_there_once()
    assert {unit["task_id"]: unit["last_seq"] for unit in roadmap.units()} == ended


def test_direct_calls_beside_the_messages_of_units_do_nothing_twice(roadmap: LargeRoadmap, platform: Platform) -> None:
    function = function_name(platform.stage, "generation_direct")
    client = platform.aws("lambda")
    called = 0
    while roadmap.show()["status"] not in ENDED:
        for unit in roadmap.units(status="queued")[:8]:
            call = {"task_id": unit["task_id"], "lane": LANE}
            client.invoke(FunctionName=function, InvocationType="Event", Payload=json.dumps(call))
            called += 1
        roadmap.wait_for_news()
    assert called
    roadmap.check_that_each_artifact_is_there_once()


def test_a_client_that_was_killed_is_followed_by_one_that_shows_progress_and_result(
    platform: Platform, admin_key: str, command_line: Command, tmp_path: Path
) -> None:
    framework = tmp_path / "crafts.json"
    framework.write_text(json.dumps(curriculum()), encoding="utf-8")
    task_id = killed_client("roadmap", "generate", "--framework", str(framework), "--watch", home=tmp_path)

    with Lane(platform, LANE).held():  # or a quick machine would be done before the next client has started
        shown = answer(command_line("--json", "roadmap", "status", task_id))
    total = shown["progress"]["total"]
    assert (shown["status"], total) == ("waiting", len(unit_names(curriculum())))
    assert 0 < shown["progress"]["done"] < total
    watched = command_line("task", "watch", task_id)
    assert watched.returncode == 0, watched.stderr
    exported = answer(command_line("roadmap", "export", task_id, "--format", "json"))
    assert exported["concepts"][0]["concept"]["id"] == "pottery-material"
    with platform.client(admin_key) as client:
        LargeRoadmap(
            Tasks(client), platform, task_id, unit_names(curriculum())
        ).check_that_each_artifact_is_there_once()


def copies_of_messages(roadmap: LargeRoadmap) -> set[str]:
    """Of the units that run just now, exactly as their execution sent them."""
    return {json.dumps({"task_id": task_id, "task_token": token}) for task_id, token in roadmap.tokens()}


def kill(pids: list[int]) -> int:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return len(pids)


def killed_client(*arguments: str, home: Path) -> str:
    """The id of the task of a client that was killed as soon as it had told of the first finished unit."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("CONTENTHUB_")}
    with subprocess.Popen(
        [str(PROJECT_ENVIRONMENT / "bin" / "contenthub"), "--json", *arguments],
        cwd=home,
        env={**surroundings, "XDG_CONFIG_HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
    ) as client:
        try:
            return str(next(event["task_id"] for event in told(client) if event["kind"] == "unit_ended"))
        finally:
            client.kill()


def told(client: subprocess.Popen[str]) -> Iterator[Json]:
    assert client.stdout is not None
    for line in client.stdout:
        document = json.loads(line)
        if "event" in document:
            yield document["event"]


def answer(done: subprocess.CompletedProcess[str]) -> Json:
    assert done.returncode == 0, done.stderr
    document: Json = json.loads(done.stdout)
    return document


@contextmanager
def queue_taken_away(platform: Platform) -> Iterator[None]:
    """Inside, the lane has no queue, not for Step Functions either; afterwards all that was in it is there again.

    A few messages are with Lambda already, as ever: their units end, and the next ones need another way.
    """
    sqs, name = platform.aws("sqs"), queue_name(platform.stage, LANE)
    url = sqs.get_queue_url(QueueName=name)["QueueUrl"]
    attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    with Lane(platform, LANE).held():
        bodies = [message["Body"] for message in waiting_messages(sqs, url)]
        sqs.delete_queue(QueueUrl=url)
        try:
            for body in [body for body in bodies if "task_token" in body][:WITH_LAMBDA]:
                deliver(platform, body)
            yield
        finally:
            kept = {key: value for key, value in attributes.items() if key in SETTABLE}
            sqs.create_queue(QueueName=name, Attributes=kept)
            for body in bodies:
                sqs.send_message(QueueUrl=url, MessageBody=body)


def deliver(platform: Platform, body: str) -> None:
    """A message to the lane's consumer, as Lambda does it."""
    record = {"messageId": "delivered", "receiptHandle": "delivered", "body": body, "eventSource": "aws:sqs"}
    function = function_name(platform.stage, consumer_of(LANE))
    event = json.dumps({"Records": [record]})
    platform.aws("lambda").invoke(FunctionName=function, InvocationType="Event", Payload=event)


def waiting_messages(sqs: Any, url: str) -> Iterator[Json]:
    """Until no more come, also not from units that end just now."""
    while messages := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=3).get("Messages"):
        yield from messages
