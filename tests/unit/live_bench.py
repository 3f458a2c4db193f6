"""Live updates on in-memory ports, with the stream in the hands of the test."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from chalicelib.domain.ports.live import Connection, Socket, Subscription
from chalicelib.domain.principal import Principal
from chalicelib.domain.task import Task
from chalicelib.domain.workflow_state import WorkflowState
from chalicelib.services.live_updates import LiveUpdates, ReplayFrom
from chalicelib.services.project_events import ProjectEvents, RowChange
from chalicelib.services.push_events import PushEvents
from chalicelib.services.read_tasks import ReadTasks
from tests.contract.example_tasks import example_task
from tests.fakes.clock import ManualClock
from tests.fakes.event_log import InMemoryEventLog
from tests.fakes.payload_store import InMemoryPayloadStore
from tests.fakes.sockets import InMemorySockets
from tests.fakes.subscriptions import InMemorySubscriptions
from tests.fakes.task_store import InMemoryTaskStore
from tests.fakes.telemetry import RecordingTelemetry
from tests.unit.workbench import ANN

ENDPOINT = "https://a.execute-api/dev"


def _nothing() -> None:
    pass


class InterruptibleSubscriptions(InMemorySubscriptions):
    """Lets something happen right before a subscription is stored, and right after it."""

    def __init__(self) -> None:
        super().__init__()
        self.just_before: Callable[[], object] = _nothing
        self.just_after: Callable[[], object] = _nothing

    def add(self, subscription: Subscription, *, most: int) -> None:
        self.just_before()
        super().add(subscription, most=most)
        self.just_after()


@dataclass
class LiveBench:
    clock: ManualClock = field(default_factory=ManualClock)
    events: InMemoryEventLog = field(default_factory=InMemoryEventLog)
    sockets: InMemorySockets = field(default_factory=InMemorySockets)
    subscriptions: InterruptibleSubscriptions = field(default_factory=InterruptibleSubscriptions)
    telemetry: RecordingTelemetry = field(default_factory=RecordingTelemetry)

    def __post_init__(self) -> None:
        self.tasks = InMemoryTaskStore(self.clock)
        read = ReadTasks(self.tasks, self.events, InMemoryPayloadStore(), self.clock)
        self.live = LiveUpdates(
            subscriptions=self.subscriptions,
            sockets=self.sockets,
            read=read,
            tasks=self.tasks,
            events=self.events,
            clock=self.clock,
            telemetry=self.telemetry,
        )
        self.push = PushEvents(self.subscriptions, self.sockets, self.clock, self.telemetry)

    def task(self, number: int = 0, *, owner: Principal = ANN, parent: Task | None = None) -> Task:
        """A new task, or a new unit of `parent`."""
        row = replace(example_task(), task_id=f"01JDZZZZZZZZZZZZZZZZZZZZ{number:02}", owner_id=owner.user_id)
        if parent is not None:
            row = replace(row, parent_id=parent.task_id, unit=f"writing/{number}")
        self.tasks.create(row, now=self.clock.now())
        return row

    def workflow(self, number: int = 0, *, owner: Principal = ANN) -> Task:
        row = self.task(number, owner=owner)
        self.tasks.save(row, replace(row.note("started", at=self.clock.now()), workflow=WorkflowState()))
        return self.row(row)

    def row(self, task: Task) -> Task:
        row = self.tasks.get(task.task_id)
        assert row is not None
        return row

    def happen(self, task: Task, times: int = 1) -> None:
        """Events of the task, which the stream has not brought yet."""
        for _ in range(times):
            row = self.row(task)
            self.tasks.save(row, row.note("progressed", at=self.clock.now()))

    def stream(self, most: int = 1000) -> list[RowChange]:
        """What the consumer of the stream does with its next batch."""
        taken, self.tasks.changes = self.tasks.changes[:most], self.tasks.changes[most:]
        changes = [RowChange(before, after) for before, after in taken]
        self.consume(changes)
        return changes

    def consume(self, changes: list[RowChange]) -> None:
        ProjectEvents(self.events).project(changes)
        self.push.push(changes)

    @contextmanager
    def streaming(self, moment: str) -> Iterator[None]:
        """Everything is streamed `just_before` or `just_after` a subscription is stored."""
        setattr(self.subscriptions, moment, self.stream)
        yield
        setattr(self.subscriptions, moment, _nothing)

    def connect(self, name: str = "c1", who: Principal = ANN) -> Connection:
        self.live.connect(Socket(name, ENDPOINT), who)
        return self.live.connection(name)

    def subscribe(
        self, connection: Connection, task: Task, after: int | None = None, units: Mapping[str, int] | None = None
    ) -> None:
        replay = None if after is None else ReplayFrom(after, units or {})
        self.live.subscribe(connection, task.task_id, replay)
