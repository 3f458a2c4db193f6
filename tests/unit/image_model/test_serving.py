"""The container's two addresses: when it is healthy, what it answers, and that it draws one picture at a time."""

import io
import json
import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from threading import Event
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest

from infrastructure.image_model.serving import FAILURES_UNTIL_UNHEALTHY, PLACES, ImageService
from tests.unit.image_model.recording import OutOfMemoryError, recording_model

SECRET = "the secret word is aubergine"
WISH = {"prompt": SECRET, "width": 64, "height": 64}
Answer = tuple[int, dict[str, Any]]


def ask(service: ImageService, method: str, path: str, body: bytes = b"", **environ: str) -> Answer:
    request: dict[str, Any] = {"REQUEST_METHOD": method, "PATH_INFO": path, "CONTENT_LENGTH": str(len(body)), **environ}
    request["wsgi.input"] = io.BytesIO(body)
    setup_testing_defaults(request)
    told: list[str] = []
    answered = service(request, lambda status, headers: told.extend([status, dict(headers)["Content-Type"]]))
    assert told[1] == "application/json"
    return int(told[0].split()[0]), json.loads(b"".join(answered))


def draw(service: ImageService, **fields: Any) -> Answer:
    body = json.dumps({**WISH, **fields}).encode()
    return ask(service, "POST", "/invocations", body, CONTENT_TYPE="application/json")


def ping(service: ImageService) -> Answer:
    return ask(service, "GET", "/ping")


def ready(before: Callable[[], None] = lambda: None, **options: Any) -> ImageService:
    service = ImageService(**options)
    service.is_ready_with(recording_model(before)[0])
    return service


def test_it_is_healthy_only_when_the_model_is_there() -> None:
    service = ImageService()
    assert ping(service)[0] == draw(service)[0] == 503
    service.is_ready_with(recording_model()[0])
    assert ping(service) == (200, {"status": "healthy"})
    assert draw(service)[0] == 200


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/", 404), ("POST", "/ping", 405), ("GET", "/invocations", 405), ("GET", "/invocations/../ping", 404)],
)
def test_there_are_two_addresses(method: str, path: str, status: int) -> None:
    assert ask(ready(), method, path)[0] == status


def test_a_bad_request_is_told_what_is_wrong() -> None:
    assert draw(ready(), width=63) == (400, {"error": "width: must be 64 to 2048", "retryable": False})
    assert ask(ready(), "POST", "/invocations", b"prompt=x", CONTENT_TYPE="text/plain")[0] == 400


def test_a_body_beyond_the_limit_is_refused() -> None:
    service = ready(max_body_bytes=200)
    status, told = draw(service, negative_prompt="x" * 200)
    assert (status, "200 are allowed" in told["error"]) == (413, True)
    assert draw(service)[0] == 200


def broken() -> None:
    raise RuntimeError("CUDA error: device-side assert triggered")


def test_a_failure_is_told_without_its_reason_which_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    assert draw(ready(broken)) == (500, {"error": "the model failed while drawing", "retryable": True})
    assert "device-side assert" in caplog.text
    assert "Traceback" in caplog.text
    assert "aubergine" not in caplog.text


def test_several_failures_in_a_row_make_it_unhealthy() -> None:
    service = ready(broken)
    for _ in range(FAILURES_UNTIL_UNHEALTHY):
        assert ping(service)[0] == 200
        assert draw(service)[0] == 500
    assert ping(service)[0] == 503


def test_a_success_in_between_keeps_it_healthy() -> None:
    outcomes = iter([broken, broken, lambda: None, broken, broken])
    service = ready(lambda: next(outcomes)())
    assert [draw(service)[0] for _ in range(5)] == [500, 500, 200, 500, 500]
    assert ping(service)[0] == 200


def test_bad_requests_and_lack_of_memory_do_not_count_as_failures() -> None:
    def full() -> None:
        raise OutOfMemoryError("CUDA out of memory")

    service = ready(full)
    for _ in range(FAILURES_UNTIL_UNHEALTHY):
        assert draw(service) == (500, {"error": "the picture is too large for this machine", "retryable": False})
        assert draw(service, image="%%%")[0] == 400
    assert ping(service)[0] == 200


class Easel:
    """Holds whoever draws until the test lets go."""

    def __init__(self) -> None:
        self.drawing, self.may_end = Event(), Event()

    def __call__(self) -> None:
        assert not self.drawing.is_set(), "two pictures at a time"
        self.drawing.set()
        assert self.may_end.wait(10)
        self.drawing.clear()


def test_one_picture_is_drawn_at_a_time_and_pings_are_answered_meanwhile() -> None:
    easel = Easel()
    service = ready(easel)
    with ThreadPoolExecutor() as pool:
        asked: list[Future[Answer]] = [pool.submit(draw, service, seed=seed) for seed in range(PLACES)]
        assert easel.drawing.wait(10)
        assert ping(service)[0] == 200
        easel.may_end.set()
        assert [answer.result(10)[0] for answer in asked] == [200] * PLACES


def test_who_finds_no_place_or_waits_too_long_is_told_to_come_again() -> None:
    easel = Easel()
    service = ready(easel, longest_wait_seconds=0)
    with ThreadPoolExecutor() as pool:
        first = pool.submit(draw, service)
        assert easel.drawing.wait(10)
        assert draw(service) == (503, {"error": "other pictures take too long", "retryable": True})
        easel.may_end.set()
        assert first.result(10)[0] == 200


def test_more_than_a_few_do_not_even_wait() -> None:
    easel = Easel()
    service = ready(easel)
    with ThreadPoolExecutor() as pool:
        asked = as_completed([pool.submit(draw, service) for _ in range(PLACES + 3)], timeout=10)
        assert [next(asked).result() for _ in range(3)] == [
            (503, {"error": "too many requests are waiting", "retryable": True})
        ] * 3
        easel.may_end.set()
        assert [answer.result()[0] for answer in asked] == [200] * PLACES


def test_the_log_has_measures_and_no_words(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        draw(ready(), seed=9)
    entry = json.loads(caplog.messages[-1])
    assert (entry["action"], entry["seed"], entry["has_picture"]) == ("picture_drawn", 9, False)
    assert "aubergine" not in caplog.text
