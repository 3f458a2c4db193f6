"""Documents: brought by presigned upload, listed, deleted; only ever their owner's."""

from dataclasses import dataclass, replace
from datetime import datetime

from chalicelib.domain.documents import DOCUMENT, DocumentState
from chalicelib.domain.errors import ConflictError, RecordNotFoundError
from chalicelib.domain.ports.platform import Chance, Clock, RecordStore
from chalicelib.domain.ports.tasks import UploadStore, UploadTicket
from chalicelib.domain.principal import Principal
from chalicelib.domain.record import Record, RecordPage, RecordQuery
from chalicelib.services.change_record import ChangeRecord
from chalicelib.services.uploads import Uploads


@dataclass(frozen=True)
class NewDocument:
    file_name: str
    content_type: str
    size_bytes: int


@dataclass(frozen=True)
class Documents:
    records: RecordStore
    change: ChangeRecord
    uploads: Uploads
    store: UploadStore
    clock: Clock
    chance: Chance

    def add_document(self, principal: Principal, new: NewDocument) -> tuple[Record, UploadTicket]:
        """The record comes first: an upload without one could never be found again.

        Raises ValidationFailedError when it is too large.
        """
        ticket = self.uploads.start_upload(principal, content_type=new.content_type, size_bytes=new.size_bytes)
        record = _record(ticket, new, principal, self.clock.now())
        self.records.create(record)
        return record, ticket

    def show_document(self, document_id: str, principal: Principal) -> Record:
        """Whether it was uploaded is found out when somebody asks. Raises RecordNotFoundError."""
        return self._as_it_is(self._own(document_id, principal))

    def list_documents(self, principal: Principal, *, limit: int, cursor: str | None) -> RecordPage:
        """Newest first. Each that waits for its upload is looked for."""
        page = self.records.list(RecordQuery(DOCUMENT, owner_id=principal.user_id, limit=limit, cursor=cursor))
        return replace(page, items=tuple(map(self._as_it_is, page.items)))

    def delete_document(self, document_id: str, principal: Principal) -> None:
        """The file first: a record without one says so, a file without a record would stay for ever."""
        record = self._own(document_id, principal)
        self.store.delete(record.id, owner_id=record.owner_id)
        self.records.delete(record)

    def _own(self, document_id: str, principal: Principal) -> Record:
        """Not even an admin reads others' case files."""
        record = self.change.find(DOCUMENT, document_id, principal)
        if record.owner_id != principal.user_id:
            raise RecordNotFoundError(f"there is no document {document_id}")
        return record

    def _as_it_is(self, record: Record) -> Record:
        waiting = record.state == DocumentState.WAITING_FOR_UPLOAD
        if not waiting or not self.store.exists(record.id, owner_id=record.owner_id):
            return record
        try:
            return self.change.change_record(record, {}, state=DocumentState.UPLOADED)
        except ConflictError:
            return replace(record, state=DocumentState.UPLOADED)


def _record(ticket: UploadTicket, new: NewDocument, principal: Principal, now: datetime) -> Record:
    body = {"file_name": new.file_name, "content_type": new.content_type, "bytes": new.size_bytes}
    return Record(
        kind=DOCUMENT,
        id=ticket.upload_id,
        owner_id=principal.user_id,
        body=body,
        created_at=now,
        updated_at=now,
        state=DocumentState.WAITING_FOR_UPLOAD,
    )
