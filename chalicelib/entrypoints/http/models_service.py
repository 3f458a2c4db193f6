"""Answers about the deployment itself and the caller, and uploads."""

from typing import Annotated, Literal

from pydantic import Field

from chalicelib.domain.principal import Role
from chalicelib.domain.rungs import Mode
from chalicelib.entrypoints.http.models import Inward, Moment, Outward, QueryTruth, Whole
from chalicelib.entrypoints.http.models_images import ImagesInfoView

TOKEN = r"[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}"
MEDIA_TYPE = rf"^{TOKEN}/{TOKEN}(; ?charset=[A-Za-z0-9_-]{{1,40}})?$"
FILE_NAME = r"^[^/\\\x00-\x1f\x7f]+$"


class HealthQuery(Inward):
    deep: QueryTruth = Field(default=False, description="Also ask the store, the queues and the consumers.")


class HealthView(Outward):
    status: Literal["ok"]
    stage: str
    version: str


class CheckView(Outward):
    status: Literal["ok", "failed"]
    detail: str
    milliseconds: int


class DeepHealthView(Outward):
    status: Literal["ok", "degraded"]
    stage: str
    version: str
    checks: dict[str, CheckView]


class TaskTypeView(Outward):
    name: str
    lanes: list[str]
    max_attempts: int
    soft_deadline_seconds: float
    hard_deadline_seconds: float
    enabled: bool
    mode: Mode


class ProviderView(Outward):
    name: str
    stages: list[str]
    configured: bool
    default: bool


class InfoView(Outward):
    name: str
    version: str
    stage: str
    region: str
    task_types: list[TaskTypeView]
    providers: list[ProviderView]
    limits: dict[str, int]
    images: ImagesInfoView
    live_url: str | None = Field(description="Where live updates are pushed; null: poll the events of a task.")


class CallerView(Outward):
    user_id: str
    role: Role


class UploadBody(Inward):
    """A file to be brought, by name, type and exact size."""

    file_name: Annotated[str, Field(min_length=1, max_length=255, pattern=FILE_NAME)] = Field(examples=["source.md"])
    content_type: Annotated[str, Field(max_length=255, pattern=MEDIA_TYPE)] = Field(examples=["text/markdown"])
    bytes: Whole = Field(ge=1, le=2**40)


class UploadView(Outward):
    """Where the bytes go: PUT them to `upload_url` with exactly these headers."""

    upload_id: str
    upload_url: str
    headers: dict[str, str]
    expires_at: Moment
