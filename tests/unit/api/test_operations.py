"""Steering over HTTP: dead letters, lanes, flags."""

from chalicelib.domain.lanes import LANES
from chalicelib.services.task_catalogue import TaskCatalogue
from tests.unit.api.conftest import World
from tests.unit.api.gateway import Gateway
from tests.unit.api.test_submitting import TASK

LANE = "generation-normal"


def test_dead_letters_are_listed_with_their_reasons(world: World, admin: Gateway, alice: Gateway) -> None:
    task_id = alice.post("/v1/tasks", TASK).json["task_id"]
    world.letters.add(LANE, task_id=task_id)
    world.letters.add("generation-low", body="nonsense")
    letters = admin.get("/v1/dead-letters").json["items"]
    assert [(letter["lane"], letter["task_id"], letter["task_status"]) for letter in letters] == [
        (LANE, task_id, "queued"),
        ("generation-low", None, None),
    ]
    assert all(letter["reason"] and letter["receive_count"] == 3 for letter in letters)
    assert letters[0]["sent_at"] == "2026-11-22T12:00:00.000Z"
    assert len(admin.get("/v1/dead-letters?lane=generation-low&limit=1").json["items"]) == 1


def test_dead_letters_go_back_to_their_lane(world: World, admin: Gateway, alice: Gateway) -> None:
    task_id = alice.post("/v1/tasks", TASK).json["task_id"]
    world.letters.add(LANE, task_id=task_id)
    world.letters.add(LANE, task_id=None, body="nonsense")
    answer = admin.post("/v1/dead-letters/redrive", {"lane": LANE, "reason": "fixed"}).json
    assert answer == {"lane": LANE, "redriven": 1, "skipped": 1}
    assert len(world.lanes.sent) == 2


def test_a_redrive_takes_no_longer_than_an_answer_may(world: World, admin: Gateway, alice: Gateway) -> None:
    for _ in range(30):
        world.letters.add(LANE, task_id=alice.post("/v1/tasks", TASK).json["task_id"])
    began = world.clock.monotonic()
    answer = admin.post("/v1/dead-letters/redrive", {"lane": LANE, "rate_per_second": 0.5}).json
    assert answer["redriven"] == 10
    assert world.clock.monotonic() - began <= 20


def test_dead_letters_are_purged_with_a_reason(world: World, admin: Gateway) -> None:
    world.letters.add(LANE, task_id="a")
    world.letters.add(LANE, task_id="b")
    order = {"lane": LANE, "reason": "old tests", "task_ids": ["a"]}
    assert admin.post("/v1/dead-letters/purge", {**order, "dry_run": True}).json["purged"] == 1
    assert world.letters.count(LANE) == 2
    assert admin.post("/v1/dead-letters/purge", order).json == {"lane": LANE, "purged": 1, "dry_run": False}
    assert world.letters.count(LANE) == 1


def test_a_lane_is_paused_limited_and_resumed(world: World, admin: Gateway, alice: Gateway) -> None:
    paused = admin.request("PATCH", f"/v1/lanes/{LANE}", body={"paused": True, "max_concurrency": 7}).json
    assert (paused["paused"], paused["max_concurrency"]) == (True, 7)
    alice.post("/v1/tasks", TASK)
    alice.post("/v1/tasks", {**TASK, "run_at": "2026-11-22T12:05:00Z"})
    lanes = {lane["lane"]: lane for lane in alice.get("/v1/lanes").json["items"]}
    assert list(lanes) == list(LANES)
    assert (lanes[LANE]["waiting"], lanes[LANE]["paused"]) == (2, True)
    assert admin.request("PATCH", f"/v1/lanes/{LANE}", body={"paused": False}).json["paused"] is False
    assert not world.switches.paused(lane=LANE)


def test_flags_of_a_task_type_are_shown_and_set(admin: Gateway, alice: Gateway) -> None:
    flags = alice.get("/v1/flags").json["items"]
    assert [flag["task_type"] for flag in flags] == list(TaskCatalogue().names())
    assert flags[0] == {"task_type": "content_generation", "accepting": True, "paused": False, "mode": "queue"}
    reply = admin.request("PUT", "/v1/flags/content_generation", body={"accepting": False})
    assert reply.json == {"task_type": "content_generation", "accepting": False, "paused": False, "mode": "queue"}
    assert alice.post("/v1/tasks", TASK).status == 503
