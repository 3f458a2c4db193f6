"""Litigation sessions over HTTP: started, followed, read; bad input is told apart."""

from typing import Any

import pytest

from tests.unit.api.conftest import World
from tests.unit.api.gateway import Gateway
from tests.unit.litigation_analysis.driving import SESSIONS, START, brought, put, started, worked_off
from tests.unit.litigation_analysis.samples import CHINESE_CASE, ENGLISH_CASE, case_request, scanned_pdf

PACKAGES = "/api/v1/litigation-analysis/packages"


@pytest.fixture
def documents(world: World, alice: Gateway) -> list[str]:
    return brought(world, alice, ENGLISH_CASE)


def test_a_start_is_answered_as_the_older_system_did(alice: Gateway, documents: list[str]) -> None:
    reply = alice.post(START, case_request(documents))
    told = reply.json
    assert (reply.status, told["status"], told["task_system"]) == (202, "pending", "sqs")
    assert told["session_id"] == told["task_id"] == told["celery_task_id"]
    assert told["message"]
    assert reply.headers["location"] == told["status_url"]
    assert told["status_url"].endswith(f"{SESSIONS}/{told['session_id']}")


def test_a_session_shows_each_document_and_how_far_it_is(world: World, alice: Gateway, documents: list[str]) -> None:
    session_id = started(alice, documents, user_input="The pumps came late.")
    shown = alice.get(f"{SESSIONS}/{session_id}")
    assert shown.headers["retry-after"]
    assert shown.json["status"] == "queued"
    assert [document["status"] for document in shown.json["documents"]] == ["waiting"] * 3
    worked_off(world, session_id)
    ended = alice.get(f"{SESSIONS}/{session_id}").json
    assert (ended["status"], ended["case_position"], ended["user_input"]) == (
        "succeeded",
        "plaintiff",
        "The pumps came late.",
    )
    assert {document["status"] for document in ended["documents"]} == {"analysed"}
    assert (ended["progress"]["done"], ended["progress"]["total"]) == (8, 8)
    assert [item["session_id"] for item in alice.get(SESSIONS).json["items"]] == [session_id]


def test_the_report_comes_in_three_forms(world: World, alice: Gateway, documents: list[str]) -> None:
    session_id = started(alice, documents)
    report = f"{SESSIONS}/{session_id}/report"
    assert (alice.get(report).status, alice.get(report).json["code"]) == (409, "task_not_finished")
    worked_off(world, session_id)
    assert alice.get(f"{report}?format=json").json["report"]["case_type"] == "sale of goods"
    markdown = alice.get(f"{report}?format=markdown")
    assert markdown.headers["content-type"] == "text/markdown; charset=utf-8"
    assert markdown.text.startswith("# Case analysis: sale of goods")
    word = alice.get(f"{report}?format=docx").json
    assert (word["report"], word["format"]) == (None, "docx")
    assert "report-1.docx" in word["download_url"]
    assert alice.get(f"{report}?format=pdf").status == 422


def test_positions_are_taken_in_chinese(world: World, alice: Gateway) -> None:
    ids = brought(world, alice, CHINESE_CASE)
    session_id = started(alice, ids, case_position="被告", case_type="买卖合同纠纷")
    assert alice.get(f"{SESSIONS}/{session_id}").json["case_position"] == "defendant"


def test_unreadable_documents_are_told_and_the_others_go_on(world: World, alice: Gateway) -> None:
    ids = brought(world, alice, {**ENGLISH_CASE, "scan.pdf": scanned_pdf(), "broken.pdf": b"%PDF-1.4 broken"})
    session_id = started(alice, ids)
    assert worked_off(world, session_id).status == "partial"
    shown = alice.get(f"{SESSIONS}/{session_id}").json
    assert [document["status"] for document in shown["documents"]] == ["analysed"] * 3 + ["unread"] * 2
    assert [document["code"] for document in shown["documents"][3:]] == ["document_no_text_layer", "document_broken"]
    text = alice.get(f"{SESSIONS}/{session_id}/report?format=markdown").text
    assert "OCR" in text
    assert "broken.pdf" in text


def test_a_case_of_which_nothing_can_be_read_fails_and_says_why(world: World, alice: Gateway) -> None:
    session_id = started(alice, brought(world, alice, {"scan.pdf": scanned_pdf(), "empty.txt": b"  "}))
    assert worked_off(world, session_id).status == "failed"
    error = alice.get(f"{SESSIONS}/{session_id}").json["error"]
    assert error["code"] == "no_readable_document"
    assert "scan.pdf" in error["message"]
    reply = alice.get(f"{SESSIONS}/{session_id}/report")
    assert (reply.status, reply.json["code"]) == (409, "task_has_no_result")


