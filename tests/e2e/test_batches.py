"""Many tasks at once: a thousand in a request, some of them wrong."""

from __future__ import annotations

from http import HTTPStatus

from tests.e2e.faults import Lane
from tests.e2e.local_cloud import Platform
from tests.e2e.tasks import Json, Tasks, content_request

SIZE = 1000
LONGEST_DRAIN_SECONDS = 400.0
"""An emulator that hands out one message at a time needs minutes; the own local cloud needs twenty seconds."""
BAD: dict[int, Json] = {
    17: {"priority": 11},
    400: {"task_type": "unheard_of"},
    999: {"request": {"topic": "No account"}},
}
REASONS = {17: "validation_failed", 400: "unknown_task_type", 999: "validation_failed"}


def test_three_bad_items_of_a_thousand_are_refused_and_all_others_finish(tasks: Tasks, platform: Platform) -> None:
    answer = tasks.client.post("/v1/tasks/batch", json={"items": _items()})

    assert answer.status_code == HTTPStatus.ACCEPTED, answer.text
    batch = answer.json()
    assert (batch["accepted"], batch["rejected"]) == (SIZE - len(BAD), len(BAD))
    assert [item["index"] for item in batch["items"]] == list(range(SIZE))
    assert {item["index"]: item["error"]["code"] for item in batch["items"] if item["error"]} == REASONS
    Lane(platform, "generation-normal").wait_until_empty(seconds=LONGEST_DRAIN_SECONDS)
    assert len(tasks.all_succeeded(SIZE - len(BAD), seconds=10)) == SIZE - len(BAD)
    assert len(tasks.all()) == SIZE - len(BAD)
    contents = tasks.contents()
    assert len(contents) == len({content["task_id"] for content in contents}) == SIZE - len(BAD)


def test_nothing_of_an_atomic_batch_is_stored_when_an_item_is_bad(tasks: Tasks) -> None:
    answer = tasks.client.post("/v1/tasks/batch", json={"items": _items(), "atomic": True})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert answer.headers["Content-Type"] == "application/problem+json"
    refusal = answer.json()
    assert (refusal["code"], refusal["accepted"], refusal["rejected"]) == ("batch_rejected", 0, SIZE)
    assert tasks.all() == []


def test_a_dry_run_of_a_batch_says_what_would_happen_and_stores_nothing(tasks: Tasks) -> None:
    answer = tasks.client.post("/v1/tasks/batch", json={"items": _items(), "dry_run": True})

    assert answer.status_code == HTTPStatus.OK
    assert (answer.json()["accepted"], answer.json()["rejected"]) == (SIZE - len(BAD), len(BAD))
    assert tasks.all() == []


def _items() -> list[Json]:
    # Without a reference text the offline writer makes an outline: small tasks.
    items: list[Json] = [
        {"task_type": "content_generation", "request": content_request(topic=f"Topic {n}", reference_text=None)}
        for n in range(SIZE)
    ]
    for index, wrong in BAD.items():
        items[index] = {**items[index], **wrong}
    return items
