"""The natural name of the topic, the title, the headings and the tags."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.domain.text.language import count_words, detect_language
from chalicelib.domain.text.lexicon import compact
from chalicelib.task_types.content_generation.offline.framing import Voice
from chalicelib.task_types.content_generation.offline.material import Material
from chalicelib.task_types.content_generation.offline.sections import Section
from chalicelib.task_types.content_generation.offline.terms import Terms

_SPEAKING_TOPIC = {"zh": 9, "en": 4}
_HAS_AND = re.compile(r"\band\b|[,、和与及]")
_SHORT_OPENING = 7
_WEAKEST_SECOND = 0.45
_MOST_TAGS = 6
_LONGEST_NAME = {"zh": 12, "en": 6}


@dataclass(frozen=True)
class Names:
    topic: str
    title: str
    headings: tuple[str, ...]
    lead_terms: tuple[str, ...]
    tags: tuple[str, ...]


def name_everything(material: Material, terms: Terms, sections: Sequence[Section], voice: Voice) -> Names:
    chosen = [at for section in sections for at in section.sentences]
    topic = topic_name(material, chosen)
    headings, lead_terms = _headings(terms, sections, voice, topic=topic)
    title = _title(material, voice, topic, lead_terms or terms.best(chosen, limit=2, without=[topic]))
    return Names(topic, title, tuple(headings), tuple(lead_terms), _tags(material, terms, chosen, topic))


def _title(material: Material, voice: Voice, topic: str, lead_terms: Sequence[str]) -> str:
    """The topic and what the article begins and ends with; a topic that is a title already stays as it is."""
    speaks_for_itself = count_words(topic, material.language) >= _SPEAKING_TOPIC[material.language]
    if speaks_for_itself or material.document.is_structured:
        return topic
    named = dict.fromkeys([*lead_terms[:1], *lead_terms[-1:]])
    return voice.title(topic, [term for term in named if not _HAS_AND.search(term)])


def topic_name(material: Material, chosen: Sequence[int]) -> str:
    """The topic as given, or its name in the language of the text when it was given in another one."""
    if detect_language(material.topic) == material.language or not chosen:
        return material.topic
    given = [term for term in material.keywords if detect_language(term) == material.language]
    opening = material.sentences[chosen[0]].text
    for term in given:
        if opening.startswith(term) and count_words(term, material.language) <= _LONGEST_NAME[material.language]:
            return term
    subject = [phrase for phrase in material.lexicon.phrases(opening) if opening.startswith(phrase)]
    if subject:
        return max(subject, key=len)
    words = Counter(word for at in chosen for word in material.lexicon.words(material.sentences[at].text))
    return max(words, key=lambda word: (words[word], len(word))) if words else material.topic


def _headings(terms: Terms, sections: Sequence[Section], voice: Voice, *, topic: str) -> tuple[list[str], list[str]]:
    headings: list[str] = []
    lead_terms: list[str] = []
    used = [topic]
    follows_source = any(section.source_heading for section in sections)
    for position, section in enumerate(sections):
        if section.source_heading:
            heading = section.source_heading
            lead_terms.append(heading)
        elif follows_source and len(section.sentences) <= _SHORT_OPENING:
            heading = voice.opening_heading
        else:
            names = _section_terms(terms, section, used)
            used.extend(names)
            lead_terms.extend(term for term in names[:1] if not _HAS_AND.search(term))
            heading = voice.heading(names, position=position, count=len(sections)) if names else topic
        headings.append(_unique(_capitalised(heading), headings, voice.language))
    return headings, lead_terms


def _section_terms(terms: Terms, section: Section, used: Sequence[str]) -> list[str]:
    """One from how the section begins and one from how it goes on."""
    half = max(1, (len(section.sentences) + 1) // 2)
    first = terms.best(section.sentences[:half], limit=1, without=used)
    if first and _HAS_AND.search(first[0]):
        return first
    second = terms.best(section.sentences[half:], limit=2, without=[*used, *first])
    return first + [term for term in second if _fits_beside(terms, term, first)][:1]


def _fits_beside(terms: Terms, term: str, first: Sequence[str]) -> bool:
    if _HAS_AND.search(term):
        return False
    return not first or terms.strength(term) >= terms.strength(first[0]) * _WEAKEST_SECOND


def _unique(heading: str, others: Sequence[str], language: str) -> str:
    if heading not in others:
        return heading
    more = "（续）" if language == "zh" else " (continued)"
    return _unique(heading + more, others, language)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:] if text[1:2].islower() or text[1:2] in (" ", "-", "") else text


def _tags(material: Material, terms: Terms, chosen: Sequence[int], topic: str) -> tuple[str, ...]:
    text = " ".join(material.sentences[at].text for at in chosen).lower()
    given = [
        term
        for term in material.keywords
        if term.lower() in text and not compact(term).isdigit() and material.lexicon.is_term(term)
    ]
    short = [term for term in given if count_words(term, material.language) <= _LONGEST_NAME[material.language]]
    tags: dict[str, str] = {}
    for tag in [topic, *short, *terms.best(chosen, limit=_MOST_TAGS, without=[topic, *short])]:
        tags.setdefault(compact(tag), tag)
    return tuple(tags.values())[:_MOST_TAGS]
