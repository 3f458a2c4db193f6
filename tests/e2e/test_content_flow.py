"""An article from the request to the publish pool, over HTTP."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import Any

import httpx
import pytest

from tests.e2e.conftest import MakeUser
from tests.e2e.local_cloud import Platform
from tests.e2e.tasks import REFERENCE_TEXT, Tasks, as_json, content_request, get, in_days

CHINESE_TEXT = (
    "芙蓉洞位于重庆武隆县江口镇的芙蓉江畔，距武隆县城20公里。芙蓉洞全长2846米，洞底总面积3.7万平方米。"
    "洞内石钟乳种类繁多，其中一座石瀑高21米。芙蓉洞在1993年被当地村民发现，次年对游客开放。"
)
CALLERS = 16
"""At once; each may need a container of its own, which a laptop has to start first."""
RECEIPT = {
    *("task_id", "task_type", "status", "task_system"),
    *("status_url", "events_url", "cancel_url", "result_url"),
}


def test_a_submitted_article_is_answered_with_a_receipt_that_leads_to_its_result(
    tasks: Tasks, platform: Platform
) -> None:
    answer = tasks.client.post("/v1/content", json=content_request())

    receipt = as_json(answer)
    assert answer.status_code == HTTPStatus.ACCEPTED
    assert set(receipt) == RECEIPT
    assert (receipt["task_type"], receipt["status"], receipt["task_system"]) == ("content_generation", "queued", "sqs")
    assert answer.headers["Location"] == receipt["status_url"]
    assert int(answer.headers["Retry-After"]) >= 1
    tasks.finished(receipt["task_id"])
    assert receipt["status_url"].endswith(f"/v1/tasks/{receipt['task_id']}")
    if platform.cloud is None:
        return  # Another emulator's addresses do not tell under which one it is reached from here.
    result = tasks.client.get(receipt["result_url"]).json()
    assert result["status"] == "succeeded"
    assert result["result"]["provider"] == "offline"
    assert tasks.client.get(receipt["status_url"]).json()["task_id"] == receipt["task_id"]


@pytest.mark.parametrize(
    ("language", "account", "text"), [("zh", 49, CHINESE_TEXT), ("en", 50, REFERENCE_TEXT)], ids=["zh", "en"]
)
def test_an_article_takes_its_language_from_the_account(tasks: Tasks, language: str, account: int, text: str) -> None:
    task_id = tasks.submit(account_id=account, reference_text=text)["task_id"]

    assert tasks.finished(task_id)["status"] == "succeeded"
    article = tasks.result(task_id)["result"]["article"]
    assert article["language"] == language
    assert article["title"]
    assert all(section["paragraphs"] for section in article["sections"])


def test_the_events_of_a_task_are_numbered_without_gaps_and_end_with_its_end(tasks: Tasks) -> None:
    task_id = tasks.submit()["task_id"]

    events = tasks.events(task_id)

    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    assert [event["kind"] for event in events] == ["queued", "started", "succeeded"]
    assert tasks.show(task_id)["last_seq"] == events[-1]["seq"]


def test_a_long_poll_is_answered_when_something_happens(tasks: Tasks) -> None:
    task_id = tasks.submit()["task_id"]
    tasks.finished(task_id)

    last = tasks.show(task_id)["last_seq"]
    late = get(tasks.client, f"/v1/tasks/{task_id}/events", after=1, wait=20)
    beyond = get(tasks.client, f"/v1/tasks/{task_id}/events", after=last, wait=20)

    assert late["items"]
    assert all(event["seq"] > 1 for event in late["items"])
    assert beyond == {"items": [], "last_seq": last, "finished": True}


def test_a_caller_who_prefers_to_wait_gets_the_finished_task(tasks: Tasks) -> None:
    answer = tasks.client.post("/v1/content", json=content_request(), headers={"Prefer": "wait=20"})

    assert answer.status_code == HTTPStatus.OK
    assert answer.headers["Preference-Applied"] == "wait=20"
    assert answer.json()["status"] == "succeeded"
    assert answer.json()["result"]["article"]["title"]


def test_a_caller_who_waited_in_vain_gets_a_receipt(tasks: Tasks) -> None:
    headers = {"Prefer": "wait=1"}

    answer = tasks.client.post("/v1/content", json=content_request(run_at=in_days(7)), headers=headers)

    assert answer.status_code == HTTPStatus.ACCEPTED
    assert answer.headers["Preference-Applied"] == "wait=1"
    assert 1.0 <= answer.elapsed.total_seconds() < 3.0
    tasks.cancel(answer.json()["task_id"])


def test_fifty_posts_of_many_callers_with_one_idempotency_key_make_one_task(tasks: Tasks) -> None:
    def submit(_: int) -> httpx.Response:
        headers = {"Idempotency-Key": "the-one-and-only"}
        return tasks.client.post("/v1/content", json=content_request(), headers=headers)

    with ThreadPoolExecutor(CALLERS) as crowd:
        answers = list(crowd.map(submit, range(50)))

    assert {answer.status_code for answer in answers} <= {HTTPStatus.ACCEPTED, HTTPStatus.CONFLICT}
    assert len({answer.json()["task_id"] for answer in answers if answer.status_code == HTTPStatus.ACCEPTED}) == 1
    assert len(tasks.all()) == 1
    assert tasks.finished(tasks.all()[0]["task_id"])["status"] == "succeeded"
    assert len(tasks.contents()) == 1


def test_an_idempotency_key_is_refused_for_another_request(tasks: Tasks) -> None:
    headers = {"Idempotency-Key": "used-twice"}
    tasks.submit(headers=headers)

    answer = tasks.client.post("/v1/content", json=content_request(topic="Something else"), headers=headers)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer.json()["code"] == "idempotency_key_reused"
    assert len(tasks.all()) == 1


def test_the_source_may_be_an_uploaded_file(tasks: Tasks) -> None:
    text = CHINESE_TEXT.encode()
    upload = {"file_name": "source.txt", "content_type": "text/plain; charset=utf-8", "bytes": len(text)}

    ticket = tasks.client.post("/v1/uploads", json=upload)
    assert ticket.status_code == HTTPStatus.CREATED, ticket.text
    put = httpx.put(ticket.json()["upload_url"], content=text, headers=ticket.json()["headers"], trust_env=False)
    assert put.is_success, put.text
    receipt = tasks.submit(
        account_id="49", topic="芙蓉洞", reference_text=None, source_upload_id=ticket.json()["upload_id"]
    )

    assert tasks.finished(receipt["task_id"])["status"] == "succeeded"
    assert "芙蓉洞" in str(tasks.result(receipt["task_id"])["result"]["article"]["sections"])


def test_an_upload_of_another_user_cannot_be_used(tasks: Tasks, make_user: MakeUser) -> None:
    upload = {"file_name": "source.txt", "content_type": "text/plain", "bytes": 4}
    ticket = make_user().post("/v1/uploads", json=upload).json()
    httpx.put(ticket["upload_url"], content=b"text", headers=ticket["headers"], trust_env=False)

    refused = tasks.client.post("/v1/content", json=content_request(source_upload_id=ticket["upload_id"]))

    assert (refused.status_code, refused.json()["code"]) == (HTTPStatus.UNPROCESSABLE_ENTITY, "unknown_upload")
    assert tasks.all() == []


def test_an_owner_narrows_the_list_of_tasks_and_pages_through_it(tasks: Tasks) -> None:
    requests = [content_request(topic=f"Topic {number}") for number in range(7)]
    urgent = tasks.submit_many(requests[:3], priority=9)
    normal = tasks.submit_many(requests[3:])
    tasks.all_succeeded(7, seconds=30)

    def ids(**filters: Any) -> list[str]:
        return [task["task_id"] for task in tasks.all(**filters)]

    assert ids() == sorted([*urgent, *normal], reverse=True)
    assert sorted(ids(priority=9)) == sorted(urgent)
    assert sorted(ids(priority=5, status="succeeded", type="content_generation")) == sorted(normal)
    assert ids(status="failed") == []
    first = get(tasks.client, "/v1/tasks", limit=3)
    second = get(tasks.client, "/v1/tasks", limit=3, cursor=first["next_cursor"])
    assert [task["task_id"] for task in (*first["items"], *second["items"])] == ids()[:6]
    created = tasks.show(normal[0])["created_at"]
    assert set(ids(created_before=created)) == set(urgent)


def test_a_delayed_task_waits_for_its_time_and_can_be_cancelled_and_run_again(tasks: Tasks) -> None:
    task_id = tasks.submit(run_at=in_days(7))["task_id"]

    assert tasks.show(task_id)["status"] == "queued"
    assert tasks.cancel(task_id)["status"] == "cancelled"
    assert tasks.cancel(task_id)["status"] == "cancelled"
    again = tasks.client.post(f"/v1/tasks/{task_id}/retry")

    assert again.status_code == HTTPStatus.ACCEPTED
    assert again.json()["task_id"] == task_id
    finished = tasks.finished(task_id)
    assert (finished["status"], finished["run"], finished["attempt"]) == ("succeeded", 2, 1)
    refused = tasks.client.post(f"/v1/tasks/{task_id}/retry")
    assert (refused.status_code, refused.json()["code"]) == (HTTPStatus.CONFLICT, "task_not_retryable")


def test_finished_tasks_are_cleaned_up_but_not_in_a_dry_run(tasks: Tasks) -> None:
    task_ids = tasks.submit_many([content_request(topic=f"Topic {number}") for number in range(3)])
    tasks.all_succeeded(3, seconds=30)

    young = tasks.client.post("/v1/tasks/cleanup", json={"older_than_days": 30}).json()
    dry = tasks.client.post("/v1/tasks/cleanup", json={"older_than_days": 0, "dry_run": True}).json()
    assert (young["matched"], dry["matched"], dry["deleted"]) == (0, 3, 0)
    assert len(tasks.all()) == 3
    done = tasks.client.post("/v1/tasks/cleanup", json={"older_than_days": 0}).json()

    assert (done["matched"], done["deleted"], done["more"]) == (3, 3, False)
    assert tasks.all() == []
    assert tasks.client.get(f"/v1/tasks/{task_ids[0]}").status_code == HTTPStatus.NOT_FOUND
    assert len(tasks.contents()) == 3
