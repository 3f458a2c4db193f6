"""What operators steer: dead letters, lanes, flags."""

from collections.abc import Mapping
from typing import cast
from urllib.parse import quote

from contenthub.calls import Call
from contenthub.shapes import Page, Record
from contenthub.transport import Transport


class DeadLetterApi:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(self, *, lane: str | None = None, limit: int = 50) -> Page[Record]:
        query = {"lane": lane, "limit": limit}
        call = Call(method="GET", path="/v1/dead-letters", query=query, repeatable=True)
        return cast("Page[Record]", self._transport.send(call))

    def redrive(self, request: Mapping[str, object]) -> Record:
        """Takes lane, task_ids, limit, rate_per_second, reason; all but the lane are optional."""
        call = Call(method="POST", path="/v1/dead-letters/redrive", body=dict(request))
        return cast("Record", self._transport.send(call))

    def purge(self, request: Mapping[str, object]) -> Record:
        """Takes lane, reason, task_ids, dry_run; the last two are optional."""
        call = Call(method="POST", path="/v1/dead-letters/purge", body=dict(request))
        return cast("Record", self._transport.send(call))


class LaneApi:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(self) -> Page[Record]:
        call = Call(method="GET", path="/v1/lanes", repeatable=True)
        return cast("Page[Record]", self._transport.send(call))

    def set(self, lane: str, changes: Mapping[str, object]) -> Record:
        path = f"/v1/lanes/{quote(lane, safe='')}"
        call = Call(method="PATCH", path=path, body=dict(changes), repeatable=True)
        return cast("Record", self._transport.send(call))


class FlagApi:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(self) -> Page[Record]:
        call = Call(method="GET", path="/v1/flags", repeatable=True)
        return cast("Page[Record]", self._transport.send(call))

    def set(self, task_type: str, changes: Mapping[str, object]) -> Record:
        path = f"/v1/flags/{quote(task_type, safe='')}"
        call = Call(method="PUT", path=path, body=dict(changes), repeatable=True)
        return cast("Record", self._transport.send(call))
