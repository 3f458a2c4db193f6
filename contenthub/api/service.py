"""The deployment itself: health, info, who I am, uploads."""

from typing import cast

from contenthub.calls import Call
from contenthub.shapes import Record, Upload
from contenthub.transport import Transport


class ServiceApi:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def health(self, *, deep: bool = False) -> Record:
        """The answer of a degraded deployment (503) is an answer too, not an error."""
        call = Call(
            method="GET",
            path="/health",
            query={"deep": True if deep else None},
            repeatable=True,
            accepted_statuses=(503,) if deep else (),
        )
        return cast("Record", self._transport.send(call))

    def info(self) -> Record:
        return cast("Record", self._transport.send(Call(method="GET", path="/info", repeatable=True)))

    def who_am_i(self) -> Record:
        return cast("Record", self._transport.send(Call(method="GET", path="/v1/me", repeatable=True)))

    def upload(self, file_name: str, data: bytes, *, content_type: str) -> str:
        """Stores bytes for a later request; returns the upload id."""
        body = {"file_name": file_name, "content_type": content_type, "bytes": len(data)}
        # Repeating is harmless: an upload slot that nobody fills expires.
        call = Call(method="POST", path="/v1/uploads", body=body, repeatable=True)
        slot = cast("Upload", self._transport.send(call))
        self._transport.put_bytes(slot["upload_url"], data=data, headers=slot["headers"])
        return slot["upload_id"]
