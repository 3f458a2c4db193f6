"""Writes one artifact of one concept from what is there."""

from collections.abc import Callable

from pydantic import BaseModel

from chalicelib.domain.json_types import JsonObject
from chalicelib.task_types.learning_roadmap.briefs import ConceptBrief
from chalicelib.task_types.learning_roadmap.offline.material import Material
from chalicelib.task_types.learning_roadmap.offline.quiz import quiz
from chalicelib.task_types.learning_roadmap.offline.resources import resources
from chalicelib.task_types.learning_roadmap.offline.tutorial import tutorial

_WRITERS: dict[str, Callable[[Material], BaseModel]] = {"tutorial": tutorial, "resources": resources, "quiz": quiz}


def write(artifact: str, brief: ConceptBrief) -> JsonObject:
    return _WRITERS[artifact](Material(brief)).model_dump(mode="json")
