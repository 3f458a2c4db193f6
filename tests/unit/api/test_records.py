"""Accounts, contents, feedback, the publish pool and uploads over HTTP."""

import pytest

from tests.unit.api.conftest import World
from tests.unit.api.gateway import Gateway
from tests.unit.api.test_lists import walk
from tests.unit.api.test_submitting import TASK


@pytest.fixture
def content_id(world: World, alice: Gateway) -> str:
    """Of an article of Alice's that has been written."""
    alice.post("/v1/tasks", TASK)
    world.work_off()
    found: str = alice.get("/v1/contents").json["items"][0]["content_id"]
    return found


class TestContents:
    def test_a_finished_task_leaves_a_content_and_a_pool_entry(self, alice: Gateway, content_id: str) -> None:
        content = alice.get(f"/v1/contents/{content_id}").json
        assert (content["account_id"], content["owner_id"], content["state"]) == ("49", "alice", "draft")
        assert content["provider"] == "offline"
        assert content["title"] == content["article"]["title"]
        entry = alice.get(f"/v1/publish-pool/{content['pool_entry_id']}").json
        assert (entry["content_id"], entry["state"], entry["publish_at"]) == (content_id, "pending", None)

    def test_title_and_state_can_be_edited(self, alice: Gateway, content_id: str) -> None:
        reply = alice.request("PATCH", f"/v1/contents/{content_id}", body={"title": "新标题", "state": "ready"})
        assert (reply.status, reply.json["title"], reply.json["state"]) == (200, "新标题", "ready")
        assert (
            alice.request("PATCH", f"/v1/contents/{content_id}", body={"state": "archived"}).json["title"] == "新标题"
        )

    def test_contents_are_listed_by_account_and_state(self, alice: Gateway, content_id: str) -> None:
        assert walk(alice, "/v1/contents?account_id=49&state=draft", "content_id") == [content_id]
        assert walk(alice, "/v1/contents?account_id=50", "content_id") == []
        assert walk(alice, "/v1/contents?state=ready", "content_id") == []

    def test_feedback_is_kept_with_its_content(self, alice: Gateway, content_id: str) -> None:
        given = alice.post(f"/v1/contents/{content_id}/feedback", {"rating": 4, "comment": "好"})
        alice.post(f"/v1/contents/{content_id}/feedback", {"rating": 2})
        assert given.status == 201
        assert (given.json["rating"], given.json["comment"], given.json["owner_id"]) == (4, "好", "alice")
        assert len(walk(alice, f"/v1/contents/{content_id}/feedback", "feedback_id")) == 2

    def test_a_feedback_cursor_belongs_to_its_content(self, world: World, alice: Gateway, content_id: str) -> None:
        alice.post("/v1/tasks", TASK)
        world.work_off()
        other = next(i for i in walk(alice, "/v1/contents", "content_id") if i != content_id)
        for _ in range(2):
            alice.post(f"/v1/contents/{content_id}/feedback", {"rating": 4})
        cursor = alice.get(f"/v1/contents/{content_id}/feedback?limit=1").json["next_cursor"]
        assert alice.get(f"/v1/contents/{other}/feedback?cursor={cursor}").status == 400


class TestPublishPool:
    def test_an_entry_goes_from_pending_over_scheduled_to_published(
        self, world: World, alice: Gateway, content_id: str
    ) -> None:
        entry = alice.get(f"/v1/contents/{content_id}").json["pool_entry_id"]
        when = {"publish_at": "2026-12-01T08:00:00+08:00"}
        scheduled = alice.post(f"/v1/publish-pool/{entry}/schedule", when).json
        assert (scheduled["state"], scheduled["publish_at"]) == ("scheduled", "2026-12-01T00:00:00.000Z")
        published = alice.post(f"/v1/publish-pool/{entry}/publish").json
        assert published["state"] == "published"
        assert published["published_at"].startswith(world.clock.now().strftime("%Y-%m-%dT"))
        assert walk(alice, "/v1/publish-pool?account_id=49&state=published", "pool_entry_id") == [entry]

    def test_an_entry_can_be_withdrawn(self, alice: Gateway, content_id: str) -> None:
        entry = alice.get(f"/v1/contents/{content_id}").json["pool_entry_id"]
        assert alice.post(f"/v1/publish-pool/{entry}/withdraw").json["state"] == "withdrawn"


class TestAccounts:
    def test_an_admin_creates_and_changes_accounts_that_all_can_see(self, admin: Gateway, alice: Gateway) -> None:
        body = {"account_id": 50, "name": "Plain Tech", "platform": "blog", "language": "en", "tone": ["plain"]}
        created = admin.post("/v1/accounts", body)
        assert created.status == 201
        assert created.headers["location"].endswith("/v1/accounts/50")
        assert created.json["active"] is True
        changed = admin.request("PATCH", "/v1/accounts/50", body={"audience": "developers", "active": False}).json
        assert (changed["audience"], changed["active"], changed["name"]) == ("developers", False, "Plain Tech")
        assert alice.get("/v1/accounts/50").json == changed
        assert walk(alice, "/v1/accounts?active=true", "account_id") == ["49"]
        assert walk(alice, "/v1/accounts?active=false", "account_id") == ["50"]
        assert sorted(walk(alice, "/v1/accounts", "account_id")) == ["49", "50"]

    def test_a_null_clears_what_may_be_empty(self, admin: Gateway) -> None:
        assert admin.request("PATCH", "/v1/accounts/49", body={"audience": None}).json["audience"] is None

    def test_the_platform_chooses_an_id_if_none_is_given(self, admin: Gateway) -> None:
        created = admin.post("/v1/accounts", {"name": "n", "platform": "p", "language": "zh"}).json
        assert created["account_id"]
        assert admin.get(f"/v1/accounts/{created['account_id']}").json == created


def test_an_upload_gets_a_ticket(alice: Gateway) -> None:
    reply = alice.post("/v1/uploads", {"file_name": "来源.md", "content_type": "text/markdown", "bytes": 1234})
    assert reply.status == 201
    ticket = reply.json
    assert ticket["upload_url"].startswith("https://uploads.example/alice/")
    assert ticket["headers"]["Content-Type"] == "text/markdown"
    assert ticket["expires_at"] == "2026-11-22T13:00:00.000Z"
