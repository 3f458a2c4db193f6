"""Topics with real reference texts, where there is such a collection: each becomes an article in its language."""

from __future__ import annotations

import json
import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from infrastructure.local.settings import PROJECT
from tests.e2e.conftest import Command
from tests.e2e.tasks import Json

TOPICS = Path(os.environ.get("SAMPLE_TOPICS", PROJECT.parent / "shared" / "data" / "content" / "topics.json"))
"""A JSON list of {id, lang, topic, keywords, reference_text}."""
ACCOUNT_BY_LANGUAGE = {"zh": "49", "en": "50"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")
COMMANDS_AT_ONCE = 3
MOST_FOREIGN = 0.3
"""Of the characters: names of products and people stay as they are."""


@pytest.mark.skipif(not TOPICS.exists(), reason="no collection of topics; name one with SAMPLE_TOPICS")
def test_every_topic_of_the_collection_becomes_an_article_in_its_language(
    command_line: Command, tmp_path: Path
) -> None:
    topics: list[Json] = json.loads(TOPICS.read_text(encoding="utf-8"))
    assert {topic["lang"] for topic in topics} == {"zh", "en"}

    def generate(topic: Json) -> Json:
        source = tmp_path / f"{topic['id']}.txt"
        source.write_text(topic["reference_text"], encoding="utf-8")
        keywords = [word for keyword in topic["keywords"] for word in ("-k", keyword)]
        account = ACCOUNT_BY_LANGUAGE[topic["lang"]]
        asked = ("content", "generate", "-a", account, "-t", topic["topic"], "--source", str(source), *keywords)
        done = command_line("--json", *asked)
        assert done.returncode == 0, f"{topic['id']}: {done.stderr}"
        document: Json = json.loads(done.stdout)
        article: Json = document["result"]["article"]
        return article

    with ThreadPoolExecutor(COMMANDS_AT_ONCE) as people:
        articles = list(people.map(generate, topics))

    for topic, article in zip(topics, articles, strict=True):
        _check(topic, article)


def _check(topic: Json, article: Json) -> None:
    text = "".join(paragraph for section in article["sections"] for paragraph in section["paragraphs"])
    assert article["title"].strip()
    assert article["summary"].strip()
    assert article["key_points"]
    assert all(section["heading"].strip() for section in article["sections"])
    assert len(text) > 100, topic["id"]
    assert article["language"] == topic["lang"]
    chinese_share = len(CHINESE.findall(text)) / len(text)
    assert (chinese_share > MOST_FOREIGN) == (topic["lang"] == "zh"), topic["id"]
