"""Every error is a problem document with a stable code; none is a stack trace or an empty body."""

from collections.abc import Iterator
from typing import Any

import pytest

from chalicelib import bootstrap
from chalicelib.domain import errors
from chalicelib.domain.errors import ContentHubError
from chalicelib.entrypoints.http.kinds_of_problems import KIND_BY_CODE, code_of
from chalicelib.settings import SettingsError
from tests.unit.api.conftest import KEYS, World
from tests.unit.api.gateway import Gateway, Reply
from tests.unit.api.test_submitting import REQUEST, TASK

TASK_ID = "01KQ6Z3V7N8W9X0Y1Z2A3B4C5D"
UPLOAD = {"file_name": "a.txt", "content_type": "text/plain", "bytes": 1}
ACCOUNT = {"name": "n", "platform": "p", "language": "en"}

REFUSALS: list[tuple[str, str, Any, int, str]] = [
    ("GET", "/v1/nothing", None, 404, "not_found"),
    ("GET", "/", None, 404, "not_found"),
    ("GET", "/v1/tasks/a/b/c/d", None, 404, "not_found"),
    ("DELETE", "/v1/tasks", None, 405, "method_not_allowed"),
    ("PUT", f"/v1/tasks/{TASK_ID}", None, 405, "method_not_allowed"),
    ("GET", "/v1/tasks/batch", None, 405, "method_not_allowed"),
    ("POST", "/health", None, 405, "method_not_allowed"),
    ("GET", f"/v1/tasks/{TASK_ID}", None, 404, "task_not_found"),
    ("GET", f"/v1/tasks/{TASK_ID}/result", None, 404, "task_not_found"),
    ("GET", f"/v1/tasks/{TASK_ID}/events", None, 404, "task_not_found"),
    ("POST", f"/v1/tasks/{TASK_ID}/cancel", None, 404, "task_not_found"),
    ("POST", f"/v1/tasks/{TASK_ID}/retry", None, 404, "task_not_found"),
    ("GET", "/v1/tasks/" + "x" * 129, None, 404, "not_found"),
    ("GET", "/v1/tasks/a%00b", None, 404, "not_found"),
    ("GET", "/v1/tasks?cursor=abc", None, 400, "invalid_cursor"),
    ("GET", "/v1/tasks?colour=red", None, 422, "validation_failed"),
    ("GET", "/v1/tasks?limit=0", None, 422, "validation_failed"),
    ("GET", "/v1/tasks?limit=101", None, 422, "validation_failed"),
    ("GET", "/v1/tasks?limit=5.0", None, 422, "validation_failed"),
    ("GET", "/v1/tasks?limit=1&limit=2", None, 422, "validation_failed"),
    ("GET", "/v1/tasks?status=sleeping", None, 422, "validation_failed"),
    ("GET", "/v1/tasks?priority=11", None, 422, "validation_failed"),
    ("GET", "/v1/tasks?created_after=yesterday", None, 422, "validation_failed"),
    ("GET", "/v1/tasks?created_after=2026-11-22T05:00:00", None, 422, "validation_failed"),
    ("GET", "/v1/tasks?created_before=0001-01-01T00:00:00Z", None, 422, "validation_failed"),
    ("GET", f"/v1/tasks/{TASK_ID}/events?wait=21", None, 422, "validation_failed"),
    ("GET", f"/v1/tasks/{TASK_ID}?verbose=true", None, 422, "validation_failed"),
    ("POST", "/v1/tasks", {**TASK, "task_type": "making_tea"}, 422, "unknown_task_type"),
    ("POST", "/v1/tasks", {**TASK, "priority": 0}, 422, "validation_failed"),
    ("POST", "/v1/tasks", {**TASK, "priority": 11}, 422, "validation_failed"),
    ("POST", "/v1/tasks", {**TASK, "priority": "5"}, 422, "validation_failed"),
    ("POST", "/v1/tasks", {**TASK, "priority": True}, 422, "validation_failed"),
    ("POST", "/v1/tasks", {**TASK, "priority": 5.5}, 422, "validation_failed"),
    ("POST", "/v1/tasks", {**TASK, "urgency": 5}, 422, "validation_failed"),
    ("POST", "/v1/tasks", {"request": REQUEST}, 422, "validation_failed"),
    ("POST", "/v1/tasks", {**TASK, "request": []}, 422, "validation_failed"),
    ("POST", "/v1/tasks", {**TASK, "run_at": 1_800_000_000}, 422, "validation_failed"),
    ("POST", "/v1/tasks", {**TASK, "run_at": "2030-01-01T00:00:00Z"}, 422, "validation_failed"),
    ("POST", "/v1/tasks", {**TASK, "start_by": "2020-01-01T00:00:00Z"}, 422, "validation_failed"),
    ("POST", "/v1/content", {**REQUEST, "account_id": 4711}, 422, "unknown_account"),
    ("POST", "/v1/content", {**REQUEST, "account_id": True}, 422, "validation_failed"),
    ("POST", "/v1/content", {"topic": "x"}, 422, "validation_failed"),
    ("POST", "/v1/tasks/cleanup", {"older_than_days": -1}, 422, "validation_failed"),
    ("POST", "/v1/tasks/cleanup", {"statuses": ["running"]}, 422, "validation_failed"),
    ("GET", "/v1/contents/none", None, 404, "record_not_found"),
    ("PATCH", "/v1/contents/none", {"title": "x"}, 404, "record_not_found"),
    ("PATCH", "/v1/contents/none", {}, 422, "validation_failed"),
    ("PATCH", "/v1/contents/none", {"title": None}, 422, "validation_failed"),
    ("PATCH", "/v1/contents/none", {"state": "burnt"}, 422, "validation_failed"),
    ("POST", "/v1/contents/none/feedback", {"rating": 6}, 422, "validation_failed"),
    ("POST", "/v1/contents/none/feedback", {"rating": 5}, 404, "record_not_found"),
    ("GET", "/v1/publish-pool/none", None, 404, "record_not_found"),
    ("POST", "/v1/publish-pool/none/publish", None, 404, "record_not_found"),
    ("POST", "/v1/publish-pool/none/schedule", {"publish_at": "2020-01-01T00:00:00Z"}, 422, "validation_failed"),
    ("GET", "/v1/accounts/none", None, 404, "record_not_found"),
    ("GET", "/v1/accounts?active=yes", None, 422, "validation_failed"),
    ("POST", "/v1/accounts", ACCOUNT, 403, "forbidden"),
    ("PATCH", "/v1/accounts/49", {"active": False}, 403, "forbidden"),
    ("GET", "/v1/dead-letters", None, 403, "forbidden"),
    ("POST", "/v1/dead-letters/redrive", {"lane": "generation-high"}, 403, "forbidden"),
    ("POST", "/v1/dead-letters/purge", {"lane": "generation-high", "reason": "r"}, 403, "forbidden"),
    ("PATCH", "/v1/lanes/generation-high", {"paused": True}, 403, "forbidden"),
    ("PUT", "/v1/flags/content_generation", {"paused": True}, 403, "forbidden"),
    ("POST", "/v1/uploads", {**UPLOAD, "file_name": "../etc/passwd"}, 422, "validation_failed"),
    ("POST", "/v1/uploads", {**UPLOAD, "content_type": "text"}, 422, "validation_failed"),
    ("POST", "/v1/uploads", {**UPLOAD, "bytes": 2**39}, 422, "validation_failed"),
]  # fmt: skip

