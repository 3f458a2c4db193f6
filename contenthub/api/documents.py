"""Documents: uploaded once, then named in requests by their ids."""

from collections.abc import Callable
from typing import cast

from contenthub.api.records import RecordApi
from contenthub.calls import Call
from contenthub.shapes import DocumentSlot, Record


class DocumentApi(RecordApi):
    path = "/v1/documents"

    def upload(
        self,
        file_name: str,
        data: bytes,
        *,
        content_type: str | None = None,
        on_sent: Callable[[int], None] | None = None,
    ) -> DocumentSlot:
        """The document; `on_sent` hears how many bytes have just gone."""
        body: dict[str, object] = {"file_name": file_name, "bytes": len(data)}
        if content_type is not None:
            body["content_type"] = content_type
        # Repeating is harmless: a document whose bytes never come is forgotten by the server.
        call = Call(method="POST", path=self.path, body=body, repeatable=True)
        slot = cast("DocumentSlot", self._transport.send(call))
        self._transport.put_bytes(slot["upload_url"], data=data, headers=slot["headers"], on_sent=on_sent)
        return slot

    def delete(self, document_id: str) -> Record:
        # Not repeatable: the second request would find nothing to delete.
        return self._record("DELETE", self._path_of(document_id))
