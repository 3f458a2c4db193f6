"""Litigation analysis: start a session on documents, read its report."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast
from urllib.parse import quote

from contenthub.api.task_creation import TaskOptions, create_task
from contenthub.calls import Call
from contenthub.presigned import Download
from contenthub.shapes import Page, Record, SubmittedTask
from contenthub.transport import Transport

PATH = "/api/v1/litigation-analysis"


class LitigationApi:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def start(self, request: Mapping[str, Any], *, options: TaskOptions | None = None) -> SubmittedTask:
        return create_task(self._transport, f"{PATH}/start", request, options)

    def list(self, *, cursor: str | None = None, limit: int = 50) -> Page[Record]:
        query = {"limit": limit, "cursor": cursor}
        call = Call(method="GET", path=f"{PATH}/sessions", query=query, repeatable=True)
        return cast("Page[Record]", self._transport.send(call))

    def packages(self) -> Page[Record]:
        call = Call(method="GET", path=f"{PATH}/packages", repeatable=True)
        return cast("Page[Record]", self._transport.send(call))

    def show(self, session_id: str) -> Record:
        call = Call(method="GET", path=_session(session_id), repeatable=True)
        return cast("Record", self._transport.send(call))

    def report(self, session_id: str, *, format: str) -> Download:  # noqa: A002 - the API's word
        """The report itself, whether the answer holds it or says where it lies."""
        call = Call(method="GET", path=_session(session_id, "report"), query={"format": format}, repeatable=True)
        download = self._transport.download(call)
        if format != "json":
            return download
        answer = json.loads(download.data)
        report = answer.get("report") or answer
        return replace(download, data=json.dumps(report, ensure_ascii=False, indent=2).encode())


def _session(session_id: str, *rest: str) -> str:
    return "/".join([f"{PATH}/sessions", quote(session_id, safe=""), *rest])
