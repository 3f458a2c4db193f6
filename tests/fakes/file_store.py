"""Files of tables in a dictionary."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta

from chalicelib.domain.ports.data_sync import StoredFile
from chalicelib.domain.ports.platform import Clock
from chalicelib.domain.ports.tasks import UploadTicket


@dataclass
class InMemoryFile:
    content: bytes
    reads: int = 0

    @property
    def size_bytes(self) -> int:
        return len(self.content)

    @property
    def fingerprint(self) -> str:
        return hashlib.md5(self.content, usedforsecurity=False).hexdigest()

    def read(self, offset: int, length: int) -> bytes:
        self.reads += 1
        return self.content[offset : offset + length]


class InMemoryFileStore:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.files: dict[str, InMemoryFile] = {}

    def ticket(self, *, file_id: str, location: str, content_type: str, size_bytes: int) -> UploadTicket:
        headers = {"Content-Type": content_type, "Content-Length": str(size_bytes)}
        url = f"https://files.example/{location}?signature=fake"
        return UploadTicket(file_id, url, headers, self._clock.now() + timedelta(hours=1))

    def put(self, location: str, content: bytes, *, content_type: str) -> None:
        assert content_type
        self.files[location] = InMemoryFile(content)

    def find(self, location: str) -> StoredFile | None:
        return self.files.get(location)
