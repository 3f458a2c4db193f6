"""What the sync of files needs from outside, on the platform's own ports."""

from dataclasses import dataclass
from datetime import datetime

from chalicelib.domain.ports.data_sync import FileStore, QualityThresholds, RowStore
from chalicelib.domain.ports.platform import Clock, RecordStore
from chalicelib.domain.ports.tasks import PayloadStore, TaskStore


@dataclass(frozen=True)
class PlatformSyncTools:
    files: FileStore
    rows: RowStore
    records: RecordStore
    payloads: PayloadStore
    tasks: TaskStore
    clock: Clock
    thresholds: QualityThresholds

    def now(self) -> datetime:
        return self.clock.now()

    def is_working(self, task_id: str) -> bool:
        task = self.tasks.get(task_id)
        return task is not None and not task.finished
