"""Stored business objects: accounts, contents with their feedback, the publish pool."""

from collections.abc import Mapping
from typing import cast
from urllib.parse import quote

from contenthub.calls import Call
from contenthub.shapes import Page, Record
from contenthub.transport import Transport


class RecordApi:
    """What all kinds of records share: list a page, show one."""

    path = ""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(self, *, cursor: str | None = None, limit: int = 50, **filters: object) -> Page[Record]:
        query = {**filters, "limit": limit, "cursor": cursor}
        call = Call(method="GET", path=self.path, query=query, repeatable=True)
        return cast("Page[Record]", self._transport.send(call))

    def show(self, record_id: str) -> Record:
        return self._record("GET", self._path_of(record_id), repeatable=True)

    def _path_of(self, record_id: str, *rest: str) -> str:
        return "/".join([self.path, quote(str(record_id), safe=""), *rest])

    def _record(self, method: str, path: str, *, body: object = None, repeatable: bool = False) -> Record:
        call = Call(method=method, path=path, body=body, repeatable=repeatable)
        return cast("Record", self._transport.send(call))


class AccountApi(RecordApi):
    path = "/v1/accounts"

    def create(self, account: Mapping[str, object]) -> Record:
        return self._record("POST", self.path, body=dict(account))

    def update(self, account_id: str, changes: Mapping[str, object]) -> Record:
        return self._record("PATCH", self._path_of(account_id), body=dict(changes), repeatable=True)


class ContentApi(RecordApi):
    path = "/v1/contents"

    def edit(self, content_id: str, changes: Mapping[str, object]) -> Record:
        return self._record("PATCH", self._path_of(content_id), body=dict(changes), repeatable=True)

    def add_feedback(self, content_id: str, *, rating: int, comment: str | None = None) -> Record:
        body: dict[str, object] = {"rating": rating}
        if comment is not None:
            body["comment"] = comment
        return self._record("POST", self._path_of(content_id, "feedback"), body=body)

    def list_feedback(self, content_id: str, *, cursor: str | None = None, limit: int = 50) -> Page[Record]:
        query = {"limit": limit, "cursor": cursor}
        path = self._path_of(content_id, "feedback")
        call = Call(method="GET", path=path, query=query, repeatable=True)
        return cast("Page[Record]", self._transport.send(call))


class PoolApi(RecordApi):
    path = "/v1/publish-pool"

    def schedule(self, pool_entry_id: str, *, publish_at: str) -> Record:
        path = self._path_of(pool_entry_id, "schedule")
        return self._record("POST", path, body={"publish_at": publish_at})

    def publish(self, pool_entry_id: str) -> Record:
        return self._record("POST", self._path_of(pool_entry_id, "publish"))

    def withdraw(self, pool_entry_id: str) -> Record:
        return self._record("POST", self._path_of(pool_entry_id, "withdraw"))
