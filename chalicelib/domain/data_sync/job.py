"""What the sync of one file is asked for."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError


class SyncOptions(BaseModel):
    """How a file is to be synced."""

    model_config = ConfigDict(extra="forbid")

    dry_run: bool = Field(default=False, description="Read, check and compare, but write nothing.")
    key_columns: list[str] = Field(
        default_factory=list,
        max_length=10,
        description="Columns that tell one row from another, in place of those the mapping says.",
    )
    warn_below: float | None = Field(default=None, ge=0, le=100, description="Quality score; default: the stage's.")
    reject_below: float | None = Field(default=None, ge=0, le=100, description="Quality score; default: the stage's.")

    @model_validator(mode="after")
    def _limits_in_order(self) -> Self:
        if self.warn_below is not None and self.reject_below is not None and self.warn_below < self.reject_below:
            raise PydanticCustomError("out_of_range", "warn_below must not be less than reject_below")
        return self


class SyncJob(SyncOptions):
    """One file, as its task or unit is told."""

    file_id: str = Field(min_length=1, max_length=128, description="A registered file.")
