"""Measure and print; `make bench ONLY="fan-out health"` measures some of it.

Speed is never asserted in the tests; these figures are for people. Run it on a quiet machine.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
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
from tests.bench.images import many_pictures_figures, picture_figures, renderer_figures
from tests.bench.large_file import large_file_figures
from tests.bench.load import submit_figures, throughput_figures
from tests.bench.sync import many_files_figures, small_file_figures
from tests.bench.sync import submit_figures as sync_submit_figures
from tests.bench.sync_large import large_file_twice_figures
from tests.bench.sync_runs import SyncUser
from tests.e2e.local_cloud import Platform, own_local_cloud
from tests.e2e.tasks import Tasks

Group = tuple[str, Sequence[Figure]]
TITLES = {
    "calls": "AWS calls (a content task by the offline writer; heartbeats come on top)",
    "large-file": "The largest files that are taken, in a process like a small function's",
    "deployment": "Deployment",
    "cold-start": "Cold start (CPU time of the import, from the package)",
    "submit": "Submit over the edge",
    "throughput": "Throughput",
    "health": "API beside a roadmap of 63 concepts",
    "sync": "Data sync",
    "image": "Pictures by the embedded renderer",
    "fan-out": "Fan-out of 30×3 units",
    "cost": "Requests of a fan-out of 30×3 units, at AWS's prices of November 2026 for us-east-1",
}
WITHOUT_CLOUD: dict[str, Callable[[], Iterable[Figure]]] = {"calls": call_figures, "large-file": large_file_figures}


def main(names: Collection[str]) -> None:
    unknown = set(names) - TITLES.keys()
    if unknown:
        sys.exit(f"There is no {', '.join(sorted(unknown))}; there are {', '.join(TITLES)}.")
    print_figures(_groups(names or TITLES))


def _groups(names: Collection[str]) -> Iterator[Group]:
    for name, without_cloud in WITHOUT_CLOUD.items():
        if name in names:
            yield TITLES[name], list(without_cloud())
    if set(names) <= WITHOUT_CLOUD.keys():
        return
    with tempfile.TemporaryDirectory() as home:
        began = time.perf_counter()
        with own_local_cloud(Path(home)) as platform:
            up = time.perf_counter() - began
            for name, measure in _measures(platform, Path(home), up).items():
                if name in names:
                    yield TITLES[name], list(measure())


def _measures(platform: Platform, home: Path, up_seconds: float) -> dict[str, Callable[[], Iterable[Figure]]]:
    """In the order in which they are made; the last two have a deployment of their own."""
    package = PROJECT / "build" / "local" / "package.zip"
    fans = cache(lambda: fan_platform(platform, home))
    return {
        "deployment": lambda: [Figure("local cloud up and platform deployed", up_seconds, "s")],
        "cold-start": lambda: cold_start_figures(package),
        "submit": partial(_submit, platform),
        "throughput": partial(_throughput, platform),
        "health": partial(_health, platform),
        "sync": partial(_sync, platform),
        "image": partial(_image, platform),
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


def _sync(platform: Platform) -> Iterator[Figure]:
    with platform.client(platform.new_key(user_id="bench-of-syncs", role="normal")) as client:
        user = SyncUser(client)
        yield from small_file_figures(user)
        yield from sync_submit_figures(user)
        yield from many_files_figures(user)
        yield from large_file_twice_figures(platform, user)


def _image(platform: Platform) -> Iterator[Figure]:
    yield from renderer_figures()
    with platform.client(platform.new_key(user_id="bench-of-pictures", role="normal")) as client:
        yield from picture_figures(client)
        yield from many_pictures_figures(client)


def _cost(fans: Callable[[], Platform]) -> Sequence[Figure]:
    with fans().client(fans().new_key(user_id="bench-of-cost", role="admin")) as client:
        return list(cost_figures(fans(), client))


def _fan_out(fans: Callable[[], Platform]) -> Sequence[Figure]:
    with fans().client(fans().new_key(user_id="bench-of-fans", role="admin")) as client:
        return list(fan_out_figures(fans(), client))


if __name__ == "__main__":
    main(sys.argv[1:])
