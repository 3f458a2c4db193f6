"""Where a request is checked: what is stored, what was uploaded, what is configured."""

from collections.abc import Collection
from dataclasses import dataclass, field

from chalicelib.domain.ports.data_sync import FileStore
from chalicelib.domain.ports.images import ImagePolicy
from chalicelib.domain.ports.platform import Clock, RecordStore
from chalicelib.domain.ports.tasks import UploadStore
from chalicelib.domain.record import Record

REMEMBERED_SECONDS = 5.0
MOST_REMEMBERED = 1000


@dataclass(frozen=True)
class RecordMemory:
    """Records as they were at most five seconds ago, so that a submit usually costs no read.

    An account that is switched off is refused within these seconds, as a revoked key is.
    """

    records: RecordStore
    clock: Clock
    _seen: dict[tuple[str, str], tuple[float, Record | None]] = field(default_factory=dict)

    def get(self, kind: str, record_id: str, *, fresh: bool = False) -> Record | None:
        """`fresh` asks the store in any case."""
        now = self.clock.monotonic()
        good_until, record = self._seen.get((kind, record_id), (now, None))
        if good_until > now and not fresh:
            return record
        record = self.records.get(kind, record_id)
        if len(self._seen) >= MOST_REMEMBERED:
            self._seen.clear()
        if record is not None:
            self._seen[kind, record_id] = (now + REMEMBERED_SECONDS, record)
        return record


@dataclass(frozen=True)
class OwnersDesk:
    owner_id: str
    memory: RecordMemory
    uploads: UploadStore
    providers: Collection[str]
    files: FileStore
    images: ImagePolicy = field(default_factory=ImagePolicy)

    def record(self, kind: str, record_id: str, *, fresh: bool = False) -> Record | None:
        return self.memory.get(kind, record_id, fresh=fresh)

    def upload_exists(self, upload_id: str) -> bool:
        return self.uploads.exists(upload_id, owner_id=self.owner_id)

    def file_exists(self, location: str) -> bool:
        return self.files.find(location) is not None

    def provider_configured(self, provider: str) -> bool:
        return provider in self.providers
