"""Tasks: submit, look at, wait for, cancel, retry, clean up."""

from collections.abc import Mapping, Sequence
from typing import Any, cast
from urllib.parse import quote

from contenthub.api.task_creation import TaskOptions, create_task
from contenthub.calls import Call
from contenthub.shapes import (
    CleanupResult,
    ContentRequest,
    EventPage,
    Page,
    Record,
    SubmittedTask,
    Task,
    TaskResult,
)
from contenthub.transport import Transport


class TaskApi:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def submit(
        self, task_type: str, request: Mapping[str, Any], *, options: TaskOptions | None = None
    ) -> SubmittedTask:
        body = {"task_type": task_type, "request": dict(request)}
        return create_task(self._transport, "/v1/tasks", body, options)

    def submit_content(self, request: ContentRequest, *, options: TaskOptions | None = None) -> SubmittedTask:
        return create_task(self._transport, "/v1/content", request, options)

    def submit_batch(
        self, items: Sequence[Mapping[str, Any]], *, atomic: bool = False, dry_run: bool = False
    ) -> Record:
        body = {"items": [dict(item) for item in items], "atomic": atomic, "dry_run": dry_run}
        call = Call(method="POST", path="/v1/tasks/batch", body=body, repeatable=dry_run)
        return cast("Record", self._transport.send(call))

    def list(self, *, cursor: str | None = None, limit: int = 50, **filters: object) -> Page[Task]:
        """One page; the filters are status, type, owner, created_after, created_before, priority, parent."""
        query = {**filters, "limit": limit, "cursor": cursor}
        call = Call(method="GET", path="/v1/tasks", query=query, repeatable=True)
        return cast("Page[Task]", self._transport.send(call))

    def show(self, task_id: str) -> Task:
        call = Call(method="GET", path=_task_path(task_id), repeatable=True)
        return cast("Task", self._transport.send(call))

    def result(self, task_id: str) -> TaskResult:
        """The result of an ended task; a large one is fetched from where the answer says it lies."""
        call = Call(method="GET", path=_task_path(task_id, "result"), repeatable=True)
        answer = cast("TaskResult", self._transport.send(call))
        if answer["result"] is None and answer.get("download_url"):
            answer["result"] = self._transport.get_json(str(answer["download_url"]))
        return answer

    def events(self, task_id: str, *, after: int = 0, wait_seconds: int = 0, attempts: int = 3) -> EventPage:
        """The events after a number; the server holds the answer back up to `wait_seconds` for news."""
        call = Call(
            method="GET",
            path=_task_path(task_id, "events"),
            query={"after": after, "wait": wait_seconds},
            repeatable=True,
            attempts=attempts,
            extra_seconds=wait_seconds,
        )
        return cast("EventPage", self._transport.send(call))

    def cancel(self, task_id: str) -> Task:
        call = Call(method="POST", path=_task_path(task_id, "cancel"), repeatable=True)
        return cast("Task", self._transport.send(call))

    def retry(self, task_id: str) -> SubmittedTask:
        # Not repeatable: the second request would meet a task that runs already and get a conflict.
        call = Call(method="POST", path=_task_path(task_id, "retry"))
        return cast("SubmittedTask", self._transport.send(call))

    def clean_up(
        self, *, older_than_days: int = 30, statuses: Sequence[str] = (), dry_run: bool = False
    ) -> CleanupResult:
        body: dict[str, object] = {"older_than_days": older_than_days, "dry_run": dry_run}
        if statuses:
            body["statuses"] = [*statuses]
        call = Call(method="POST", path="/v1/tasks/cleanup", body=body, repeatable=True)
        return cast("CleanupResult", self._transport.send(call))


def _task_path(task_id: str, *rest: str) -> str:
    return "/".join(["/v1/tasks", quote(task_id, safe=""), *rest])
