"""What the designer of a curriculum is told, and what the first look at the wish finds."""

from pydantic import BaseModel, ConfigDict, Field

from chalicelib.task_types.learning_roadmap.framework import Framework, Language
from chalicelib.task_types.learning_roadmap.preferences import Level, Preferences


class Problem(BaseModel):
    pointer: str
    code: str
    detail: str


class Intent(BaseModel):
    """What the learner wants, in a form a designer can use."""

    model_config = ConfigDict(extra="forbid")

    topic: str = Field(min_length=1)
    goal: str = Field(min_length=1)
    language: Language
    level: Level
    hours_available: float | None = None
    key_terms: list[str] = Field(default_factory=list, max_length=30)


class DesignBrief(BaseModel):
    artifact: str
    provider: str | None = None
    language: Language
    preferences: Preferences
    intent: Intent | None = None
    draft: Framework | None = None
    """The design before this one, when it is to be improved."""
    comments: str = ""
    """A reviewer's."""
    problems: list[Problem] = Field(default_factory=list)
    """What validation found wrong with the draft."""