def refused(user: Gateway, request: Any) -> list[tuple[str, str]]:
    reply = user.post(START, request)
    assert (reply.status, reply.json["code"]) == (422, "validation_failed"), reply.text
    return [(error["pointer"], error["code"]) for error in reply.json["errors"]]


def test_documents_that_are_not_ones_own_are_unknown(world: World, bob: Gateway, documents: list[str]) -> None:
    unknown = [("/document_ids/0", "unknown_document"), ("/document_ids/1", "unknown_document")]
    assert refused(bob, case_request([documents[0], "nonsense"])) == unknown
    assert refused(world.as_user("admin"), case_request(documents[:2])) == unknown


def test_a_document_must_have_been_uploaded(world: World, alice: Gateway) -> None:
    document_id = alice.post("/v1/documents", {"file_name": "late.txt", "bytes": 4}).json["document_id"]
    assert refused(alice, case_request([document_id])) == [("/document_ids/0", "document_not_uploaded")]
    put(world, document_id, b"late")
    assert alice.post(START, case_request([document_id])).status == 202


def test_an_unknown_package_is_told_with_the_known_ones(alice: Gateway, documents: list[str]) -> None:
    reply = alice.post(START, case_request(documents, package_id="divorce"))
    assert reply.json["errors"][0]["code"] == "unknown_package"
    assert "contract_dispute_default" in reply.json["errors"][0]["detail"]


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"document_ids": []}, "/document_ids"),
        ({"document_ids": [f"d{n}" for n in range(201)]}, "/document_ids"),
        ({"document_ids": ["a", "a"]}, "/document_ids"),
        ({"document_ids": ["../a"]}, "/document_ids/0"),
        ({"case_position": "judge"}, "/case_position"),
        ({"case_type": " "}, "/case_type"),
        ({"user_input": "x" * 20_001}, "/user_input"),
        ({"language": "fr"}, "/language"),
        ({"provider": "creator"}, "/provider"),
        ({"session_id": "mine"}, "/session_id"),
    ],
)
def test_a_bad_request_names_the_field(alice: Gateway, wrong: dict[str, object], pointer: str) -> None:
    assert refused(alice, {**case_request(["d1"]), **wrong})[0][0] == pointer


def test_a_provider_must_be_configured(alice: Gateway, documents: list[str]) -> None:
    reply = alice.post(START, case_request(documents, provider="openai"))
    assert (reply.status, reply.json["code"]) == (422, "provider_not_configured")


def test_nobody_else_sees_a_session(alice: Gateway, bob: Gateway, documents: list[str]) -> None:
    session_id = started(alice, documents)
    for path in ("", "/result", "/report"):
        reply = bob.get(f"{SESSIONS}/{session_id}{path}")
        assert (reply.status, reply.json["code"]) == (404, "task_not_found")
    assert bob.get(SESSIONS).json["items"] == []


def test_a_task_of_another_kind_is_no_session(world: World, alice: Gateway, documents: list[str]) -> None:
    ping = alice.post("/v1/tasks", {"task_type": "health_check"}).json["task_id"]
    assert alice.get(f"{SESSIONS}/{ping}").status == 404
    session_id = started(alice, documents)
    worked_off(world, session_id)
    ids = [row.task_id for row in world.tasks.rows()]
    unit = next(task_id for task_id in ids if task_id not in (ping, session_id))
    assert alice.get(f"{SESSIONS}/{unit}").status == 404


def test_the_same_key_starts_one_session(alice: Gateway, documents: list[str]) -> None:
    ids = {
        alice.request("POST", START, body=case_request(documents), headers={"Idempotency-Key": "k"}).json["session_id"]
        for _ in range(2)
    }
    assert len(ids) == 1


def test_packages_are_listed_in_the_readers_language(alice: Gateway) -> None:
    zh = alice.get(PACKAGES, Accept_Language="zh").json["items"]
    en = alice.get(PACKAGES).json["items"]
    assert [package["package_id"] for package in zh] == [package["package_id"] for package in en]
    assert ("租赁合同纠纷", "Lease") in [(package["name"], package["description"]) for package in zh]
    assert all(package["name"] for package in en)
