"""One task over HTTP: show, result, events, cancel, retry, clean up."""

from tests.unit.api.conftest import World
from tests.unit.api.gateway import Gateway
from tests.unit.api.test_submitting import TASK


def submitted(user: Gateway) -> str:
    task_id: str = user.post("/v1/tasks", TASK).json["task_id"]
    return task_id


def test_a_task_is_shown_with_all_that_is_known(alice: Gateway) -> None:
    task_id = submitted(alice)
    reply = alice.get(f"/v1/tasks/{task_id}")
    task = reply.json
    assert task["task_id"] == task_id
    assert (task["status"], task["lane"], task["priority"], task["owner_id"]) == (
        "queued",
        "generation-normal",
        5,
        "alice",
    )
    assert (task["attempt"], task["max_attempts"], task["run"]) == (0, 3, 1)
    assert task["progress"] == {"done": 0, "total": 0, "step": "", "failed": 0}
    assert (task["unit"], task["waiting_for"], task["children_url"]) == (None, None, None)
    assert task["error"] is None
    assert task["request_bytes"] > 0
    assert task["cancel_url"].endswith(f"{task_id}/cancel")
    assert reply.headers["retry-after"] == "2"


def test_an_encoded_path_parameter_is_decoded(alice: Gateway) -> None:
    task_id = submitted(alice)
    encoded = "".join(f"%{ord(character):02X}" for character in task_id)
    assert alice.get(f"/v1/tasks/{encoded}").json["task_id"] == task_id


def test_a_finished_task_shows_its_result_and_asks_for_no_return(world: World, alice: Gateway) -> None:
    task_id = submitted(alice)
    world.work_off()
    reply = alice.get(f"/v1/tasks/{task_id}")
    assert reply.json["status"] == "succeeded"
    assert "retry-after" not in reply.headers
    result = alice.get(f"/v1/tasks/{task_id}/result").json
    assert (result["task_id"], result["status"]) == (task_id, "succeeded")
    assert result["result"]["article"]["sections"]
    assert result["bytes"] == reply.json["result_bytes"] > 0


class TestEvents:
    def test_events_come_in_order_from_the_first(self, world: World, alice: Gateway) -> None:
        task_id = submitted(alice)
        world.work_off()
        page = alice.get(f"/v1/tasks/{task_id}/events").json
        assert [event["seq"] for event in page["items"]] == list(range(1, page["last_seq"] + 1))
        assert page["finished"] is True
        assert page["items"][-1]["status"] == "succeeded"

    def test_after_the_last_event_of_a_finished_task_nobody_waits(self, world: World, alice: Gateway) -> None:
        task_id = submitted(alice)
        world.work_off()
        last = alice.get(f"/v1/tasks/{task_id}/events").json["last_seq"]
        page = alice.get(f"/v1/tasks/{task_id}/events?after={last}&wait=20").json
        assert (page["items"], page["last_seq"], page["finished"]) == ([], last, True)
        assert world.clock.naps == []

    def test_a_long_poll_ends_after_its_time(self, world: World, alice: Gateway) -> None:
        task_id = submitted(alice)
        began = world.clock.monotonic()
        page = alice.get(f"/v1/tasks/{task_id}/events?after=1&wait=20").json
        assert (page["items"], page["finished"]) == ([], False)
        assert 19.5 <= world.clock.monotonic() - began <= 20.5

    def test_a_long_poll_ends_early_enough_to_answer(self, world: World, alice: Gateway) -> None:
        task_id = submitted(alice)
        call = world.as_user("alice")
        call.lambda_seconds = 8.0
        began = world.clock.monotonic()
        assert call.get(f"/v1/tasks/{task_id}/events?after=1&wait=20").status == 200
        assert world.clock.monotonic() - began <= 6.5


def test_cancelling_twice_gives_the_same_answer(alice: Gateway) -> None:
    task_id = submitted(alice)
    first, second = (alice.post(f"/v1/tasks/{task_id}/cancel") for _ in range(2))
    assert (first.status, second.status) == (200, 200)
    assert first.json["status"] == second.json["status"] == "cancelled"
    assert first.json["last_seq"] == second.json["last_seq"]


def test_a_retry_is_answered_like_a_submission(world: World, alice: Gateway) -> None:
    task_id = submitted(alice)
    alice.post(f"/v1/tasks/{task_id}/cancel")
    reply = alice.post(f"/v1/tasks/{task_id}/retry")
    assert (reply.status, reply.json["task_id"], reply.json["status"]) == (202, task_id, "queued")
    assert reply.headers["location"].endswith(task_id)
    assert reply.headers["retry-after"]
    assert alice.get(f"/v1/tasks/{task_id}").json["run"] == 2
    world.work_off()
    assert alice.get(f"/v1/tasks/{task_id}").json["status"] == "succeeded"


class TestCleaningUp:
    def test_a_dry_run_counts_what_the_real_one_deletes(self, world: World, alice: Gateway, bob: Gateway) -> None:
        ids = [submitted(alice) for _ in range(3)]
        his = submitted(bob)
        world.work_off()
        world.clock.advance(3 * 86_400)
        dry = alice.post("/v1/tasks/cleanup", {"older_than_days": 2, "dry_run": True}).json
        assert dry == {"matched": 3, "deleted": 0, "dry_run": True, "more": False}
        real = alice.post("/v1/tasks/cleanup", {"older_than_days": 2}).json
        assert (real["matched"], real["deleted"]) == (3, 3)
        assert all(alice.get(f"/v1/tasks/{task_id}").status == 404 for task_id in ids)
        assert bob.get(f"/v1/tasks/{his}").status == 200

    def test_only_the_named_states_are_deleted(self, world: World, alice: Gateway) -> None:
        cancelled, done = submitted(alice), submitted(alice)
        alice.post(f"/v1/tasks/{cancelled}/cancel")
        world.work_off()
        world.clock.advance(1)
        alice.post("/v1/tasks/cleanup", {"older_than_days": 0, "statuses": ["cancelled"]})
        assert alice.get(f"/v1/tasks/{cancelled}").status == 404
        assert alice.get(f"/v1/tasks/{done}").status == 200
