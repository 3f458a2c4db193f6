"""Finished pictures for people: with fresh links, and with their bytes where asked."""

import base64
from dataclasses import dataclass

from chalicelib.domain.errors import TaskNotFoundError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.tasks import PayloadStore
from chalicelib.domain.principal import Principal
from chalicelib.domain.task import WITH_RESULT, Task
from chalicelib.services.read_tasks import ReadTasks

TASK_TYPE = "image_generation"
MOST_EMBEDDED_BYTES = 4 * 1024 * 1024
"""An answer of a function holds 6 MB, and base64 makes a third more of it."""


@dataclass(frozen=True)
class Pictures:
    read: ReadTasks
    payloads: PayloadStore

    def task(self, task_id: str, principal: Principal) -> Task:
        """Raises TaskNotFoundError, also for a task that draws nothing, and TaskExpiredError."""
        task = self.read.task(task_id, principal)
        if task.task_type != TASK_TYPE:
            raise TaskNotFoundError(f"there is no task {task_id} that draws pictures")
        return task

    def result(self, task: Task, *, embedded: bool) -> JsonObject | None:
        """None before there is one. Pictures too large for an answer come as links only, whatever was asked for."""
        if task.status not in WITH_RESULT:
            return None
        result = self.read.result_of(task).result or {}
        images = result.get("images", [])
        fits = sum(image["bytes"] for image in images) <= MOST_EMBEDDED_BYTES
        return {**result, "images": [self._shown(image, embedded=embedded and fits) for image in images]}

    def _shown(self, image: JsonObject, *, embedded: bool) -> JsonObject:
        data = base64.b64encode(self.payloads.get_file(image["key"])).decode() if embedded else None
        return {**image, "url": self.payloads.download_url(image["key"]), "b64_json": data}
