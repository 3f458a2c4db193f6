"""A reviewer's edit of a framework: the framework as it shall be, or what to leave out of it."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from chalicelib.domain.errors import FieldProblem, ValidationFailedError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.validation import validated
from chalicelib.task_types.learning_roadmap.curriculum_checks import graph_problems
from chalicelib.task_types.learning_roadmap.effort import Hours
from chalicelib.task_types.learning_roadmap.framework import (
    LONGEST_TEXT,
    MOST_CONCEPTS,
    Concept,
    ConceptId,
    Framework,
)

POINTER = "/edit"
_Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=r"\S")]


class EditedConcept(BaseModel):
    """A concept that is there already keeps what is left out; a new one needs a title."""

    model_config = ConfigDict(extra="forbid")

    id: ConceptId
    title: _Line | None = None
    description: Annotated[str, StringConstraints(max_length=LONGEST_TEXT)] | None = None
    prerequisites: list[_Line] | None = Field(default=None, max_length=MOST_CONCEPTS)
    section: Annotated[str, StringConstraints(max_length=500)] | None = None
    hours: Annotated[float, Field(gt=0, le=10_000, allow_inf_nan=False)] | None = None
    source_urls: list[Annotated[str, StringConstraints(max_length=2000)]] | None = Field(default=None, max_length=100)


class FrameworkEdit(BaseModel):
    """`concepts`: all that shall be there. `remove`: ids to take out; who needed them needs what they needed."""

    model_config = ConfigDict(extra="forbid")

    title: _Line | None = None
    concepts: list[EditedConcept] | None = Field(default=None, min_length=1, max_length=MOST_CONCEPTS)
    remove: list[ConceptId] = Field(default_factory=list, max_length=MOST_CONCEPTS)


def check_edit(edit: JsonObject, subject: JsonObject) -> JsonObject:
    """The whole framework as edited. Raises ValidationFailedError with pointers into the edit."""
    asked = validated(FrameworkEdit, edit, pointer=POINTER)
    framework = Framework.model_validate(subject["framework"])
    if asked.concepts is not None:
        framework = framework.model_copy(update={"concepts": _edited(asked.concepts, framework)})
    _refuse(graph_problems(framework))
    framework = without(framework, _removable(asked.remove, framework))
    edited = framework.model_copy(update={"title": asked.title or framework.title})
    return edited.in_learning_order().model_dump(mode="json", exclude_none=True)


def without(framework: Framework, removed: set[str]) -> Framework:
    """Without some concepts; who needed one of them needs what that needed."""
    needs = {concept.id: concept.prerequisites for concept in framework.concepts}
    kept = [
        concept.model_copy(update={"prerequisites": _kept_needs(concept.id, needs, removed)})
        for concept in framework.concepts
        if concept.id not in removed
    ]
    return framework.model_copy(update={"concepts": kept})


def _kept_needs(concept: str, needs: dict[str, list[str]], removed: set[str]) -> list[str]:
    found: dict[str, None] = {}
    looked_at: set[str] = set()
    open_ids = list(reversed(needs[concept]))
    while open_ids:
        name = open_ids.pop()
        if name not in removed:
            found[name] = None
        elif name not in looked_at:
            looked_at.add(name)
            open_ids.extend(reversed(needs[name]))
    return list(found)


def _edited(asked: list[EditedConcept], framework: Framework) -> list[Concept]:
    known = {concept.id: concept for concept in framework.concepts}
    untitled = [number for number, edit in enumerate(asked) if edit.id not in known and edit.title is None]
    _refuse(FieldProblem(f"/concepts/{number}/title", "missing", "a new concept needs a title") for number in untitled)
    return [_concept(edit, known.get(edit.id)) for edit in asked]


def _concept(edit: EditedConcept, before: Concept | None) -> Concept:
    given: dict[str, Any] = edit.model_dump(exclude_none=True)
    if edit.hours is not None:
        given["hours"] = Hours(least=edit.hours, most=edit.hours)
    if before is None:
        return Concept.model_validate(given)
    if edit.prerequisites is not None:
        outside = set(before.outside_prerequisites)
        given["prerequisites"] = [name for name in edit.prerequisites if name not in outside]
        given["outside_prerequisites"] = [name for name in edit.prerequisites if name in outside]
    return before.model_copy(update=given)


def _removable(asked: list[str], framework: Framework) -> set[str]:
    known = {concept.id for concept in framework.concepts}
    _refuse(
        FieldProblem(f"/remove/{number}", "unknown_concept", f"{name} is no concept of this framework")
        for number, name in enumerate(asked)
        if name not in known
    )
    if known <= set(asked):
        _refuse([FieldProblem("/remove", "too_short", "no concept would be left")])
    return set(asked)


def _refuse(problems: Any) -> None:
    found = tuple(FieldProblem(POINTER + p.pointer, p.code, p.detail) for p in problems)
    if found:
        raise ValidationFailedError(found)
