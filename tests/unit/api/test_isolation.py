"""Whatever a user does, they see and touch only what is theirs (P40)."""

from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from chalicelib import bootstrap
from tests.examples import examples
from tests.unit.api.conftest import KEYS, World, new_world
from tests.unit.api.gateway import Gateway, Reply
from tests.unit.api.test_submitting import TASK

USERS = ("alice", "bob")
ONE_TASK = [("GET", ""), ("GET", "/result"), ("GET", "/events"), ("POST", "/cancel"), ("POST", "/retry")]
users = st.sampled_from(USERS)


class TwoUsers(RuleBasedStateMachine):
    """Two users who try every operation on each other's ids and cursors."""

    @initialize()
    def begin(self) -> None:
        self.world: World = new_world()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(bootstrap, "platform", lambda: self.world.platform)
        self.tasks: dict[str, set[str]] = {user: set() for user in USERS}

    def teardown(self) -> None:
        if hasattr(self, "patch"):
            self.patch.undo()

    @rule(user=users, priority=st.integers(1, 10), key=st.sampled_from([None, "k1", "k2"]))
    def submit(self, user: str, priority: int, key: str | None) -> None:
        headers = {} if key is None else {"Idempotency-Key": key}
        reply = self._as(user).request("POST", "/v1/tasks", body={**TASK, "priority": priority}, headers=headers)
        if reply.status == 202:
            assert reply.json["task_id"] not in self.tasks[other(user)]
            self.tasks[user].add(reply.json["task_id"])

    @rule()
    def work(self) -> None:
        for lane in ("generation-high", "generation-normal", "generation-low"):
            self.world.work_off(lane)

    @rule(user=users, data=st.data(), operation=st.sampled_from(ONE_TASK))
    def try_the_others_task(self, user: str, data: st.DataObject, operation: tuple[str, str]) -> None:
        theirs = sorted(self.tasks[other(user)])
        if theirs:
            before = self.world.tasks.get(task_id := data.draw(st.sampled_from(theirs)))
            reply = self._as(user).request(operation[0], f"/v1/tasks/{task_id}{operation[1]}")
            assert (reply.status, reply.json["code"]) == (404, "task_not_found")
            assert self.world.tasks.get(task_id) == before

    @rule(user=users, data=st.data())
    def try_the_others_records(self, user: str, data: st.DataObject) -> None:
        for path, key in (("/v1/contents", "content_id"), ("/v1/publish-pool", "pool_entry_id")):
            theirs = [item[key] for item in self._as(other(user)).get(path).json["items"]]
            if theirs:
                record_id = data.draw(st.sampled_from(theirs))
                for reply in self._touch(user, path, record_id):
                    assert (reply.status, reply.json["code"]) == (404, "record_not_found")

    @rule(user=users)
    def try_the_others_cursor(self, user: str) -> None:
        cursor = self._as(other(user)).get("/v1/tasks?limit=1").json["next_cursor"]
        if cursor:
            assert self._as(user).get(f"/v1/tasks?limit=1&cursor={cursor}").status == 400

    @rule(user=users)
    def clean_up(self, user: str) -> None:
        self.world.clock.advance(1)
        self._as(user).post("/v1/tasks/cleanup", {"older_than_days": 0})
        kept = {task_id for task_id in self.tasks[other(user)] if self.world.tasks.get(task_id)}
        assert kept == self.tasks[other(user)]
        self.tasks[user] = {task_id for task_id in self.tasks[user] if self.world.tasks.get(task_id)}

    @invariant()
    def lists_hold_only_their_own(self) -> None:
        for user in USERS if hasattr(self, "world") else ():
            for filters in ("", f"&owner={other(user)}"):
                items = self._as(user).get(f"/v1/tasks?limit=100{filters}").json["items"]
                assert {item["task_id"] for item in items} == self.tasks[user]

    def _touch(self, user: str, path: str, record_id: str) -> list[Reply]:
        gateway, target = self._as(user), f"{path}/{record_id}"
        if path == "/v1/contents":
            changes: dict[str, Any] = {"title": "stolen"}
            return [
                gateway.get(target),
                gateway.request("PATCH", target, body=changes),
                gateway.get(f"{target}/feedback"),
                gateway.post(f"{target}/feedback", {"rating": 1}),
            ]
        later = {"publish_at": "2027-01-01T00:00:00Z"}
        moves = [gateway.post(f"{target}/{move}") for move in ("publish", "withdraw")]
        return [gateway.get(target), gateway.post(f"{target}/schedule", later), *moves]

    def _as(self, user: str) -> Gateway:
        assert user in KEYS
        return self.world.as_user(user)


def other(user: str) -> str:
    return "bob" if user == "alice" else "alice"


TestTwoUsers = TwoUsers.TestCase
TestTwoUsers.settings = settings(max_examples=examples(15), stateful_step_count=15, deadline=None)
