"""What a unit is told: enough to do its work without looking anywhere else."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict, Field

from chalicelib.task_types.learning_roadmap.artifacts import ArtifactKind, NamedConcept
from chalicelib.task_types.learning_roadmap.framework import Concept, Framework, Language
from chalicelib.task_types.learning_roadmap.graph import next_concepts
from chalicelib.task_types.learning_roadmap.preferences import Level

MOST_NEIGHBOURS = 8
LONGEST_EXCERPT = 1500


class Neighbour(NamedConcept):
    """Another concept of the roadmap, with the beginning of its text: where a quiz finds its wrong options."""

    place: int
    text: str = ""
    section: str | None = None
    time: str | None = None
    outside_prerequisites: list[str] = Field(default_factory=list)


class ConceptBrief(BaseModel):
    """One concept and its place in the roadmap."""

    model_config = ConfigDict(extra="forbid")

    roadmap: str
    language: Language
    level: Level
    concept: Concept
    place: int
    of: int
    prerequisites: list[NamedConcept] = Field(default_factory=list)
    next_concepts: list[NamedConcept] = Field(default_factory=list)
    sharing_text: list[str] = Field(default_factory=list)
    """Titles of the concepts that have the very same text: then it is about all of them."""
    neighbours: list[Neighbour] = Field(default_factory=list)
    not_before: list[str] = Field(default_factory=list)
    """Titles of concepts that must never be offered as no prerequisites: they are, directly or not."""


class Briefs:
    """Makes the briefs of a framework's concepts."""

    def __init__(self, framework: Framework, level: Level) -> None:
        self._framework = framework
        self._level = level
        self._by_id = {concept.id: concept for concept in framework.concepts}
        self._place = {concept.id: number for number, concept in enumerate(framework.concepts)}
        self._next = next_concepts(framework.prerequisites)

    def brief(self, concept: Concept, kind: ArtifactKind) -> ConceptBrief:
        quiz = kind == "quiz"
        return ConceptBrief(
            roadmap=self._framework.title,
            language=self._framework.language,
            level=self._level,
            concept=concept,
            place=self._place[concept.id] + 1,
            of=len(self._framework.concepts),
            prerequisites=self._named(concept.prerequisites),
            next_concepts=self._named(self._next[concept.id]),
            sharing_text=self._sharing_text(concept),
            neighbours=self._neighbours(concept) if quiz else [],
            not_before=[self._by_id[name].title for name in self._all_before(concept)] if quiz else [],
        )

    def _named(self, ids: Sequence[str]) -> list[NamedConcept]:
        return [NamedConcept(id=name, title=self._by_id[name].title) for name in ids]

    def _sharing_text(self, concept: Concept) -> list[str]:
        same = (c for c in self._framework.concepts if c.description and c.description == concept.description)
        return [other.title for other in same if other.id != concept.id]

    def _neighbours(self, concept: Concept) -> list[Neighbour]:
        """The nearest with another text first: a wrong option is the better, the closer it is."""
        here = self._place[concept.id]
        others = sorted(
            (other for other in self._framework.concepts if other.id != concept.id),
            key=lambda other: (
                other.description == concept.description,
                other.section != concept.section,
                abs(self._place[other.id] - here),
                self._place[other.id],
            ),
        )
        return [self._neighbour(other) for other in _with_different_texts(others)[:MOST_NEIGHBOURS]]

    def _neighbour(self, concept: Concept) -> Neighbour:
        return Neighbour(
            id=concept.id,
            title=concept.title,
            place=self._place[concept.id] + 1,
            text=excerpt(concept.description or concept.summary),
            section=concept.section,
            time=concept.time,
            outside_prerequisites=concept.outside_prerequisites,
        )

    def _all_before(self, concept: Concept) -> list[str]:
        before: dict[str, None] = {}
        open_ids = list(concept.prerequisites)
        while open_ids:
            name = open_ids.pop()
            if name not in before:
                before[name] = None
                open_ids.extend(self._by_id[name].prerequisites)
        return list(before)


def _with_different_texts(concepts: Sequence[Concept]) -> list[Concept]:
    """Those whose text nobody before them has come first."""
    seen: set[str] = set()
    fresh, again = list[Concept](), list[Concept]()
    for concept in concepts:
        (again if concept.description in seen else fresh).append(concept)
        seen.add(concept.description)
    return [*fresh, *again]


def excerpt(text: str) -> str:
    """The beginning, up to the last line that fits."""
    if len(text) <= LONGEST_EXCERPT:
        return text
    cut = text[:LONGEST_EXCERPT]
    return cut[: cut.rfind("\n")] if "\n" in cut else cut
