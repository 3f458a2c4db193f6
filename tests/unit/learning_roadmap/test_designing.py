"""Curricula from a text alone, and what rules make of a reviewer's comments."""

from typing import Any

import pytest

from chalicelib.domain.errors import MissingFrameworkError
from chalicelib.domain.json_types import JsonObject
from chalicelib.task_types.learning_roadmap.designing import DesignBrief
from chalicelib.task_types.learning_roadmap.offline import designer
from tests.unit.learning_roadmap.samples import ENGLISH, framework

CHAPTERS = """# Sailing

## 1. Introduction

Welcome to the book.

## 2. Hull

A hull is a watertight body that floats.

### Keel

The keel runs along it.

## 3. Sail

Sails are sheets of cloth. A sail pulls the hull along.

```
## not a heading
```
"""
CHINESE_TEXT = "变量是用来保存数据的名称。它可以重新赋值。\n\n列表是一种可变的有序集合。列表的元素可以存放在变量中。"


def designed(source_text: str = "", language: str = "en", **fields: Any) -> JsonObject:
    preferences = {"source_text": source_text, **fields.pop("preferences", {})}
    brief = {"artifact": "curriculum_design", "language": language, "preferences": preferences, **fields}
    return designer.framework(DesignBrief.model_validate(brief))


def test_headings_become_concepts_and_named_ones_prerequisites() -> None:
    made = designed(CHAPTERS)
    assert [(c["id"], c["title"], c["prerequisites"]) for c in made["concepts"]] == [
        ("hull", "Hull", []),
        ("keel", "Keel", []),
        ("sail", "Sail", ["hull"]),
    ]
    assert "not a heading" in made["concepts"][2]["description"]
    assert "headings and definitions" in made["notes"][0]


def test_a_limit_takes_the_coarser_chapters_with_all_their_text() -> None:
    made = designed(CHAPTERS, preferences={"max_concepts": 2})
    assert [c["title"] for c in made["concepts"]] == ["Hull", "Sail"]
    assert "## Keel" in made["concepts"][0]["description"]


def test_without_headings_definitions_open_the_concepts() -> None:
    made = designed(CHINESE_TEXT, "zh")
    assert [(c["title"], c["prerequisites"]) for c in made["concepts"]] == [("变量", []), ("列表", ["变量"])]
    assert made["concepts"][0]["description"] == "变量是用来保存数据的名称。它可以重新赋值。"


def test_a_text_without_either_is_refused_with_a_way_out() -> None:
    with pytest.raises(MissingFrameworkError, match="found none: supply a framework"):
        designed("Nothing much happens here. We walked on.")


def test_the_intent_names_the_terms_of_the_text() -> None:
    brief = DesignBrief.model_validate(
        {"artifact": "intent_analysis", "language": "en", "preferences": {"source_text": CHAPTERS, "weeks": 2,
                                                                          "hours_per_week": 5}}
    )  # fmt: skip
    intent = designer.intent(brief)
    assert (intent["topic"], intent["hours_available"]) == ("Sailing", 10)
    assert {"hull", "sails"} <= set(intent["key_terms"])


def test_comments_that_rules_understand_are_followed_and_others_named() -> None:
    draft = framework(ENGLISH).model_dump(mode="json")
    made = designed(draft=draft, comments="Please remove Sails. Make it more fun.")
    assert [c["id"] for c in made["concepts"]] == ["hull", "harbour"]
    assert made["concepts"][1]["prerequisites"] == ["hull"]
    assert made["notes"][-2:] == [
        "Left out: Sails",
        "The offline provider follows comments by rules; edit the framework for what it missed: Make it more fun.",
    ]
    shorter = designed(draft=draft, comments="最多 2 个概念。", language="zh")
    assert [c["id"] for c in shorter["concepts"]] == ["hull", "sail"]
