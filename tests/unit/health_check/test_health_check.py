"""A health check goes the way of every task and tells where it ended."""

import os

from tests.unit.api.conftest import World
from tests.unit.api.gateway import Gateway

PING = {"task_type": "health_check", "request": {"echo": "still there?"}}


def test_the_answer_names_the_lane_and_the_worker(world: World, alice: Gateway) -> None:
    task_id = alice.post("/v1/tasks", {**PING, "priority": 9}).json["task_id"]
    world.work_off("generation-high")
    answer = alice.get(f"/v1/tasks/{task_id}/result").json["result"]
    assert (answer["pong"], answer["echo"], answer["lane"]) == (True, "still there?", "generation-high")
    assert answer["worker"].endswith(f":{os.getpid()}")


def test_a_ping_with_anything_else_in_it_is_refused(alice: Gateway) -> None:
    reply = alice.post("/v1/tasks", {**PING, "request": {"pong": True}})
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, "/request/pong")


def test_the_log_says_when_a_task_was_received_started_and_finished(world: World, alice: Gateway) -> None:
    task_id = alice.post("/v1/tasks", PING).json["task_id"]
    world.work_off()
    told = [line for line in world.telemetry.lines if line.fields.get("task_id") == task_id]
    assert [line.action for line in told] == ["task_received", "task_started", "task_finished"]
    assert told[-1].fields["status"] == "succeeded"
