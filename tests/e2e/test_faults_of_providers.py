"""Providers that are down, missing or talk too much: tried again where that helps, else failed with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

import pytest

from tests.e2e.faults import Lane, bring_forward, sweep
from tests.e2e.local_cloud import Platform, wait_until
from tests.e2e.providers import Providers
from tests.e2e.tasks import Json, Tasks, content_request, creator_request

HIGH = "generation-high"


@pytest.fixture
def failing_model(providers: Providers) -> Iterator[Providers]:
    """The model server answers 503 until told otherwise."""
    providers.model.failure = HTTPStatus.SERVICE_UNAVAILABLE
    yield providers
    providers.model.failure = None


def test_a_model_that_stays_down_is_tried_three_times_and_then_named_as_the_reason(
    tasks: Tasks, platform: Platform, failing_model: Providers
) -> None:
    before = failing_model.model.calls
    task_id = tasks.submit(provider="openai")["task_id"]

    for attempt in (1, 2):
        _wait_for_retry(tasks, task_id, attempt)
        bring_forward(platform, [task_id])
        sweep(platform)
    failed = tasks.finished(task_id)

    assert (failed["status"], failed["attempt"]) == ("failed", 3)
    assert failed["error"] == {
        "code": "provider_unavailable",
        "message": "the model's server answered 503",
        "retryable": True,
    }
    assert failing_model.model.calls - before == 3
    assert tasks.contents() == []
    kinds = [event["kind"] for event in tasks.events(task_id) if event["kind"] != "progress"]
    assert kinds == ["queued", "started", "retrying", "started", "retrying", "started", "failed"]


def test_a_task_succeeds_when_the_model_is_back_before_its_last_attempt(
    tasks: Tasks, platform: Platform, failing_model: Providers
) -> None:
    task_id = tasks.submit(provider="openai")["task_id"]
    waiting = _wait_for_retry(tasks, task_id, 1)
    assert waiting["run_at"] > waiting["updated_at"]

    failing_model.model.failure = None
    bring_forward(platform, [task_id])
    sweep(platform)

    finished = tasks.finished(task_id)
    assert (finished["status"], finished["attempt"], finished["error"]) == ("succeeded", 2, None)
    result = tasks.result(task_id)["result"]
    assert (result["provider"], result["model"]) == ("openai", "test-model")
    assert result["usage"] == {"input_tokens": 11, "output_tokens": 7}


def test_a_task_that_waits_for_its_retry_can_be_cancelled_and_run_again(tasks: Tasks, failing_model: Providers) -> None:
    task_id = tasks.submit(provider="openai")["task_id"]
    _wait_for_retry(tasks, task_id, 1)

    assert tasks.cancel(task_id)["status"] == "cancelled"
    failing_model.model.failure = None
    tasks.client.post(f"/v1/tasks/{task_id}/retry").raise_for_status()

    finished = tasks.finished(task_id)
    assert (finished["status"], finished["run"], finished["attempt"]) == ("succeeded", 2, 1)


def test_a_command_that_fails_is_final_and_one_that_is_busy_is_tried_again(tasks: Tasks, providers: Providers) -> None:
    failed_id = tasks.submit(**creator_request("Command fails", "exit=3"))["task_id"]
    busy_id = tasks.submit(**creator_request("Command is busy", "exit=75"))["task_id"]

    failed = tasks.finished(failed_id)
    busy = _wait_for_retry(tasks, busy_id, 1)

    assert (failed["attempt"], failed["error"]["code"]) == (1, "provider_rejected")
    assert failed["error"]["message"] == "the content-creator command failed with status 3"
    assert busy["error"]["code"] == "provider_unavailable"
    assert len(providers.creator.runs("Command fails")) == 1
    tasks.cancel(busy_id)


def test_a_command_that_is_not_there_is_a_final_clear_error(
    tasks: Tasks, platform: Platform, providers: Providers
) -> None:
    with _variables_of(platform, HIGH, CREATOR_CLI_PATH="/no/such/command"):
        task_id = tasks.submit(**creator_request("Missing"), priority=9)["task_id"]
        failed = tasks.finished(task_id)

    assert (failed["status"], failed["attempt"]) == ("failed", 1)
    assert failed["error"] == {
        "code": "provider_not_configured",
        "message": "the content-creator command does not exist",
        "retryable": False,
    }
    assert not providers.creator.runs("Missing")
    assert tasks.contents() == []


@pytest.mark.parametrize("size", [600_000, 5_000_000], ids=["larger than a table row", "larger than the limit"])
def test_a_result_that_is_too_large_is_refused_at_once_with_the_reason(
    tasks: Tasks, providers: Providers, size: int
) -> None:
    topic = f"Result of {size} characters"

    failed = tasks.finished(tasks.submit(**creator_request(topic, f"paragraph={size}"))["task_id"])

    assert (failed["status"], failed["attempt"]) == ("failed", 1)
    assert failed["error"]["code"] in ("provider_rejected", "result_too_large")
    assert len(providers.creator.runs(topic)) == 1
    assert tasks.contents() == []


def test_a_result_larger_than_a_row_holds_comes_from_the_bucket(tasks: Tasks, providers: Providers) -> None:
    task_id = tasks.submit(**creator_request("A long article", "paragraph=100000"))["task_id"]

    assert tasks.finished(task_id)["result_bytes"] > 100_000
    assert len(providers.creator.runs("A long article")) == 1
    found = tasks.result(task_id)
    assert found["download_url"]
    assert len(found["result"]["article"]["sections"][0]["paragraphs"][0]) == 100_000


def test_a_large_request_is_kept_in_the_bucket_and_used(tasks: Tasks) -> None:
    long_text = " ".join(
        f"The harbour of Vell had {number} ships in the year {1500 + number}." for number in range(400)
    )

    task_id = tasks.submit(**content_request(reference_text=long_text))["task_id"]

    assert tasks.finished(task_id)["status"] == "succeeded"
    assert tasks.show(task_id)["request_bytes"] > 20_000


def _wait_for_retry(tasks: Tasks, task_id: str, attempt: int) -> Json:
    def look() -> Json | None:
        task = tasks.show(task_id)
        assert not task["finished_at"], task["error"]
        return task if (task["status"], task["attempt"]) == ("waiting", attempt) else None

    return wait_until(look, what=f"the end of attempt {attempt}") or {}


@contextmanager
def _variables_of(platform: Platform, lane: str, **variables: str) -> Iterator[None]:
    """Inside, the lane's consumer has other environment variables."""
    functions, name = platform.aws("lambda"), Lane(platform, lane).function
    usual = functions.get_function_configuration(FunctionName=name)["Environment"]["Variables"]
    functions.update_function_configuration(FunctionName=name, Environment={"Variables": {**usual, **variables}})
    functions.get_waiter("function_updated_v2").wait(FunctionName=name)
    try:
        yield
    finally:
        functions.update_function_configuration(FunctionName=name, Environment={"Variables": usual})
        functions.get_waiter("function_updated_v2").wait(FunctionName=name)
