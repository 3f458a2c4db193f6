"""What a picture by the embedded renderer costs, and how long people wait for one or a hundred."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence

import httpx

from chalicelib.adapters.embedded_image_model import EmbeddedImageModel
from chalicelib.domain.lanes import HIGHEST_PRIORITY, LEVELS, LOWEST_PRIORITY, level_of
from chalicelib.domain.pictures import PictureWish
from tests.bench.figures import Figure
from tests.e2e.local_cloud import wait_until
from tests.e2e.tasks import ENDED, Json, Tasks, as_json

PROMPTS = (
    "three red balloons over a blue lake, watercolour",
    "a small house beside two tall green trees at night",
    "五只黄色的小鸟站在树枝上，水墨画",
    'a shop window with the words "OPEN LATE", neon',
    "a storm over grey mountains, oil painting",
)
"""Objects, counts, colours, lettering and styles: pictures differ in what they cost."""
SIDES = (512, 256)
BUDGET_SECONDS_BY_SIDE = {512: 1.0}
PICTURES = 100
SIDE_OF_MANY = 256
PATIENCE_SECONDS = 600.0
PRIORITIES = range(LOWEST_PRIORITY, HIGHEST_PRIORITY + 1)


def renderer_figures() -> Iterator[Figure]:
    """In this process: the drawing alone, without the file and whatever else belongs to a task."""
    model = EmbeddedImageModel()
    model.draw(_wish(PROMPTS[0], SIDES[-1], seed=0))  # opens typefaces and fills tables
    for side in SIDES:
        took = [_cpu_seconds(model, _wish(prompt, side, seed=1)) for prompt in PROMPTS]
        told = f"{side}×{side}, CPU time of drawing"
        yield Figure(f"{told}: median of {len(PROMPTS)} prompts", statistics.median(took), "s")
        yield Figure(f"{told}: dearest prompt", max(took), "s")


def picture_figures(client: httpx.Client) -> Iterator[Figure]:
    """From before it is submitted until it is seen to be done; the answer is not waited for."""
    first = _submitted_to_done(client, PROMPTS[0], SIDES[0], seed=0)
    for side in SIDES:
        took = [_submitted_to_done(client, prompt, side, seed=2) for prompt in PROMPTS]
        told = f"{side}×{side}, n=1, submit to done, warm"
        budget = BUDGET_SECONDS_BY_SIDE.get(side)
        yield Figure(f"{told}: median of {len(PROMPTS)} prompts", statistics.median(took), "s", budget)
        yield Figure(f"{told}: slowest prompt", max(took), "s")
    yield Figure(f"{SIDES[0]}×{SIDES[0]}, n=1, submit to done: the first of all, whose worker starts", first, "s")


def many_pictures_figures(client: httpx.Client) -> Sequence[Figure]:
    """One batch with every priority in it, so that all three lanes draw."""
    items = [_item(number) for number in range(PICTURES)]
    began = time.perf_counter()
    answer = as_json(client.post("/v1/tasks/batch", json={"items": items}).raise_for_status())
    ids = {item["task"]["task_id"] for item in answer["items"]}
    what = f"the end of {PICTURES} pictures"
    tasks = wait_until(lambda: _ended(client, ids), seconds=PATIENCE_SECONDS, what=what, every=0.5)
    took = time.perf_counter() - began
    done = [task for task in tasks if task["status"] == "succeeded"]
    by_level = Counter(level_of(task["priority"]) for task in done)
    lanes = ", ".join(f"{by_level[level]} {level}" for level in LEVELS)
    told = f"{PICTURES} pictures, {SIDE_OF_MANY}×{SIDE_OF_MANY}"
    return (
        Figure(f"{told}: done ({lanes})", len(done), f"of {PICTURES}", PICTURES, at_least=True),
        Figure(f"{told}: ended otherwise", len(tasks) - len(done), "tasks", 0),
        Figure(f"{told}: all done", took, "s"),
    )


def _wish(prompt: str, side: int, *, seed: int) -> PictureWish:
    return PictureWish(prompt, width=side, height=side, seed=seed)


def _cpu_seconds(model: EmbeddedImageModel, wish: PictureWish) -> float:
    began = time.process_time()
    model.draw(wish)
    return time.process_time() - began


def _submitted_to_done(client: httpx.Client, prompt: str, side: int, *, seed: int) -> float:
    """Raises RuntimeError when it does not succeed."""
    request = {"prompt": prompt, "width": side, "height": side, "seed": seed, "n": 1}
    began = time.perf_counter()
    answer = client.post("/text-to-image", json=request, headers={"Prefer": "respond-async"}).raise_for_status()
    task = Tasks(client).finished(as_json(answer)["task_id"], seconds=PATIENCE_SECONDS)
    took = time.perf_counter() - began
    if task["status"] != "succeeded":
        raise RuntimeError(f"a picture ended {task['status']}: {task['error']}")
    return took


def _item(number: int) -> Json:
    prompt, priority = PROMPTS[number % len(PROMPTS)], PRIORITIES[number % len(PRIORITIES)]
    request = {"prompt": prompt, "width": SIDE_OF_MANY, "height": SIDE_OF_MANY, "seed": 100 + number, "n": 1}
    return {"task_type": "image_generation", "request": request, "priority": priority}


def _ended(client: httpx.Client, ids: set[str]) -> list[Json]:
    """All of them, once all have ended."""
    ended = [task for task in Tasks(client).all() if task["task_id"] in ids and task["status"] in ENDED]
    return ended if len(ended) == len(ids) else []