ADMIN_REFUSALS: list[tuple[str, str, Any, int, str]] = [
    ("POST", "/v1/accounts", {**ACCOUNT, "account_id": 49}, 409, "record_exists"),
    ("POST", "/v1/accounts", {**ACCOUNT, "account_id": "a/b"}, 422, "validation_failed"),
    ("POST", "/v1/accounts", {**ACCOUNT, "language": "fr"}, 422, "validation_failed"),
    ("PATCH", "/v1/accounts/none", {"active": False}, 404, "record_not_found"),
    ("PATCH", "/v1/accounts/49", {}, 422, "validation_failed"),
    ("GET", "/v1/dead-letters?lane=fast", None, 422, "validation_failed"),
    ("POST", "/v1/dead-letters/redrive", {"lane": "fast"}, 422, "validation_failed"),
    ("POST", "/v1/dead-letters/redrive", {"lane": "generation-high", "rate_per_second": 0}, 422, "validation_failed"),
    ("POST", "/v1/dead-letters/purge", {"lane": "generation-high"}, 422, "validation_failed"),
    ("PATCH", "/v1/lanes/fast", {"paused": True}, 404, "lane_not_found"),
    ("PATCH", "/v1/lanes/generation-high", {}, 422, "validation_failed"),
    ("PATCH", "/v1/lanes/generation-high", {"max_concurrency": 1}, 422, "validation_failed"),
    ("PUT", "/v1/flags/making_tea", {"paused": True}, 404, "not_found"),
]


