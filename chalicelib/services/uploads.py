"""Let callers bring files without sending them through the API."""

from dataclasses import dataclass

from chalicelib.domain.errors import FieldProblem, ValidationFailedError
from chalicelib.domain.ports.platform import Chance, Clock
from chalicelib.domain.ports.tasks import UploadStore, UploadTicket
from chalicelib.domain.principal import Principal

MAX_UPLOAD_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True)
class Uploads:
    store: UploadStore
    clock: Clock
    chance: Chance
    max_bytes: int = MAX_UPLOAD_BYTES

    def start_upload(self, principal: Principal, *, content_type: str, size_bytes: int) -> UploadTicket:
        """A presigned request for exactly this type and size. Raises ValidationFailedError when it is too large."""
        if not 0 < size_bytes <= self.max_bytes:
            raise ValidationFailedError((FieldProblem("/bytes", "out_of_range", f"must be 1 to {self.max_bytes}"),))
        return self.store.ticket(
            upload_id=self.chance.task_id(self.clock.now()).lower(),
            owner_id=principal.user_id,
            content_type=content_type,
            size_bytes=size_bytes,
        )
