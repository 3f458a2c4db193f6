"""A real HTTP server on 127.0.0.1 that answers what a test told it to, and remembers what it was asked."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any


@dataclass(frozen=True)
class Answer:
    status: int = 200
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=dict)
    never: bool = False
    """Keep the caller waiting until the server stops."""

    @classmethod
    def of(cls, body: object, status: int = 200, **headers: str) -> "Answer":
        return cls(status, json.dumps(body).encode(), {"Content-Type": "application/json", **headers})


@dataclass
class Asked:
    path: str
    headers: dict[str, str]
    body: Any


@dataclass
class AnsweringServer:
    url: str
    answers: list[Answer] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    stopping: Event = field(default_factory=Event)


@contextmanager
def answering_server(*answers: Answer) -> Iterator[AnsweringServer]:
    server = AnsweringServer("", list(answers))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            raw = self.rfile.read(length)
            is_form = self.headers.get("Content-Type", "").startswith("multipart/")
            body = raw if is_form else json.loads(raw or b"{}")
            headers = {name.lower(): value for name, value in self.headers.items()}
            server.asked.append(Asked(self.path, headers, body))
            answer = server.answers.pop(0)
            if answer.never:
                server.stopping.wait(30)
                return
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        do_GET = do_POST  # noqa: N815 - the name that http.server looks for

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nothing to the terminal."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.url = f"http://127.0.0.1:{http.server_port}"
    thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        http.shutdown()
        http.server_close()
        thread.join(5)