@pytest.mark.parametrize(("method", "target", "body", "status", "code"), REFUSALS)
def test_each_refusal_is_a_problem(
    world: World, alice: Gateway, method: str, target: str, body: Any, status: int, code: str
) -> None:
    reply = alice.request(method, target, body=body)
    assert_problem(reply, status, code)
    assert world.lanes.sent == []


@pytest.mark.parametrize(("method", "target", "body", "status", "code"), ADMIN_REFUSALS)
def test_each_refusal_of_an_admin_is_a_problem(
    admin: Gateway, method: str, target: str, body: Any, status: int, code: str
) -> None:
    assert_problem(admin.request(method, target, body=body), status, code)


class TestCredentials:
    def test_without_a_key_nothing_but_the_open_operations_answers(self, nobody: Gateway) -> None:
        reply = nobody.get("/v1/me")
        assert_problem(reply, 401, "missing_credentials")
        assert reply.headers["www-authenticate"] == 'Bearer realm="contenthub"'

    @pytest.mark.parametrize(
        "authorization",
        [
            "Bearer",
            "Bearer nonsense",
            "Bearer chk_short",
            f"Basic {KEYS['alice']}",
            f"Bearer {KEYS['alice']}x",
            f"Bearer chk_{'z' * 43}",
            f"{KEYS['alice']}",
        ],
    )
    def test_a_key_that_is_wrong_in_any_way_is_refused(self, nobody: Gateway, authorization: str) -> None:
        reply = nobody.get("/v1/me", Authorization=authorization)
        assert_problem(reply, 401, "invalid_api_key")
        assert 'error="invalid_token"' in reply.headers["www-authenticate"]

    def test_the_scheme_may_be_written_in_any_case(self, nobody: Gateway) -> None:
        assert nobody.get("/v1/me", authorization=f"bearer  {KEYS['alice']}").json["user_id"] == "alice"

    def test_an_open_operation_does_not_look_at_the_key(self, nobody: Gateway) -> None:
        assert nobody.get("/health", Authorization="Bearer nonsense").status == 200

    def test_credentials_come_before_everything_else(self, nobody: Gateway) -> None:
        assert nobody.request("POST", "/v1/tasks", raw="not json").status == 401


