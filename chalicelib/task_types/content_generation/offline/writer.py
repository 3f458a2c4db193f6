"""Writes the whole article from the reference text, or an outline when there is none."""

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.text.lexicon import lexicon_for
from chalicelib.task_types.content_generation.article import Article, ArticleSection
from chalicelib.task_types.content_generation.brief import Brief
from chalicelib.task_types.content_generation.drafts import Draft
from chalicelib.task_types.content_generation.offline.document import read_document
from chalicelib.task_types.content_generation.offline.framing import Voice, voice_for
from chalicelib.task_types.content_generation.offline.highlights import (
    make_key_points,
    make_summary,
    shortened,
)
from chalicelib.task_types.content_generation.offline.material import Material
from chalicelib.task_types.content_generation.offline.sections import Section, make_paragraphs, make_sections
from chalicelib.task_types.content_generation.offline.selection import TARGET_BY_LENGTH, select_sentences
from chalicelib.task_types.content_generation.offline.terms import Terms
from chalicelib.task_types.content_generation.offline.titles import Names, name_everything


def read_material(brief: Brief) -> Material | None:
    """None when there is no reference text, or nothing in it that could be quoted."""
    document = read_document(brief.reference_text)
    if not document.sentences:
        return None
    text = "\n".join(sentence.text for sentence in document.sentences)
    keywords = tuple(brief.keywords)
    return Material(document, lexicon_for(document.language, [brief.topic, *keywords], text), brief.topic, keywords)


def write_article(brief: Brief, material: Material) -> Draft:
    voice = voice_for(brief.tone, material.language)
    chosen = select_sentences(material, brief.length)
    sections = make_sections(material, chosen)
    names = name_everything(material, Terms(material, chosen), sections, voice)
    lead_in = voice.lead_in(_short_enough(names.lead_terms))
    summary = make_summary(material, chosen)
    article = Article(
        title=names.title,
        summary=_joined([shortened(material, at) for at in summary], material.language),
        language=material.language,
        sections=_sections(material, sections, names, lead_in),
        key_points=make_key_points(material, sections, summary),
        tags=list(names.tags),
    )
    return Draft(article, _grounding(brief, material, chosen, voice, lead_in))


def _sections(material: Material, sections: list[Section], names: Names, lead_in: str | None) -> list[ArticleSection]:
    made = []
    for section, heading in zip(sections, names.headings, strict=True):
        paragraphs = [
            _joined([material.sentences[at].text for at in paragraph], material.language)
            for paragraph in make_paragraphs(material, section)
        ]
        made.append(ArticleSection(heading=heading, paragraphs=paragraphs))
    if lead_in and made:
        made[0].paragraphs.insert(0, lead_in)
    return made


def _short_enough(terms: tuple[str, ...]) -> tuple[str, ...]:
    """A lead-in names a handful of things; long headings of the source would make it unreadable."""
    return terms if len(terms) <= 6 and all(len(term) <= 28 for term in terms) else ()


def _joined(sentences: list[str], language: str) -> str:
    return ("" if language == "zh" else " ").join(sentences)


def _grounding(brief: Brief, material: Material, chosen: list[int], voice: Voice, lead_in: str | None) -> JsonObject:
    grounding: JsonObject = {
        "mode": "extractive",
        "style": voice.style,
        "source_sentences": len(material.sentences),
        "used_sentences": [index + 1 for index in chosen],
        "source_words": sum(material.lengths),
        "used_words": sum(material.lengths[at] for at in chosen),
        "target_words": TARGET_BY_LENGTH[material.language][brief.length],
        "framing": [lead_in] if lead_in else [],
    }
    if brief.language and brief.language != material.language:
        grounding["language_note"] = (
            f"Requested was {brief.language}; the reference text is in {material.language}. The offline writer does "
            f"not translate, so the article is in {material.language}."
        )
    return grounding
