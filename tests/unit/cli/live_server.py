"""A WebSocket server on the loopback address that speaks the live protocol as a test tells it to."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.sync.server import Server, ServerConnection, serve

Json = dict[str, Any]
Script = Callable[["Conversation"], None]


class Conversation:
    """One connection, from the server's side."""

    def __init__(self, connection: ServerConnection) -> None:
        self._connection = connection

    def hear(self) -> Json:
        message: Json = json.loads(self._connection.recv(timeout=10))
        return message

    def say(self, **message: Any) -> None:
        self._connection.send(json.dumps(message))

    def subscribed(self, task_id: str, *, status: str = "running", last_seq: int = 0) -> None:
        self.say(type="subscribed", task_id=task_id, status=status, last_seq=last_seq)

    def event(self, task_id: str, seq: int, status: str = "running", **more: Any) -> None:
        at = f"2026-11-22T05:00:{seq:02}.000Z"
        self.say(type="event", task_id=task_id, seq=seq, at=at, kind=status, status=status, message="", **more)


class LiveServer:
    """Each connection follows the next script; without one the handshake is refused."""

    def __init__(self, scripts: list[Script]) -> None:
        self._scripts = scripts
        self.authorizations: list[str | None] = []
        self.errors: list[BaseException] = []

    def talk(self, connection: ServerConnection) -> None:
        try:
            self._scripts.pop(0)(Conversation(connection))
        except ConnectionClosed:
            pass
        except BaseException as error:  # noqa: BLE001 - shown to the test, whose thread is another
            self.errors.append(error)

    def check(self, connection: ServerConnection, request: Request) -> Response | None:
        self.authorizations.append(request.headers.get("Authorization"))
        return None if self._scripts else connection.respond(403, "no")


@contextmanager
def live_server(*scripts: Script) -> Iterator[tuple[LiveServer, str]]:
    live = LiveServer(list(scripts))
    server: Server
    with serve(live.talk, "127.0.0.1", 0, process_request=live.check) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        port = server.socket.getsockname()[1]
        yield live, f"ws://127.0.0.1:{port}"
        server.shutdown()
        thread.join(5)
    assert live.errors == []
