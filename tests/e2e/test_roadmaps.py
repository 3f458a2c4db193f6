"""Learning roadmaps on the deployed platform, over HTTP as any client would."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.faults import sweep
from tests.e2e.local_cloud import Platform, wait_until
from tests.e2e.providers import Providers
from tests.e2e.tasks import Json, Tasks, all_pages, as_json, get
from tests.unit.learning_roadmap.bench import MODEL_RESOURCES, MODEL_TUTORIAL, ROADMAP_QUIZ
from tests.unit.learning_roadmap.samples import CHINESE, ENGLISH, outside_curriculum

GENERATE = "/api/v1/roadmaps/generate"
KINDS = ("tutorial", "resources", "quiz")
SAILING = "# Sailing\n\n## Hull\n\nA hull is a watertight body that floats.\n\n## Sail\n\nA sail pulls the hull along."


def test_a_framework_is_filled_and_each_artifact_can_be_read_as_soon_as_it_is_there(tasks: Tasks) -> None:
    receipt = generated(tasks, framework=CHINESE, provider="offline")
    assert (receipt["status"], receipt["celery_task_id"]) == ("processing", receipt["task_id"])
    task_id = receipt["task_id"]
    found = wait_until(lambda: one_that_is_there(tasks, task_id), what="the first artifact", every=0.1)
    early = found or ("", "")
    concept = get(tasks.client, f"/api/v1/roadmaps/{task_id}/concepts/{early[0]}")
    assert concept[early[1]]["language"] == "zh"
    task = tasks.finished(task_id, seconds=120)
    assert (task["status"], task["progress"]["done"], task["progress"]["total"]) == ("succeeded", 15, 15)
    status = get(tasks.client, f"/api/v1/roadmaps/{task_id}/content-status")
    assert (status["current_step"], status["progress"]["percent"]) == ("completed", 100)
    markdown = tasks.client.get(f"/api/v1/roadmaps/{task_id}/export", params={"format": "markdown"})
    assert markdown.headers["content-type"].startswith("text/markdown")
    assert markdown.text.startswith("# 植物与光\n")


def test_a_text_becomes_a_curriculum_and_the_curriculum_a_roadmap(tasks: Tasks) -> None:
    task_id = generated(tasks, preferences={"source_text": SAILING}, provider="offline")["task_id"]
    assert tasks.finished(task_id, seconds=120)["status"] == "succeeded"
    roadmap = get(tasks.client, f"/api/v1/roadmaps/{task_id}")
    assert (roadmap["origin"], roadmap["title"]) == ("designed", "Sailing")
    assert [entry["concept"]["title"] for entry in roadmap["concepts"]] == ["Hull", "Sail"]
    stages = {unit["unit"].partition("/")[0] for unit in units(tasks, task_id)}
    assert stages == {"intent_analysis", "curriculum_design", "content"}


@pytest.mark.parametrize(("name", "count"), [("exercism_python", 32), ("ossu_computer_science", 63)])
def test_the_large_curricula_come_out_complete(tasks: Tasks, name: str, count: int, tmp_path: Path) -> None:
    task_id = generated(tasks, framework=outside_curriculum(name), provider="offline")["task_id"]
    task = tasks.finished(task_id, seconds=420)
    assert (task["status"], task["progress"]["done"], task["progress"]["failed"]) == ("succeeded", count * 3, 0)
    roadmap = get(tasks.client, f"/api/v1/roadmaps/{task_id}")
    assert (len(roadmap["concepts"]), roadmap["missing"]) == (count, [])
    assert all(entry[kind] for entry in roadmap["concepts"] for kind in KINDS)
    assert all(len(entry["quiz"]["questions"]) >= 2 for entry in roadmap["concepts"])
    exported = tasks.client.get(f"/api/v1/roadmaps/{task_id}/export", params={"format": "markdown"})
    (tmp_path / f"{name}.md").write_text(exported.text, encoding="utf-8")
    assert exported.text.count("\n## ") >= count


def test_a_review_is_rejected_edited_and_approved_once(tasks: Tasks) -> None:
    task_id = generated(tasks, framework=ENGLISH, provider="offline", preferences={"review": True})["task_id"]
    path = f"/api/v1/roadmaps/{task_id}/review"
    opened = wait_for_review(tasks, task_id, "review")
    assert [c["id"] for c in opened["subject"]["framework"]["concepts"]] == ["hull", "sail", "harbour"]
    unknown = tasks.client.post(path, json={"decision": "approve", "edit": {"remove": ["rudder"]}})
    assert (unknown.status_code, unknown.json()["errors"][0]["pointer"]) == (422, "/edit/remove/0")
    rejection = {"decision": "reject", "comments": "Please remove the harbour."}
    assert tasks.client.post(path, json=rejection).status_code == HTTPStatus.OK
    second = wait_for_review(tasks, task_id, "review_2")
    assert [c["id"] for c in second["subject"]["framework"]["concepts"]] == ["hull", "sail"]
    edit = {"concepts": [{"id": "hull"}, {"id": "mast", "title": "Mast", "prerequisites": ["hull"]}]}
    assert tasks.client.post(path, json={"decision": "approve", "edit": edit}).status_code == HTTPStatus.OK
    again = tasks.client.post(path, json={"decision": "approve"})
    assert (again.status_code, again.json()["code"]) == (HTTPStatus.CONFLICT, "review_not_open")
    assert tasks.finished(task_id, seconds=120)["status"] == "succeeded"
    assert get(tasks.client, f"/api/v1/roadmaps/{task_id}")["origin"] == "edited"


def test_a_review_after_its_time_comes_too_late(tasks: Tasks, platform: Platform) -> None:
    wishes = {"review": True, "review_timeout_seconds": 3}
    task_id = generated(tasks, framework=ENGLISH, provider="offline", preferences=wishes)["task_id"]
    wait_for_review(tasks, task_id, "review")

    def too_late() -> bool:
        answer = tasks.client.post(
            f"/v1/tasks/{task_id}/review", json={"decision": "approve", "edit": {"remove": ["x"]}}
        )
        return answer.status_code == HTTPStatus.CONFLICT

    wait_until(too_late, what="the end of the review's time", every=0.3)

    def failed() -> bool:
        sweep(platform)
        return bool(tasks.show(task_id)["status"] == "failed")

    wait_until(failed, seconds=60, what="the end of the roadmap", every=1)
    assert tasks.show(task_id)["error"]["code"] == "review_timed_out"


@pytest.fixture
def failing_quizzes(providers: Providers) -> Iterator[set[str]]:
    """Of these concepts the model makes no usable quiz."""
    failing: set[str] = set()
    usual = providers.model.writer
    providers.model.writer = lambda prompt: model_answer(prompt, failing)
    yield failing
    providers.model.writer = usual


def test_three_failed_artifacts_of_ninety_six_are_three_calls_more(
    tasks: Tasks, providers: Providers, failing_quizzes: set[str]
) -> None:
    failing_quizzes |= {"c3", "c17", "c30"}
    concepts = [{"id": f"c{number}", "title": f"Concept {number}"} for number in range(32)]
    task_id = generated(tasks, framework={"title": "Many", "concepts": concepts}, provider="openai")["task_id"]
    partial = tasks.finished(task_id, seconds=240)
    assert (partial["status"], partial["progress"]["failed"]) == ("partial", 3)
    gaps = {gap["unit"] for gap in get(tasks.client, f"/api/v1/roadmaps/{task_id}")["missing"]}
    assert gaps == {f"quiz/{name}" for name in failing_quizzes}
    failing_quizzes.clear()
    before = providers.model.calls
    assert tasks.client.post(f"/v1/tasks/{task_id}/retry").status_code == HTTPStatus.ACCEPTED
    assert tasks.finished(task_id, seconds=120)["status"] == "succeeded"
    assert providers.model.calls - before == 3
    assert get(tasks.client, f"/api/v1/roadmaps/{task_id}")["missing"] == []


def test_an_artifact_made_again_takes_the_old_ones_place(tasks: Tasks) -> None:
    task_id = generated(tasks, framework=ENGLISH, provider="offline")["task_id"]
    tasks.finished(task_id, seconds=120)
    path = f"/api/v1/roadmaps/{task_id}/concepts/sail/artifacts/quiz/regenerate"
    made = tasks.client.post(path)
    assert made.status_code == HTTPStatus.ACCEPTED, made.text
    assert as_json(made)["unit"] == "content/quiz/sail#1"
    assert tasks.finished(as_json(made)["task_id"])["status"] == "succeeded"
    assert tasks.show(task_id)["status"] == "succeeded"
    assert get(tasks.client, f"/api/v1/roadmaps/{task_id}/concepts/sail")["quiz"]["questions"]


def generated(tasks: Tasks, **request: Any) -> Json:
    answer = tasks.client.post(GENERATE, json=request)
    assert answer.status_code == HTTPStatus.ACCEPTED, answer.text
    return as_json(answer)


def units(tasks: Tasks, task_id: str) -> list[Json]:
    return list(all_pages(tasks.client, f"/v1/tasks/{task_id}/children"))


def one_that_is_there(tasks: Tasks, task_id: str) -> tuple[str, str] | None:
    status = get(tasks.client, f"/api/v1/roadmaps/{task_id}/content-status")
    there = ((c["concept_id"], kind) for c in status["concepts"] for kind in KINDS if c[kind] == "succeeded")
    return next(there, None)


def wait_for_review(tasks: Tasks, task_id: str, name: str) -> Json:
    def look() -> Json | None:
        opened: Json | None = get(tasks.client, f"/v1/tasks/{task_id}/review")["open"]
        return opened if opened and opened["name"] == name else None

    return wait_until(look, seconds=60, what=f"review {name}") or {}


def model_answer(prompt: str, failing: set[str]) -> Json:
    if "Write four to eight questions" in prompt:
        return {} if any(f'"concept": {{"id": "{name}"' in prompt for name in failing) else ROADMAP_QUIZ
    return MODEL_TUTORIAL if "Write a tutorial" in prompt else MODEL_RESOURCES
