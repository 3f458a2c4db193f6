"""Submitting: the receipt, waiting for the result, idempotency, times."""

from typing import Any

import pytest

from chalicelib.domain.task import Status
from tests.unit.api.conftest import World
from tests.unit.api.gateway import Gateway

REQUEST = {"account_id": 49, "topic": "固态电池", "reference_text": "固态电池使用固态电解质。它比液态电池更安全。"}
TASK = {"task_type": "content_generation", "request": REQUEST}


def test_a_submission_is_answered_with_a_receipt(alice: Gateway) -> None:
    reply = alice.post("/v1/tasks", TASK)
    assert reply.status == 202
    receipt = reply.json
    base = f"https://api.example/local/v1/tasks/{receipt['task_id']}"
    assert receipt == {
        "task_id": receipt["task_id"],
        "task_type": "content_generation",
        "status": "queued",
        "task_system": "sqs",
        "status_url": base,
        "events_url": f"{base}/events",
        "cancel_url": f"{base}/cancel",
        "result_url": f"{base}/result",
    }
    assert reply.headers["location"] == base
    assert reply.headers["retry-after"] == "2"
    assert reply.headers["content-type"] == "application/json"


def test_links_start_with_the_configured_address(make_world: Any) -> None:
    user = make_world(PUBLIC_BASE_URL="http://localhost:18010/").as_user("alice")
    assert user.post("/v1/tasks", TASK).headers["location"].startswith("http://localhost:18010/v1/tasks/")


def test_a_submission_sends_one_message_with_nothing_but_the_id(world: World, alice: Gateway) -> None:
    task_id = alice.post("/v1/tasks", {**TASK, "priority": 9}).json["task_id"]
    assert [(sent.lane, sent.task_id) for sent in world.lanes.sent] == [("generation-high", task_id)]


def test_a_broken_queue_is_no_error_for_the_caller(world: World, alice: Gateway) -> None:
    world.lanes.broken = True
    reply = alice.post("/v1/tasks", TASK)
    assert reply.status == 202
    assert alice.get(f"/v1/tasks/{reply.json['task_id']}").json["status"] == "queued"


def test_a_task_for_later_says_to_come_back_then(alice: Gateway) -> None:
    reply = alice.post("/v1/tasks", {**TASK, "run_at": "2026-11-22T12:10:00Z"})
    assert reply.headers["retry-after"] == "600"
    assert alice.get(f"/v1/tasks/{reply.json['task_id']}").headers["retry-after"] == "600"


def test_times_are_answered_in_utc_with_milliseconds(alice: Gateway) -> None:
    reply = alice.post("/v1/tasks", {**TASK, "run_at": "2026-11-22T20:10:00.5+08:00"})
    task = alice.get(f"/v1/tasks/{reply.json['task_id']}").json
    assert task["run_at"] == "2026-11-22T12:10:00.500Z"
    assert task["created_at"] == "2026-11-22T12:00:00.000Z"


def test_content_is_a_task_of_its_type_with_the_timing_beside_the_request(alice: Gateway) -> None:
    reply = alice.post("/v1/content", {**REQUEST, "priority": 2})
    assert reply.status == 202
    task = alice.get(f"/v1/tasks/{reply.json['task_id']}").json
    assert (task["task_type"], task["lane"]) == ("content_generation", "generation-low")


def test_pointers_lead_into_the_body_that_was_sent(alice: Gateway) -> None:
    wrong = {**REQUEST, "topic": "", "colour": "red"}
    content = alice.post("/v1/content", wrong).json
    task = alice.post("/v1/tasks", {**TASK, "request": wrong}).json
    assert {error["pointer"] for error in content["errors"]} == {"/topic", "/colour"}
    assert {error["pointer"] for error in task["errors"]} == {"/request/topic", "/request/colour"}


