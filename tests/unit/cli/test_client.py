"""The client as a library: what is repeated, what is not, and what the server is told."""

from collections.abc import Iterator

import pytest

from contenthub.api.task_creation import TaskOptions
from contenthub.client import Client
from contenthub.errors import BusyError, ConflictError, NotReachableError, RefusedError
from tests.unit.cli.conftest import KEY, FakeClock
from tests.unit.cli.fake_api import Answer, FakeApi
from tests.unit.cli.samples import SUBMITTED, TASK_ID, task

TASK = f"/v1/tasks/{TASK_ID}"


@pytest.fixture
def client(api: FakeApi, clock: FakeClock) -> Iterator[Client]:
    with Client(api.url + "/", KEY, language="zh", sleep=clock.sleep) as client:
        yield client


def test_a_submission_is_repeated_with_the_same_key_when_the_connection_breaks(api: FakeApi, client: Client) -> None:
    api.answers("POST", "/v1/tasks", Answer(drop=True), Answer(drop=True), Answer(202, SUBMITTED))

    assert client.tasks.submit("echo", {})["task_id"] == TASK_ID

    keys = {request.headers["Idempotency-Key"] for request in api.requests}
    assert len(api.requests) == 3
    assert len(keys) == 1


def test_each_submission_has_a_key_of_its_own_unless_one_is_given(api: FakeApi, client: Client) -> None:
    api.gives("POST", "/v1/tasks", SUBMITTED, status=202)

    client.tasks.submit("echo", {})
    client.tasks.submit("echo", {})
    client.tasks.submit("echo", {}, options=TaskOptions(idempotency_key="mine"))

    keys = [request.headers["Idempotency-Key"] for request in api.requests]
    assert len(set(keys)) == 3
    assert keys[2] == "mine"


def test_an_action_that_is_not_idempotent_is_not_repeated(api: FakeApi, client: Client) -> None:
    api.answers("POST", f"{TASK}/retry", Answer(drop=True))

    with pytest.raises(NotReachableError):
        client.tasks.retry(TASK_ID)

    assert len(api.requests) == 1


def test_reading_is_tried_three_times(api: FakeApi, client: Client, clock: FakeClock) -> None:
    api.answers("GET", TASK, Answer(drop=True))

    with pytest.raises(NotReachableError):
        client.tasks.show(TASK_ID)

    assert len(api.requests) == 3
    assert len(clock.pauses) == 2


def test_retry_after_is_honoured(api: FakeApi, client: Client, clock: FakeClock) -> None:
    api.answers("POST", f"{TASK}/retry", Answer(429, {"code": "rate_limited"}, {"Retry-After": "4"}))
    api.gives("POST", f"{TASK}/retry", SUBMITTED)

    client.tasks.retry(TASK_ID)

    assert clock.pauses == [4.0]


def test_a_pause_of_minutes_is_left_to_the_caller(api: FakeApi, client: Client, clock: FakeClock) -> None:
    api.answers("GET", TASK, Answer(429, {"code": "rate_limited"}, {"Retry-After": "300"}))

    with pytest.raises(BusyError) as caught:
        client.tasks.show(TASK_ID)

    assert caught.value.retry_after_seconds == 300.0
    assert clock.pauses == []


def test_a_problem_becomes_an_error_with_its_code(api: FakeApi, client: Client) -> None:
    api.refuses("POST", f"{TASK}/cancel", 409, "some_conflict", detail="Too late")

    with pytest.raises(ConflictError, match="Too late") as caught:
        client.tasks.cancel(TASK_ID)

    assert (caught.value.code, caught.value.status) == ("some_conflict", 409)


def test_a_refusal_that_is_no_problem_document_is_one_all_the_same(api: FakeApi, client: Client) -> None:
    api.answers("GET", TASK, Answer(418, b"short and stout"))

    with pytest.raises(RefusedError, match="short and stout") as caught:
        client.tasks.show(TASK_ID)

    assert caught.value.code == "http_418"


def test_ids_cannot_lead_to_another_address(api: FakeApi, client: Client) -> None:
    api.gives("GET", "/v1/tasks/..%2Fme", task())

    client.tasks.show("../me")

    assert api.requests[0].path == "/v1/tasks/..%2Fme"


def test_an_upload_goes_to_its_address_without_the_key(api: FakeApi, client: Client) -> None:
    slot = {
        "upload_id": "u-1",
        "upload_url": f"{api.url}/bucket/u-1?X-Amz-Signature=abc",
        "headers": {"Content-Type": "text/plain; charset=utf-8", "x-amz-meta-owner": "demo"},
        "expires_at": "2026-11-22T06:00:00.000Z",
    }
    api.gives("POST", "/v1/uploads", slot, status=201)
    api.gives("PUT", "/bucket/u-1", None)

    upload_id = client.service.upload("a.txt", "文本".encode(), content_type="text/plain; charset=utf-8")

    (put,) = api.asked("PUT", "/bucket/u-1")
    assert upload_id == "u-1"
    assert put.data.decode() == "文本"
    assert put.headers["x-amz-meta-owner"] == "demo"
    assert "Authorization" not in put.headers
    assert api.requests[0].body == {
        "file_name": "a.txt",
        "content_type": "text/plain; charset=utf-8",
        "bytes": 6,
    }
    assert api.requests[0].headers["Accept-Language"] == "zh"


def test_proxies_are_not_asked_for_the_own_machine(
    api: FakeApi, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    api.gives("GET", TASK, task())

    assert client.tasks.show(TASK_ID)["status"] == "succeeded"
