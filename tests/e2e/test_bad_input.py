"""Everything wrong that can be sent is answered with a problem of a stable code, in two languages, and not stored."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from infrastructure.api_keys import hash_of, new_key
from tests.e2e.conftest import MakeUser
from tests.e2e.local_cloud import Platform, wait_until
from tests.e2e.tasks import Json, Tasks, as_json, content_request, in_days

NO_TASK = "01ARZ3NDEKTSV4RRFFQ69G5FAV"
KEY_SECONDS = 5.0


@dataclass(frozen=True)
class Wrong:
    """A request and the problem it must be answered with."""

    name: str
    status: int
    code: str
    path: str = "/v1/content"
    method: str = "POST"
    body: Any = None
    raw: bytes | None = None
    query: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    pointer: str | None = None


def content(**changes: Any) -> Json:
    return {**content_request(), **changes}


WRONG = (
    Wrong("unknown task type", 422, "unknown_task_type", "/v1/tasks", body={"task_type": "unheard_of", "request": {}}),
    Wrong("unknown account", 422, "unknown_account", body=content(account_id="no-such-account")),
    Wrong("priority 0", 422, "validation_failed", body=content(priority=0), pointer="/priority"),
    Wrong("priority 11", 422, "validation_failed", body=content(priority=11), pointer="/priority"),
    Wrong("priority as text", 422, "validation_failed", body=content(priority="5"), pointer="/priority"),
    Wrong("priority true", 422, "validation_failed", body=content(priority=True), pointer="/priority"),
    Wrong("no topic", 422, "validation_failed", body={"account_id": "50"}, pointer="/topic"),
    Wrong("topic of a wrong type", 422, "validation_failed", body=content(topic=["x"]), pointer="/topic"),
    Wrong("an empty topic", 422, "validation_failed", body=content(topic="  "), pointer="/topic"),
    Wrong("unknown field", 422, "validation_failed", body=content(colour="red"), pointer="/colour"),
    Wrong("unknown language", 422, "validation_failed", body=content(language="fr"), pointer="/language"),
    Wrong("unknown provider", 422, "validation_failed", body=content(provider="oracle"), pointer="/provider"),
    Wrong("provider not set up", 422, "provider_not_configured", body=content(provider="bedrock")),
    Wrong("unknown upload", 422, "unknown_upload", body=content(source_upload_id="nothing")),
    Wrong("run_at that is no time", 422, "validation_failed", body=content(run_at="soon"), pointer="/run_at"),
    Wrong("run_at too far off", 422, "validation_failed", body=content(run_at=in_days(400)), pointer="/run_at"),
    Wrong("start_by that is over", 422, "validation_failed", body=content(start_by=in_days(-1)), pointer="/start_by"),
    Wrong(
        "cancel_after that is over",
        422,
        "validation_failed",
        body=content(cancel_after=in_days(-1)),
        pointer="/cancel_after",
    ),
    Wrong("not JSON", 400, "malformed_json", raw=b"{account_id: 50"),
    Wrong("an empty body", 400, "malformed_json", raw=b""),
    Wrong("a JSON list", 400, "malformed_json", raw=b"[]"),
    Wrong("NaN", 400, "malformed_json", raw=b'{"account_id": NaN}'),
    Wrong("nested too deeply", 400, "malformed_json", raw=b'{"a":' + b"[" * 5000 + b"]" * 5000 + b"}"),
    Wrong("not a JSON type", 415, "unsupported_media_type", raw=b"a=b", headers={"Content-Type": "text/plain"}),
    Wrong("body too large", 413, "body_too_large", body=content(reference_text="x" * 1_100_000)),
    Wrong("text too long", 422, "validation_failed", body=content(reference_text="x" * 200_001)),
    Wrong(
        "idempotency key with a line break",
        422,
        "validation_failed",
        body=content(),
        headers={"Idempotency-Key": "two words"},
    ),
    Wrong("batch without items", 422, "validation_failed", "/v1/tasks/batch", body={"items": []}, pointer="/items"),
    Wrong("batch too large", 422, "validation_failed", "/v1/tasks/batch", body={"items": [{}] * 1001}),
    Wrong("bad cursor", 400, "invalid_cursor", "/v1/tasks", "GET", query={"cursor": "bm90IGEgY3Vyc29y"}),
    Wrong("bad cursor of contents", 400, "invalid_cursor", "/v1/contents", "GET", query={"cursor": "x"}),
    Wrong("unknown status", 422, "validation_failed", "/v1/tasks", "GET", query={"status": "lost"}, pointer="?status"),
    Wrong("limit 0", 422, "validation_failed", "/v1/tasks", "GET", query={"limit": 0}, pointer="?limit"),
    Wrong("limit 101", 422, "validation_failed", "/v1/tasks", "GET", query={"limit": 101}, pointer="?limit"),
    Wrong("unknown parameter", 422, "validation_failed", "/v1/tasks", "GET", query={"colour": "red"}),
    Wrong("wait 21", 422, "validation_failed", f"/v1/tasks/{NO_TASK}/events", "GET", query={"wait": 21}),
    Wrong("no such task", 404, "task_not_found", f"/v1/tasks/{NO_TASK}", "GET"),
    Wrong("cancel of no task", 404, "task_not_found", f"/v1/tasks/{NO_TASK}/cancel"),
    Wrong("no such content", 404, "record_not_found", "/v1/contents/c_nothing", "GET"),
    Wrong("no such pool entry", 404, "record_not_found", "/v1/publish-pool/p_nothing/publish"),
    Wrong("no such account", 404, "record_not_found", "/v1/accounts/nobody", "GET"),
    Wrong("unknown route", 404, "not_found", "/v1/no/such/route", "GET"),
    Wrong("unknown route at the top", 404, "not_found", "/nowhere", "GET"),
    Wrong("wrong method", 405, "method_not_allowed", "/v1/tasks", "DELETE"),
    Wrong("admins only: dead letters", 403, "forbidden", "/v1/dead-letters", "GET"),
    Wrong("admins only: lanes", 403, "forbidden", "/v1/lanes/generation-low", "PATCH", body={"paused": True}),
    Wrong("admins only: flags", 403, "forbidden", "/v1/flags/content_generation", "PUT", body={"paused": True}),
    Wrong(
        "admins only: accounts",
        403,
        "forbidden",
        "/v1/accounts",
        body={"name": "Mine", "platform": "blog", "language": "en"},
    ),
    Wrong("upload of nothing", 422, "validation_failed", "/v1/uploads", body={"file_name": "a", "bytes": 0}),
    Wrong(
        "file name with a path",
        422,
        "validation_failed",
        "/v1/uploads",
        body={"file_name": "../../etc/passwd", "content_type": "text/plain", "bytes": 4},
    ),
)


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
def test_a_wrong_request_is_answered_with_its_problem_in_both_languages_and_stores_nothing(
    tasks: Tasks, wrong: Wrong
) -> None:
    english, chinese = (_send(tasks.client, wrong, language) for language in ("en", "zh-CN"))

    for answer in (english, chinese):
        _check(answer, wrong.status, wrong.code)
    assert english.json()["title"].isascii()
    assert not chinese.json()["title"].isascii()
    assert english.json()["code"] == chinese.json()["code"]
    if wrong.pointer:
        assert wrong.pointer in [problem["pointer"] for problem in english.json()["errors"]]
    assert tasks.all() == []
    assert tasks.contents() == []


@pytest.mark.parametrize(
    ("authorization", "code"),
    [
        (None, "missing_credentials"),
        ("", "missing_credentials"),
        ("Bearer nonsense", "invalid_api_key"),
        ("Bearer chk_short", "invalid_api_key"),
        (f"Bearer {new_key()}", "invalid_api_key"),
        (f"Basic {new_key()}", "invalid_api_key"),
        (f"Bearer {new_key()}\u00e9", "invalid_api_key"),
    ],
    ids=["none", "empty", "malformed", "short", "unknown", "another scheme", "not ASCII"],
)
def test_a_request_without_a_valid_key_is_answered_with_401(
    platform: Platform, authorization: str | None, code: str
) -> None:
    headers = {b"Authorization": authorization.encode()} if authorization is not None else {}
    with platform.client(None) as client:
        answer = client.post("/v1/content", json=content_request(), headers=httpx.Headers(headers))

    _check(answer, 401, code)
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_deleted_key_is_refused_within_five_seconds(platform: Platform) -> None:
    key = platform.new_key(user_id="soon-gone", role="normal")
    with platform.client(key) as client:
        assert client.get("/v1/me").status_code == 200
        platform.table("api-keys").delete_item(Key={"key_hash": hash_of(key)})

        refused = wait_until(lambda: _refused(client), seconds=KEY_SECONDS + 1, what="the refusal of the deleted key")

    assert refused is not None
    _check(refused, 401, "invalid_api_key")


def test_keys_are_not_kept_but_their_hashes(platform: Platform) -> None:
    key = platform.new_key(user_id="hashed", role="normal")

    item = platform.table("api-keys").get_item(Key={"key_hash": hashlib.sha256(key.encode()).hexdigest()})["Item"]

    assert item["user_id"] == "hashed"
    assert key not in str(item)


def test_another_owners_task_is_not_found_but_an_admin_sees_it(
    tasks: Tasks, make_user: MakeUser, api: httpx.Client
) -> None:
    task_id = tasks.submit(run_at=in_days(1))["task_id"]
    stranger = make_user()

    for method, path in (("GET", ""), ("GET", "/result"), ("GET", "/events"), ("POST", "/cancel"), ("POST", "/retry")):
        _check(stranger.request(method, f"/v1/tasks/{task_id}{path}"), 404, "task_not_found")

    assert Tasks(stranger).all(owner=tasks.show(task_id)["owner_id"]) == []
    assert api.get(f"/v1/tasks/{task_id}").json()["status"] == "queued"
    assert tasks.cancel(task_id)["status"] == "cancelled"


def test_the_result_of_an_unfinished_or_cancelled_task_is_a_conflict(tasks: Tasks) -> None:
    task_id = tasks.submit(run_at=in_days(1))["task_id"]

    _check(tasks.client.get(f"/v1/tasks/{task_id}/result"), 409, "task_not_finished")
    _check(tasks.client.post(f"/v1/tasks/{task_id}/retry"), 409, "task_not_retryable")
    tasks.cancel(task_id)
    _check(tasks.client.get(f"/v1/tasks/{task_id}/result"), 409, "task_has_no_result")


def _send(client: httpx.Client, wrong: Wrong, language: str) -> httpx.Response:
    headers = {"Accept-Language": language, **wrong.headers}
    if wrong.raw is None:
        return client.request(wrong.method, wrong.path, params=wrong.query, json=wrong.body, headers=headers)
    headers = {"Content-Type": "application/json", **headers}
    return client.request(wrong.method, wrong.path, params=wrong.query, content=wrong.raw, headers=headers)


def _check(answer: httpx.Response, status: int, code: str) -> None:
    assert (answer.status_code, answer.json().get("code")) == (status, code), answer.text
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    problem = as_json(answer)
    assert problem["status"] == status
    assert problem["type"]
    assert problem["title"]
    assert problem["detail"]
    assert "Traceback" not in answer.text


def _refused(client: httpx.Client) -> httpx.Response | None:
    answer = client.get("/v1/me")
    return answer if answer.status_code == 401 else None
