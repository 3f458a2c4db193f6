"""SageMaker's protocol for containers as a WSGI application: GET /ping and POST /invocations, one picture at a time."""

import json
import logging
import time
from collections.abc import Callable, Iterable
from threading import BoundedSemaphore, Lock
from typing import Any

from infrastructure.image_model.drawing_request import JSON, BadRequestError
from infrastructure.image_model.inference import Model, input_fn, output_fn, predict_fn

MIB = 1024 * 1024
REALTIME_BODY_BYTES = 6 * MIB
"""More SageMaker does not pass on to a real-time endpoint, in either direction."""
PLACES = 4
"""How many requests may be inside: one is drawn, the others wait. The server needs more threads than that, or a ping
would have to wait too, and a container that does not answer its pings is replaced."""
FAILURES_UNTIL_UNHEALTHY = 3

Environ = dict[str, Any]
StartResponse = Callable[[str, list[tuple[str, str]]], Any]
_REASONS = {200: "OK", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed"}
_REASONS |= {413: "Content Too Large", 500: "Internal Server Error", 503: "Service Unavailable"}
_log = logging.getLogger(__name__)


class RefusedError(Exception):
    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class ImageService:
    """Unhealthy until the model is there, and again after several failures in a row: a GPU in a bad state stays in it
    until the process is replaced. Bad requests and pictures too large for the memory do not count."""

    def __init__(self, *, max_body_bytes: int = REALTIME_BODY_BYTES, longest_wait_seconds: float = 30) -> None:
        self._max_body_bytes = max_body_bytes
        self._longest_wait_seconds = longest_wait_seconds
        self._model: Model | None = None
        self._places = BoundedSemaphore(PLACES)
        self._drawing = Lock()
        self._failures_in_a_row = 0

    def is_ready_with(self, model: Model) -> None:
        self._model = model

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        try:
            status, body = 200, self._answer(environ)
        except RefusedError as refused:
            status, body = refused.status, _error(str(refused), retryable=refused.status == 503)
        except BadRequestError as error:
            status, body = 400, _error(str(error))
        except MemoryError as error:
            status, body = 500, _error(str(error) or "out of memory")
        except Exception:  # noqa: BLE001 - the outer edge: the caller gets an answer, the log the reason
            self._failures_in_a_row += 1
            _log.exception(_action("failed"))
            status, body = 500, _error("the model failed while drawing", retryable=True)
        encoded = body.encode()
        start_response(f"{status} {_REASONS[status]}", [("Content-Type", JSON), ("Content-Length", str(len(encoded)))])
        return [encoded]

    def _answer(self, environ: Environ) -> str:
        route = (environ["REQUEST_METHOD"], environ.get("PATH_INFO", ""))
        if route == ("GET", "/ping"):
            return self._pong()
        if route == ("POST", "/invocations"):
            return self._drawn(environ)
        raise RefusedError(405 if route[1] in ("/ping", "/invocations") else 404, "ask GET /ping or POST /invocations")

    def _pong(self) -> str:
        self._loaded()
        if self._failures_in_a_row >= FAILURES_UNTIL_UNHEALTHY:
            raise RefusedError(503, f"the last {self._failures_in_a_row} pictures failed")
        return json.dumps({"status": "healthy"})

    def _loaded(self) -> Model:
        if self._model is None:
            raise RefusedError(503, "the model is being loaded")
        return self._model

    def _drawn(self, environ: Environ) -> str:
        model = self._loaded()
        request = input_fn(self._body(environ), environ.get("CONTENT_TYPE") or JSON)
        if not self._places.acquire(blocking=False):
            raise RefusedError(503, "too many requests are waiting")
        try:
            return self._in_turn(request, model)
        finally:
            self._places.release()

    def _in_turn(self, request: dict[str, Any], model: Model) -> str:
        """Who waits longer than the caller will is not drawn at all."""
        if not self._drawing.acquire(timeout=self._longest_wait_seconds):
            raise RefusedError(503, "other pictures take too long")
        try:
            started = time.monotonic()
            answer = output_fn(predict_fn(request, model))
            self._failures_in_a_row = 0
            _log.info(_action("drawn", seconds=round(time.monotonic() - started, 3), **_measures(request)))
            return answer
        finally:
            self._drawing.release()

    def _body(self, environ: Environ) -> bytes:
        length = int(environ.get("CONTENT_LENGTH") or 0)
        if length > self._max_body_bytes:
            raise RefusedError(413, f"the body has {length} bytes, {self._max_body_bytes} are allowed")
        body: bytes = environ["wsgi.input"].read(length)
        return body


def _error(message: str, *, retryable: bool = False) -> str:
    """An asynchronous endpoint passes on this text, but not the status."""
    return json.dumps({"error": message, "retryable": retryable}, ensure_ascii=False)


def _action(name: str, **details: object) -> str:
    return json.dumps({"action": f"picture_{name}", **details})


def _measures(request: dict[str, Any]) -> dict[str, Any]:
    """What a log may say of a request: no word of the prompt."""
    names = ("width", "height", "num_inference_steps", "seed")
    return {**{name: request[name] for name in names}, "has_picture": bool(request["image"])}
