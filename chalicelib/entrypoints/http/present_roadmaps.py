"""Roadmaps as the API shows them."""

from collections.abc import Sequence
from typing import Any, Protocol

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task import Status, Task
from chalicelib.entrypoints.http.models_roadmaps import (
    ConceptStatusView,
    ContentProgressView,
    ContentStatusView,
    OneConceptView,
    RegeneratedArtifact,
    RoadmapView,
    StartedRoadmap,
    StatusesView,
)
from chalicelib.entrypoints.http.presenters import submitted_task

PATH = "/api/v1/roadmaps"
KINDS = ("tutorial", "resources", "quiz")
LARGEST_ANSWER = 4 * 1024 * 1024
"""Lambda answers with 6 MB at most, and counts escaped characters several times."""


class Roadmap(Protocol):
    @property
    def task(self) -> Task: ...
    @property
    def current_step(self) -> str: ...
    @property
    def concepts(self) -> Sequence[JsonObject]: ...
    def status(self, key: str) -> Status: ...


def started_roadmap(task: Task, base_url: str) -> StartedRoadmap:
    receipt = submitted_task(task, base_url)
    here = f"{base_url}{PATH}/{task.task_id}"
    links = {"roadmap_url": here, "content_status_url": f"{here}/content-status"}
    told: dict[str, Any] = {**dict(receipt), **links, "status": "processing", "celery_task_id": task.task_id}
    return StartedRoadmap.model_validate(told)


def roadmap_view(roadmap: Roadmap, assembled: JsonObject) -> RoadmapView:
    """Without the artifacts where they are too many for one answer."""
    concepts = [_content(roadmap, entry) for entry in assembled["concepts"]]
    told = {**assembled, **_named(roadmap), "concepts": concepts, "artifacts_left_out": False}
    view = RoadmapView.model_validate(told)
    if len(view.model_dump_json().encode()) <= LARGEST_ANSWER:
        return view
    bare = [{**entry, **dict.fromkeys(KINDS)} for entry in concepts]
    return RoadmapView.model_validate({**told, "concepts": bare, "artifacts_left_out": True})


def one_concept_view(roadmap: Roadmap, entry: JsonObject) -> OneConceptView:
    told = {**_content(roadmap, entry), "task_id": roadmap.task.task_id, "concept_id": entry["concept"]["id"]}
    return OneConceptView.model_validate(told)


def content_status_view(roadmap: Roadmap) -> ContentStatusView:
    progress = roadmap.task.progress
    return ContentStatusView(
        task_id=roadmap.task.task_id,
        celery_task_id=roadmap.task.task_id,
        status=roadmap.task.status,
        current_step=roadmap.current_step,
        progress=ContentProgressView(
            done=progress.done,
            total=progress.total,
            failed=progress.failed,
            percent=100 * progress.done // progress.total if progress.total else 0,
        ),
        concepts=[_concept_status(roadmap, concept) for concept in roadmap.concepts],
    )


def regenerated_artifact(task: Task, base_url: str) -> RegeneratedArtifact:
    told = {**dict(submitted_task(task, base_url)), "parent_id": task.parent_id, "unit": task.unit}
    return RegeneratedArtifact.model_validate(told)


def _named(roadmap: Roadmap) -> JsonObject:
    task = roadmap.task
    return {
        "task_id": task.task_id,
        "celery_task_id": task.task_id,
        "status": task.status,
        "current_step": roadmap.current_step,
    }


def _content(roadmap: Roadmap, entry: JsonObject) -> JsonObject:
    return {**entry, "statuses": _statuses(roadmap, entry["concept"]["id"])}


def _statuses(roadmap: Roadmap, concept_id: str) -> StatusesView:
    return StatusesView.model_validate({kind: roadmap.status(f"{kind}/{concept_id}") for kind in KINDS})


def _concept_status(roadmap: Roadmap, concept: JsonObject) -> ConceptStatusView:
    statuses = dict(_statuses(roadmap, concept["id"]))
    return ConceptStatusView.model_validate({**statuses, "concept_id": concept["id"], "title": concept["title"]})
