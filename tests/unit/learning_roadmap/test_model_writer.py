"""Artifacts from a model: checked against their schema, repaired once, never with invented addresses."""

import json
from typing import Any

import pytest

from chalicelib.domain.errors import ProviderRejectedError
from chalicelib.task_types.learning_roadmap.artifacts import KINDS
from chalicelib.task_types.learning_roadmap.designing import DesignBrief
from chalicelib.task_types.learning_roadmap.model.writer import ModelWriter
from tests.unit.content_generation.samples import ScriptedModel
from tests.unit.learning_roadmap.bench import (
    MODEL_FRAMEWORK,
    MODEL_INTENT,
    MODEL_RESOURCES,
    MODEL_TUTORIAL,
    ROADMAP_QUIZ,
)
from tests.unit.learning_roadmap.samples import ENGLISH, brief

ANSWERS = {"tutorial": MODEL_TUTORIAL, "resources": MODEL_RESOURCES, "quiz": ROADMAP_QUIZ}
TWO_RIGHT = {**ROADMAP_QUIZ, "questions": [{**ROADMAP_QUIZ["questions"][0], "answers": ["A", "B"]}]}
WISH = DesignBrief.model_validate(
    {"artifact": "curriculum_design", "language": "en", "preferences": {"topic": "Boats"}, "intent": MODEL_INTENT}
)


@pytest.mark.parametrize("kind", KINDS)
def test_each_artifact_is_asked_for_with_its_schema_and_the_material(kind: Any) -> None:
    model = ScriptedModel(f"Here you are:\n```json\n{json.dumps(ANSWERS[kind])}\n```")
    made = ModelWriter(model).artifact(kind, brief(ENGLISH, "sail", kind))
    assert made["grounding"]["mode"] == "model"
    assert '"additionalProperties":false' in model.systems[0]
    assert "Sails are sheets of cloth" in model.prompts[0]


def test_an_answer_that_does_not_fit_is_repaired_once() -> None:
    model = ScriptedModel(json.dumps(TWO_RIGHT), json.dumps(ROADMAP_QUIZ))
    assert ModelWriter(model).artifact("quiz", brief(ENGLISH, "sail", "quiz"))["questions"]
    assert "exactly one correct answer" in model.prompts[1]
    assert "What floats?" in model.prompts[1]


def test_two_unusable_answers_are_the_end() -> None:
    with pytest.raises(ProviderRejectedError, match="usable quiz"):
        ModelWriter(ScriptedModel("Sorry.", json.dumps(TWO_RIGHT))).artifact("quiz", brief(ENGLISH, "sail", "quiz"))


def test_an_invented_address_is_no_resource() -> None:
    invented = {"title": "T", "url": "https://made.up/page", "kind": "article", "why": "w"}
    known = {**invented, "url": "https://en.wikipedia.org/wiki/Buoyancy"}
    answers = [json.dumps({**MODEL_RESOURCES, "items": [item]}) for item in (invented, known)]
    model = ScriptedModel(*answers)
    made = ModelWriter(model).artifact("resources", brief(ENGLISH, "hull", "resources"))
    assert [item["url"] for item in made["items"]] == [known["url"]]
    assert "https://made.up/page" in model.prompts[1]


def test_a_design_is_taken_as_it_comes_for_the_plan_to_check() -> None:
    cyclic = {**MODEL_FRAMEWORK, "concepts": [{"id": "a", "title": "A", "prerequisites": ["a"]}]}
    model = ScriptedModel(json.dumps(MODEL_INTENT), json.dumps(cyclic))
    writer = ModelWriter(model)
    assert writer.intent(WISH)["topic"] == "Boats"
    assert writer.framework(WISH)["concepts"][0]["prerequisites"] == ["a"]
