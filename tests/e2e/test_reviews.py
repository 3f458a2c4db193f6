"""A person decides in the middle of a workflow; it waits for that, and goes on as decided."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from tests.e2e.local_cloud import wait_until
from tests.e2e.relays import Relay, Relays


def test_an_approved_review_lets_the_workflow_go_on(relays: Relays) -> None:
    relay = relays.submit(count=3, review=True)
    review = wait_for_review(relays, relay)
    assert review["subject"] == {"numbers": [0, 1, 2]}
    decide(relays, relay, decision="approve")
    assert relay.finished()["status"] == "succeeded"
    assert relay.result()["decision"] == "approved"


def test_a_rejected_review_ends_the_workflow_as_its_plan_says(relays: Relays) -> None:
    relay = relays.submit(count=3, review=True)
    wait_for_review(relays, relay)
    decide(relays, relay, decision="reject", comments="too loud")
    task = relay.finished()
    assert (task["status"], task["error"]["message"]) == ("failed", "rejected: too loud")


def test_a_review_is_decided_once(relays: Relays) -> None:
    relay = relays.submit(count=3, review=True)
    wait_for_review(relays, relay)
    decide(relays, relay, decision="approve")
    again = relays.tasks.client.post(f"/v1/tasks/{relay.task_id}/review", json={"decision": "reject"})
    assert (again.status_code, again.json()["code"]) == (HTTPStatus.CONFLICT, "review_not_open")
    assert relay.finished()["status"] == "succeeded"


def wait_for_review(relays: Relays, relay: Relay) -> dict[str, Any]:
    def look() -> dict[str, Any] | None:
        answer = relays.tasks.client.get(f"/v1/tasks/{relay.task_id}/review")
        assert answer.is_success, answer.text
        opened: dict[str, Any] | None = answer.json()["open"]
        return opened

    return wait_until(look, what="the review") or {}


def decide(relays: Relays, relay: Relay, **decision: str) -> None:
    answer = relays.tasks.client.post(f"/v1/tasks/{relay.task_id}/review", json=decision)
    assert answer.status_code == HTTPStatus.OK, answer.text
