"""How quickly and how surely the API says that it is well while a large roadmap is being made."""

from __future__ import annotations

import math
import threading
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

from tests.bench.figures import Figure, percentile
from tests.e2e.curriculum_of_crafts import curriculum
from tests.e2e.large_roadmaps import LargeRoadmap, submitted
from tests.e2e.local_cloud import Platform
from tests.e2e.tasks import Tasks

CALLERS = 20
REQUESTS = 10_000
OK = 200
PATIENCE_SECONDS = 10.0


@dataclass
class Answers:
    """What one caller got."""

    milliseconds: list[float] = field(default_factory=list)
    """Of every request. One without a good answer took for ever: leaving it out would flatter the percentiles."""
    problems: Counter[str] = field(default_factory=Counter)


def health_figures(platform: Platform, tasks: Tasks) -> Sequence[Figure]:
    """Asks from the moment a roadmap is accepted until it is done; the next one follows while requests are missing.

    The callers are threads of this process: what they wait for each other is in the figures too.
    """
    answers = [Answers() for _ in range(CALLERS)]
    over = threading.Event()
    roadmap = submitted(tasks, platform, curriculum())
    with ThreadPoolExecutor(CALLERS) as pool:
        callers = [pool.submit(_ask, platform.base_url, over, own) for own in answers]
        try:
            _check(roadmap)
            roadmaps = 1
            while not (_are_enough(answers) or any(caller.done() for caller in callers)):
                _check(submitted(tasks, platform, curriculum()))
                roadmaps += 1
        finally:
            over.set()
    for caller in callers:
        caller.result()
    return _figures(answers, roadmaps)


def _are_enough(answers: Sequence[Answers]) -> bool:
    return sum(len(own.milliseconds) for own in answers) >= REQUESTS


def _check(roadmap: LargeRoadmap) -> None:
    """Waits for its end; raises RuntimeError when that is no success."""
    task = roadmap.finished()
    if task["status"] != "succeeded":
        raise RuntimeError(f"a roadmap ended {task['status']}")


def _figures(answers: Sequence[Answers], roadmaps: int) -> Sequence[Figure]:
    took = [each for own in answers for each in own.milliseconds]
    problems = sum((own.problems for own in answers), Counter[str]())
    told = "".join(f"; {count} × {problem}" for problem, count in problems.most_common())
    beside = f"/health, {CALLERS} at once"
    return (
        Figure(f"{beside}: requests", len(took), "requests", REQUESTS, at_least=True),
        Figure(f"{beside}: answered with 200{told}", 100 * (1 - problems.total() / len(took)), "%", 100, at_least=True),
        Figure(f"{beside}: p50 of all requests", percentile(took, 0.50), "ms"),
        Figure(f"{beside}: p99 of all requests", percentile(took, 0.99), "ms", 100),
        Figure("roadmaps of 63 concepts made meanwhile", roadmaps, "roadmaps"),
    )


def _ask(base_url: str, over: threading.Event, answers: Answers) -> None:
    """One request after the other, on one connection that is kept."""
    connection = HTTPConnection(urlsplit(base_url).netloc, timeout=PATIENCE_SECONDS)
    try:
        while not over.is_set():
            began = time.perf_counter()
            problem = _problem(connection)
            answers.milliseconds.append(math.inf if problem else (time.perf_counter() - began) * 1000)
            answers.problems.update([problem] if problem else [])
    finally:
        connection.close()


def _problem(connection: HTTPConnection) -> str | None:
    """What was wrong with the answer to one request."""
    try:
        connection.request("GET", "/health")
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException) as error:
        connection.close()
        return type(error).__name__
    return None if answer.status == OK else str(answer.status)
