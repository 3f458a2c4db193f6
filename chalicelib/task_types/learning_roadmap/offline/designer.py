"""Makes a curriculum from the text that was given: its headings, or what it defines. It knows no subject of its own."""

import re

from chalicelib.domain.errors import MissingFrameworkError
from chalicelib.domain.json_types import JsonObject
from chalicelib.task_types.learning_roadmap.artifacts import BLANK
from chalicelib.task_types.learning_roadmap.designing import DesignBrief, Intent
from chalicelib.task_types.learning_roadmap.framework import Concept, Framework
from chalicelib.task_types.learning_roadmap.offline.chapters import Chapter, chapters
from chalicelib.task_types.learning_roadmap.offline.comments import obeyed
from chalicelib.task_types.learning_roadmap.offline.definitions import definitions, key_of
from chalicelib.task_types.learning_roadmap.offline.reading import Reading, read
from chalicelib.task_types.learning_roadmap.offline.terms import kind_of

MOST_KEY_TERMS = 20
_DEFAULT_LIMIT = 60


def intent(brief: DesignBrief) -> JsonObject:
    """What was asked for, and the terms that the text itself brings up."""
    wishes = brief.preferences
    reading = read(wishes.source_text or "")
    topic = wishes.topic or wishes.goal or _title(wishes.source_text or "") or "?"
    return Intent(
        topic=topic,
        goal=wishes.goal or topic,
        language=brief.language,
        level=wishes.level,
        hours_available=wishes.hours_available,
        key_terms=_key_terms(reading),
    ).model_dump(mode="json")


def framework(brief: DesignBrief) -> JsonObject:
    """Raises MissingFrameworkError where neither text nor draft has anything to make a curriculum of."""
    limit = brief.preferences.max_concepts or _DEFAULT_LIMIT
    draft = brief.draft or _from_text(brief, limit)
    made = obeyed(draft, brief.comments, limit)
    return made.model_dump(mode="json", exclude_none=True)


def _from_text(brief: DesignBrief, limit: int) -> Framework:
    source = brief.preferences.source_text or ""
    found = chapters(source, limit)
    if not found:
        raise MissingFrameworkError(
            "the offline provider makes a curriculum of a text's headings and definitions, and found none: supply a "
            "framework, a structured preferences.source_text, or choose a model provider"
        )
    topic = brief.intent.topic if brief.intent else brief.preferences.topic
    return Framework(
        title=topic or _title(source) or found[0].title,
        language=brief.language,
        concepts=_concepts(found),
        notes=[_note(brief.language)],
    )


def _concepts(found: list[Chapter]) -> list[Concept]:
    """One builds on an earlier one whose subject its text names."""
    concepts: list[Concept] = []
    used: set[str] = set()
    for chapter in found:
        needs = [earlier.id for earlier in concepts if _names(chapter.text, earlier.title)]
        concepts.append(
            Concept(
                id=_fresh_id(chapter.title, used),
                title=chapter.title,
                description=chapter.text,
                section=chapter.part,
                prerequisites=needs,
            )
        )
    return concepts


def _names(text: str, title: str) -> bool:
    if title.isascii():
        words = re.escape(title.lower().rstrip("s"))
        return len(title) > 2 and re.search(rf"\b{words}s?\b", text.lower()) is not None
    return len(title) > 1 and title in text


def _fresh_id(title: str, used: set[str]) -> str:
    stem = re.sub(r"[^A-Za-z0-9\u00c0-\u024f\u3400-\u9fff]+", "-", title.lower()).strip("-")[:60] or "concept"
    name, number = stem, 1
    while name in used:
        number += 1
        name = f"{stem}-{number}"
    used.add(name)
    return name


def _key_terms(reading: Reading) -> list[str]:
    defined = [definition.term.strip("`") for definition in definitions(reading.sentences, BLANK)]
    marked = [term.strip("`") for term in reading.marked if kind_of(term)]
    by_key = {key_of(term): term for term in reversed([*defined, *marked])}
    return list(reversed(by_key.values()))[:MOST_KEY_TERMS]


def _title(source: str) -> str | None:
    match = re.search(r"^#\s+(.+)$", source, re.MULTILINE)
    return match.group(1).strip()[:300] if match else None


def _note(language: str) -> str:
    if language == "zh":
        return "课程框架由所给文字的标题和定义得出；一个概念的文字提到更早的概念时，后者列为先修。"
    return (
        "The curriculum follows the headings and definitions of the given text; an earlier concept that a later one's "
        "text names is its prerequisite."
    )
