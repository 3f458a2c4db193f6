"""Measure and print; `make bench ONLY="fan-out health"` measures some of it.

Speed is never asserted in the tests; these figures are for people. Run it on a quiet machine.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from infrastructure.local.sample_data import load_sample_accounts
from infrastructure.local.settings import PROJECT
from tests.bench.calls import call_figures
from tests.bench.cold_start import cold_start_figures
from tests.bench.cost import cost_figures
from tests.bench.fan_out import fan_out_figures, fan_platform
from tests.bench.figures import Figure, print_figures
from tests.bench.health import health_figures
from tests.bench.load import submit_figures, throughput_figures
from tests.e2e.local_cloud import Platform, own_local_cloud
from tests.e2e.tasks import Tasks

Group = tuple[str, Sequence[Figure]]
TITLES = {
    "calls": "AWS calls (a content task by the offline writer; heartbeats come on top)",
    "deployment": "Deployment",
    "cold-start": "Cold start (CPU time of the import, from the package)",
    "submit": "Submit over the edge",
    "throughput": "Throughput",
    "health": "API beside a roadmap of 63 concepts",
    "fan-out": "Fan-out of 30×3 units",
    "cost": "Requests of a fan-out of 30×3 units, at AWS's prices of November 2026 for us-east-1",
}


def main(names: Collection[str]) -> None:
    unknown = set(names) - TITLES.keys()
    if unknown:
        sys.exit(f"There is no {', '.join(sorted(unknown))}; there are {', '.join(TITLES)}.")
    print_figures(_groups(names or TITLES))


def _groups(names: Collection[str]) -> Iterator[Group]:
    if "calls" in names:
        yield TITLES["calls"], call_figures()
    if set(names) == {"calls"}:
        return
    with tempfile.TemporaryDirectory() as home:
        began = time.perf_counter()
        with own_local_cloud(Path(home)) as platform:
            up = time.perf_counter() - began
            for name, measure in _measures(platform, Path(home), up).items():
                if name in names:
                    yield TITLES[name], list(measure())


def _measures(platform: Platform, home: Path, up_seconds: float) -> dict[str, Callable[[], Sequence[Figure]]]:
    """In the order in which they are made; the last two have a deployment of their own."""
    package = PROJECT / "build" / "local" / "package.zip"
    fans = cache(lambda: fan_platform(platform, home))
    return {
        "deployment": lambda: [Figure("local cloud up and platform deployed", up_seconds, "s")],
        "cold-start": lambda: cold_start_figures(package),
        "submit": partial(_submit, platform),
        "throughput": partial(_throughput, platform),
        "health": partial(_health, platform),
        "cost": partial(_cost, fans),
        "fan-out": partial(_fan_out, fans),
    }


def _submit(platform: Platform) -> Sequence[Figure]:
    key = platform.new_key(user_id="bench", role="admin")
    load_sample_accounts(platform.base_url, key)
    with platform.client(key) as client:
        return submit_figures(client)


def _throughput(platform: Platform) -> Sequence[Figure]:
    load_sample_accounts(platform.base_url, platform.new_key(user_id="bench", role="admin"))
    with platform.client(platform.new_key(user_id="bench-of-many", role="normal")) as client:
        return throughput_figures(client)


def _health(platform: Platform) -> Sequence[Figure]:
    with platform.client(platform.new_key(user_id="bench-of-health", role="normal")) as client:
        return health_figures(platform, Tasks(client))


def _cost(fans: Callable[[], Platform]) -> Sequence[Figure]:
    with fans().client(fans().new_key(user_id="bench-of-cost", role="admin")) as client:
        return list(cost_figures(fans(), client))


def _fan_out(fans: Callable[[], Platform]) -> Sequence[Figure]:
    with fans().client(fans().new_key(user_id="bench-of-fans", role="admin")) as client:
        return list(fan_out_figures(fans(), client))


if __name__ == "__main__":
    main(sys.argv[1:])
