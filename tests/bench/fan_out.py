"""How well a workflow's units fill their workers: 30 concepts with three units each, on a deployment of the bench."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import httpx

from infrastructure.naming import function_name
from tests.bench.cpu_time import measured_cpu_time
from tests.bench.figures import Figure
from tests.e2e.faults import patch_lane
from tests.e2e.local_cloud import Platform, wait_until
from tests.e2e.own_deployment import copy_of_project, deployed
from tests.e2e.tasks import ENDED, Json, all_pages, as_json, get

LANE = "generation-normal"
CONSUMERS = ("generation_normal", "task_events", "workflow")
CONCEPTS, KINDS = 30, 3
UNITS = CONCEPTS * KINDS
QUICK_SECONDS, USUAL_SECONDS = 0.05, 0.5
BUDGET_PERCENT_BY_WORKERS = {4: 85.0, 16: 78.0}
WIDTHS = (4, 8, 16, 32)
RUNS = 3
PATIENCE_SECONDS = 120.0


@dataclass(frozen=True)
class Fan:
    """One run of 30×3 units."""

    task: Json
    units: tuple[Json, ...]

    @property
    def unit_seconds(self) -> float:
        """From the first start of a unit, which is its claim, to the last end."""
        began = min(_moment(unit["started_at"]) for unit in self.units)
        return (max(_moment(unit["finished_at"]) for unit in self.units) - began).total_seconds()

    @property
    def whole_seconds(self) -> float:
        return (_moment(self.task["finished_at"]) - _moment(self.task["created_at"])).total_seconds()


def fan_platform(platform: Platform, folder: Path) -> Platform:
    """A second deployment, which knows fans of several widths; nothing of it is shipped."""
    project = copy_of_project(folder / "project")
    for width in WIDTHS:
        target = project / "chalicelib" / "task_types" / f"fan_of_{width}"
        shutil.copytree(Path(__file__).with_name("fan"), target, ignore=shutil.ignore_patterns("__pycache__"))
    return deployed(platform, project, stage="staging")


def fan_out_figures(platform: Platform, admin: httpx.Client) -> Iterator[Figure]:
    """As wide as there are workers, and twice as wide, so that a worker finds its next message waiting."""
    patch_lane(admin, LANE, max_concurrency=WIDTHS[0])
    run_fan(admin, width=WIDTHS[0], seconds=QUICK_SECONDS)
    yield from _cpu_figures(platform, admin)
    for workers, budget in BUDGET_PERCENT_BY_WORKERS.items():
        patch_lane(admin, LANE, max_concurrency=workers)
        for width in (workers, 2 * workers):
            for seconds in (QUICK_SECONDS, USUAL_SECONDS):
                goal = budget if (width, seconds) == (workers, QUICK_SECONDS) else None
                yield from _efficiency_figures(admin, workers=workers, width=width, seconds=seconds, budget=goal)


def run_fan(client: httpx.Client, *, width: int, seconds: float) -> Fan:
    request = {"concepts": CONCEPTS, "kinds": KINDS, "seconds": seconds}
    submitted = client.post("/v1/tasks", json={"task_type": f"fan_of_{width}", "request": request})
    task_id = as_json(submitted.raise_for_status())["task_id"]

    def look() -> Json | None:
        task = get(client, f"/v1/tasks/{task_id}")
        return task if task["status"] in ENDED else None

    task = wait_until(look, seconds=PATIENCE_SECONDS, what="the end of a fan", every=0.5) or {}
    units = tuple(all_pages(client, f"/v1/tasks/{task_id}/children", status="succeeded"))
    if (task["status"], len(units)) != ("succeeded", UNITS):
        raise RuntimeError(f"a fan ended {task['status']} with {len(units)} of {UNITS} units")
    return Fan(task, units)


def _efficiency_figures(
    client: httpx.Client, *, workers: int, width: int, seconds: float, budget: float | None
) -> Sequence[Figure]:
    run_fan(client, width=width, seconds=seconds)  # warms the workers
    fans = [run_fan(client, width=width, seconds=seconds) for _ in range(RUNS)]
    measured = statistics.median(fan.unit_seconds for fan in fans)
    ideal = UNITS * seconds / workers
    told = f"{workers} workers, {width} units out, {seconds * 1000:.0f} ms"
    return (
        Figure(f"{told}: efficiency", 100 * ideal / measured, "%", budget, at_least=True),
        Figure(f"{told}: first start to last end (ideal {ideal:.2f} s)", measured, "s"),
        Figure(f"{told}: whole run", statistics.median(fan.whole_seconds for fan in fans), "s"),
    )


def _cpu_figures(platform: Platform, client: httpx.Client) -> Iterator[Figure]:
    names = {consumer: function_name(platform.stage, consumer) for consumer in CONSUMERS}
    with measured_cpu_time(platform, *names.values()) as used:
        run_fan(client, width=WIDTHS[0], seconds=QUICK_SECONDS)
    yield Figure("CPU time of a run: the emulator, one interpreter", used.emulator, "s")
    for consumer, name in names.items():
        yield Figure(f"CPU time of a run: function {consumer}", used.seconds_by_function[name], "s")


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
