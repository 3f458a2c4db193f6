"""Ports to the open sockets and to what is watched over each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.principal import Principal


class GoneError(Exception):
    """The connection is closed, or will never take a message again."""


class SocketTroubleError(Exception):
    """The message could not be handed over now; the connection may still be there."""


@dataclass(frozen=True)
class Socket:
    """Where a message to one connection goes."""

    connection_id: str
    endpoint: str
    """The base address of the API that holds the connection."""


@dataclass(frozen=True)
class Connection:
    """A socket, and whose it is."""

    socket: Socket
    principal: Principal
    expires_at: datetime


@dataclass(frozen=True)
class Subscription:
    """Somebody watches a task, and the units of it if it is a workflow."""

    task_id: str
    owner_id: str
    """Of the watched task, who need not be the one who watches."""
    socket: Socket
    expires_at: datetime


class Subscriptions(Protocol):
    """Connections and what they watch. What has expired is not there."""

    def open(self, connection: Connection) -> None: ...

    def connection(self, connection_id: str, *, now: datetime) -> Connection | None: ...

    def connections_of(self, user_id: str, *, now: datetime) -> Sequence[Connection]:
        """One consistent query."""

    def add(self, subscription: Subscription, *, most: int) -> None:
        """Watching the same again changes nothing.

        Raises GoneError without its connection, TooManySubscriptionsError if that watches `most` tasks already.
        """

    def remove(self, connection_id: str, task_id: str) -> None:
        """One that is not there is fine."""

    def watching(self, owner_id: str, *, now: datetime) -> Sequence[Subscription]:
        """Everybody who watches any task of the owner: one consistent query."""

    def drop(self, connection_id: str, *, found: Sequence[Subscription] = ()) -> None:
        """Forget a connection and all its subscriptions, and those that were `found` although it was forgotten."""


@dataclass(frozen=True)
class Delivery:
    """What became of messages to many sockets."""

    sent: int = 0
    gone: frozenset[str] = frozenset()
    """Ids of connections that are closed."""
    troubles: Mapping[str, str] | None = None
    """Why, by the id of a connection that did not get all of its messages."""


class Sockets(Protocol):
    def send(self, socket: Socket, message: JsonObject) -> None:
        """Raises GoneError, SocketTroubleError."""

    def send_all(self, messages_by_socket: Mapping[Socket, Sequence[JsonObject]], *, within_seconds: float) -> Delivery:
        """Each socket's messages in order, the sockets side by side: none waits for another that is slow or gone.

        A socket's messages after one that failed are left out: a gap is seen by its seq, a wrong order is not.
        """

    def is_open(self, socket: Socket) -> bool:
        """True also if nobody can say."""
