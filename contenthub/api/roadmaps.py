"""Learning roadmaps: have one made, read it, have one artifact made again."""

from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import quote

from contenthub.api.task_creation import TaskOptions, create_task
from contenthub.calls import Call
from contenthub.presigned import Download
from contenthub.shapes import Record, SubmittedTask
from contenthub.transport import Transport

PATH = "/api/v1/roadmaps"


class RoadmapApi:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def generate(self, request: Mapping[str, Any], *, options: TaskOptions | None = None) -> SubmittedTask:
        """Takes preferences, framework and provider; one of goal, topic and framework has to be there."""
        return create_task(self._transport, f"{PATH}/generate", request, options)

    def show(self, task_id: str) -> Record:
        """As far as it is there."""
        return self._read(task_id)

    def content_status(self, task_id: str) -> Record:
        return self._read(task_id, "content-status")

    def concept(self, task_id: str, concept_id: str) -> Record:
        return self._read(task_id, "concepts", concept_id)

    def export(self, task_id: str, *, format: str) -> Download:  # noqa: A002 - the API's word
        call = Call(method="GET", path=_path(task_id, "export"), query={"format": format}, repeatable=True)
        return self._transport.download(call)

    def regenerate(self, task_id: str, concept_id: str, artifact: str) -> Record:
        path = _path(task_id, "concepts", concept_id, "artifacts", artifact, "regenerate")
        return cast("Record", self._transport.send(Call(method="POST", path=path)))

    def _read(self, task_id: str, *rest: str) -> Record:
        call = Call(method="GET", path=_path(task_id, *rest), repeatable=True)
        return cast("Record", self._transport.send(call))


def _path(*parts: str) -> str:
    return "/".join([PATH, *(quote(part, safe="") for part in parts)])
