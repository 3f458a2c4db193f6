"""The tutorial of one concept: what it is about, the author's own explanation in order, and how to check oneself."""

import re

from chalicelib.task_types.learning_roadmap.artifacts import KeyTerm, SelfCheck, Tutorial, TutorialSection
from chalicelib.task_types.learning_roadmap.offline.material import Material
from chalicelib.task_types.learning_roadmap.offline.reading import read, sentences_of

MOST_OBJECTIVES, MOST_TERMS, MOST_CHECKS, MOST_TAKEAWAYS = 6, 8, 4, 5
WORDS_PER_MINUTE = 90
"""Text with code is read slowly."""
CHARACTERS_PER_MINUTE = 200
_SHOWN_TOPICS = 4


def tutorial(material: Material) -> Tutorial:
    concept = material.brief.concept
    sections = _sections(material)
    return Tutorial(
        title=concept.title,
        language=material.brief.language,
        summary=_summary(material),
        objectives=_objectives(material),
        sections=sections,
        key_terms=[KeyTerm(term=d.term.strip("`"), definition=d.sentence) for d in material.definitions[:MOST_TERMS]],
        takeaways=_takeaways(material),
        check_yourself=_checks(material),
        minutes=_minutes(" ".join(section.markdown for section in sections), material.brief.language),
        grounding=material.grounding(),
    )


def place_in_words(material: Material) -> str:
    """Where the concept stands, from the roadmap's own record."""
    brief, wording, concept = material.brief, material.wording, material.brief.concept
    form = wording.place_in_section if concept.section else wording.place
    told = [form.format(place=brief.place, of=brief.of, roadmap=brief.roadmap, section=concept.section)]
    if brief.prerequisites:
        told.append(wording.before.format(names=material.joined([named.title for named in brief.prerequisites])))
    if concept.outside_prerequisites:
        told.append(wording.outside.format(names=material.joined(concept.outside_prerequisites)))
    if not brief.prerequisites and not concept.outside_prerequisites:
        told.append(wording.no_prerequisites)
    if brief.next_concepts:
        told.append(wording.after.format(names=material.joined([named.title for named in brief.next_concepts])))
    if concept.time:
        told.append(wording.time.format(time=concept.time, hours=_hours(material)))
    return ("" if brief.language == "zh" else " ").join(told)


def _hours(material: Material) -> str:
    hours = material.brief.concept.hours
    if hours is None:
        return ""
    amount = f"{hours.least:g}" if hours.least == hours.most else f"{hours.least:g}–{hours.most:g}"
    return f"（约 {amount} 小时）" if material.brief.language == "zh" else f" (about {amount} hours)"


def _summary(material: Material) -> str:
    concept = material.brief.concept
    if concept.summary:
        return " ".join(concept.summary.split())
    if material.shared and not material.topics:
        return material.grounding().note
    if material.definitions:
        return material.definitions[0].sentence
    if material.statements:
        return material.statements[0].text
    return material.wording.only_entry.format(title=concept.title) if not material.topics else _topics_line(material)


def _topics_line(material: Material) -> str:
    heading = material.wording.topics_of_section.format(section=material.part)
    heading = heading if material.shared else material.wording.topics
    mark = "：" if material.brief.language == "zh" else ": "
    return f"{heading}{mark}{material.joined(material.topics)}"


def _objectives(material: Material) -> list[str]:
    wording = material.wording
    headings = [section.heading for section in material.reading.sections if section.heading]
    found = [wording.learn_heading.format(heading=heading) for heading in headings if not material.shared]
    found += [wording.learn_term.format(term=definition.term.strip("`")) for definition in material.definitions]
    if material.topics:
        found.append(wording.learn_topics.format(topics=material.joined(material.topics[:_SHOWN_TOPICS])))
    found = list(dict.fromkeys(found))[: MOST_OBJECTIVES - 1]
    return [*found, wording.learn_place.format(title=material.brief.concept.title)]


def _sections(material: Material) -> list[TutorialSection]:
    wording = material.wording
    found = [TutorialSection(heading=wording.where_it_stands, markdown=place_in_words(material))]
    for section in material.reading.sections:
        markdown = without_announcement("\n\n".join(block.markdown for block in section.blocks))
        heading = section.heading or (wording.what_is_known if material.shared else wording.explanation)
        found.append(TutorialSection(heading=heading, markdown=markdown))
    if material.topics:
        heading = wording.topics_of_section.format(section=material.part) if material.shared else wording.topics
        found.append(TutorialSection(heading=heading, markdown="\n".join(f"- {topic}" for topic in material.topics)))
    if len(found) == 1:
        only = material.brief.concept.summary or wording.only_entry.format(title=material.brief.concept.title)
        found.append(TutorialSection(heading=wording.what_is_known, markdown=only))
    return found


def without_announcement(markdown: str) -> str:
    """Without a last sentence that announces a list which is not there."""
    if not markdown.rstrip().endswith((":", "：")) or "\n" in markdown.strip():
        return markdown
    kept = sentences_of(markdown)[:-1]
    return " ".join(kept) or markdown


def _takeaways(material: Material) -> list[str]:
    """What defines the concept, then what each section says first."""
    found = [*(d.sentence for d in material.definitions), *_first_statements(material).values()]
    found += [sentence.text for sentence in material.statements]
    return list(dict.fromkeys(found))[:MOST_TAKEAWAYS]


def _checks(material: Material) -> list[SelfCheck]:
    wording = material.wording
    found = [
        SelfCheck(question=wording.what_is.format(term=d.term.strip("`")), answer=d.sentence)
        for d in material.definitions
    ]
    for heading, sentence in _first_statements(material).items():
        answer = wording.answer_in_section.format(heading=heading, sentence=sentence)
        found.append(SelfCheck(question=wording.explain.format(heading=heading), answer=answer))
    if material.topics:
        topics = wording.topic_check_answer.format(topics=material.joined(material.topics))
        found.append(SelfCheck(question=wording.topic_check, answer=topics))
    question = wording.prerequisite_check.format(title=material.brief.concept.title)
    return [*found[: MOST_CHECKS - 1], SelfCheck(question=question, answer=place_in_words(material))]


def _first_statements(material: Material) -> dict[str, str]:
    first: dict[str, str] = {}
    for sentence in material.statements:
        if sentence.heading:
            first.setdefault(sentence.heading, sentence.text)
    return first


def _minutes(markdown: str, language: str) -> int:
    prose = read(markdown).prose
    amount = (
        len(prose) / CHARACTERS_PER_MINUTE if language == "zh" else len(re.findall(r"\S+", markdown)) / WORDS_PER_MINUTE
    )
    return max(1, round(amount))
