"""Curricula as the API and files have them: the order to learn in, a tree of it, and what a reviewer may edit."""

from collections.abc import Mapping, Sequence
from typing import Any

Concept = Mapping[str, Any]
ARTIFACTS = ("tutorial", "resources", "quiz")
_NOT_FOR_EDITING = frozenset({"language", "description", "notes", "licence", "source", "hours", "round", "rounds"})
_KEPT_AS_IT_IS = frozenset({"summary", "time", "outside_prerequisites"})


def outline_of(document: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The part of a document that has concepts; None if there is none."""
    for part in (document, document.get("framework"), document.get("roadmap")):
        if isinstance(part, Mapping) and isinstance(part.get("concepts"), list):
            return part
    return None


def concepts_of(outline: Mapping[str, Any]) -> list[Concept]:
    """In the order in which they can be learnt; a finished roadmap has each concept beside its artifacts."""
    found = [item for item in outline["concepts"] if isinstance(item, Mapping)]
    return in_order(
        [{**item, **item["concept"]} if isinstance(item.get("concept"), Mapping) else item for item in found]
    )


def concept_id(concept: Concept) -> str:
    return str(concept.get("concept_id") or concept.get("id") or "")


def in_order(concepts: Sequence[Concept]) -> list[Concept]:
    """Each concept after its prerequisites, else as they came; what goes round in a circle comes last."""
    known = {concept_id(concept) for concept in concepts}
    ordered: list[Concept] = []
    done: set[str] = set()
    left = [*concepts]
    while left:
        ready = next((c for c in left if prerequisites(c, known) <= done), left[0])
        left.remove(ready)
        ordered.append(ready)
        done.add(concept_id(ready))
    return ordered


def prerequisites(concept: Concept, known: set[str]) -> set[str]:
    """Those among the known ones."""
    return {str(name) for name in concept.get("prerequisites") or []} & known - {concept_id(concept)}


def parents(ordered: Sequence[Concept]) -> dict[str, str]:
    """For a tree: each concept hangs on the latest of its prerequisites in its own section that stands before it."""
    found: dict[str, str] = {}
    before: dict[Any, list[str]] = {}
    for concept in ordered:
        neighbours = before.setdefault(concept.get("section"), [])
        near = [name for name in neighbours if name in prerequisites(concept, {*neighbours})]
        if near:
            found[concept_id(concept)] = near[-1]
        neighbours.append(concept_id(concept))
    return found


def for_editing(subject: Mapping[str, Any]) -> dict[str, Any]:
    """What is put into an editor: of a curriculum its bare structure, because what is left out stays as it is."""
    outline = outline_of(subject)
    if outline is None:
        return {**subject}
    concepts = as_edit(outline)["concepts"]
    return {
        "title": outline.get("title"),
        "concepts": [
            {name: value for name, value in concept.items() if name not in ("description", "source_urls")}
            for concept in concepts
        ],
    }


def as_edit(document: Mapping[str, Any]) -> dict[str, Any]:
    """The API's form of an edit, from a whole curriculum, too; a field it does not know is left for it to refuse."""
    outline = outline_of(document)
    if outline is None:
        return {**document}
    edit = {name: value for name, value in outline.items() if name not in _NOT_FOR_EDITING}
    return {**edit, "concepts": [_edited(concept) for concept in outline["concepts"]]}


def _edited(concept: Any) -> Any:
    if not isinstance(concept, Mapping):
        return concept
    kept = {name: value for name, value in concept.items() if name not in _KEPT_AS_IT_IS}
    if isinstance(kept.get("hours"), Mapping | None):
        kept.pop("hours", None)
    if "prerequisites" in kept:
        kept["prerequisites"] = [*kept["prerequisites"], *(concept.get("outside_prerequisites") or [])]
    return kept
