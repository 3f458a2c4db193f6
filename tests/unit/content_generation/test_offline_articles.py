"""What every article of the offline writer promises, on invented texts and, where present, on real ones."""

import re
from functools import cache
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.text.language import count_words, detect_language
from chalicelib.domain.text.sentences import split_sentences
from chalicelib.task_types.content_generation.article import Article
from chalicelib.task_types.content_generation.brief import Brief
from chalicelib.task_types.content_generation.drafts import Draft
from chalicelib.task_types.content_generation.offline.outline import write_outline
from chalicelib.task_types.content_generation.offline.selection import OVERRUN, TARGET_BY_LENGTH
from chalicelib.task_types.content_generation.offline.writer import read_material, write_article
from tests.examples import examples
from tests.unit.content_generation.samples import BRIDGE, CAVE, GUIDE, sample_profiles, sample_topics

OWN_TOPICS: list[JsonObject] = [
    {"id": "cave", "topic": "溪石洞", "keywords": ["钟乳石", "地下河"], "lang": "zh", "reference_text": CAVE},
    {"id": "bridge", "topic": "Marlow footbridge", "keywords": ["larch"], "lang": "en", "reference_text": BRIDGE},
    {"id": "guide", "topic": "Writing notes", "keywords": [], "lang": "en", "reference_text": GUIDE},
]
TONES: list[tuple[str, ...]] = [(), ("friendly",), ("专业",), ("幽默",), ("concise",)]
MARKUP = re.compile(r"\*\*|__|\]\(|https?://|```|^#|^[-*+] |\[\d+\]|\[citation|[（(]\s*[)）]|</?\w+>|&\w+;")
LONGEST_GAP = 600
EVERY_TOPIC = pytest.mark.parametrize(
    "topic",
    [
        *(pytest.param(topic, id=topic["id"]) for topic in OWN_TOPICS),
        *(pytest.param(topic, id=topic["id"], marks=pytest.mark.slow) for topic in sample_topics()),
    ],
)
EVERY_LENGTH = pytest.mark.parametrize("length", ["short", "medium", "long"])


def written(topic: JsonObject, length: str = "medium", tone: tuple[str, ...] = ()) -> Draft:
    return written_from(brief_of(topic, length, tone))


def brief_of(topic: JsonObject, length: str = "medium", tone: tuple[str, ...] = ()) -> Brief:
    return Brief(
        topic=topic["topic"],
        keywords=tuple(topic["keywords"]),
        reference_text=topic["reference_text"],
        length=length,
        language=topic["lang"],
        tone=tone,
    )


@cache
def written_from(brief: Brief) -> Draft:
    """Written once for all tests that look at it."""
    return written_anew(brief)


def written_anew(brief: Brief) -> Draft:
    material = read_material(brief)
    assert material is not None
    return write_article(brief, material)


def paragraphs_of(article: Article) -> list[str]:
    return list(chain.from_iterable(section.paragraphs for section in article.sections))


