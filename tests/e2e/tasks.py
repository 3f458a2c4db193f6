"""What tests do with a user's tasks, over HTTP as any client would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Any

import httpx

from tests.e2e.local_cloud import wait_until

Json = dict[str, Any]

REFERENCE_TEXT = (
    "The old lighthouse stands on a cliff above the harbour of Vell. It was built in 1874 from local granite. "
    "Its lamp burned whale oil until 1902, when the harbour got a power station. The keeper's house holds a small "
    "museum with logbooks, lenses and a diving helmet. Visitors climb 142 steps to the gallery. On clear days the "
    "islands are in sight, forty kilometres away."
)
ENDED = ("succeeded", "partial", "failed", "cancelled", "timed_out", "expired")


class Tasks:
    """One user's tasks and contents; `client` carries the user's key."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    def submit(self, headers: dict[str, str] | None = None, **request: Any) -> Json:
        """The receipt of an article that was asked for; the reference text is the tests' own unless given."""
        answer = self.client.post("/v1/content", json=content_request(**request), headers=headers)
        assert answer.status_code == HTTPStatus.ACCEPTED, answer.text
        return as_json(answer)

    def submit_many(self, requests: Iterable[Json], **timing: Any) -> list[str]:
        """The ids of articles asked for in one batch."""
        items = [{"task_type": "content_generation", "request": request, **timing} for request in requests]
        answer = self.client.post("/v1/tasks/batch", json={"items": items})
        assert answer.status_code == HTTPStatus.ACCEPTED, answer.text
        return [item["task"]["task_id"] for item in as_json(answer)["items"]]

    def show(self, task_id: str) -> Json:
        return get(self.client, f"/v1/tasks/{task_id}")

    def result(self, task_id: str) -> Json:
        return get(self.client, f"/v1/tasks/{task_id}/result")

    def cancel(self, task_id: str) -> Json:
        answer = self.client.post(f"/v1/tasks/{task_id}/cancel")
        assert answer.status_code == HTTPStatus.OK, answer.text
        return as_json(answer)

    def wait_for(self, task_id: str, *statuses: str, seconds: float = 30.0) -> Json:
        """The task, once it has one of the statuses."""

        def look() -> Json | None:
            task = self.show(task_id)
            return task if task["status"] in statuses else None

        return wait_until(look, seconds=seconds, what=f"{' or '.join(statuses)} of task {task_id}") or {}

    def finished(self, task_id: str, *, seconds: float = 30.0) -> Json:
        return self.wait_for(task_id, *ENDED, seconds=seconds)

    def all_succeeded(self, count: int, *, seconds: float) -> list[Json]:
        """All of the user's tasks, once so many have succeeded."""

        def look() -> list[Json]:
            found = self.all(status="succeeded")
            return found if len(found) >= count else []

        return wait_until(look, seconds=seconds, what=f"the success of {count} tasks", every=0.3)

    def events(self, task_id: str) -> list[Json]:
        """All events of a task that has ended."""
        found: list[Json] = []
        while True:
            page = get(self.client, f"/v1/tasks/{task_id}/events", after=found[-1]["seq"] if found else 0, wait=20)
            found += page["items"]
            if page["finished"]:
                return found

    def all(self, **filters: Any) -> list[Json]:
        return list(all_pages(self.client, "/v1/tasks", **filters))

    def contents(self) -> list[Json]:
        return list(all_pages(self.client, "/v1/contents"))


def content_request(**fields: Any) -> Json:
    """A request for an article in the sample account 50, with what is given instead."""
    request = {"account_id": "50", "topic": "The lighthouse of Vell", "reference_text": REFERENCE_TEXT, **fields}
    return {name: value for name, value in request.items() if value is not None}


def creator_request(topic: str, *orders: str) -> Json:
    """A request that the creator command of the tests carries out as its orders say."""
    return {"account_id": "50", "topic": topic, "provider": "creator", "keywords": list(orders)}


def in_days(days: float) -> str:
    """A moment from now, as the API takes it."""
    return (datetime.now(UTC) + timedelta(days=days)).isoformat()


def get(client: httpx.Client, path: str, **query: Any) -> Json:
    answer = client.get(path, params=query)
    assert answer.status_code == HTTPStatus.OK, answer.text
    return as_json(answer)


def all_pages(client: httpx.Client, path: str, **filters: Any) -> Iterator[Json]:
    cursor = None
    while True:
        page = get(client, path, limit=100, **filters, **({"cursor": cursor} if cursor else {}))
        yield from page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            return


def as_json(answer: httpx.Response) -> Json:
    document = answer.json()
    assert isinstance(document, dict)
    return document
