"""Watch tasks over a socket.

A subscription is stored before the events so far are replayed from the log, and an event is in the log before it is
pushed: so every event is replayed, pushed or both, and its seq tells which were both.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from chalicelib.domain.errors import ConnectionNotFoundError, ContentHubError, TooManyConnectionsError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.live import (
    Connection,
    GoneError,
    Socket,
    Sockets,
    SocketTroubleError,
    Subscription,
    Subscriptions,
)
from chalicelib.domain.ports.platform import Clock, Telemetry
from chalicelib.domain.ports.tasks import EventLog, TaskFilter, TaskStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.task import Task
from chalicelib.services import live_messages
from chalicelib.services.read_tasks import ReadTasks

CONNECTIONS_PER_USER = 20
SUBSCRIPTIONS_PER_CONNECTION = 50
CONNECTION_LASTS = timedelta(hours=3)
"""API Gateway closes every socket after two hours."""
REPLAY_SECONDS = 15.0
"""API Gateway waits 29 s for the answer to a message."""
EVENTS_PER_READ = 500
UNITS_PER_READ = 100


@dataclass(frozen=True)
class ReplayFrom:
    """The last seq that the client has: of the task, and of its units by their ids."""

    after: int
    units: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class LiveUpdates:
    subscriptions: Subscriptions
    sockets: Sockets
    read: ReadTasks
    tasks: TaskStore
    events: EventLog
    clock: Clock
    telemetry: Telemetry

    def connect(self, socket: Socket, principal: Principal) -> None:
        """Raises TooManyConnectionsError; those that have closed without saying so do not count."""
        now = self.clock.now()
        open_now = self.subscriptions.connections_of(principal.user_id, now=now)
        if len(open_now) >= CONNECTIONS_PER_USER:
            self._require_room(open_now)
        self.subscriptions.open(Connection(socket, principal, now + CONNECTION_LASTS))

    def disconnect(self, connection_id: str) -> None:
        self.subscriptions.drop(connection_id)

    def connection(self, connection_id: str) -> Connection:
        """Raises ConnectionNotFoundError."""
        found = self.subscriptions.connection(connection_id, now=self.clock.now())
        if found is None:
            raise ConnectionNotFoundError("this connection is not known any more: connect again")
        return found

    def subscribe(self, connection: Connection, task_id: str, replay_from: ReplayFrom | None) -> None:
        """Raises TaskNotFoundError, also for another owner's task, TaskExpiredError, TooManySubscriptionsError."""
        task = self.read.task(task_id, connection.principal)
        watch = Subscription(task_id, task.owner_id, connection.socket, connection.expires_at)
        try:
            self.subscriptions.add(watch, most=SUBSCRIPTIONS_PER_CONNECTION)
        except GoneError:
            return
        task = self.read.task(task_id, connection.principal)  # once more: it may have moved before it was watched
        self._tell(connection.socket, live_messages.subscribed(task))
        if replay_from is not None:
            self._replay(connection.socket, task, replay_from)

    def unsubscribe(self, connection: Connection, task_id: str) -> None:
        self.subscriptions.remove(connection.socket.connection_id, task_id)
        self._tell(connection.socket, live_messages.unsubscribed(task_id))

    def pong(self, connection: Connection) -> None:
        self._tell(connection.socket, live_messages.pong())

    def refuse(self, socket: Socket, error: ContentHubError, *, task_id: str | None) -> None:
        """Say what was wrong with a message."""
        self._tell(socket, live_messages.problem(error.code, error.message, task_id=task_id))

    def _tell(self, socket: Socket, message: JsonObject) -> bool:
        """Whether the message was handed over; a connection that is gone is forgotten."""
        try:
            self.sockets.send(socket, message)
        except GoneError:
            self.subscriptions.drop(socket.connection_id)
        except SocketTroubleError as trouble:
            self.telemetry.log("socket_trouble", level="WARNING", reason=str(trouble))
        else:
            return True
        return False

    def _require_room(self, connections: Sequence[Connection]) -> None:
        closed = [each.socket for each in connections if not self.sockets.is_open(each.socket)]
        for socket in closed:
            self.subscriptions.drop(socket.connection_id)
        if len(connections) - len(closed) >= CONNECTIONS_PER_USER:
            raise TooManyConnectionsError(f"a user may have {CONNECTIONS_PER_USER} sockets open")

    def _replay(self, socket: Socket, task: Task, replay_from: ReplayFrom) -> None:
        until = self.clock.monotonic() + REPLAY_SECONDS
        for message in self._missed(task, replay_from):
            if self.clock.monotonic() > until:
                self._tell(socket, live_messages.replayed(task, complete=False))
                return
            if not self._tell(socket, message):
                return
        self._tell(socket, live_messages.replayed(task, complete=True))

    def _missed(self, task: Task, replay_from: ReplayFrom) -> Iterator[JsonObject]:
        yield from self._events_of(task, replay_from.after)
        if task.workflow is None:
            return  # it has no units
        cursor = None
        while True:
            page = self.tasks.list(TaskFilter(parent_id=task.task_id), limit=UNITS_PER_READ, cursor=cursor)
            for unit in page.items:
                yield from self._events_of(unit, replay_from.units.get(unit.task_id, 0))
            cursor = page.next_cursor
            if cursor is None:
                return

    def _events_of(self, task: Task, after: int) -> Iterator[JsonObject]:
        """As far as the log has them; the rest is on its way, and will be pushed."""
        while after < task.seq:
            events = self.events.list(task.task_id, after=after, limit=EVENTS_PER_READ)
            yield from (live_messages.event_message(task, event) for event in events)
            if not events:
                return
            after = events[-1].seq
