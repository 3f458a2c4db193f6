"""Where a request is checked: what is stored, what was uploaded, what is configured."""

from collections.abc import Collection
from dataclasses import dataclass, field

from chalicelib.domain.ports.platform import RecordStore
from chalicelib.domain.ports.tasks import UploadStore
from chalicelib.domain.record import Record


@dataclass(frozen=True)
class OwnersDesk:
    """For one submission or one batch: a record is read once, however many items name it."""

    owner_id: str
    records: RecordStore
    uploads: UploadStore
    providers: Collection[str]
    _seen: dict[tuple[str, str], Record | None] = field(default_factory=dict)

    def record(self, kind: str, record_id: str) -> Record | None:
        if (kind, record_id) not in self._seen:
            self._seen[kind, record_id] = self.records.get(kind, record_id)
        return self._seen[kind, record_id]

    def upload_exists(self, upload_id: str) -> bool:
        return self.uploads.exists(upload_id, owner_id=self.owner_id)

    def provider_configured(self, provider: str) -> bool:
        return provider in self.providers
