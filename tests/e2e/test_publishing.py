"""What becomes of a finished article: the content, its feedback, its way through the publish pool."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from tests.e2e.conftest import MakeUser
from tests.e2e.tasks import Json, Tasks, get

LATER = "2027-01-31T08:00:00.000Z"


@pytest.fixture
def content(tasks: Tasks) -> Json:
    """A content that was just generated."""
    task_id = tasks.submit()["task_id"]
    tasks.finished(task_id)
    result = tasks.result(task_id)["result"]
    return get(tasks.client, f"/v1/contents/{result['content_id']}")


def test_a_finished_task_leaves_a_draft_and_a_pending_pool_entry(tasks: Tasks, content: Json) -> None:
    entry = get(tasks.client, f"/v1/publish-pool/{content['pool_entry_id']}")

    assert content["state"] == "draft"
    assert content["account_id"] == entry["account_id"] == "50"
    assert content["article"]["title"] == content["title"] == entry["title"]
    assert entry["state"] == "pending"
    assert entry["content_id"] == content["content_id"]
    assert [c["content_id"] for c in tasks.contents()] == [content["content_id"]]
    assert get(tasks.client, "/v1/contents", account_id="49")["items"] == []


def test_a_content_can_be_edited_and_rated(tasks: Tasks, content: Json) -> None:
    path = f"/v1/contents/{content['content_id']}"

    edited = tasks.client.patch(path, json={"title": "A better title", "state": "ready"})
    rated = tasks.client.post(f"{path}/feedback", json={"rating": 5, "comment": "好文章"})

    assert (edited.json()["title"], edited.json()["state"]) == ("A better title", "ready")
    assert rated.status_code == HTTPStatus.CREATED
    assert [(f["rating"], f["comment"]) for f in get(tasks.client, f"{path}/feedback")["items"]] == [(5, "好文章")]
    assert [c["title"] for c in get(tasks.client, "/v1/contents", state="ready")["items"]] == ["A better title"]


def test_a_pool_entry_is_scheduled_then_published_and_then_stays_so(tasks: Tasks, content: Json) -> None:
    path = f"/v1/publish-pool/{content['pool_entry_id']}"

    scheduled = tasks.client.post(f"{path}/schedule", json={"publish_at": LATER}).json()
    assert (scheduled["state"], scheduled["publish_at"]) == ("scheduled", LATER)
    published = tasks.client.post(f"{path}/publish").json()
    assert published["state"] == "published"
    assert published["published_at"]
    refused = tasks.client.post(f"{path}/withdraw")

    assert (refused.status_code, refused.json()["code"]) == (HTTPStatus.CONFLICT, "pool_entry_conflict")
    assert get(tasks.client, path)["state"] == "published"
    assert [e["state"] for e in get(tasks.client, "/v1/publish-pool", account_id="50")["items"]] == ["published"]


def test_a_withdrawn_pool_entry_cannot_be_published(tasks: Tasks, content: Json) -> None:
    path = f"/v1/publish-pool/{content['pool_entry_id']}"

    withdrawn = tasks.client.post(f"{path}/withdraw").json()
    refused = tasks.client.post(f"{path}/publish")

    assert withdrawn["state"] == "withdrawn"
    assert refused.json()["code"] == "pool_entry_conflict"
    assert get(tasks.client, "/v1/publish-pool", state="withdrawn")["items"][0]["content_id"] == content["content_id"]


def test_contents_and_pool_entries_are_their_owners_alone(content: Json, make_user: MakeUser) -> None:
    stranger = make_user()

    answers = [
        stranger.get(f"/v1/contents/{content['content_id']}"),
        stranger.patch(f"/v1/contents/{content['content_id']}", json={"title": "Mine now"}),
        stranger.post(f"/v1/contents/{content['content_id']}/feedback", json={"rating": 1}),
        stranger.post(f"/v1/publish-pool/{content['pool_entry_id']}/publish"),
    ]

    assert {answer.status_code for answer in answers} == {HTTPStatus.NOT_FOUND}
    assert get(stranger, "/v1/contents")["items"] == []
    assert get(stranger, "/v1/publish-pool")["items"] == []
