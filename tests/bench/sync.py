"""Small files from submit to done: alone, a hundred at once, and how quickly their syncs are accepted."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from tests.bench.figures import Figure, percentile
from tests.bench.load import in_an_hour
from tests.bench.sync_runs import PATIENCE_SECONDS, SyncUser
from tests.e2e.local_cloud import wait_until
from tests.e2e.tasks import ENDED, Tasks

SMALL_ROWS = 24
WARM_RUNS = 9
SUBMITS, SUBMITS_AT_ONCE = 200, 10
TOGETHER = 100


def small_file_figures(user: SyncUser) -> Sequence[Figure]:
    """Every file has rows of its own, so that each run writes all of them."""
    files = [user.upload_lines(SMALL_ROWS, seed=seed) for seed in range(1 + WARM_RUNS)]
    cold, *warm = [user.run(file_id) for file_id in files]
    written = {run.rows_written for run in (cold, *warm)}
    if written != {SMALL_ROWS}:
        raise RuntimeError(f"files of {SMALL_ROWS} rows wrote {written}")
    told = f"file of {SMALL_ROWS} rows, submit to done"
    seconds = [run.seconds for run in warm]
    return (
        Figure(f"{told}: median of {WARM_RUNS}, warm", statistics.median(seconds), "s", 1.5),
        Figure(f"{told}: slowest of {WARM_RUNS}, warm", max(seconds), "s"),
        Figure(f"{told}: the first of all, whose worker starts", cold.seconds, "s"),
    )


def submit_figures(user: SyncUser) -> Sequence[Figure]:
    """Syncs that start in an hour: nothing but submits is measured."""
    file_id = user.upload_lines(SMALL_ROWS, seed=10_000)
    run_at = in_an_hour()

    def submit(_: int) -> float:
        began = time.perf_counter()
        user.submit(file_id, run_at=run_at)
        return (time.perf_counter() - began) * 1000

    with ThreadPoolExecutor(SUBMITS_AT_ONCE) as pool:
        list(pool.map(submit, range(SUBMITS_AT_ONCE * 3)))
        together = list(pool.map(submit, range(SUBMITS)))
    alone = [submit(number) for number in range(SUBMITS)]
    return tuple(
        Figure(f"submit of one sync, {how}, {name} of {SUBMITS}", percentile(took, share), "ms", 100)
        for how, took in (("one by one", alone), (f"{SUBMITS_AT_ONCE} at once", together))
        for name, share in (("p50", 0.50), ("p99", 0.99))
    )


def many_files_figures(user: SyncUser) -> Iterator[Figure]:
    """Each submitted by a call of its own, ten callers side by side, and followed until the last has ended."""
    files = [user.upload_lines(SMALL_ROWS, seed=20_000 + number) for number in range(TOGETHER)]
    began = time.perf_counter()
    with ThreadPoolExecutor(SUBMITS_AT_ONCE) as pool:
        task_ids = set(pool.map(user.submit, files))
    submitted = time.perf_counter() - began
    tasks = wait_until(
        lambda: _ended(user, task_ids), seconds=PATIENCE_SECONDS, what=f"the end of {TOGETHER} syncs", every=0.5
    )
    took = time.perf_counter() - began
    told = f"{TOGETHER} files of {SMALL_ROWS} rows together"
    yield Figure(f"{told}: done", tasks.count("succeeded"), f"of {TOGETHER}", TOGETHER, at_least=True)
    yield Figure(f"{told}: ended otherwise", TOGETHER - tasks.count("succeeded"), "tasks", 0)
    yield Figure(f"{told}: all submitted", submitted, "s")
    yield Figure(f"{told}: all done", took, "s")


def _ended(user: SyncUser, task_ids: set[str]) -> list[str]:
    """How they ended, once all have."""
    tasks = [task for task in Tasks(user.client).all() if task["task_id"] in task_ids]
    ended = [str(task["status"]) for task in tasks if task["status"] in ENDED]
    return ended if len(ended) == len(task_ids) else []