def bare(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


def statements_of(draft: Draft) -> list[str]:
    framing = set(draft.grounding["framing"])
    told = [paragraph for paragraph in paragraphs_of(draft.article) if paragraph not in framing]
    return [sentence for paragraph in told for sentence in split_sentences(paragraph)]


def without_markup(source: str) -> str:
    """What a reader sees of Markdown, roughly, and independently of the writer's own reading."""
    links = r"\]\((?:[^()]|\([^()]*\))*\)"
    seen = re.sub(
        links + r"|```.*?```|\[[^\]]{0,25}(?:needed|引证)\]|[`*_>#|]|^\s*[-+] ", "", source, flags=re.S | re.M
    )
    empty = r"[（(](?:学名|德语|或|见左图)?[：:\s']*[)）]"
    return bare(re.sub(r"\[\d+\]|" + empty, "", seen))


@EVERY_TOPIC
@EVERY_LENGTH
def test_every_statement_stands_in_the_reference(topic: JsonObject, length: str) -> None:
    source = without_markup(topic["reference_text"])

    for statement in statements_of(written(topic, length)):
        assert _stands_in(source, [bare(piece) for piece in re.split(r"[^\w\s]+", statement)]), statement


def _stands_in(source: str, pieces: list[str]) -> bool:
    """One piece after the other, with nothing but brackets and marks of the source left out between them."""
    starts = [match.start() for match in re.finditer(re.escape(pieces[0]), source)]
    return any(_follow(source, start, pieces) for start in starts)


def _follow(source: str, start: int, pieces: list[str]) -> bool:
    for piece in pieces:
        found = source.find(piece, start)
        if not 0 <= found - start <= LONGEST_GAP:
            return False
        start = found + len(piece)
    return True


@EVERY_TOPIC
@EVERY_LENGTH
def test_nothing_is_said_twice(topic: JsonObject, length: str) -> None:
    draft = written(topic, length)

    statements = [bare(statement) for statement in statements_of(draft)]
    assert len(set(statements)) == len(statements)
    headings = [bare(section.heading) for section in draft.article.sections]
    assert len(set(headings)) == len(headings)
    assert len(set(draft.article.key_points)) == len(draft.article.key_points)
    assert len({bare(tag) for tag in draft.article.tags}) == len(draft.article.tags)


@EVERY_TOPIC
@EVERY_LENGTH
def test_no_markup_is_left(topic: JsonObject, length: str) -> None:
    article = written(topic, length).article

    for text in [article.title, article.summary, *paragraphs_of(article), *article.key_points, *article.tags]:
        assert not MARKUP.search(text), text
        assert text == text.strip()
        assert "  " not in text


@EVERY_TOPIC
@EVERY_LENGTH
def test_the_length_stays_within_its_bounds(topic: JsonObject, length: str) -> None:
    draft = written(topic, length)

    words = sum(count_words(statement, draft.article.language) for statement in statements_of(draft))
    assert 0 < words <= TARGET_BY_LENGTH[draft.article.language][length] * OVERRUN
    assert draft.grounding["used_words"] == words
    assert draft.grounding["used_words"] <= draft.grounding["source_words"]


@EVERY_TOPIC
@pytest.mark.parametrize("tone", TONES, ids=lambda tone: tone[0] if tone else "neutral")
def test_the_parts_are_complete_in_every_tone(topic: JsonObject, tone: tuple[str, ...]) -> None:
    article = written(topic, tone=tone).article

    assert article.language == topic["lang"]
    assert detect_language(article.summary) == topic["lang"]
    assert all(section.heading and section.paragraphs for section in article.sections)
    assert all(len(section.heading) <= 80 for section in article.sections)
    assert 2 <= len(article.key_points) <= 5 or len(split_sentences(topic["reference_text"])) < 6
    assert 1 <= len(article.tags) <= 6
    assert article.summary


@EVERY_TOPIC
def test_no_section_and_no_key_point_begins_in_the_middle_of_a_thought(topic: JsonObject) -> None:
    draft = written(topic, "short")
    framing = set(draft.grounding["framing"])

    openings = [
        next(paragraph for paragraph in section.paragraphs if paragraph not in framing)
        for section in draft.article.sections
    ]
    dangling = re.compile(r"^(?:However\b|Therefore\b|This\b|These\b|Such\b|But\b|此外|然而|因此|但是|这些|该)")
    for text in [*openings, *draft.article.key_points, draft.article.summary]:
        assert not dangling.search(text), text


@EVERY_TOPIC
def test_the_same_brief_gives_the_same_article(topic: JsonObject) -> None:
    assert written(topic) == written_anew(brief_of(topic))


@pytest.mark.parametrize("profile", sample_profiles(), ids=lambda profile: str(profile["id"]))
def test_every_real_account_gets_its_article(profile: JsonObject) -> None:
    tone = tuple(profile["tone"] or ())

    for topic in OWN_TOPICS:
        assert written(topic, tone=tone).article.sections


def test_citation_marks_and_empty_brackets_are_gone_and_spacing_is_even() -> None:
    text = " ".join(paragraphs_of(written(OWN_TOPICS[0]).article))

    assert "溪石洞位于青河县南部的山谷中，距县城 20 公里。溪石洞于 1993 年被发现，1994 年对游人开放。" in text


def test_a_connective_stays_behind_the_sentence_it_continues() -> None:
    paragraphs = paragraphs_of(written(OWN_TOPICS[1]).article)

    text = next(paragraph for paragraph in paragraphs if "However" in paragraph)
    assert "In 1957 a flood destroyed the middle span. However, the span was rebuilt within a year." in text


def test_headings_of_the_source_become_sections_and_link_lists_and_code_go() -> None:
    article = written(OWN_TOPICS[2]).article

    assert [section.heading for section in article.sections] == ["At a glance", "Sentences", "Words to prefer"]
    everything = article.model_dump_json()
    assert "never quoted" not in everything
    assert "Clear prose" not in everything
    assert "help (instead of “facilitate”)" in everything


def test_tone_changes_the_framing_but_no_statement() -> None:
    drafts = [written(OWN_TOPICS[1], tone=tone) for tone in TONES]

    assert len({tuple(statements_of(draft)) for draft in drafts}) == 1
    assert len({draft.article.title + draft.article.sections[0].heading for draft in drafts}) >= 3


def test_a_reference_in_another_language_is_not_translated_and_that_is_said() -> None:
    brief = Brief(topic="Cave", reference_text=CAVE, language="en")
    material = read_material(brief)
    assert material is not None

    draft = write_article(brief, material)

    assert draft.article.language == "zh"
    assert "does not translate" in draft.grounding["language_note"]
    assert draft.article.title.startswith("溪石洞")


@pytest.mark.parametrize("source", ["", "   \n", "```\ncode\n```", "![picture](a.png)", "https://example.org", "..."])
def test_a_source_without_sentences_is_no_material(source: str) -> None:
    assert read_material(Brief(topic="x", reference_text=source)) is None


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("keywords", [(), ("larch", "flood")])
def test_without_material_an_outline_asks_instead_of_telling(language: str, keywords: tuple[str, ...]) -> None:
    draft = write_outline(Brief(topic="Esk", language=language, keywords=keywords, audience="walkers"))

    assert draft.grounding["mode"] == "outline"
    assert draft.article.language == language
    assert "Esk" in draft.article.title
    assert any("walkers" in paragraph for paragraph in paragraphs_of(draft.article))
    assert all(any(keyword in paragraph for paragraph in paragraphs_of(draft.article)) for keyword in keywords)


@pytest.mark.parametrize("topic", ["{topic}", "{0}", "%s", "{", "x" * 300])
def test_odd_topics_are_taken_literally(topic: str) -> None:
    assert topic in write_outline(Brief(topic=topic, keywords=("{keyword}",))).article.title


@pytest.mark.slow
def test_a_very_long_reference_is_written_from_in_reasonable_time() -> None:
    lines = [
        f"Fact number {at} says that river {at % 97} carries {at * 3} boats to town {at % 31}." for at in range(2600)
    ]
    source = " ".join(lines)
    assert len(source) < 200_000

    draft = written({"topic": "Rivers", "keywords": [], "lang": "en", "reference_text": source}, "long")

    assert draft.grounding["source_sentences"] == 2600
    assert draft.grounding["used_words"] <= 800 * OVERRUN


@settings(max_examples=examples(60), deadline=None)
@given(
    source=st.text(max_size=600) | st.lists(st.sampled_from([*CAVE, *BRIDGE.split(), "\n", "# ", "- "])).map("".join),
    topic=st.text(min_size=1, max_size=40),
    length=st.sampled_from(["short", "medium", "long"]),
)
def test_any_text_gives_an_article_or_no_material(source: str, topic: str, length: str) -> None:
    brief = Brief(topic=topic, reference_text=source, length=length)
    material = read_material(brief)

    if material is not None:
        assert write_article(brief, material).article.sections
