"""Workflows of any type: their units, and the review they may be waiting for."""

from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import quote

from contenthub.calls import Call
from contenthub.shapes import Page, ReviewState, Task
from contenthub.transport import Transport


class WorkflowApi:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def children(
        self, task_id: str, *, status: str | None = None, cursor: str | None = None, limit: int = 100
    ) -> Page[Task]:
        query = {"status": status, "limit": limit, "cursor": cursor}
        call = Call(method="GET", path=_path(task_id, "children"), query=query, repeatable=True)
        return cast("Page[Task]", self._transport.send(call))

    def review(self, task_id: str) -> ReviewState:
        call = Call(method="GET", path=_path(task_id, "review"), repeatable=True)
        return cast("ReviewState", self._transport.send(call))

    def decide(
        self, task_id: str, *, decision: str, comments: str | None = None, edit: Mapping[str, Any] | None = None
    ) -> Task:
        """Not repeatable: the second request would find no open review."""
        given = {"comments": comments, "edit": edit}
        body = {"decision": decision, **{name: value for name, value in given.items() if value is not None}}
        return cast("Task", self._transport.send(Call(method="POST", path=_path(task_id, "review"), body=body)))


def _path(task_id: str, *rest: str) -> str:
    return "/".join(["/v1/tasks", quote(task_id, safe=""), *rest])
