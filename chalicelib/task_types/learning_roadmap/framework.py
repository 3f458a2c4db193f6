"""A roadmap's framework: its concepts and what each of them needs, as supplied and as the workflow keeps it."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from chalicelib.task_types.learning_roadmap.effort import Hours
from chalicelib.task_types.learning_roadmap.graph import learning_order

Language = Literal["zh", "en"]
MOST_CONCEPTS = 200
LONGEST_TEXT = 60_000
ConceptId = Annotated[str, StringConstraints(pattern="^[A-Za-z0-9_.:\u00c0-\u024f\u3400-\u9fff-]{1,100}$")]
"""Stands in addresses and in the names of units."""
_Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=r"\S")]
_Words = Annotated[str, StringConstraints(max_length=500)]
_Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]


class SuppliedConcept(BaseModel):
    """One concept as a caller gives it; fields of other tools are ignored."""

    model_config = ConfigDict(extra="ignore")

    id: ConceptId
    title: _Line
    description: _Text = Field(default="", description="The concept's own text, plain or Markdown.")
    prerequisites: list[_Line] = Field(
        default_factory=list,
        max_length=MOST_CONCEPTS,
        description="Ids of other concepts; what is no id here is kept as an outside prerequisite.",
    )
    section: _Words | None = None
    hours: Annotated[float, Field(gt=0, le=10_000, allow_inf_nan=False)] | None = None
    source_urls: list[Annotated[str, StringConstraints(max_length=2000)]] = Field(default_factory=list, max_length=100)
    blurb: Annotated[str, StringConstraints(max_length=2000)] | None = Field(
        default=None, description="The concept in a sentence or two."
    )
    duration: _Words | None = Field(default=None, description='Read for hours: "14 weeks".')
    effort: _Words | None = Field(default=None, description='Read for hours: "6-10 hours/week".')
    prerequisites_text: _Words | None = Field(default=None, description="Prerequisites in the curriculum's own words.")


class SuppliedFramework(BaseModel):
    """An existing curriculum, to be filled with tutorials, resources and quizzes."""

    model_config = ConfigDict(extra="ignore")

    title: _Words | None = None
    roadmap: _Words | None = Field(default=None, description="Another name for the title.")
    language: Language | None = None
    description: _Text | None = None
    licence: _Words | None = None
    source_repo: _Words | None = Field(default=None, description="Where it comes from; kept with the roadmap.")
    concepts: list[SuppliedConcept] = Field(min_length=1, max_length=MOST_CONCEPTS)


class Concept(BaseModel):
    """A concept of a framework that was checked."""

    model_config = ConfigDict(extra="forbid")

    id: ConceptId
    title: _Line
    description: _Text = ""
    summary: str = ""
    section: str | None = None
    prerequisites: list[str] = Field(default_factory=list)
    """All of them are concepts of the same framework."""
    outside_prerequisites: list[str] = Field(default_factory=list)
    hours: Hours | None = None
    time: str | None = None
    """In the curriculum's own words."""
    source_urls: list[str] = Field(default_factory=list)


class Framework(BaseModel):
    """Concepts in the order in which they are learned."""

    model_config = ConfigDict(extra="forbid")

    title: str
    language: Language
    description: str = ""
    concepts: list[Concept] = Field(min_length=1, max_length=MOST_CONCEPTS)
    notes: list[str] = Field(default_factory=list)
    """What a reader should know about how it came to be."""
    licence: str | None = None
    source: str | None = None

    @property
    def prerequisites(self) -> dict[str, list[str]]:
        return {concept.id: concept.prerequisites for concept in self.concepts}

    @property
    def hours(self) -> Hours | None:
        """Of the concepts that name them; None where none does."""
        known = [concept.hours for concept in self.concepts if concept.hours]
        if not known:
            return None
        return Hours(least=round(sum(h.least for h in known), 1), most=round(sum(h.most for h in known), 1))

    def in_learning_order(self) -> "Framework":
        by_id = {concept.id: concept for concept in self.concepts}
        return self.model_copy(update={"concepts": [by_id[name] for name in learning_order(self.prerequisites)]})