class TestWaiting:
    def test_a_caller_who_waits_long_enough_gets_the_result(self, world: World, alice: Gateway) -> None:
        self._work_while_waiting(world)
        reply = alice.post("/v1/tasks", TASK, Prefer="wait=5")
        assert reply.status == 200
        assert reply.headers["preference-applied"] == "wait=5"
        assert reply.json["status"] == "succeeded"
        assert reply.json["result"]["article"]["title"]

    def test_a_caller_who_waits_too_short_gets_the_receipt_after_that_time(self, world: World, alice: Gateway) -> None:
        began = world.clock.monotonic()
        reply = alice.post("/v1/tasks", TASK, Prefer="respond-async, wait=7")
        assert reply.status == 202
        assert reply.headers["preference-applied"] == "wait=7"
        assert world.clock.monotonic() - began == pytest.approx(7, abs=0.5)

    def test_a_wait_is_never_longer_than_25_seconds(self, world: World, alice: Gateway) -> None:
        reply = alice.post("/v1/tasks", TASK, Prefer="wait=600")
        assert reply.headers["preference-applied"] == "wait=25"
        assert world.clock.monotonic() == pytest.approx(25, abs=0.5)

    @pytest.mark.parametrize("preference", ["wait=soon", "wait=-1", "wait", "wait=", "handling=lenient", "wait=1.5"])
    def test_a_preference_that_is_not_understood_is_ignored(
        self, world: World, alice: Gateway, preference: str
    ) -> None:
        reply = alice.post("/v1/tasks", TASK, Prefer=preference)
        assert reply.status == 202
        assert "preference-applied" not in reply.headers
        assert world.clock.naps == []

    def test_a_task_that_fails_in_time_is_answered_without_a_result(self, world: World, alice: Gateway) -> None:
        task_id = alice.post("/v1/tasks", TASK, Idempotency_Key="k").json["task_id"]
        alice.post(f"/v1/tasks/{task_id}/cancel")
        reply = alice.post("/v1/tasks", TASK, Idempotency_Key="k", Prefer="wait=3")
        assert (reply.status, reply.json["status"], reply.json["result"]) == (200, "cancelled", None)
        assert world.clock.naps == []

    def _work_while_waiting(self, world: World) -> None:
        """The consumer comes by during the caller's first pause."""
        pause = world.clock.sleep

        def sleep(seconds: float) -> None:
            world.work_off()
            pause(seconds)

        vars(world.clock)["sleep"] = sleep


class TestIdempotency:
    def test_the_same_key_and_body_give_the_same_task(self, world: World, alice: Gateway) -> None:
        first, second = (alice.post("/v1/tasks", TASK, Idempotency_Key="order-1") for _ in range(2))
        assert first.status == second.status == 202
        assert first.json["task_id"] == second.json["task_id"]
        assert len(world.lanes.sent) == 1

    def test_the_same_key_with_another_body_is_refused(self, alice: Gateway) -> None:
        alice.post("/v1/tasks", TASK, Idempotency_Key="order-1")
        reply = alice.post("/v1/tasks", {**TASK, "priority": 6}, Idempotency_Key="order-1")
        assert (reply.status, reply.json["code"]) == (422, "idempotency_key_reused")

    def test_keys_belong_to_their_owner(self, alice: Gateway, bob: Gateway) -> None:
        ids = {user.post("/v1/tasks", TASK, Idempotency_Key="order-1").json["task_id"] for user in (alice, bob)}
        assert len(ids) == 2

    def test_content_understands_keys_too(self, alice: Gateway) -> None:
        ids = {alice.post("/v1/content", REQUEST, Idempotency_Key="order-1").json["task_id"] for _ in range(2)}
        assert len(ids) == 1

    @pytest.mark.parametrize("key", ["", " ", "two words", "x" * 201, "ключ", "tab\there"])
    def test_a_key_must_be_visible_ascii_of_limited_length(self, world: World, alice: Gateway, key: str) -> None:
        reply = alice.post("/v1/tasks", TASK, Idempotency_Key=key)
        assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, "Idempotency-Key")
        assert world.lanes.sent == []


