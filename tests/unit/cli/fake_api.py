"""A real HTTP server on the loopback address that answers as it is told and remembers what it was asked."""

import json
import threading
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    query: dict[str, str]
    headers: Mapping[str, str]
    data: bytes

    @property
    def body(self) -> Any:
        return json.loads(self.data) if self.data else None


@dataclass(frozen=True)
class Answer:
    """`drop` closes the connection without a word."""

    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    drop: bool = False

    @property
    def data(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


class FakeApi:
    """The last answer given for an address is repeated, the ones before it are given once each."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self._answers: dict[tuple[str, str], deque[Answer]] = defaultdict(deque)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_for(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def forget(self) -> None:
        self.requests.clear()
        self._answers.clear()

    def forget_answers(self, method: str, path: str) -> None:
        self._answers.pop((method, path), None)

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answers(self, method: str, path: str, *answers: Answer) -> None:
        self._answers[method, path].extend(answers)

    def gives(self, method: str, path: str, body: Any, *, status: int = 200) -> None:
        self.answers(method, path, Answer(status, body))

    def refuses(self, method: str, path: str, status: int, code: str, **more: Any) -> None:
        body = {"type": "about:blank", "title": f"Refused by {status}", "status": status, "code": code}
        self.answers(method, path, Answer(status, {**body, **more}))

    def asked(self, method: str, path: str) -> list[Request]:
        return [r for r in self.requests if (r.method, r.path) == (method, path)]

    def reply_to(self, request: Request) -> Answer:
        self.requests.append(request)
        waiting = self._answers[request.method, request.path]
        if not waiting:
            return Answer(404, {"status": 404, "code": "not_found", "title": "Not found"})
        return waiting.popleft() if len(waiting) > 1 else waiting[0]


def _handler_for(api: FakeApi) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else every answer waits 40 ms for the client's acknowledgement

        def handle_any(self) -> None:
            answer = api.reply_to(self._request())
            if answer.drop:
                self.close_connection = True
                return
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.data)))
            self.end_headers()
            self.wfile.write(answer.data)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_any  # noqa: N815 - names of the base class

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - signature of the base class
            """Silence: the tests read `requests` instead."""

        def _request(self) -> Request:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            return Request(self.command, parts.path, query, dict(self.headers.items()), data)

    return Handler
