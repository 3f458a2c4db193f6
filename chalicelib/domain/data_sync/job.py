"""What the sync of one file is asked for."""

from pydantic import BaseModel, ConfigDict, Field


class SyncJob(BaseModel):
    """One file, as its task or unit is told."""

    model_config = ConfigDict(extra="forbid")

    file_id: str = Field(min_length=1, max_length=128)
    dry_run: bool = False
    key_columns: list[str] = Field(default_factory=list, max_length=10)
    warn_below: float | None = Field(default=None, ge=0, le=100)
    reject_below: float | None = Field(default=None, ge=0, le=100)
