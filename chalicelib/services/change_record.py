"""Find a record that the principal may see, and change it by a conditional write."""

from dataclasses import dataclass, replace

from chalicelib.domain.errors import RecordNotFoundError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.platform import Clock, RecordStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.record import Record, RecordPage, RecordQuery


@dataclass(frozen=True)
class ChangeRecord:
    records: RecordStore
    clock: Clock

    def find(self, kind: str, record_id: str, principal: Principal) -> Record:
        """Raises RecordNotFoundError, also for another owner's record."""
        record = self.records.get(kind, record_id)
        if record is None or not principal.may_see(record.owner_id):
            raise RecordNotFoundError(f"there is no {kind.replace('_', ' ')} {record_id}")
        return record

    def page(self, query: RecordQuery, principal: Principal) -> RecordPage:
        """Of the owner's own records; of everybody's for an admin."""
        return self.records.list(query if principal.is_admin else replace(query, owner_id=principal.user_id))

    def change_record(self, record: Record, changes: JsonObject, *, state: str | None = None) -> Record:
        """The record with changed body fields and state. Raises ConflictError if somebody else was quicker."""
        now = self.clock.now()
        after = replace(
            record,
            body={**record.body, **changes},
            state=state or record.state,
            updated_at=now,
            version=record.version + 1,
        )
        self.records.update(record, after)
        return after
