"""`make up` ends well only if the API answers through the edge."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from infrastructure.local.health import require_api
from infrastructure.local.ports import find_free_ports
from infrastructure.local.settings import HOST, LocalSettings
from infrastructure.local.steps import StepError, explain_failure

Serve = Callable[[int], LocalSettings]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """An edge that answers everything with one status."""
    servers: list[HTTPServer] = []

    def start(status: int) -> LocalSettings:
        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(status)
                self.end_headers()
                self.wfile.write(self.path.encode())

            def log_message(self, *_: object) -> None:
                pass

        servers.append(HTTPServer((HOST, 0), Answer))
        threading.Thread(target=servers[-1].serve_forever, args=(0.01,), daemon=True).start()
        return LocalSettings(tmp_path, http_port=servers[-1].server_port)

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def test_a_healthy_api_is_enough(serve: Serve) -> None:
    require_api(serve(200))


def test_an_api_that_fails_is_told_with_the_log_of_the_emulator(
    serve: Serve, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = serve(502)
    settings.logs.mkdir()
    settings.log_of("emulator").write_text("the reason\n")

    with pytest.raises(StepError, match="502 /health") as failure:
        require_api(settings, seconds=0.3)

    explain_failure(failure.value)
    assert "the reason" in capsys.readouterr().err


def test_an_edge_that_is_not_there_is_told_with_its_own_log(tmp_path: Path) -> None:
    settings = LocalSettings(tmp_path, http_port=find_free_ports(1)[0])

    with pytest.raises(StepError, match="does not answer") as failure:
        require_api(settings, seconds=0.3)

    assert failure.value.log == settings.log_of("edge")
