"""The publish pool: what waits for publication, per account."""

from dataclasses import dataclass
from datetime import datetime

from chalicelib.domain.errors import FieldProblem, ValidationFailedError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.platform import Clock
from chalicelib.domain.principal import Principal
from chalicelib.domain.publishing import POOL_ENTRY, PoolState, check_pool_move
from chalicelib.domain.record import Record, RecordPage, RecordQuery
from chalicelib.services.change_record import ChangeRecord


@dataclass(frozen=True)
class PublishPool:
    change: ChangeRecord
    clock: Clock

    def show_entry(self, entry_id: str, principal: Principal) -> Record:
        return self.change.find(POOL_ENTRY, entry_id, principal)

    def list_entries(
        self, principal: Principal, *, account_id: str | None, state: str | None, limit: int, cursor: str | None
    ) -> RecordPage:
        query = RecordQuery(POOL_ENTRY, group=account_id, state=state, limit=limit, cursor=cursor)
        return self.change.page(query, principal)

    def schedule(self, entry_id: str, principal: Principal, publish_at: datetime) -> Record:
        """Raises ValidationFailedError for a time that has passed."""
        if publish_at <= self.clock.now():
            raise ValidationFailedError((FieldProblem("/publish_at", "out_of_range", "must be in the future"),))
        return self._move(entry_id, principal, PoolState.SCHEDULED, {"publish_at": publish_at.isoformat()})

    def publish(self, entry_id: str, principal: Principal) -> Record:
        changes = {"published_at": self.clock.now().isoformat()}
        return self._move(entry_id, principal, PoolState.PUBLISHED, changes)

    def withdraw(self, entry_id: str, principal: Principal) -> Record:
        return self._move(entry_id, principal, PoolState.WITHDRAWN, {"publish_at": None})

    def _move(self, entry_id: str, principal: Principal, target: PoolState, changes: JsonObject) -> Record:
        """Raises PoolEntryConflictError for an illegal move, ConflictError when two move at once."""
        entry = self.show_entry(entry_id, principal)
        check_pool_move(entry.state or PoolState.PENDING, target)
        return self.change.change_record(entry, changes, state=target)
