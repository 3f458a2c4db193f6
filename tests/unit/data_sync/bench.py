"""The sync of files on in-memory ports."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from chalicelib.adapters.sync_tools import PlatformSyncTools
from chalicelib.domain.data_sync.job import SyncJob
from chalicelib.domain.data_sync.records import DATA_FILE
from chalicelib.domain.data_sync.sync_file import sync_file
from chalicelib.domain.errors import StaleTaskError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.data_sync import DataRow, QualityThresholds, RowStore, SyncTools
from chalicelib.domain.record import Record
from chalicelib.domain.task_type import Continue, Outcome
from tests.fakes.clock import ManualClock
from tests.fakes.file_store import InMemoryFileStore
from tests.fakes.payload_store import InMemoryPayloadStore
from tests.fakes.record_store import InMemoryRecordStore
from tests.fakes.row_store import InMemoryRowStore
from tests.fakes.task_store import InMemoryTaskStore
from tests.unit.content_generation.samples import ScriptedToolbox

OWNER = "ann"


class KilledError(BaseException):
    """What a worker's death looks like from inside: nothing catches it."""


class SyncToolbox(ScriptedToolbox):
    def __init__(self, tools: SyncTools) -> None:
        super().__init__()
        self._tools = tools

    def sync_tools(self) -> SyncTools:
        return self._tools


@dataclass
class SyncContext:
    toolbox: SyncToolbox
    task_id: str
    killed_at: int | None = None
    """Dies when so many rows are written."""
    cancelled_at: int | None = None
    stops: bool = False
    """Always says that there is no time left."""
    owner_id: str = OWNER
    lane: str = "sync-normal"
    checkpoint: JsonObject | None = None
    steps: list[tuple[int, int, str]] = field(default_factory=list)

    def result_of(self, task_id: str) -> JsonObject:
        raise AssertionError(task_id)

    def progress(self, done: int, total: int, step: str) -> None:
        self.steps.append((done, total, step))
        writing = step.startswith("writing")
        if writing and self.killed_at is not None and done >= self.killed_at:
            raise KilledError
        if writing and self.cancelled_at is not None and done >= self.cancelled_at:
            raise StaleTaskError("cancelled")

    def should_stop(self) -> bool:
        return self.stops


class Bench:
    def __init__(self) -> None:
        self.clock = ManualClock()
        self.files = InMemoryFileStore(self.clock)
        self.rows = InMemoryRowStore(self.clock)
        self.records = InMemoryRecordStore()
        self.payloads = InMemoryPayloadStore()
        self.tasks = InMemoryTaskStore(self.clock, self.records)
        self.tools = PlatformSyncTools(
            files=self.files,
            rows=self.rows,
            records=self.records,
            payloads=self.payloads,
            tasks=self.tasks,
            clock=self.clock,
            thresholds=QualityThresholds(),
        )
        self._tasks = 0

    def register(self, name: str, content: bytes | str, **told: Any) -> str:
        """A file that is there; its id."""
        data = content.encode() if isinstance(content, str) else content
        file_id = f"file-{len(self.files.files)}"
        self.files.put(f"files/{OWNER}/{file_id}", data, content_type="text/csv")
        now = self.clock.now()
        body = {"name": name, "location": f"files/{OWNER}/{file_id}", "account": "shop", "as_of": now.isoformat()}
        self.records.create(Record(DATA_FILE, file_id, OWNER, {**body, **told}, now, now, state="uploaded"))
        return file_id

    def tools_with(self, *, rows: RowStore) -> SyncTools:
        return replace(self.tools, rows=rows)

    def context(self, task_id: str | None = None, **behaviour: Any) -> SyncContext:
        self._tasks += task_id is None
        return SyncContext(SyncToolbox(self.tools), task_id or f"task-{self._tasks}", **behaviour)

    def run(self, file_id: str, context: SyncContext | None = None, **options: Any) -> Outcome | Continue:
        done = sync_file(SyncJob(file_id=file_id, **options), context or self.context())
        for record in done.records if isinstance(done, Outcome) else ():
            self.records.put(record)
        return done

    def sync(self, file_id: str, context: SyncContext | None = None, **options: Any) -> JsonObject:
        """The result of a sync that came to its end."""
        done = self.run(file_id, context, **options)
        assert isinstance(done, Outcome)
        return done.result

    def sync_new(self, content: bytes | str, name: str = "file.csv", **told: Any) -> JsonObject:
        return self.sync(self.register(name, content, **told))

    def stored(self, result: JsonObject) -> dict[str, DataRow]:
        return self.rows.values(result["dataset_id"])

    def file(self, file_id: str) -> Record:
        record = self.records.get(DATA_FILE, file_id)
        assert record is not None
        return record


def orders(count: int, *, first: int = 1, day: str = "2024-01-02") -> str:
    lines = (f"{number},SKU-{number % 7},{number % 5 + 1},{number}.50,{day}" for number in range(first, first + count))
    return "\n".join(["order_id,sku,quantity,amount,date", *lines, ""])


def counted(result: JsonObject) -> dict[str, int]:
    """The counts that are not zero."""
    return {name: count for name, count in result["counts"].items() if count}


def codes(result: JsonObject) -> dict[str, int]:
    found: dict[str, int] = {}
    for finding in result["report"]["findings"]:
        found[finding["code"]] = found.get(finding["code"], 0) + finding["count"]
    return found


def notes(result: JsonObject) -> list[str]:
    return [note["code"] for note in result["report"]["notes"]]


def outside_samples() -> Sequence[Path]:
    """Real files beside the project, where they are."""
    for folder in Path(__file__).resolve().parents:
        for data in (folder / "shared" / "data" / "data_sync", folder / "data" / "data_sync"):
            if data.is_dir():
                return sorted(data.iterdir())
    return ()
