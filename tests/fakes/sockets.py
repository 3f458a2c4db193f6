"""Sockets that remember what was sent; a test closes them or makes them fail."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.live import Delivery, GoneError, Socket, SocketTroubleError


class InMemorySockets:
    def __init__(self) -> None:
        self.sent: dict[str, list[JsonObject]] = defaultdict(list)
        """By connection."""
        self.closed: set[str] = set()
        self.in_trouble: set[str] = set()
        self.before_each_send: Callable[[], object] = lambda: None

    def send(self, socket: Socket, message: JsonObject) -> None:
        self.before_each_send()
        if socket.connection_id in self.closed:
            raise GoneError(socket.connection_id)
        if socket.connection_id in self.in_trouble:
            raise SocketTroubleError("ReadTimeoutError")
        self.sent[socket.connection_id].append(message)

    def send_all(self, messages_by_socket: Mapping[Socket, Sequence[JsonObject]], *, within_seconds: float) -> Delivery:  # noqa: ARG002 - it takes none
        sent, gone, troubles = 0, set[str](), dict[str, str]()
        for socket, messages in messages_by_socket.items():
            try:
                for message in messages:
                    self.send(socket, message)
                    sent += 1
            except GoneError:
                gone.add(socket.connection_id)
            except SocketTroubleError as trouble:
                troubles[socket.connection_id] = str(trouble)
        return Delivery(sent, frozenset(gone), troubles)

    def is_open(self, socket: Socket) -> bool:
        return socket.connection_id not in self.closed

    def events(self, connection_id: str) -> list[tuple[str, int]]:
        """Task and seq of each event that was sent."""
        return [(m["task_id"], m["seq"]) for m in self.sent[connection_id] if m["type"] == "event"]

    def types(self, connection_id: str) -> list[str]:
        return [str(message["type"]) for message in self.sent[connection_id]]
