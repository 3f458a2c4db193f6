"""What a health check is asked and what it answers."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class HealthCheckRequest(BaseModel):
    """A ping; the text, if any, comes back."""

    model_config = ConfigDict(extra="forbid")

    echo: str = Field(default="", max_length=200, description="Comes back in the answer.")


class HealthCheckResult(BaseModel):
    """Which worker answered, where it runs, and what it runs on."""

    model_config = ConfigDict(extra="forbid")

    pong: Literal[True]
    echo: str
    lane: str = Field(description="The lane whose consumer ran the check.")
    worker: str = Field(description="Host and process id.")
    python: str


REQUEST_MODEL = HealthCheckRequest
RESULT_MODEL = HealthCheckResult