class TestStates:
    def test_a_result_is_not_there_before_the_end(self, alice: Gateway) -> None:
        task_id = alice.post("/v1/tasks", TASK).json["task_id"]
        assert_problem(alice.get(f"/v1/tasks/{task_id}/result"), 409, "task_not_finished")

    def test_a_cancelled_task_has_no_result(self, alice: Gateway) -> None:
        task_id = alice.post("/v1/tasks", TASK).json["task_id"]
        assert alice.post(f"/v1/tasks/{task_id}/cancel").json["status"] == "cancelled"
        assert_problem(alice.get(f"/v1/tasks/{task_id}/result"), 409, "task_has_no_result")

    def test_a_running_task_is_not_retried(self, alice: Gateway) -> None:
        task_id = alice.post("/v1/tasks", TASK).json["task_id"]
        assert_problem(alice.post(f"/v1/tasks/{task_id}/retry"), 409, "task_not_retryable")

    def test_past_retention_a_task_is_gone(self, world: World, alice: Gateway) -> None:
        task_id = alice.post("/v1/tasks", TASK).json["task_id"]
        world.work_off()
        world.clock.advance(31 * 86_400)
        for part in ("", "/result", "/events"):
            assert_problem(alice.get(f"/v1/tasks/{task_id}{part}"), 410, "task_expired")

    def test_a_published_entry_is_not_withdrawn(self, world: World, alice: Gateway) -> None:
        alice.post("/v1/tasks", TASK)
        world.work_off()
        entry = alice.get("/v1/publish-pool").json["items"][0]["pool_entry_id"]
        assert alice.post(f"/v1/publish-pool/{entry}/publish").json["state"] == "published"
        assert_problem(alice.post(f"/v1/publish-pool/{entry}/withdraw"), 409, "pool_entry_conflict")

    def test_an_inactive_account_takes_no_articles(self, admin: Gateway, alice: Gateway) -> None:
        admin.request("PATCH", "/v1/accounts/49", body={"active": False})
        assert_problem(alice.post("/v1/content", REQUEST), 422, "account_inactive")


class TestDefects:
    def test_a_defect_is_logged_and_not_shown(self, world: World, alice: Gateway) -> None:
        vars(world.platform)["read_tasks"] = Broken()
        reply = alice.get("/v1/tasks")
        assert_problem(reply, 500, "internal_error")
        assert "secret" not in reply.text
        assert reply.headers["x-request-id"] in reply.json["detail"]
        assert "request_failed" in world.telemetry.actions()

    def test_an_error_that_is_no_callers_fault_is_internal(self, world: World, alice: Gateway) -> None:
        vars(world.platform)["read_tasks"] = Broken(errors.IllegalTransitionError("queued -> queued"))
        assert_problem(alice.get("/v1/tasks"), 500, "internal_error")

    def test_a_deployment_that_cannot_start_answers_with_a_problem(
        self, nobody: Gateway, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken() -> None:
            raise SettingsError("environment variables missing: DATA_BUCKET")

        monkeypatch.setattr(bootstrap, "platform", broken)
        reply = nobody.get("/health")
        assert_problem(reply, 500, "internal_error")
        assert "DATA_BUCKET" not in reply.text


class Broken:
    def __init__(self, error: Exception | None = None) -> None:
        self.error = error or RuntimeError("secret")

    def tasks_page(self, *_: Any, **__: Any) -> None:
        raise self.error


def test_every_error_of_the_domain_has_a_kind_or_is_a_defect() -> None:
    defects = {"illegal_transition", "task_failed", "result_too_large", "worker_lost", "unexpected_error"}
    defects |= {"hard_deadline_exceeded", "internal_error"}
    defects |= {"workflow_lost", "workflow_too_large", "units_failed", "review_timed_out"}
    defects |= {"review_rejected", "invalid_curriculum", "file_rejected"}
    without = {error.code for error in descendants(ContentHubError) if code_of(error) == "internal_error"}
    assert without <= defects


def test_every_kind_has_a_title_in_both_languages() -> None:
    assert all(kind.en and kind.zh and kind.status >= 400 for kind in KIND_BY_CODE.values())


def descendants(kind: type[ContentHubError]) -> Iterator[type[ContentHubError]]:
    """The product's own; other tests may have added theirs to the process."""
    for child in kind.__subclasses__():
        if child.__module__.startswith("chalicelib."):
            yield child
        yield from descendants(child)


def assert_problem(reply: Reply, status: int, code: str) -> None:
    problem = reply.json
    assert (reply.status, problem["code"]) == (status, code), reply.text
    assert reply.headers["content-type"] == "application/problem+json"
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    assert "Traceback" not in reply.text
    if code == "validation_failed":
        assert problem["errors"]
        assert all(error["code"] and error["detail"] for error in problem["errors"])
        assert all(error["pointer"] for error in problem["errors"] if error["code"] != "empty_change")
