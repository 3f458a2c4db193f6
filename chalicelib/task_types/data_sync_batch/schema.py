"""What a batch of data sync is asked for and what it answers."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from chalicelib.domain.data_sync.job import SyncOptions
from chalicelib.domain.workflow import MOST_UNITS_IN_A_STAGE

FileId = Annotated[str, Field(min_length=1, max_length=128)]


class DataSyncBatchRequest(SyncOptions):
    """Registered files to be synced, each as a unit of its own."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"file_ids": ["01kq6z3v7n8w9x0y1z2a3b4c5d"]}]}
    )

    file_ids: list[FileId] = Field(min_length=1, max_length=MOST_UNITS_IN_A_STAGE)
    resync: bool = Field(default=False, description="Also the files that were synced before and have not changed.")


class BatchJob(DataSyncBatchRequest):
    """The request as it is stored with the task."""

    names: dict[str, str]
    """By file id."""
    left_out: dict[str, str]
    """Why a file is not synced, by file id."""


class BatchCounts(BaseModel):
    """Files by what became of them, and their rows taken together."""

    model_config = ConfigDict(extra="forbid")

    files: int
    synced: int
    skipped: int
    failed: int
    rows: dict[str, int]


class BatchFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    file_id: str
    file_name: str
    state: Literal["synced", "checked", "skipped", "failed"]
    reason: str | None
    task_id: str | None = Field(description="Null for a file that was skipped without a look into it.")
    dataset_id: str | None
    counts: dict[str, int] | None
    score: float | None


class DataSyncBatchResult(BaseModel):
    """What became of each file."""

    model_config = ConfigDict(extra="forbid")

    counts: BatchCounts
    files: list[BatchFile]
    dry_run: bool


REQUEST_MODEL = DataSyncBatchRequest
RESULT_MODEL = DataSyncBatchResult
