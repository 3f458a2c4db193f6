"""Health, info, who I am; what is logged about a request."""

from chalicelib import VERSION
from chalicelib.domain.ports.platform import Finding
from chalicelib.services.check_health import CheckHealth
from tests.unit.api.conftest import World
from tests.unit.api.gateway import Gateway
from tests.unit.api.test_submitting import TASK


def test_health_asks_nobody(world: World, nobody: Gateway) -> None:
    del world.platform.tasks, world.platform.lanes, world.platform.key_ring
    reply = nobody.get("/health")
    assert reply.status == 200
    assert reply.json == {"status": "ok", "stage": "local", "version": VERSION}


def test_deep_health_asks_all_that_a_task_needs(nobody: Gateway) -> None:
    reply = nobody.get("/health?deep=true")
    assert reply.status == 200
    assert set(reply.json["checks"]) == {"store", "queues", "consumer"}
    assert all(check["status"] == "ok" for check in reply.json["checks"].values())


def test_degraded_health_is_a_503_that_names_the_part(world: World, nobody: Gateway) -> None:
    class BrokenProbe:
        def probe(self) -> Finding:
            return Finding(False, "no answer")

    vars(world.platform)["check_health"] = CheckHealth({"store": BrokenProbe()}, world.clock)
    reply = nobody.get("/health?deep=true")
    assert (reply.status, reply.json["status"]) == (503, "degraded")
    assert reply.json["checks"]["store"]["detail"] == "no answer"


def test_info_says_what_the_deployment_can_do(world: World, nobody: Gateway) -> None:
    world.switches.set_accepting("content_generation", False)
    info = nobody.get("/info").json
    assert (info["name"], info["version"], info["stage"]) == ("ContentHub", VERSION, "local")
    assert info["task_types"][0]["name"] == "content_generation"
    assert info["task_types"][0]["enabled"] is False
    assert info["task_types"][0]["mode"] == "queue"
    assert [provider["name"] for provider in info["providers"] if provider["default"]] == ["offline"]
    assert info["limits"]["max_batch_items"] == 1000
    assert info["limits"]["max_upload_bytes"] == world.platform.uploads.max_bytes


def test_everybody_can_ask_who_they_are(alice: Gateway, admin: Gateway) -> None:
    assert alice.get("/v1/me").json == {"user_id": "alice", "role": "normal"}
    assert admin.get("/v1/me").json == {"user_id": "admin", "role": "admin"}


def test_one_line_is_logged_for_each_request(world: World, alice: Gateway) -> None:
    alice.post("/v1/tasks", TASK)
    alice.get("/v1/tasks/secret-id")
    lines = [line.fields for line in world.telemetry.lines if line.action == "request"]
    assert [(line["method"], line["route"], line["status"], line["user_id"]) for line in lines] == [
        ("POST", "/v1/tasks", 202, "alice"),
        ("GET", "/v1/tasks/{task_id}", 404, "alice"),
    ]
    assert all(isinstance(line["milliseconds"], int) for line in lines)


def test_no_body_is_ever_logged(world: World, alice: Gateway) -> None:
    alice.post("/v1/tasks", TASK)
    alice.post("/v1/tasks", {**TASK, "priority": 99})
    alice.request("POST", "/v1/tasks", raw='{"固态电池": ')
    assert all("固态" not in repr(line) for line in world.telemetry.lines)
