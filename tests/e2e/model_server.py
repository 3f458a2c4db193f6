"""A server that speaks OpenAI's chat protocol, and fails as long as a test wants it to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HOST = "127.0.0.1"
_ARTICLE = {
    "title": "Written by a model",
    "summary": "One sentence.",
    "language": "en",
    "sections": [{"heading": "A heading", "paragraphs": ["A paragraph."]}],
    "key_points": ["A point"],
    "tags": ["tests"],
}


class ModelServer:
    """`failure` is the HTTP status to answer with, None to answer well; `calls` counts the requests.

    `writer` makes the answer from the prompt; left alone, it is an article.
    """

    def __init__(self, port: int) -> None:
        self.failure: int | None = None
        self.writer: Callable[[str], Any] = lambda _prompt: _ARTICLE
        self.calls = 0
        self._server = ThreadingHTTPServer((HOST, port), _handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True, name="model-server")
        self._thread.start()

    @property
    def base_url(self) -> str:
        return f"http://{HOST}:{self._server.server_port}/v1"

    def answer(self, request: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        self.calls += 1
        if self.failure is not None:
            return self.failure, {"error": {"message": "told to fail by the test"}}
        prompt = "\n".join(str(message["content"]) for message in request.get("messages", []))
        message = {"role": "assistant", "content": json.dumps(self.writer(prompt))}
        usage = {"prompt_tokens": 11, "completion_tokens": 7}
        return 200, {"model": "test-model", "choices": [{"message": message, "finish_reason": "stop"}], "usage": usage}

    def end(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _handler(model: ModelServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            status, document = model.answer(request)
            body = json.dumps(document).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    return Handler
