"""Data sync: files of tables, their sync into datasets, the rows that came of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, cast
from urllib.parse import quote

from contenthub.api.records import RecordApi
from contenthub.api.task_creation import TaskOptions, create_task
from contenthub.calls import Call
from contenthub.presigned import Download
from contenthub.shapes import DataFileSlot, Page, Record, SubmittedTask
from contenthub.transport import Transport

PATH = "/api/data-sync"


class DataFileApi(RecordApi):
    """The filters of `list` are platform, account, data_kind, state, created_after, created_before."""

    path = f"{PATH}/files"

    def upload(
        self,
        name: str,
        data: bytes,
        *,
        described: Mapping[str, object] | None = None,
        on_sent: Callable[[int], None] | None = None,
    ) -> DataFileSlot:
        """The file; `described` may say platform, account, data_kind and as_of."""
        body = {"name": name, "bytes": len(data), **(described or {})}
        # Repeating is harmless: a file whose bytes never come is taken by no sync.
        call = Call(method="POST", path=self.path, body=body, repeatable=True)
        slot = cast("DataFileSlot", self._transport.send(call))
        self._transport.put_bytes(slot["upload_url"], data=data, headers=slot["headers"], on_sent=on_sent)
        return slot

    def report(self, file_id: str) -> Record:
        """Of the file's last sync."""
        return self._record("GET", self._path_of(file_id, "report"), repeatable=True)


class DatasetApi(RecordApi):
    path = "/v1/datasets"

    def rows(
        self, dataset_id: str, *, prefix: str | None = None, cursor: str | None = None, limit: int = 50
    ) -> Page[Record]:
        query = {"prefix": prefix, "limit": limit, "cursor": cursor}
        call = Call(method="GET", path=self._path_of(dataset_id, "records"), query=query, repeatable=True)
        return cast("Page[Record]", self._transport.send(call))

    def export(self, dataset_id: str, *, prefix: str | None = None) -> Iterator[Download]:
        """The csv, part by part: a large dataset does not come in one answer."""
        cursor = None
        while True:
            query = {"prefix": prefix, "cursor": cursor}
            path = self._path_of(dataset_id, "export")
            part = self._transport.download(Call(method="GET", path=path, query=query, repeatable=True))
            yield part
            cursor = part.headers.get("X-Next-Cursor")
            if cursor is None:
                return


class DataSyncApi:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def single(
        self, file_id: str, chosen: Mapping[str, Any] | None = None, *, options: TaskOptions | None = None
    ) -> SubmittedTask:
        """`chosen` may say dry_run, key_columns, warn_below and reject_below, here and in the batches."""
        return create_task(self._transport, f"{PATH}/single", {"file_id": file_id, **(chosen or {})}, options)

    def named(
        self, file_ids: Sequence[str], chosen: Mapping[str, Any] | None = None, *, options: TaskOptions | None = None
    ) -> SubmittedTask:
        """Batches may be told to `resync` too: also files that have not changed since."""
        body = {"file_ids": [*file_ids], **(chosen or {})}
        return create_task(self._transport, f"{PATH}/batch-by-ids", body, options)

    def matching(
        self, filters: Mapping[str, str], chosen: Mapping[str, Any] | None = None, *, options: TaskOptions | None = None
    ) -> SubmittedTask:
        return create_task(self._transport, f"{PATH}/batch", {**filters, **(chosen or {})}, options)

    def all(self, chosen: Mapping[str, Any] | None = None, *, options: TaskOptions | None = None) -> SubmittedTask:
        return create_task(self._transport, f"{PATH}/batch-all", chosen or {}, options)

    def show(self, task_id: str) -> Record:
        """The task with its result once it has one, wherever that lies."""
        path = f"{PATH}/task-status/{quote(task_id, safe='')}"
        answer = cast("Record", self._transport.send(Call(method="GET", path=path, repeatable=True)))
        if answer.get("result") is None and answer.get("download_url"):
            answer["result"] = self._transport.get_json(str(answer["download_url"]))
        return answer
