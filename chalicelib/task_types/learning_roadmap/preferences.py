"""What a learner wants of a roadmap."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from chalicelib.task_types.learning_roadmap.framework import MOST_CONCEPTS, Language

Level = Literal["beginner", "intermediate", "advanced"]
DEFAULT_REVIEW_SECONDS = 86_400
LONGEST_REVIEW_SECONDS = 14 * 86_400
"""It does not count against the time of the workflow."""
LONGEST_SOURCE = 400_000


def _without_fraction(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


_Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000, pattern=r"\S")]
_Whole = BeforeValidator(_without_fraction)


class Preferences(BaseModel):
    """All of it may be left out where a framework is supplied."""

    model_config = ConfigDict(extra="forbid")

    goal: _Sentence | None = Field(default=None, description="What the learner wants to be able to do.")
    topic: _Sentence | None = Field(default=None, description="What the roadmap is about.")
    language: Language | None = Field(default=None, description="Default: that of the framework, text or goal.")
    level: Level = "beginner"
    hours_per_week: Annotated[float, Field(strict=True, ge=1, le=80, allow_inf_nan=False)] | None = None
    weeks: Annotated[int, Field(strict=True, ge=1, le=104), _Whole] | None = None
    max_concepts: Annotated[int, Field(strict=True, ge=1, le=MOST_CONCEPTS), _Whole] | None = None
    review: Annotated[bool, Field(strict=True)] = Field(
        default=False, description="Wait for a person before the content is made."
    )
    review_timeout_seconds: Annotated[int, Field(strict=True, ge=1, le=LONGEST_REVIEW_SECONDS), _Whole] = Field(
        default=DEFAULT_REVIEW_SECONDS, description="Not decided by then, the roadmap fails."
    )
    source_text: Annotated[str, StringConstraints(max_length=LONGEST_SOURCE)] | None = Field(
        default=None, description="Plain text or Markdown to make the curriculum from."
    )

    @property
    def hours_available(self) -> float | None:
        if self.hours_per_week is None or self.weeks is None:
            return None
        return self.hours_per_week * self.weeks
