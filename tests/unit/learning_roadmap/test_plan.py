"""The plan of a roadmap, driven without any cloud: what it asks for next, whatever came before."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.domain.errors import (
    InvalidCurriculumError,
    ReviewRejectedError,
    ReviewTimedOutError,
    ValidationFailedError,
)
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task import Status, TaskError
from chalicelib.domain.workflow import Answer, Decision, EndedUnit, Plan, Review, ReviewDecision, Stage, Step
from chalicelib.task_types.learning_roadmap.workflow import check_edit, plan
from tests.examples import examples
from tests.unit.learning_roadmap.samples import ENGLISH, framework

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
DESIGN: JsonObject = {
    "title": "T",
    "language": "en",
    "concepts": [{"id": "b", "title": "B", "prerequisites": ["a"]}, {"id": "a", "title": "A"}],
}
CYCLIC = {**DESIGN, "concepts": [{"id": "a", "title": "A", "prerequisites": ["a"]}]}
INTENT = {"topic": "T", "goal": "G", "language": "en", "level": "beginner"}


@dataclass(frozen=True)
class Outcomes:
    """What came of a stage: results by key, the rest failed."""

    stage: Stage
    made: dict[str, JsonObject]

    @property
    def units(self) -> tuple[EndedUnit, ...]:
        return tuple(self._ended(unit.key) for unit in self.stage.units)

    def result(self, key: str) -> JsonObject:
        return self.made[key]

    def results(self) -> dict[str, JsonObject]:
        return self.made

    def _ended(self, key: str) -> EndedUnit:
        if key in self.made:
            return EndedUnit(key, "id", Status.SUCCEEDED)
        return EndedUnit(key, "id", Status.FAILED, TaskError("task_failed", "no luck"))


def job(**fields: Any) -> JsonObject:
    preferences = {"topic": "T", **fields.pop("preferences", {})}
    return {"preferences": preferences, "language": "en", "provider": "offline", **fields}


def supplied(**preferences: Any) -> JsonObject:
    return job(framework=framework(ENGLISH).model_dump(mode="json"), preferences=preferences)


def decision(what: Decision, comments: str = "", edit: JsonObject | None = None) -> ReviewDecision:
    return ReviewDecision(what, "ann", NOON, comments, edit)


def driven(request: JsonObject, answer: Callable[[Step], Answer]) -> tuple[list[Step], JsonObject]:
    """All steps of the plan, and its result."""
    running: Plan = plan(request)
    steps = [next(running)]
    while True:
        try:
            steps.append(running.send(answer(steps[-1])))
        except StopIteration as done:
            return steps, done.value.result


def usually(step: Step) -> Answer:
    if isinstance(step, Review):
        return decision(Decision.APPROVED)
    usual = {"intent_analysis": INTENT, "curriculum_design": DESIGN}
    body = next((made for name, made in usual.items() if step.name.startswith(name)), {"made": True})
    return Outcomes(step, {unit.key: body for unit in step.units})


def names(steps: list[Step]) -> list[str]:
    return [step.name for step in steps]


def test_a_supplied_framework_needs_no_design() -> None:
    steps, result = driven(supplied(), usually)
    assert names(steps) == ["content"]
    assert isinstance(steps[0], Stage)
    assert [unit.key for unit in steps[0].units][:4] == [
        "tutorial/hull",
        "resources/hull",
        "quiz/hull",
        "tutorial/sail",
    ]
    assert (result["origin"], result["licence"], result["missing"]) == ("supplied", "CC0", [])


def test_without_one_intent_and_curriculum_come_first() -> None:
    steps, result = driven(job(), usually)
    assert names(steps) == ["intent_analysis", "curriculum_design", "content"]
    assert [entry["concept"]["id"] for entry in result["concepts"]] == ["a", "b"]
    assert result["origin"] == "designed"


def test_problems_go_back_to_the_designer() -> None:
    def first_wrong(step: Step) -> Answer:
        if step.name == "curriculum_design":
            assert isinstance(step, Stage)
            return Outcomes(step, {"framework": CYCLIC})
        return usually(step)

    steps, _ = driven(job(), first_wrong)
    assert names(steps) == ["intent_analysis", "curriculum_design", "curriculum_design_2", "content"]
    assert isinstance(steps[2], Stage)
    request = steps[2].units[0].request
    assert [problem["code"] for problem in request["problems"]] == ["cycle"]
    assert request["draft"]["concepts"][0]["id"] == "a"


def test_a_curriculum_that_stays_wrong_fails_with_the_list() -> None:
    def wrong(step: Step) -> Answer:
        assert isinstance(step, Stage)
        return Outcomes(step, {"goal": INTENT, "framework": DESIGN})

    with pytest.raises(InvalidCurriculumError, match=r"designed 3 times.*there are 2 concepts, at most 1"):
        driven(job(preferences={"max_concepts": 1}), wrong)


def test_hours_have_to_fit_what_is_available() -> None:
    slow = {**DESIGN, "concepts": [{"id": "a", "title": "A", "hours": {"least": 30, "most": 40}}]}

    def designs(step: Step) -> Answer:
        assert isinstance(step, Stage)
        return Outcomes(step, {"goal": INTENT, "framework": slow})

    with pytest.raises(InvalidCurriculumError, match="it takes at least 30 hours, 20 are available"):
        driven(job(preferences={"hours_per_week": 5, "weeks": 4}), designs)


def test_a_supplied_framework_that_takes_too_long_is_only_remarked_on() -> None:
    given = framework({"concepts": [{"id": "a", "title": "A", "hours": 90}]}).model_dump(mode="json")
    _, result = driven(job(framework=given, preferences={"hours_per_week": 5, "weeks": 4}), usually)
    assert result["notes"][-1] == "The curriculum takes at least 90 hours; 20 are available."


def test_a_rejection_leads_to_a_second_round_with_the_comments() -> None:
    decisions = iter([decision(Decision.REJECTED, "shorter, please"), decision(Decision.APPROVED)])

    def reviewed(step: Step) -> Answer:
        return next(decisions) if isinstance(step, Review) else usually(step)

    steps, _ = driven(supplied(review=True), reviewed)
    assert names(steps) == ["review", "intent_analysis", "curriculum_design", "review_2", "content"]
    assert isinstance(steps[2], Stage)
    assert steps[2].units[0].request["comments"] == "shorter, please"
    assert isinstance(steps[3], Review)
    assert (steps[3].subject["round"], steps[3].subject["rounds"]) == (2, 3)


def test_three_rejections_are_the_end() -> None:
    def rejected(step: Step) -> Answer:
        return decision(Decision.REJECTED, "no") if isinstance(step, Review) else usually(step)

    with pytest.raises(ReviewRejectedError, match="rejected 3 times; last: no"):
        driven(supplied(review=True), rejected)


def test_a_review_that_nobody_decides_ends_the_roadmap() -> None:
    with pytest.raises(ReviewTimedOutError):
        driven(supplied(review=True), lambda _: decision(Decision.TIMED_OUT))


def test_an_edit_stands_in_the_curriculums_place() -> None:
    def edited(step: Step) -> Answer:
        if isinstance(step, Review):
            return decision(Decision.APPROVED, edit=check_edit({"remove": ["sail"]}, step.subject))
        return usually(step)

    steps, result = driven(supplied(review=True), edited)
    assert isinstance(steps[1], Stage)
    assert len(steps[1].units) == 6
    assert [entry["concept"]["id"] for entry in result["concepts"]] == ["hull", "harbour"]
    assert result["concepts"][1]["concept"]["prerequisites"] == ["hull"]
    assert result["origin"] == "edited"


@pytest.mark.parametrize(
    ("edit", "problem"),
    [
        ({"remove": ["rudder"]}, ("/edit/remove/0", "unknown_concept")),
        ({"remove": ["hull", "sail", "harbour"]}, ("/edit/remove", "too_short")),
        ({"concepts": []}, ("/edit/concepts", "too_short")),
        ({"concepts": [{"id": f"c{n}", "title": "c"} for n in range(201)]}, ("/edit/concepts", "too_long")),
        ({"concepts": [{"id": "hull"}, {"id": "mast"}]}, ("/edit/concepts/1/title", "missing")),
        ({"concepts": [{"id": "sail"}]}, ("/edit/concepts/0/prerequisites/0", "unknown_concept")),
        ({"concepts": [{"id": "hull", "prerequisites": ["hull"]}]}, ("/edit/concepts", "cycle")),
        ({"conceptz": []}, ("/edit/conceptz", "extra_forbidden")),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused(edit: JsonObject, problem: tuple[str, str]) -> None:
    subject = {"framework": framework(ENGLISH).model_dump(mode="json")}
    with pytest.raises(ValidationFailedError) as caught:
        check_edit(edit, subject)
    assert (caught.value.problems[0].pointer, caught.value.problems[0].code) == problem


def test_what_an_edit_leaves_out_stays_as_it_was() -> None:
    subject = {"framework": framework(ENGLISH).model_dump(mode="json")}
    edit = {
        "concepts": [{"id": "sail", "prerequisites": ["hull", "knots"]}, {"id": "hull", "title": "Hull", "hours": 3}]
    }
    made = check_edit(edit, subject)
    hull, sail = made["concepts"]
    assert (hull["title"], hull["hours"]) == ("Hull", {"least": 3, "most": 3})
    assert "watertight" in hull["description"]
    assert (sail["prerequisites"], sail["outside_prerequisites"]) == (["hull"], ["knots"])


@settings(max_examples=examples(40), deadline=None)
@given(st.sets(st.sampled_from([f"{kind}/{name}" for kind in ("tutorial", "quiz") for name in ("hull", "sail")])))
def test_what_failed_is_named_and_the_rest_is_there(failed: set[str]) -> None:
    def unlucky(step: Step) -> Answer:
        assert isinstance(step, Stage)
        return Outcomes(step, {u.key: {"made": u.key} for u in step.units if u.key not in failed})

    _, result = driven(supplied(), unlucky)
    assert {gap["unit"] for gap in result["missing"]} == failed
    assert all(gap["reason"] == "no luck" for gap in result["missing"])
    for entry in result["concepts"]:
        for kind in ("tutorial", "resources", "quiz"):
            key = f"{kind}/{entry['concept']['id']}"
            assert entry[kind] == (None if key in failed else {"made": key})


def test_the_plan_asks_for_the_same_units_whenever_it_is_replayed() -> None:
    first, _ = driven(supplied(review=True), usually)
    second, _ = driven(supplied(review=True), usually)
    assert first == second
