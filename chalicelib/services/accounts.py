"""The accounts that articles are written for; all users of a deployment share them."""

from dataclasses import dataclass

from chalicelib.domain.errors import ForbiddenError, RecordNotFoundError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.platform import Chance, Clock, RecordStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.publishing import ACCOUNT
from chalicelib.domain.record import Record, RecordPage, RecordQuery
from chalicelib.services.change_record import ChangeRecord

ACTIVE, INACTIVE = "active", "inactive"


@dataclass(frozen=True)
class Accounts:
    records: RecordStore
    change: ChangeRecord
    clock: Clock
    chance: Chance

    def create_account(self, fields: JsonObject, principal: Principal, *, account_id: str | None) -> Record:
        """Raises ForbiddenError unless called by an admin, RecordExistsError."""
        _require_admin(principal)
        now = self.clock.now()
        record = Record(
            kind=ACCOUNT,
            id=account_id or self.chance.task_id(now).lower(),
            owner_id=principal.user_id,
            body=fields,
            created_at=now,
            updated_at=now,
            state=_state(fields),
        )
        self.records.create(record)
        return record

    def change_account(self, account_id: str, changes: JsonObject, principal: Principal) -> Record:
        _require_admin(principal)
        record = self.show_account(account_id)
        return self.change.change_record(record, changes, state=_state({**record.body, **changes}))

    def show_account(self, account_id: str) -> Record:
        record = self.records.get(ACCOUNT, account_id)
        if record is None:
            raise RecordNotFoundError(f"there is no account {account_id}")
        return record

    def list_accounts(self, *, active: bool | None, limit: int, cursor: str | None) -> RecordPage:
        state = None if active is None else _state({"active": active})
        return self.records.list(RecordQuery(ACCOUNT, state=state, limit=limit, cursor=cursor))


def _state(fields: JsonObject) -> str:
    return ACTIVE if fields.get("active", True) else INACTIVE


def _require_admin(principal: Principal) -> None:
    if not principal.is_admin:
        raise ForbiddenError("only an admin changes accounts")
