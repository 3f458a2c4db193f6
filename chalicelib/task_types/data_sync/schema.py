"""What the sync of a file is asked for and what it answers."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from chalicelib.domain.data_sync.job import SyncJob


class DataSyncRequest(SyncJob):
    """A registered file to be synced."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"file_id": "01kq6z3v7n8w9x0y1z2a3b4c5d", "dry_run": False}]}
    )


class RowCounts(BaseModel):
    """Every row of the file is counted in exactly one of these."""

    model_config = ConfigDict(extra="forbid")

    inserted: int
    updated: int
    unchanged: int
    superseded: int = Field(description="The dataset has a newer row with the same key.")
    duplicates: int = Field(description="Another row of the same file has the same key, and counts.")
    rejected: int


class DataSyncResult(BaseModel):
    """What became of the file."""

    model_config = ConfigDict(extra="forbid")

    file_id: str
    file_name: str
    state: Literal["synced", "skipped", "checked"] = Field(
        description="`checked` is the end of a dry run; of a file that would be refused, too: then the report's "
        "verdict is `rejected`."
    )
    reason: str | None = Field(description="Why the file was skipped, or would be refused.")
    dataset_id: str | None
    counts: RowCounts | None
    report: dict[str, Any] | None = Field(description="How the file was read and what was found wrong with it.")
    dry_run: bool


REQUEST_MODEL = DataSyncRequest
RESULT_MODEL = DataSyncResult
