"""Payloads in a dictionary, as the text they would be stored as."""

import json

from chalicelib.domain.errors import NotFoundError
from chalicelib.domain.json_types import JsonObject


class InMemoryPayloadStore:
    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.files: dict[str, bytes] = {}

    def put(self, ref: str, payload: JsonObject) -> int:
        text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
        self.texts[ref] = text
        return len(text.encode())

    def put_file(self, ref: str, data: bytes, *, content_type: str, file_name: str) -> None:
        assert content_type
        assert file_name.isascii()
        self.files[ref] = data

    def get(self, ref: str) -> JsonObject:
        if ref not in self.texts:
            raise NotFoundError(f"nothing is stored under {ref}")
        payload: JsonObject = json.loads(self.texts[ref])
        return payload

    def get_file(self, ref: str) -> bytes:
        if ref not in self.files:
            raise NotFoundError(f"nothing is stored under {ref}")
        return self.files[ref]

    def delete(self, ref: str) -> None:
        self.texts.pop(ref, None)

    def download_url(self, ref: str) -> str:
        return f"https://payloads.example/{ref}?signature=fake"
