"""A case from the upload of its documents to its report, over HTTP."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from io import BytesIO
from typing import Any

import httpx
import pytest
from docx import Document

from tests.e2e.conftest import MakeUser
from tests.e2e.local_cloud import wait_until
from tests.e2e.providers import Providers
from tests.e2e.tasks import ENDED, Json, Tasks, as_json, get
from tests.unit.litigation_analysis.samples import (
    CHINESE_CASE,
    ENGLISH_CASE,
    docx_of,
    encrypted,
    outside_cases,
    pdf_of,
    scanned_pdf,
)

PATH = "/api/v1/litigation-analysis"
CASE_SECONDS = 240.0
CASES_AT_ONCE = 10
OUTSIDE = outside_cases()


@pytest.fixture
def user(tasks: Tasks) -> httpx.Client:
    return tasks.client


@pytest.fixture
def model_answers(providers: Providers) -> Iterator[None]:
    """The model cites one sentence that is there and one that is not."""
    usual = providers.model.writer
    providers.model.writer = _written
    yield
    providers.model.writer = usual


def _written(prompt: str) -> Any:
    if "Facts:" in prompt:
        strengths = [{"text": "Delivery was late.", "cites": ["F1"]}, {"text": "Aliens saw it.", "cites": ["F9999"]}]
        return {"summary": "A late delivery.", "strengths": strengths}
    true = {"block": 1, "sentence": "Defendant delivered only 120 pumps on August 15, 2021."}
    invented = {"block": 1, "sentence": "Defendant confessed everything on national television."}
    claim = {"kind": "allegation", "by": "Plaintiff", "side": "plaintiff", "text": "Only 120 pumps came."}
    return {"kind": "complaint", "claims": [{**claim, "citations": [true, invented]}]}


def brought(client: httpx.Client, files: Mapping[str, str | bytes]) -> list[str]:
    return [_brought(client, name, data.encode() if isinstance(data, str) else data) for name, data in files.items()]


def _brought(client: httpx.Client, name: str, data: bytes) -> str:
    answer = client.post("/v1/documents", json={"file_name": name, "bytes": len(data)})
    assert answer.status_code == HTTPStatus.CREATED, answer.text
    slot = as_json(answer)
    sent = httpx.put(slot["upload_url"], content=data, headers=slot["headers"], trust_env=False)
    assert sent.status_code == HTTPStatus.OK, sent.text
    return str(slot["document_id"])


def started(client: httpx.Client, document_ids: list[str], **wishes: Any) -> str:
    request = {"case_type": "sale", "case_position": "plaintiff", "document_ids": document_ids, **wishes}
    answer = client.post(f"{PATH}/start", json=request)
    assert answer.status_code == HTTPStatus.ACCEPTED, answer.text
    receipt = as_json(answer)
    assert (receipt["status"], receipt["task_system"]) == ("pending", "sqs")
    return str(receipt["session_id"])


def ended(client: httpx.Client, session_id: str) -> Json:
    def look() -> Json | None:
        session = get(client, f"{PATH}/sessions/{session_id}")
        return session if session["status"] in ENDED else None

    return wait_until(look, seconds=CASE_SECONDS, what=f"the end of session {session_id}", every=0.3) or {}


def report(client: httpx.Client, session_id: str) -> Json:
    found: Json = get(client, f"{PATH}/sessions/{session_id}/report")["report"]
    return found


def word_report(client: httpx.Client, session_id: str) -> Any:
    link = get(client, f"{PATH}/sessions/{session_id}/report", format="docx")["download_url"]
    return Document(BytesIO(httpx.get(link, trust_env=False).content))


def test_a_chinese_case_is_analysed_with_sentence_document_and_place(user: httpx.Client) -> None:
    session_id = started(user, brought(user, CHINESE_CASE), case_position="原告", case_type="买卖合同纠纷")

    session = ended(user, session_id)

    assert session["status"] == "succeeded", session
    found = report(user, session_id)["findings"]
    names = {party["name"] for party in found["parties"]}
    assert {"云川科技有限公司", "江城华泰机械有限公司"} <= names
    assert {"580000", "34800"} <= {amount["value"] for amount in found["amounts"]}
    assert any("第五百七十七条" in statute["normalised"] for statute in found["statutes"])
    assert "2021-08-29" in {event["date"] for event in found["chronology"]}
    for party in found["parties"]:
        assert all(
            place["document"] in CHINESE_CASE and place["sentence"] and place["label"] for place in party["places"]
        )
    markdown = user.get(f"{PATH}/sessions/{session_id}/report", params={"format": "markdown"})
    assert markdown.headers["content-type"].startswith("text/markdown")
    assert "云川科技有限公司" in markdown.text
    assert any("案件分析报告" in paragraph.text for paragraph in word_report(user, session_id).paragraphs)


def test_an_english_case_of_text_pdf_and_word_is_analysed(user: httpx.Client) -> None:
    complaint, letter = ENGLISH_CASE["complaint.txt"].replace("§", "Section"), ENGLISH_CASE["letter.txt"]
    files: dict[str, str | bytes] = {
        "contract.md": ENGLISH_CASE["contract.md"],
        "complaint.pdf": pdf_of([complaint]),
        "letter.docx": docx_of([part for part in letter.split("\n\n") if part]),
    }
    session_id = started(user, brought(user, files), package_id="sale_of_goods")

    assert ended(user, session_id)["status"] == "succeeded"
    found = report(user, session_id)
    assert {48000, 25500, 20000} <= {float(amount["value"]) for amount in found["findings"]["amounts"]}
    assert any("Northwind" in party["name"] for party in found["findings"]["parties"])
    assert [document["state"] for document in found["documents"]] == ["analysed"] * 3


def test_what_cannot_be_read_is_reported_and_the_others_go_on(user: httpx.Client) -> None:
    protected = encrypted(pdf_of(["A protected page of text."]))
    files = {
        "起诉状.txt": CHINESE_CASE["起诉状.txt"].encode("gb18030"),
        "scan.pdf": scanned_pdf(),
        "protected.pdf": protected,
        "broken.pdf": b"%PDF-1.7\nbroken",
        "picture.pdf": b"\x89PNG\r\n\x1a\n" + b"\x00" * 50,
    }
    session_id = started(user, brought(user, files))

    session = ended(user, session_id)

    assert session["status"] == "partial"
    assert [(document["status"], document["code"]) for document in session["documents"]] == [
        ("analysed", None),
        ("unread", "document_no_text_layer"),
        ("unread", "document_encrypted"),
        ("unread", "document_broken"),
        ("unread", "document_type_unsupported"),
    ]
    markdown = user.get(f"{PATH}/sessions/{session_id}/report", params={"format": "markdown"}).text
    assert all(name in markdown for name in files)


def test_a_client_that_went_away_finds_its_result(user: httpx.Client) -> None:
    session_id = started(user, brought(user, ENGLISH_CASE))
    with httpx.Client(base_url=user.base_url, headers=user.headers, trust_env=False) as back_again:
        assert ended(back_again, session_id)["status"] == "succeeded"
        events = get(back_again, f"/v1/tasks/{session_id}/events")["items"]
        children = get(back_again, f"/v1/tasks/{session_id}/children")["items"]
        listed = get(back_again, f"{PATH}/sessions")["items"]
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    assert len(children) == 2 * len(ENGLISH_CASE) + 2
    assert [session["session_id"] for session in listed] == [session_id]


@pytest.mark.usefixtures("model_answers")
def test_citations_that_a_model_invents_are_dropped_and_counted(user: httpx.Client) -> None:
    session_id = started(user, brought(user, {"complaint.txt": ENGLISH_CASE["complaint.txt"]}), provider="openai")

    assert ended(user, session_id)["status"] == "succeeded"
    found = report(user, session_id)
    assert [place["sentence"] for claim in found["findings"]["claims"] for place in claim["places"]] == [
        "Defendant delivered only 120 pumps on August 15, 2021."
    ]
    assert [item["text"] for item in found["view"]["strengths"]] == ["Delivery was late."]
    assert (found["method"]["citations_checked"], found["method"]["citations_dropped"]) == (4, 2)


def test_ten_cases_at_once_are_accepted_and_done(user: httpx.Client) -> None:
    document_ids = brought(user, ENGLISH_CASE)
    with ThreadPoolExecutor(CASES_AT_ONCE) as pool:
        session_ids = list(pool.map(lambda _: started(user, document_ids), range(CASES_AT_ONCE)))
    assert {ended(user, session_id)["status"] for session_id in session_ids} == {"succeeded"}


def test_documents_of_another_owner_cannot_be_analysed(user: httpx.Client, make_user: MakeUser) -> None:
    document_ids = brought(user, {"a.txt": "Something private."})
    request = {"case_type": "sale", "case_position": "plaintiff", "document_ids": document_ids}
    answer = make_user().post(f"{PATH}/start", json=request)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert as_json(answer)["errors"][0]["code"] == "unknown_document"


@pytest.mark.parametrize("name", OUTSIDE or ["none"])
def test_real_cases_are_analysed_completely(user: httpx.Client, name: str) -> None:
    if name not in OUTSIDE:
        pytest.skip("the real cases are not on this machine")
    session_id = started(
        user, brought(user, OUTSIDE[name]), package_id="copyright" if "en_" in name else "sale_of_goods"
    )

    assert ended(user, session_id)["status"] == "succeeded"
    found = report(user, session_id)
    assert {document["state"] for document in found["documents"]} == {"analysed"}
    assert found["findings"]["parties"]
    assert found["findings"]["amounts"] or found["findings"]["chronology"]
    assert len(word_report(user, session_id).tables) >= 5
