"""A supplied framework becomes the workflow's own: checked, tidied, in learning order."""

import re

from chalicelib.domain.errors import FieldProblem, ValidationFailedError
from chalicelib.domain.text.language import detect_language
from chalicelib.task_types.learning_roadmap.curriculum_checks import graph_problems
from chalicelib.task_types.learning_roadmap.effort import Hours, hours_of
from chalicelib.task_types.learning_roadmap.framework import (
    Concept,
    Framework,
    Language,
    SuppliedConcept,
    SuppliedFramework,
)

_NOTHING = re.compile(r"(?:none|no|n/?a|-+|–|—|无|没有)?\.?", re.IGNORECASE)
_SAMPLE = 20_000


def framework_of(given: SuppliedFramework, language: Language | None, *, pointer: str) -> Framework:
    """Raises ValidationFailedError for a concept that is there twice and for a cycle; `pointer` is its place."""
    framework = Framework(
        title=given.title or given.roadmap or given.concepts[0].title,
        language=language or given.language or language_of(given),
        description=given.description or "",
        concepts=_concepts(given),
        licence=given.licence,
        source=given.source_repo,
    )
    problems = tuple(FieldProblem(pointer + p.pointer, p.code, p.detail) for p in graph_problems(framework))
    if problems:
        raise ValidationFailedError(problems)
    return _with_notes(framework.in_learning_order())


def language_of(given: SuppliedFramework) -> Language:
    text = " ".join(f"{concept.title} {concept.description}" for concept in given.concepts)
    return "zh" if detect_language(text[:_SAMPLE]) == "zh" else "en"


def is_table_row(text: str, title: str) -> bool:
    """Some curricula repeat the row of their table in place of a text: `Title | 5 weeks | …`."""
    return text.count("|") >= 2 and "\n" not in text.strip() and text.strip().lower().startswith(title.lower())


def _concepts(given: SuppliedFramework) -> list[Concept]:
    titles_by_id = {concept.id: concept.title for concept in given.concepts}
    return [_concept(concept, set(titles_by_id)) for concept in given.concepts]


def _concept(given: SuppliedConcept, known: set[str]) -> Concept:
    described = "" if is_table_row(given.description, given.title) else given.description.strip()
    inside = [name for name in dict.fromkeys(given.prerequisites) if name in known]
    outside = [name for name in dict.fromkeys(given.prerequisites) if name not in known]
    in_words = (given.prerequisites_text or "").strip()
    if not inside and not _NOTHING.fullmatch(in_words):
        outside.append(in_words)
    hours = Hours(least=given.hours, most=given.hours) if given.hours else hours_of(given.duration, given.effort)
    time = ", ".join(words.strip() for words in (given.duration, given.effort) if words and not _empty(words))
    return Concept(
        id=given.id,
        title=given.title,
        description=described,
        summary=(given.blurb or "").strip(),
        section=(given.section or "").strip() or None,
        prerequisites=inside,
        outside_prerequisites=outside,
        hours=hours,
        time=time or None,
        source_urls=list(dict.fromkeys(given.source_urls)),
    )


def _empty(words: str) -> bool:
    return _NOTHING.fullmatch(words.strip()) is not None


def _with_notes(framework: Framework) -> Framework:
    outside = {c.title: c.outside_prerequisites for c in framework.concepts if c.outside_prerequisites}
    without_text = [concept.title for concept in framework.concepts if not concept.description and not concept.summary]
    zh, notes = framework.language == "zh", list(framework.notes)
    if outside:
        listed = "; ".join(f"{title}: {', '.join(names)}" for title, names in outside.items())
        notes.append(f"以下先修内容不在本路线图中：{listed}" if zh else f"Prerequisites outside this roadmap: {listed}")
    if without_text:
        listed = ", ".join(without_text)
        notes.append(f"以下概念没有自己的文字：{listed}" if zh else f"Concepts without a text of their own: {listed}")
    return framework.model_copy(update={"notes": notes})
