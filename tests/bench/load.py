"""Latency of submits over the edge, and the time a thousand small tasks take from end to end."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx

from tests.bench.figures import Figure, percentile

CONCURRENCY = 10
REQUESTS = 500
TASKS = 1000
PATIENCE_SECONDS = 180.0
LOOK_EVERY_SECONDS = 0.5
"""Looking costs the emulator as much as running a task."""
REQUEST = {"account_id": "49", "topic": "Tides", "reference_text": "The moon pulls the sea. The sea rises twice a day."}
ENDED = ("succeeded", "failed", "cancelled", "timed_out", "expired", "partial")


def submit_figures(client: httpx.Client) -> Sequence[Figure]:
    """Tasks that start in an hour: nothing but submits is measured."""
    body = {"task_type": "content_generation", "request": REQUEST, "run_at": in_an_hour(), "priority": 1}

    def submit(_number: int) -> float:
        began = time.perf_counter()
        client.post("/v1/tasks", json=body).raise_for_status()
        return (time.perf_counter() - began) * 1000

    with ThreadPoolExecutor(CONCURRENCY) as pool:
        list(pool.map(submit, range(CONCURRENCY * 3)))
        took = list(pool.map(submit, range(REQUESTS)))
    with ThreadPoolExecutor(CONCURRENCY) as pool:
        health = list(pool.map(lambda _: _timed_health(client), range(REQUESTS)))
    return (
        Figure(f"submit, {CONCURRENCY} at once, p50", percentile(took, 0.50), "ms", 60),
        Figure(f"submit, {CONCURRENCY} at once, p99", percentile(took, 0.99), "ms", 100),
        Figure(
            f"health, {CONCURRENCY} at once, p50 (no AWS call: edge, gateway and function)",
            percentile(health, 0.5),
            "ms",
        ),
    )


def throughput_figures(client: httpx.Client) -> Sequence[Figure]:
    """Submitted in one batch; done when the last has ended. A lost or failed task would show."""
    items = [{"task_type": "content_generation", "request": REQUEST} for _ in range(TASKS)]
    began = time.perf_counter()
    answer = client.post("/v1/tasks/batch", json={"items": items}).raise_for_status().json()
    stored = time.perf_counter() - began
    ids = {item["task"]["task_id"] for item in answer["items"]}
    while _unfinished(client) and time.perf_counter() - began < PATIENCE_SECONDS:
        time.sleep(LOOK_EVERY_SECONDS)
    took = time.perf_counter() - began
    succeeded = ids & _ids(client, "succeeded")
    return (
        Figure(f"{TASKS} tasks: stored and sent", stored, "s"),
        Figure(f"{TASKS} tasks from submit to the last end", took, "s", 20),
        Figure(f"{TASKS} tasks: not succeeded", TASKS - len(succeeded), "tasks", 0),
    )


def _unfinished(client: httpx.Client) -> bool:
    """Asked about one status after the other in the order in which tasks go through them."""
    return any(_page(client, status=status, limit="1")["items"] for status in ("queued", "waiting", "running"))


def _ids(client: httpx.Client, status: str) -> set[str]:
    found: set[str] = set()
    cursor: str | None = None
    while True:
        page = _page(client, status=status, limit="100", **({"cursor": cursor} if cursor else {}))
        found |= {task["task_id"] for task in page["items"]}
        cursor = page["next_cursor"]
        if cursor is None:
            return found


def _page(client: httpx.Client, **query: str) -> dict[str, Any]:
    page: dict[str, Any] = client.get("/v1/tasks", params=query).raise_for_status().json()
    return page


def _timed_health(client: httpx.Client) -> float:
    began = time.perf_counter()
    client.get("/health").raise_for_status()
    return (time.perf_counter() - began) * 1000


def in_an_hour() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 3600))
