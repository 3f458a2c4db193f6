"""Finished articles: look at them, edit them, say what one thinks of them."""

from dataclasses import dataclass

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.platform import Chance, Clock, RecordStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.publishing import CONTENT, FEEDBACK
from chalicelib.domain.record import Record, RecordPage, RecordQuery
from chalicelib.services.change_record import ChangeRecord


@dataclass(frozen=True)
class Contents:
    records: RecordStore
    change: ChangeRecord
    clock: Clock
    chance: Chance

    def show_content(self, content_id: str, principal: Principal) -> Record:
        return self.change.find(CONTENT, content_id, principal)

    def list_contents(
        self, principal: Principal, *, account_id: str | None, state: str | None, limit: int, cursor: str | None
    ) -> RecordPage:
        query = RecordQuery(CONTENT, group=account_id, state=state, limit=limit, cursor=cursor)
        return self.change.page(query, principal)

    def edit_content(self, content_id: str, principal: Principal, *, title: str | None, state: str | None) -> Record:
        record = self.show_content(content_id, principal)
        changes: JsonObject = {} if title is None else {"title": title}
        return self.change.change_record(record, changes, state=state)

    def give_feedback(self, content_id: str, principal: Principal, *, rating: int, comment: str) -> Record:
        content, now = self.show_content(content_id, principal), self.clock.now()
        feedback = Record(
            kind=FEEDBACK,
            id=self.chance.task_id(now).lower(),
            owner_id=principal.user_id,
            body={"content_id": content.id, "rating": rating, "comment": comment},
            created_at=now,
            updated_at=now,
            group=content.id,
        )
        self.records.create(feedback)
        return feedback

    def list_feedback(self, content_id: str, principal: Principal, *, limit: int, cursor: str | None) -> RecordPage:
        content = self.show_content(content_id, principal)
        return self.records.list(RecordQuery(FEEDBACK, group=content.id, limit=limit, cursor=cursor))
