"""What a fan is asked and what comes of it."""

from pydantic import BaseModel, ConfigDict, Field


class FanRequest(BaseModel):
    model_config = ConfigDict(extra="forbid")

    concepts: int = Field(ge=1, le=300)
    kinds: int = Field(ge=1, le=3)
    seconds: float = Field(ge=0, le=60)


class FanResult(BaseModel):
    done: int


REQUEST_MODEL, RESULT_MODEL = FanRequest, FanResult
