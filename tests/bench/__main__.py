"""Measure and print: AWS calls, cold starts, latency, throughput, deployment.

Speed is never asserted in the tests; these figures are for people. Run it on a quiet machine.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from infrastructure.local.sample_data import load_sample_accounts
from infrastructure.local.settings import PROJECT
from tests.bench.calls import call_figures
from tests.bench.cold_start import cold_start_figures
from tests.bench.figures import Figure, print_figures
from tests.bench.load import submit_figures, throughput_figures
from tests.e2e.local_cloud import Platform, own_local_cloud

Group = tuple[str, Sequence[Figure]]


def main() -> None:
    print_figures(_groups())


def _groups() -> Iterator[Group]:
    yield "AWS calls (a content task by the offline writer; heartbeats come on top)", call_figures()
    with tempfile.TemporaryDirectory() as home:
        began = time.perf_counter()
        with own_local_cloud(Path(home)) as platform:
            up = time.perf_counter() - began
            yield from _on_the_local_cloud(platform, up)


def _on_the_local_cloud(platform: Platform, up_seconds: float) -> Iterator[Group]:
    yield "Deployment", [Figure("local cloud up and platform deployed", up_seconds, "s")]
    yield (
        "Cold start (CPU time of the import, from the package)",
        cold_start_figures(PROJECT / "build" / "local" / "package.zip"),
    )
    key = platform.new_key(user_id="bench", role="admin")
    load_sample_accounts(platform.base_url, key)
    with platform.client(key) as client:
        yield "Submit over the edge", submit_figures(client)
    with platform.client(platform.new_key(user_id="bench-of-many", role="normal")) as client:
        yield "Throughput", throughput_figures(client)


if __name__ == "__main__":
    main()
