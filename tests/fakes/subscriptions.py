"""Connections and subscriptions in dictionaries."""

from collections.abc import Sequence
from datetime import datetime

from chalicelib.domain.errors import TooManySubscriptionsError
from chalicelib.domain.ports.live import Connection, GoneError, Subscription


class InMemorySubscriptions:
    def __init__(self) -> None:
        self.connections: dict[str, Connection] = {}
        self.subscriptions: dict[tuple[str, str], Subscription] = {}
        """By connection and task."""
        self.queries = 0

    def open(self, connection: Connection) -> None:
        self.connections[connection.socket.connection_id] = connection

    def connection(self, connection_id: str, *, now: datetime) -> Connection | None:
        found = self.connections.get(connection_id)
        return found if found and found.expires_at > now else None

    def connections_of(self, user_id: str, *, now: datetime) -> Sequence[Connection]:
        self.queries += 1
        return [
            each for each in self.connections.values() if each.principal.user_id == user_id and each.expires_at > now
        ]

    def add(self, subscription: Subscription, *, most: int) -> None:
        connection_id = subscription.socket.connection_id
        if connection_id not in self.connections:
            raise GoneError(connection_id)
        watched = {task_id for connection, task_id in self.subscriptions if connection == connection_id}
        if len(watched) >= most and subscription.task_id not in watched:
            raise TooManySubscriptionsError(f"a connection may watch {most} tasks")
        self.subscriptions[connection_id, subscription.task_id] = subscription

    def remove(self, connection_id: str, task_id: str) -> None:
        self.subscriptions.pop((connection_id, task_id), None)

    def watching(self, owner_id: str, *, now: datetime) -> Sequence[Subscription]:
        self.queries += 1
        return [s for s in self.subscriptions.values() if s.owner_id == owner_id and s.expires_at > now]

    def drop(self, connection_id: str, *, found: Sequence[Subscription] = ()) -> None:  # noqa: ARG002 - none is stray
        self.connections.pop(connection_id, None)
        for key in [key for key in self.subscriptions if key[0] == connection_id]:
            del self.subscriptions[key]
