"""What a relay is asked and what comes of it."""

from pydantic import BaseModel, ConfigDict, Field


class RelayRequest(BaseModel):
    model_config = ConfigDict(extra="forbid")

    folder: str = Field(min_length=1)
    """Where units note what they did; a file `broken-3` there lets number 3 fail, `hold` keeps all of them waiting."""
    count: int = Field(ge=1, le=1000)
    seconds: float = Field(default=0.0, ge=0, le=60)
    tolerated: float = Field(default=0.0, ge=0, le=1)
    review: bool = False
    sums: int = Field(default=1, ge=0, le=100)


class RelayResult(BaseModel):
    total: int
    failed: int
    decision: str | None = None


REQUEST_MODEL, RESULT_MODEL = RelayRequest, RelayResult
