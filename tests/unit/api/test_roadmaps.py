"""Learning roadmaps over HTTP, from the first request to the export, with the machine moved by hand."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.domain.ports.platform import WakeUp
from chalicelib.domain.task import Status
from tests.examples import examples
from tests.unit.api.conftest import MakeWorld, new_world
from tests.unit.learning_roadmap.bench import GENERATE, RoadmapBench, RoadmapModel
from tests.unit.learning_roadmap.samples import CHINESE, ENGLISH, outside_curriculum

MODELS = {"OPENAI_BASE_URL": "http://127.0.0.1:9/v1", "OPENAI_MODEL": "scripted"}
PREFERENCES = {"topic": "Boats", "review": True}


@pytest.fixture
def bench(make_world: MakeWorld) -> RoadmapBench:
    return RoadmapBench(make_world(**MODELS))


def test_a_roadmap_is_taken_on_with_a_receipt(bench: RoadmapBench) -> None:
    reply = bench.user.post(GENERATE, {"framework": ENGLISH, "user_id": "alice"})
    receipt = reply.json
    here = f"https://api.example/local/api/v1/roadmaps/{receipt['task_id']}"
    assert reply.status == 202
    assert receipt["celery_task_id"] == receipt["task_id"]
    assert (receipt["status"], receipt["task_system"]) == ("processing", "sqs")
    assert (receipt["roadmap_url"], receipt["content_status_url"]) == (here, f"{here}/content-status")
    assert reply.headers["location"] == receipt["status_url"]


def test_user_id_may_be_ones_own_or_an_admins_choice(bench: RoadmapBench) -> None:
    refused = bench.user.post(GENERATE, {"framework": ENGLISH, "user_id": "bob"})
    assert (refused.status, refused.json["code"]) == (403, "forbidden")
    accepted = bench.world.as_user("admin").post(GENERATE, {"framework": ENGLISH, "user_id": "bob"})
    assert accepted.status == 202
    assert bench.row(accepted.json["task_id"]).owner_id == "bob"


def test_the_same_key_and_body_give_the_same_roadmap(bench: RoadmapBench) -> None:
    twice = [bench.user.post(GENERATE, {"framework": ENGLISH}, Idempotency_Key="boats") for _ in range(2)]
    assert twice[0].json["task_id"] == twice[1].json["task_id"]


@pytest.mark.parametrize(
    ("body", "code", "pointer"),
    [
        ({}, "missing_framework", None),
        ({"preferences": {"topic": "Boats"}, "provider": "offline"}, "missing_framework", None),
        ({"framework": {"concepts": []}}, "validation_failed", "/framework/concepts"),
        ({"framework": {"concepts": [{"id": f"c{n}", "title": "c"} for n in range(2000)]}}, "validation_failed",
         "/framework/concepts"),
        ({"framework": {"concepts": [{"id": "a", "title": "A", "prerequisites": ["a"]}]}}, "validation_failed",
         "/framework/concepts"),
        ({"framework": ENGLISH, "preferences": {"weeks": 0}}, "validation_failed", "/preferences/weeks"),
        ({"framework": ENGLISH, "colour": "blue"}, "validation_failed", "/colour"),
        ({"framework": ENGLISH, "provider": "bedrock"}, "provider_not_configured", None),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_before_anything_is_stored(
    bench: RoadmapBench, body: Any, code: str, pointer: str | None
) -> None:
    reply = bench.user.post(GENERATE, body)
    assert (reply.status, reply.json["code"]) == (422, code)
    assert pointer is None or reply.json["errors"][0]["pointer"] == pointer
    assert bench.world.tasks.rows() == ()


def test_a_roadmap_grows_before_ones_eyes(bench: RoadmapBench) -> None:
    task_id = bench.user.post(GENERATE, {"framework": ENGLISH, "provider": "offline"}).json["task_id"]
    assert bench.get(task_id, "content-status")["current_step"] == "queued"
    bench.work_off()
    begun = bench.get(task_id, "content-status")
    assert (begun["current_step"], begun["concepts"][0]["tutorial"]) == ("content_generation_queued", "queued")
    ended = bench.finished(task_id)
    assert ended.status is Status.SUCCEEDED
    status = bench.get(task_id, "content-status")
    assert (status["status"], status["current_step"]) == ("succeeded", "completed")
    assert status["progress"] == {"done": 9, "total": 9, "failed": 0, "percent": 100}
    assert status["concepts"][2] == {
        "concept_id": "harbour",
        "title": "The Harbour",
        "tutorial": "succeeded",
        "resources": "succeeded",
        "quiz": "succeeded",
    }


def test_an_artifact_can_be_read_while_others_are_being_made(bench: RoadmapBench) -> None:
    task_id = bench.started()
    row = bench.row(task_id)
    assert row.workflow is not None
    move = bench.world.platform.advance_workflow.advance(task_id, run=row.run, part=row.workflow.part)
    unit = next(bench.row(i) for i in move.unit_ids if bench.row(i).unit == "content/tutorial/hull")
    assert bench.get(task_id, "content-status")["current_step"] == "content_generation_queued"
    bench.world.platform.run_task.run_task(wake_up(unit.task_id), lambda: 600.0)
    concept = bench.get(task_id, "concepts", "hull")
    assert concept["tutorial"]["title"] == "The Hull"
    assert concept["quiz"] is None
    assert concept["statuses"] == {"tutorial": "succeeded", "resources": "queued", "quiz": "queued"}
    assert bench.get(task_id, "content-status")["current_step"] == "content_generation_running"
    growing = bench.get(task_id)
    assert (growing["origin"], growing["concepts"][0]["tutorial"]["title"]) == ("supplied", "The Hull")
    assert growing["concepts"][1]["tutorial"] is None


def test_a_finished_roadmap_is_whole_in_both_forms(bench: RoadmapBench) -> None:
    task_id = bench.started(framework=CHINESE)
    bench.finished(task_id)
    roadmap = bench.get(task_id)
    assert (roadmap["language"], roadmap["missing"], len(roadmap["concepts"])) == ("zh", [], 5)
    assert all(entry[kind] for entry in roadmap["concepts"] for kind in ("tutorial", "resources", "quiz"))
    assert bench.get(task_id, "export?format=json") == roadmap
    markdown = bench.user.get(f"/api/v1/roadmaps/{task_id}/export?format=markdown")
    assert markdown.headers["content-type"] == "text/markdown; charset=utf-8"
    assert markdown.text.startswith("# 植物与光\n")
    assert "## 3. 光合作用" in markdown.text
    assert "#### 答案" in markdown.text


def test_what_is_no_roadmap_or_no_concept_is_not_found(bench: RoadmapBench) -> None:
    task_id = bench.started()
    other = bench.user.post(
        "/v1/tasks", {"task_type": "content_generation", "request": {"account_id": 49, "topic": "t"}}
    )
    for path in (f"{task_id}/concepts/rudder", other.json["task_id"], "01KQ6Z3V7N8W9X0Y1Z2A3B4C5D/content-status"):
        assert bench.user.get(f"/api/v1/roadmaps/{path}").status == 404
    assert bench.world.as_user("bob").get(f"/api/v1/roadmaps/{task_id}").status == 404


def test_a_unit_is_a_task_whose_parent_lists_it(bench: RoadmapBench) -> None:
    task_id = bench.started()
    assert bench.user.get("/v1/tasks").json["items"][0]["children_url"].endswith(f"{task_id}/children")
    bench.finished(task_id)
    page = bench.user.get(f"/v1/tasks/{task_id}/children?limit=4").json
    assert len(page["items"]) == 4
    assert {item["parent_id"] for item in page["items"]} == {task_id}
    rest = bench.user.get(f"/v1/tasks/{task_id}/children?limit=100&cursor={page['next_cursor']}").json
    units = {item["unit"] for item in page["items"] + rest["items"]}
    assert len(units) == 9
    assert "content/quiz/sail" in units
    assert bench.user.get(f"/v1/tasks/{task_id}/children?status=failed").json["items"] == []
    assert bench.world.as_user("bob").get(f"/v1/tasks/{task_id}/children").status == 404


def test_a_review_takes_two_rounds_and_an_edit(bench: RoadmapBench) -> None:
    task_id = bench.started(preferences={"review": True})
    bench.finished(task_id)
    assert bench.get(task_id, "content-status")["current_step"] == "review_waiting"
    assert bench.user.get(f"/v1/tasks/{task_id}").json["waiting_for"] == "review"
    opened = bench.user.get(f"/v1/tasks/{task_id}/review").json
    assert [c["id"] for c in opened["open"]["subject"]["framework"]["concepts"]] == ["hull", "sail", "harbour"]
    rejected = {"decision": "reject", "comments": "Please remove the harbour."}
    assert bench.user.post(f"/api/v1/roadmaps/{task_id}/review", rejected).status == 200
    bench.finished(task_id)
    second = bench.user.get(f"/v1/tasks/{task_id}/review").json
    assert second["decided"][0]["comments"] == "Please remove the harbour."
    assert (second["open"]["name"], second["open"]["subject"]["round"]) == ("review_2", 2)
    edit = {"concepts": [{"id": "hull", "title": "Hull"}, {"id": "mast", "title": "Mast", "prerequisites": ["hull"]}]}
    assert bench.user.post(f"/v1/tasks/{task_id}/review", {"decision": "approve", "edit": edit}).status == 200
    assert bench.finished(task_id).status is Status.SUCCEEDED
    roadmap = bench.get(task_id)
    assert roadmap["origin"] == "edited"
    assert [entry["concept"]["title"] for entry in roadmap["concepts"]] == ["Hull", "Mast"]
    decided = bench.user.get(f"/v1/tasks/{task_id}/review").json
    assert decided["open"] is None
    assert [(d["decision"], d["by"], d["edited"]) for d in decided["decided"]] == [
        ("rejected", "alice", False),
        ("approved", "alice", True),
    ]


def test_a_review_can_be_decided_once_and_in_time(bench: RoadmapBench) -> None:
    task_id = bench.started(preferences={"review": True, "review_timeout_seconds": 60})
    path = f"/v1/tasks/{task_id}/review"
    assert bench.user.post(path, {"decision": "approve"}).json["code"] == "review_not_open"
    bench.finished(task_id)
    unknown = bench.user.post(path, {"decision": "approve", "edit": {"remove": ["rudder"]}})
    assert (unknown.status, unknown.json["errors"][0]["pointer"]) == (422, "/edit/remove/0")
    assert bench.world.as_user("bob").post(path, {"decision": "approve"}).status == 404
    assert bench.user.post(path, {"decision": "approve"}).status == 200
    again = bench.user.post(path, {"decision": "reject"})
    assert (again.status, again.json["code"]) == (409, "review_not_open")


def test_a_review_after_its_time_is_refused_and_the_roadmap_fails(bench: RoadmapBench) -> None:
    task_id = bench.started(preferences={"review": True, "review_timeout_seconds": 60})
    bench.finished(task_id)
    bench.world.clock.advance(61)
    late = bench.user.post(f"/v1/tasks/{task_id}/review", {"decision": "approve"})
    assert (late.status, late.json["code"]) == (409, "review_not_open")
    bench.world.platform.sweep.sweep(lambda: 60.0)
    bench.stream()
    assert bench.finished(task_id).status is Status.FAILED
    assert bench.user.get(f"/v1/tasks/{task_id}").json["error"]["code"] == "review_timed_out"
    assert bench.get(task_id)["concepts"][0]["statuses"]["quiz"] == "failed"


def test_a_model_designs_what_nobody_supplied(bench: RoadmapBench) -> None:
    task_id = bench.started(framework=None, preferences={"topic": "Boats"}, provider="openai")
    assert bench.get(task_id)["concepts"] == []
    bench.step(task_id)
    assert bench.get(task_id, "content-status")["current_step"] == "curriculum_design_queued"
    assert bench.finished(task_id).status is Status.SUCCEEDED
    roadmap = bench.get(task_id)
    assert (roadmap["origin"], roadmap["title"]) == ("designed", "Boats")
    assert [entry["concept"]["id"] for entry in roadmap["concepts"]] == ["hull", "sail"]
    assert len(bench.model.calls) == 2 + 6


def test_three_failed_artifacts_of_ninety_six_are_three_calls_more(bench: RoadmapBench) -> None:
    concepts = [{"id": f"c{number}", "title": f"Concept {number}"} for number in range(32)]
    quizzes_that_fail = {"quiz/c3", "quiz/c17", "quiz/c30"}
    bench.model.refuse = lambda call: (
        call.startswith("Write four") and any(f'"concept": {{"id": "{key[5:]}",' in call for key in quizzes_that_fail)
    )
    task_id = bench.started(framework={"title": "T", "concepts": concepts}, provider="openai")
    assert bench.finished(task_id).status is Status.PARTIAL
    assert len(bench.model.calls) == 96
    roadmap = bench.get(task_id)
    assert (roadmap["current_step"], {gap["unit"] for gap in roadmap["missing"]}) == (
        "partially_completed",
        quizzes_that_fail,
    )
    bench.model.refuse = lambda _: False
    bench.model.calls.clear()
    assert bench.user.post(f"/v1/tasks/{task_id}/retry").status == 202
    bench.work_off()
    assert bench.finished(task_id).status is Status.SUCCEEDED
    assert len(bench.model.calls) == 3
    assert bench.get(task_id)["missing"] == []


def test_an_artifact_made_again_takes_the_old_ones_place(bench: RoadmapBench) -> None:
    task_id = bench.started(provider="openai")
    path = f"/api/v1/roadmaps/{task_id}/concepts/sail/artifacts/tutorial/regenerate"
    early = bench.user.post(path)
    assert (early.status, early.json["code"]) == (409, "state_conflict")
    bench.finished(task_id)
    bench.world.clock.advance(1)
    before = bench.get(task_id, "concepts", "sail")["tutorial"]
    bench.model.answers["tutorial"] = {**bench.model.answers["tutorial"], "title": "Made again"}
    made = bench.user.post(path)
    assert made.status == 202
    assert (made.json["parent_id"], made.json["unit"]) == (task_id, "content/tutorial/sail#1")
    assert bench.user.post(path).status == 409
    assert bench.get(task_id, "concepts", "sail")["tutorial"] == before
    bench.work_off()
    bench.world.clock.advance(1)
    assert bench.get(task_id, "concepts", "sail")["tutorial"]["title"] == "Made again"
    assert bench.get(task_id)["concepts"][1]["tutorial"]["title"] == "Made again"
    assert "Made again" not in str(bench.get(task_id)["concepts"][0])
    assert bench.row(task_id).progress.total == 9
    assert bench.user.post(path).json["unit"] == "content/tutorial/sail#2"


def test_what_failed_can_be_made_again_by_itself(bench: RoadmapBench) -> None:
    bench.model.refuse = lambda call: call.startswith("Write a tutorial") and '"concept": {"id": "hull"' in call
    task_id = bench.started(provider="openai")
    assert bench.finished(task_id).status is Status.PARTIAL
    bench.model.refuse = lambda _: False
    bench.world.clock.advance(1)
    bench.user.post(f"/api/v1/roadmaps/{task_id}/concepts/hull/artifacts/tutorial/regenerate")
    bench.work_off()
    roadmap = bench.get(task_id)
    assert (roadmap["missing"], roadmap["concepts"][0]["statuses"]["tutorial"]) == ([], "succeeded")
    unknown = bench.user.post(f"/api/v1/roadmaps/{task_id}/concepts/hull/artifacts/song/regenerate")
    assert unknown.status == 404


def test_a_roadmap_that_is_mostly_gaps_has_failed(bench: RoadmapBench) -> None:
    bench.model.refuse = lambda call: not call.startswith("Write a tutorial")
    task_id = bench.started(provider="openai")
    assert bench.finished(task_id).status is Status.FAILED
    roadmap = bench.get(task_id)
    assert roadmap["concepts"][0]["tutorial"]["title"] == "Tutorial"
    assert len(roadmap["missing"]) == 6


@settings(max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sets(st.sampled_from([(kind, name) for kind in ("tutorial", "quiz") for name in ("hull", "sail", "harbour")]))
)
def test_whatever_fails_the_end_tells_it(failing: set[tuple[str, str]]) -> None:
    opening = {"tutorial": "Write a tutorial", "quiz": "Write four"}
    model = RoadmapModel(
        refuse=lambda call: any(
            call.startswith(opening[kind]) and f'"concept": {{"id": "{name}"' in call for kind, name in failing
        )
    )
    with pytest.MonkeyPatch.context() as patched:
        world = new_world(**MODELS)
        patched.setattr("chalicelib.bootstrap.platform", lambda: world.platform)
        bench = RoadmapBench(world, model=model)
        task_id = bench.started(provider="openai")
        row = bench.finished(task_id)
        expected = Status.SUCCEEDED if not failing else Status.FAILED if len(failing) > 4 else Status.PARTIAL
        assert row.status is expected
        assert {gap["unit"] for gap in bench.get(task_id)["missing"]} == {f"{kind}/{name}" for kind, name in failing}


@pytest.mark.slow
@pytest.mark.parametrize(("name", "count"), [("exercism_python", 32), ("ossu_computer_science", 63)])
def test_the_large_curricula_come_out_complete_over_http(bench: RoadmapBench, name: str, count: int) -> None:
    task_id = bench.started(framework=outside_curriculum(name))
    assert bench.finished(task_id).status is Status.SUCCEEDED
    roadmap = bench.get(task_id)
    assert (len(roadmap["concepts"]), roadmap["missing"], roadmap["artifacts_left_out"]) == (count, [], False)
    assert all(entry[kind] for entry in roadmap["concepts"] for kind in ("tutorial", "resources", "quiz"))
    assert bench.get(task_id, "content-status")["progress"]["done"] == count * 3
    assert roadmap["licence"] == "MIT"


def test_prefer_wait_answers_with_the_receipt_while_it_is_being_made(bench: RoadmapBench) -> None:
    reply = bench.user.post(GENERATE, {"framework": ENGLISH}, Prefer="wait=1")
    assert (reply.status, reply.json["status"]) == (202, "processing")


def wake_up(task_id: str) -> WakeUp:
    return WakeUp(task_id, "generation-normal", "receipt", "token")
