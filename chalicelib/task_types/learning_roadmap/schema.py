"""What a learning roadmap is asked for and what comes of it."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from chalicelib.task_types.learning_roadmap.artifacts import Quiz, Resources, Tutorial
from chalicelib.task_types.learning_roadmap.effort import Hours
from chalicelib.task_types.learning_roadmap.framework import Concept, Framework, Language, SuppliedFramework
from chalicelib.task_types.learning_roadmap.preferences import Level, Preferences

Provider = Literal["offline", "bedrock", "openai"]
Origin = Literal["supplied", "designed", "edited"]


class RoadmapRequest(BaseModel):
    """A roadmap to be made: from a supplied framework, from a text, or by a model from a goal."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "preferences": {"goal": "Write small Python programs", "level": "beginner", "review": True},
                    "framework": {
                        "title": "Python basics",
                        "concepts": [
                            {
                                "id": "lists",
                                "title": "Lists",
                                "description": "A list is a mutable collection of items in sequence.",
                            },
                            {"id": "loops", "title": "Loops", "prerequisites": ["lists"]},
                        ],
                    },
                    "provider": "offline",
                }
            ]
        },
    )

    preferences: Preferences = Field(default_factory=Preferences)
    framework: SuppliedFramework | None = Field(
        default=None, description="Given, it is filled with content; nothing is designed."
    )
    provider: Provider | None = Field(default=None, description="Who writes; default: the provider of the stage.")


class RoadmapJob(BaseModel):
    """The request as it is stored: with the framework checked and in learning order."""

    model_config = ConfigDict(extra="forbid")

    preferences: Preferences
    language: Language
    framework: Framework | None = None
    provider: Provider | None = None


class ConceptContent(BaseModel):
    """A concept with the artifacts that are there; one that failed or is not made yet is null."""

    concept: Concept
    tutorial: Tutorial | None
    resources: Resources | None
    quiz: Quiz | None


class RoadmapResult(BaseModel):
    """The assembled roadmap."""

    model_config = ConfigDict(extra="forbid")

    title: str
    language: Language
    level: Level
    description: str
    origin: Origin
    hours: Hours | None
    notes: list[str]
    licence: str | None
    source: str | None
    missing: list[dict[str, Any]] = Field(description="Artifacts that failed, with the reason.")
    concepts: list[ConceptContent]


REQUEST_MODEL = RoadmapRequest
RESULT_MODEL = RoadmapResult
