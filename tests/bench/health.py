"""How quickly and how surely the API says that it is well while a large roadmap is being made."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

from tests.bench.figures import Figure, percentile
from tests.e2e.curriculum_of_crafts import curriculum
from tests.e2e.large_roadmaps import submitted
from tests.e2e.local_cloud import Platform
from tests.e2e.tasks import Tasks

CALLERS = 20
REQUESTS = 10_000
OK = 200
PATIENCE_SECONDS = 10.0


def health_figures(platform: Platform, tasks: Tasks) -> Sequence[Figure]:
    """The next roadmap begins as soon as one is done, as long as there are requests to make."""
    asked = threading.Event()
    with ThreadPoolExecutor(CALLERS + 1) as pool:
        roadmaps = pool.submit(_roadmaps_until, asked, platform, tasks)
        answers = list(pool.map(lambda _: _asked(platform.base_url, REQUESTS // CALLERS), range(CALLERS)))
        asked.set()
        done = roadmaps.result()
    took = [milliseconds for answer in answers for milliseconds in answer if milliseconds is not None]
    beside = f"/health, {CALLERS} at once"
    return (
        Figure(f"{beside}: p50", percentile(took, 0.50), "ms"),
        Figure(f"{beside}: p99", percentile(took, 0.99), "ms", 100),
        Figure(f"{beside}: answered of {REQUESTS:,}", 100 * len(took) / REQUESTS, "%", 100, at_least=True),
        Figure("roadmaps of 63 concepts made meanwhile", done, "roadmaps"),
    )


def _roadmaps_until(asked: threading.Event, platform: Platform, tasks: Tasks) -> int:
    done = 0
    while not asked.is_set():
        task = submitted(tasks, platform, curriculum()).finished()
        if task["status"] != "succeeded":
            raise RuntimeError(f"a roadmap ended {task['status']}")
        done += 1
    return done


def _asked(base_url: str, count: int) -> list[float | None]:
    """Milliseconds of each request, None for one that was not answered well; one connection that is kept."""
    connection = HTTPConnection(urlsplit(base_url).netloc, timeout=PATIENCE_SECONDS)
    try:
        return [_timed(connection) for _ in range(count)]
    finally:
        connection.close()


def _timed(connection: HTTPConnection) -> float | None:
    began = time.perf_counter()
    try:
        connection.request("GET", "/health")
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException):
        connection.close()
        return None
    return (time.perf_counter() - began) * 1000 if answer.status == OK else None
