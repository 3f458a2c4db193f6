"""Uploads in a dictionary."""

from datetime import timedelta

from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.ports.platform import Clock
from chalicelib.domain.ports.tasks import UploadTicket


class InMemoryUploadStore:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._files: dict[tuple[str, str], bytes] = {}

    def ticket(self, *, upload_id: str, owner_id: str, content_type: str, size_bytes: int) -> UploadTicket:
        headers = {"Content-Type": content_type, "Content-Length": str(size_bytes)}
        url = f"https://uploads.example/{owner_id}/{upload_id}?signature=fake"
        return UploadTicket(upload_id, url, headers, self._clock.now() + timedelta(hours=1))

    def exists(self, upload_id: str, *, owner_id: str) -> bool:
        return (owner_id, upload_id) in self._files

    def read(self, upload_id: str, *, owner_id: str) -> bytes:
        if not self.exists(upload_id, owner_id=owner_id):
            raise SourceUnreadableError("nothing was uploaded under that id")
        return self._files[owner_id, upload_id]

    def delete(self, upload_id: str, *, owner_id: str) -> None:
        self._files.pop((owner_id, upload_id), None)

    def add(self, upload_id: str, content: bytes, *, owner_id: str) -> None:
        """What a client does with a ticket."""
        self._files[owner_id, upload_id] = content
