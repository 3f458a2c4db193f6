"""Supplied frameworks: hours, outside prerequisites, what is refused."""

from typing import Any

import pytest

from chalicelib.domain.errors import MissingFrameworkError, ProviderNotConfiguredError, ValidationFailedError
from chalicelib.domain.ports.images import ImagePolicy
from chalicelib.task_types.learning_roadmap.effort import hours_of
from chalicelib.task_types.learning_roadmap.submission import prepare
from tests.unit.learning_roadmap.samples import CHINESE, ENGLISH, framework, outside_curriculum


class Desk:
    """`providers` are configured; nothing else is there."""

    owner_id = "ann"
    images = ImagePolicy()

    def __init__(self, *providers: str) -> None:
        self._providers = ("offline", *providers)

    def record(self, kind: str, record_id: str, *, fresh: bool = False) -> Any:
        raise AssertionError((kind, record_id, fresh))

    def upload_exists(self, upload_id: str) -> bool:
        raise AssertionError(upload_id)

    def file_exists(self, location: str) -> bool:
        raise AssertionError(location)

    def provider_configured(self, provider: str) -> bool:
        return provider in self._providers


def prepared(*providers: str, **request: Any) -> dict[str, Any]:
    return prepare(request, Desk(*providers))


def refused(**request: Any) -> list[tuple[str, str]]:
    with pytest.raises(ValidationFailedError) as caught:
        prepared(**request)
    return [(problem.pointer, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("duration", "effort", "hours"),
    [
        ("14 weeks", "6-10 hours/week", (84, 140)),
        ("10-12 weeks", "6-10 hours/week", (60, 120)),
        ("8 weeks", "4–12 hours/week", (32, 96)),
        ("13 weeks", "5 hours/week", (65, 65)),
        ("6 months", "5 hours/week", (130, 130)),
        ("4 周", "每周 3 小时", (12, 12)),
        ("20 hours", None, (20, 20)),
        ("-", "-", None),
        ("14 weeks", "-", None),
        (None, None, None),
    ],
)
def test_hours_are_read_from_a_curriculums_words(duration: str, effort: str, hours: tuple[int, int] | None) -> None:
    found = hours_of(duration, effort)
    assert (found and (found.least, found.most)) == hours


def test_prerequisites_outside_the_framework_are_kept_and_reported() -> None:
    made = framework(ENGLISH)
    sail = next(concept for concept in made.concepts if concept.id == "sail")
    assert (sail.prerequisites, sail.outside_prerequisites) == (["hull"], ["knots"])
    assert "Prerequisites outside this roadmap: Sails: knots" in made.notes
    assert "Concepts without a text of their own: The Harbour" in made.notes
    assert made.licence == "CC0"


def test_the_language_is_that_of_the_text_unless_it_is_asked_for() -> None:
    assert prepared(framework=CHINESE)["language"] == "zh"
    assert prepared(framework=ENGLISH, preferences={"language": "zh"})["language"] == "zh"
    assert prepared("openai", preferences={"goal": "学习帆船"})["language"] == "zh"


def test_a_cycle_is_refused_by_name() -> None:
    cyclic = {
        "concepts": [{"id": n, "title": n, "prerequisites": [p]} for n, p in [("a", "b"), ("b", "c"), ("c", "a")]]
    }
    assert refused(framework=cyclic) == [("/request/framework/concepts", "cycle")]
    with pytest.raises(ValidationFailedError, match="a → b → c → a"):
        prepared(framework=cyclic)


def test_no_concept_too_many_and_the_same_twice_are_refused() -> None:
    many = [{"id": f"c{number}", "title": "c"} for number in range(2000)]
    assert refused(framework={"concepts": []}) == [("/request/framework/concepts", "too_short")]
    assert refused(framework={"concepts": many}) == [("/request/framework/concepts", "too_long")]
    assert refused(framework={"concepts": [many[0], many[0]]}) == [
        ("/request/framework/concepts/1/id", "duplicate_concept")
    ]
    assert refused(framework={"concepts": many[:3]}, preferences={"max_concepts": 2}) == [
        ("/request/framework/concepts", "too_many_concepts")
    ]


def test_without_anything_to_make_a_curriculum_of_the_answer_says_what_is_missing() -> None:
    with pytest.raises(MissingFrameworkError, match="supply a framework"):
        prepared()
    with pytest.raises(MissingFrameworkError, match="offline provider knows no subject"):
        prepared(preferences={"topic": "sailing"})
    with pytest.raises(MissingFrameworkError, match="offline provider knows no subject"):
        prepared("openai", preferences={"topic": "sailing"}, provider="offline")
    assert prepared("openai", preferences={"topic": "sailing"})["preferences"]["topic"] == "sailing"
    assert prepared(preferences={"source_text": "# A\n\nText."})["language"] == "en"


def test_a_provider_that_is_not_there_is_refused() -> None:
    with pytest.raises(ProviderNotConfiguredError):
        prepared(framework=ENGLISH, provider="bedrock")


def test_the_large_curricula_are_taken_as_they_are() -> None:
    exercism = prepared(framework=outside_curriculum("exercism_python"))["framework"]
    ossu = prepared(framework=outside_curriculum("ossu_computer_science"))["framework"]
    assert (len(exercism["concepts"]), len(ossu["concepts"])) == (32, 63)
    enums = next(concept for concept in exercism["concepts"] if concept["id"] == "enums")
    assert enums["outside_prerequisites"] == ["comprehensions", "sequences"]
    first = ossu["concepts"][0]
    assert first["hours"] == {"least": 84, "most": 140}
    assert first["outside_prerequisites"] == ["high school algebra"]
    assert all("|" not in concept.get("description", "") for concept in ossu["concepts"])
