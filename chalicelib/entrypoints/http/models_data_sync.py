"""Requests and answers about files of tables, their sync and their datasets."""

from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, Strict, model_validator
from pydantic_core import PydanticCustomError

from chalicelib.entrypoints.http.models import (
    WITHOUT_FRACTION,
    Instant,
    Inward,
    Moment,
    Name,
    Outward,
    PageQuery,
    Truth,
    unset,
)
from chalicelib.entrypoints.http.models_tasks import FinishedTask, SubmittedTask, TaskView, Timing

LARGEST_FILE_BYTES = 200 * 1024 * 1024
LARGEST_DIRECT_CHARACTERS = 900_000
BASE64 = r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
Word = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$")]
Account = Annotated[str, Field(max_length=64, pattern=r"^[^\x00-\x1f/]*$")]
DataKind = Literal["auto", "orders", "products", "traffic", "payments", "spending", "generic"]
FileStateName = Literal["registered", "uploaded", "syncing", "interrupted", "synced", "rejected", "failed", "skipped"]
FileId = Annotated[str, Field(min_length=1, max_length=128, pattern=r"^[A-Za-z0-9_-]+$")]
KeyColumns = Annotated[list[Annotated[str, Field(min_length=1, max_length=100)]], Field(max_length=10)]
RowCursor = Annotated[str, Field(max_length=4000, json_schema_extra={"pattern": "^[A-Za-z0-9_-]+$"})]
"""Longer than others': it holds a row's key."""
Score = Annotated[float, Field(strict=True, ge=0, le=100, allow_inf_nan=False)]


class FileBody(Inward):
    """A file to be registered: either its size, for an upload to the bucket, or a small one's content."""

    model_config = ConfigDict(
        extra="forbid",
        defer_build=True,
        json_schema_extra={"oneOf": [{"required": ["bytes"]}, {"required": ["content_base64"]}]},
    )

    name: Annotated[str, Field(min_length=1, max_length=200)] = Field(examples=["orders-2026-11.csv"])
    platform: Word = Field(default="auto", description="Whose export it is, as the mappings call it.", examples=["jd"])
    account: Account = Field(default="", description="The shop or account that the rows belong to.")
    data_kind: DataKind = "auto"
    bytes: Annotated[int, Strict(), Field(ge=1, le=LARGEST_FILE_BYTES), WITHOUT_FRACTION] = unset()
    content_type: Annotated[str, Field(max_length=100, pattern=r"^[\w.+-]+/[\w.+-]+$")] = "application/octet-stream"
    as_of: Instant | None = Field(default=None, description="When the content was true; default: now.")
    content_base64: Annotated[str, Field(min_length=4, max_length=LARGEST_DIRECT_CHARACTERS, pattern=BASE64)] = unset()

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.bytes is None) == (self.content_base64 is None):
            raise PydanticCustomError("one_of_two", "either bytes or content_base64 must be given")
        return self


class FileListQuery(PageQuery):
    platform: Name | None = None
    account: Name | None = None
    data_kind: DataKind | None = None
    state: FileStateName | None = None
    created_after: Instant | None = None
    created_before: Instant | None = None


class FileView(Outward):
    """A file as it is now; `interrupted` says that its last task ended in the middle, and a new one may go on."""

    file_id: str
    name: str
    platform: str
    account: str
    data_kind: str
    state: str
    reason: str | None
    owner_id: str
    bytes: int
    as_of: str
    task_id: str | None = Field(description="The task that holds it or did so last.")
    dataset_id: str | None
    mapping: str | None
    rows: int | None
    score: float | None
    verdict: str | None
    counts: dict[str, int] | None
    created_at: Moment
    updated_at: Moment


class RegisteredFile(FileView):
    """With the request that brings the content: PUT it to `upload_url` with exactly these headers, without API key."""

    upload_url: str | None
    headers: dict[str, str] | None
    expires_at: Moment | None


class FilePage(Outward):
    items: list[FileView]
    next_cursor: str | None


class FileReportView(Outward):
    """How a file was read, and what was found wrong with it."""

    file_id: str
    report: dict[str, Any]


class Options(Timing):
    dry_run: Truth = Field(default=False, description="Read, check and compare, but write nothing.")
    key_columns: KeyColumns = Field(
        default_factory=list, description="Columns that tell rows apart, in place of the mapping's key."
    )
    warn_below: Score | None = None
    reject_below: Score | None = None

    def options(self) -> dict[str, Any]:
        chosen = self.model_dump(include={"dry_run", "key_columns", "warn_below", "reject_below"}, exclude_none=True)
        return {name: value for name, value in chosen.items() if value != []}

    def timing(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in Timing.model_fields}


class SyncOneBody(Options):
    """One file to be synced."""

    file_id: FileId


class BatchOptions(Options):
    resync: Truth = Field(default=False, description="Also files that were synced before and have not changed.")


class SyncByFilterBody(BatchOptions):
    """All of one's files that fit."""

    platform: Name | None = None
    account: Name | None = None
    data_kind: DataKind | None = None
    state: FileStateName | None = None
    created_after: Instant | None = None
    created_before: Instant | None = None


class SyncByIdsBody(BatchOptions):
    file_ids: list[FileId] = Field(min_length=1, max_length=1000)


class SyncAllBody(BatchOptions):
    """All of one's files that are there."""


class SubmittedSync(SubmittedTask):
    celery_task_id: str = Field(description="The task's id under the name that older clients know.")
    files: int = Field(description="So many files were taken.")


class FinishedSync(FinishedTask):
    celery_task_id: str
    files: int


class SyncTaskView(TaskView):
    """A sync as it is now; with its result once it has ended well."""

    model_config = ConfigDict(defer_build=True)

    celery_task_id: str
    result: dict[str, Any] | None
    download_url: str | None


class DatasetView(Outward):
    dataset_id: str
    owner_id: str
    platform: str
    account: str
    data_kind: str
    mapping: str
    key: list[str]
    columns: list[str] = Field(description="What its rows may have.")
    row_count: int
    files: int
    last_file_id: str
    last_synced_at: str
    created_at: Moment
    updated_at: Moment


class DatasetPage(Outward):
    items: list[DatasetView]
    next_cursor: str | None


class RowsQuery(PageQuery):
    cursor: RowCursor | None = None
    prefix: Annotated[str, Field(max_length=200)] = Field(default="", description="Only keys that begin like this.")


class RowView(Outward):
    row_key: str
    values: dict[str, Any]
    file_id: str
    updated_at: Moment


class RowPageView(Outward):
    items: list[RowView]
    next_cursor: str | None


class ExportQuery(Inward):
    prefix: Annotated[str, Field(max_length=200)] = Field(default="", description="Only keys that begin like this.")
    cursor: RowCursor | None = Field(default=None, description="The `X-Next-Cursor` of the part before.")