class TestBatch:
    def test_bad_items_are_answered_by_index_and_the_others_run(self, world: World, alice: Gateway) -> None:
        reply = alice.post("/v1/tasks/batch", {"items": a_thousand_with_three_bad()})
        assert reply.status == 202
        answer = reply.json
        assert (answer["accepted"], answer["rejected"], len(answer["items"])) == (997, 3, 1000)
        assert len(world.lanes.sent) == 997
        refused = {item["index"]: item["error"]["code"] for item in answer["items"] if item["error"]}
        assert refused == {10: "validation_failed", 500: "unknown_task_type", 999: "unknown_account"}
        assert all(item["task"] is None for item in answer["items"] if item["error"])

    def test_an_atomic_batch_with_a_bad_item_stores_nothing(self, world: World, alice: Gateway) -> None:
        reply = alice.post("/v1/tasks/batch", {"items": a_thousand_with_three_bad(), "atomic": True})
        assert reply.status == 422
        assert reply.headers["content-type"] == "application/problem+json"
        problem = reply.json
        assert problem["code"] == "batch_rejected"
        assert [error["pointer"] for error in problem["errors"]] == ["/items/10/priority", "/items/500", "/items/999"]
        assert (problem["accepted"], problem["rejected"]) == (0, 1000)
        assert world.lanes.sent == []
        assert alice.get("/v1/tasks").json["items"] == []

    @pytest.mark.parametrize("atomic", [False, True])
    def test_a_dry_run_counts_as_the_real_run_does_and_stores_nothing(
        self, world: World, alice: Gateway, atomic: bool
    ) -> None:
        batch = {"items": a_thousand_with_three_bad(), "atomic": atomic}
        dry = alice.post("/v1/tasks/batch", {**batch, "dry_run": True})
        assert dry.status == 200
        assert world.lanes.sent == []
        assert alice.get("/v1/tasks").json["items"] == []
        assert all(item["task"] is None for item in dry.json["items"])
        real = alice.post("/v1/tasks/batch", batch).json
        assert (dry.json["accepted"], dry.json["rejected"]) == (real["accepted"], real["rejected"])

    def test_items_that_are_no_objects_are_only_their_own_problem(self, alice: Gateway) -> None:
        answer = alice.post("/v1/tasks/batch", {"items": [None, 7, "x", [], TASK]}).json
        assert [item["status"] for item in answer["items"]] == ["rejected"] * 4 + ["accepted"]

    def test_a_repeated_batch_with_a_key_makes_no_second_tasks(self, world: World, alice: Gateway) -> None:
        batch = {"items": [TASK, TASK]}
        first, second = (alice.post("/v1/tasks/batch", batch, Idempotency_Key="batch-1").json for _ in range(2))
        ids = [[item["task"]["task_id"] for item in answer["items"]] for answer in (first, second)]
        assert ids[0] == ids[1]
        assert len(world.lanes.sent) == 2

    @pytest.mark.parametrize("items", [[], [TASK] * 1001, "many", None])
    def test_a_batch_has_one_to_a_thousand_items(self, alice: Gateway, items: Any) -> None:
        reply = alice.post("/v1/tasks/batch", {"items": items})
        assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, "/items")


def a_thousand_with_three_bad() -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = [dict(TASK) for _ in range(1000)]
    items[10] = {**TASK, "priority": 11}
    items[500] = {**TASK, "task_type": "making_tea"}
    items[999] = {**TASK, "request": {**REQUEST, "account_id": 4711}}
    return items


def test_a_switched_off_task_type_is_refused_and_existing_tasks_go_on(world: World, alice: Gateway) -> None:
    task_id = alice.post("/v1/tasks", TASK).json["task_id"]
    world.switches.set_accepting("content_generation", False)
    reply = alice.post("/v1/content", REQUEST)
    assert (reply.status, reply.json["code"], reply.headers["retry-after"]) == (503, "task_type_disabled", "60")
    world.work_off()
    task = world.tasks.get(task_id)
    assert task is not None
    assert task.status is Status.SUCCEEDED


def test_every_answer_to_a_submission_says_on_which_rung_the_task_is(world: World, alice: Gateway) -> None:
    def rungs() -> set[str]:
        world.clock.advance(5)
        receipt = alice.post("/v1/tasks", TASK)
        batch = alice.post("/v1/tasks/batch", {"items": [TASK, TASK]})
        alice.post(f"/v1/tasks/{receipt.json['task_id']}/cancel")
        retried = alice.post(f"/v1/tasks/{receipt.json['task_id']}/retry")
        assert (receipt.status, batch.status, retried.status) == (202, 202, 202)
        items = [item["task"] for item in batch.json["items"]]
        return {answer["task_system"] for answer in (receipt.json, retried.json, *items)}

    assert rungs() == {"sqs"}
    world.lanes.broken = True
    assert rungs() == {"direct"}
    vars(world.platform)["direct"].broken = True
    assert rungs() == {"stored"}
    world.lanes.broken = False
    assert rungs() == {"sqs"}
    world.switches.set_direct("content_generation", True)
    assert rungs() == {"stored"}
    vars(world.platform)["direct"].broken = False
    assert rungs() == {"direct"}
