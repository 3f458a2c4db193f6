"""Pictures: have them drawn or changed, and fetch them."""

from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import quote

from contenthub.api.task_creation import TaskOptions, create_task
from contenthub.calls import Call
from contenthub.presigned import Download
from contenthub.shapes import Record, SubmittedTask
from contenthub.transport import Transport

AT_ONCE = {"Prefer": "respond-async"}
"""Who waits, waits by the task's events."""


class ImageApi:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def generate(self, request: Mapping[str, Any], *, options: TaskOptions | None = None) -> SubmittedTask:
        return create_task(self._transport, "/text-to-image", request, options, headers=AT_ONCE)

    def edit(self, request: Mapping[str, Any], *, options: TaskOptions | None = None) -> SubmittedTask:
        """The picture is named by `image_upload_id`, or given in base64 as `image`."""
        return create_task(self._transport, "/image-to-image", request, options, headers=AT_ONCE)

    def show(self, task_id: str) -> Record:
        """The task; its `result` holds the pictures with links that are good for an hour."""
        call = Call(method="GET", path=f"/v1/images/{quote(task_id, safe='')}", repeatable=True)
        return cast("Record", self._transport.send(call))

    def fetch(self, url: str) -> Download:
        """A picture by its link."""
        return self._transport.fetch(url)
