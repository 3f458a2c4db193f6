"""The platform of these tests: production's use cases on in-memory ports, reached through the real routes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from app import app
from chalicelib import bootstrap
from chalicelib.bootstrap import Platform
from chalicelib.domain.ports.platform import WakeUp
from chalicelib.domain.principal import Role
from chalicelib.domain.publishing import ACCOUNT
from chalicelib.domain.record import Record
from chalicelib.settings import Settings
from tests.fakes.chance import SeededChance
from tests.fakes.clock import NOON, ManualClock
from tests.fakes.consumers import InMemoryConsumers
from tests.fakes.dead_letters import InMemoryDeadLetters
from tests.fakes.event_log import InMemoryEventLog
from tests.fakes.file_store import InMemoryFileStore
from tests.fakes.heartbeat import ManualHeartbeat
from tests.fakes.key_ring import InMemoryKeyRing
from tests.fakes.lanes import InMemoryLanes
from tests.fakes.payload_store import InMemoryPayloadStore
from tests.fakes.record_store import InMemoryRecordStore
from tests.fakes.row_store import InMemoryRowStore
from tests.fakes.switches import InMemorySwitches
from tests.fakes.task_store import InMemoryTaskStore
from tests.fakes.telemetry import RecordingTelemetry
from tests.fakes.upload_store import InMemoryUploadStore
from tests.fakes.workflows import InMemoryDirectInvoker, InMemoryWorkflows
from tests.unit.api.gateway import Gateway

ENVIRONMENT = {
    "CONTENTHUB_STAGE": "local",
    "DATA_BUCKET": "contenthub-local-data-000000000000-us-east-1",
    "CORS_ALLOW_ORIGINS": "https://console.example, http://localhost:3000",
}
KEYS = {name: f"chk_{name:x<43}" for name in ("admin", "alice", "bob")}
ACCOUNT_49 = {
    "name": "科技前沿观察",
    "platform": "WeChat 公众号",
    "audience": "engineers",
    "tone": ["clear"],
    "language": "zh",
    "active": True,
}


class ApiTelemetry(RecordingTelemetry):
    @contextmanager
    def invocation(self, _context: Any) -> Iterator[None]:
        yield


@dataclass
class World:
    """What stands behind the API in a test."""

    platform: Platform
    clock: ManualClock
    tasks: InMemoryTaskStore
    records: InMemoryRecordStore
    lanes: InMemoryLanes
    letters: InMemoryDeadLetters
    switches: InMemorySwitches
    telemetry: ApiTelemetry

    def as_user(self, name: str | None) -> Gateway:
        return Gateway(app, self.clock, KEYS[name] if name else None)

    def work_off(self, lane: str = "generation-normal") -> None:
        """What the consumer of the lane does, with an article that needs no writer."""
        for wake_up in self.lanes.take(lane):
            self._run(wake_up)

    def _run(self, wake_up: WakeUp) -> None:
        self.platform.run_task.run_task(wake_up, lambda: 600.0)


def new_world(**environment: str) -> World:
    clock, telemetry = ManualClock(), ApiTelemetry()
    records, events, letters = InMemoryRecordStore(), InMemoryEventLog(), InMemoryDeadLetters()
    tasks, lanes, switches = InMemoryTaskStore(clock, records, events), InMemoryLanes(letters), InMemorySwitches()
    keys = InMemoryKeyRing(clock)
    for name, key in KEYS.items():
        keys.add(key, name, Role.ADMIN if name == "admin" else Role.NORMAL)
    here = Platform(Settings.model_validate({**ENVIRONMENT, **environment}))
    ports = {
        "clock": clock,
        "chance": SeededChance(),
        "heartbeat": ManualHeartbeat(),
        "telemetry": telemetry,
        "tasks": tasks,
        "events": events,
        "records": records,
        "lanes": lanes,
        "letters": letters,
        "switches": switches,
        "workflows": InMemoryWorkflows(),
        "direct": InMemoryDirectInvoker(),
        "key_ring": keys,
        "payloads": InMemoryPayloadStore(),
        "upload_store": InMemoryUploadStore(clock),
        "files": InMemoryFileStore(clock),
        "dataset_rows": InMemoryRowStore(clock),
        "consumers": InMemoryConsumers(),
    }
    for name, port in ports.items():
        setattr(here, name, port)
    records.put(Record(ACCOUNT, "49", "admin", dict(ACCOUNT_49), NOON, NOON, state="active"))
    return World(here, clock, tasks, records, lanes, letters, switches, telemetry)


MakeWorld = Callable[..., World]


@pytest.fixture
def make_world(monkeypatch: pytest.MonkeyPatch) -> MakeWorld:
    def make(**environment: str) -> World:
        made = new_world(**environment)
        monkeypatch.setattr(bootstrap, "platform", lambda: made.platform)
        return made

    return make


@pytest.fixture
def world(make_world: MakeWorld) -> World:
    return make_world()


@pytest.fixture
def alice(world: World) -> Gateway:
    return world.as_user("alice")


@pytest.fixture
def bob(world: World) -> Gateway:
    return world.as_user("bob")


@pytest.fixture
def admin(world: World) -> Gateway:
    return world.as_user("admin")


@pytest.fixture
def nobody(world: World) -> Gateway:
    return world.as_user(None)
