"""Requests and answers about learning roadmaps."""

from typing import Any, Literal

from pydantic import ConfigDict, Field

from chalicelib.domain.task import Status
from chalicelib.entrypoints.http.models import Inward, Name, Outward
from chalicelib.entrypoints.http.models_tasks import Timing

OWN_FIELDS = ("user_id",)


class RoadmapSubmission(Timing):
    """A roadmap to be made: the request of task type `learning_roadmap` with the timing beside it."""

    model_config = ConfigDict(
        extra="allow", defer_build=True, json_schema_extra={"x-request-of-task-type": "learning_roadmap"}
    )

    user_id: Name | None = Field(default=None, description="Whose it will be; anybody but an admin names themselves.")

    def request(self) -> dict[str, Any]:
        return dict(self.model_extra or {})

    def timing(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in Timing.model_fields}


class ExportQuery(Inward):
    format: Literal["json", "markdown"] = "json"


class StartedRoadmap(Outward):
    """The receipt for a roadmap that is being made."""

    task_id: str
    celery_task_id: str = Field(description="The task id under its older name.")
    task_type: str
    status: Literal["processing"]
    task_system: str
    status_url: str
    events_url: str
    cancel_url: str
    result_url: str
    roadmap_url: str
    content_status_url: str


class HoursView(Outward):
    least: float
    most: float


class ConceptView(Outward):
    """A concept of the curriculum."""

    id: str
    title: str
    description: str
    summary: str
    section: str | None
    prerequisites: list[str]
    outside_prerequisites: list[str]
    hours: HoursView | None
    time: str | None
    source_urls: list[str]


class StatusesView(Outward):
    tutorial: Status
    resources: Status
    quiz: Status


class ConceptContentView(Outward):
    """A concept with the artifacts that are there."""

    concept: ConceptView
    statuses: StatusesView
    tutorial: dict[str, Any] | None
    resources: dict[str, Any] | None
    quiz: dict[str, Any] | None


class OneConceptView(ConceptContentView):
    task_id: str
    concept_id: str


class GapView(Outward):
    unit: str
    status: Status
    reason: str


class RoadmapView(Outward):
    """A roadmap as far as it is there."""

    task_id: str
    celery_task_id: str
    status: Status
    current_step: str
    title: str
    language: str
    level: str
    description: str
    origin: Literal["supplied", "designed", "edited"] | None = Field(description="Null before there is a curriculum.")
    hours: HoursView | None
    notes: list[str]
    licence: str | None
    source: str | None
    missing: list[GapView]
    concepts: list[ConceptContentView]
    artifacts_left_out: bool = Field(description="The whole is too large for one answer: read the concepts one by one.")


class ConceptStatusView(StatusesView):
    concept_id: str
    title: str


class ContentProgressView(Outward):
    done: int
    total: int
    failed: int
    percent: int


class ContentStatusView(Outward):
    task_id: str
    celery_task_id: str
    status: Status
    current_step: str
    progress: ContentProgressView
    concepts: list[ConceptStatusView]


class RegeneratedArtifact(Outward):
    """The task that makes one artifact again."""

    task_id: str
    parent_id: str
    unit: str
    status: Status
    task_system: str
    status_url: str
    events_url: str
    result_url: str
