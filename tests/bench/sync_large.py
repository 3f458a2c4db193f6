"""A large file from submit to done, and the same file again: time, rows, requests for writing, memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from chalicelib.domain.lanes import LOWEST_PRIORITY, lane_of
from infrastructure.naming import consumer_of, function_name
from tests.bench.figures import Figure
from tests.bench.order_lines import order_lines
from tests.bench.request_counter import DynamoDbRequests, counted_requests
from tests.bench.sync_runs import SyncRun, SyncUser
from tests.bench.worker_memory import PeakMemory
from tests.e2e.local_cloud import Platform

ROWS = 61_548
"""As many as the largest of the real files has that the budgets were made for."""
LOOK_EVERY_SECONDS = 0.5
SEED = 30_000


def large_file_twice_figures(platform: Platform, user: SyncUser) -> Iterator[Figure]:
    """On the low lane, whose function nothing else of the bench uses: its workers and requests are this file's."""
    function = function_name(platform.stage, consumer_of(lane_of("sync", LOWEST_PRIORITY)))
    content = order_lines(ROWS, seed=SEED)
    file_id = user.upload(content, account="bench-of-one-large-file")
    memory = PeakMemory(platform, function)
    with counted_requests(platform, function) as requests:
        first, first_writes = _counted_run(user, file_id, requests, memory)
        second, second_writes = _counted_run(user, file_id, requests, memory)
    first_rows, second_rows = _rows_by_task(platform, first, second)
    told = f"file of {ROWS:,} rows ({len(content) / 1024**2:.1f} MiB)"
    yield Figure(f"{told}: first sync, submit to done", first.seconds, "s", 60)
    yield Figure(f"{told}: second sync, submit to done", second.seconds, "s")
    yield Figure(f"{told}: first sync, rows written", first_rows, "rows", ROWS, at_least=True)
    yield Figure(f"{told}: second sync, rows written", second_rows, "rows", 0)
    yield Figure(f"{told}: first sync, requests that write", first_writes, "")
    yield Figure(f"{told}: second sync, requests that write", second_writes, "")
    yield Figure("requests that write, first to second", first_writes / second_writes, "times", 5, at_least=True)
    yield Figure("time, first to second", first.seconds / second.seconds, "times")
    if memory.mebibytes:
        yield Figure("peak memory of the worker's process", memory.mebibytes, "MiB", 400)


def _counted_run(user: SyncUser, file_id: str, requests: DynamoDbRequests, memory: PeakMemory) -> tuple[SyncRun, int]:
    """The sync, and its requests that write: rows, progress, events, what becomes of the file and of the task."""
    before = requests.writes
    run = user.run(file_id, look_every=LOOK_EVERY_SECONDS, meanwhile=memory.look, priority=LOWEST_PRIORITY)
    return run, requests.writes - before


def _rows_by_task(platform: Platform, *runs: SyncRun) -> list[int]:
    """Rows in the store by the task that wrote them; raises RuntimeError when a task counted differently."""
    (dataset,) = {run.task["result"]["dataset_id"] for run in runs}
    pages = (
        platform.aws("dynamodb")
        .get_paginator("query")
        .paginate(
            TableName=platform.table("dataset-rows").name,
            KeyConditionExpression="#dataset = :dataset",
            ExpressionAttributeNames={"#dataset": "dataset"},
            ExpressionAttributeValues={":dataset": {"S": dataset}},
            ProjectionExpression="written_by",
        )
    )
    rows = Counter(item["written_by"]["S"] for page in pages for item in page["Items"])
    found = [rows[run.task["task_id"]] for run in runs]
    if found != [run.rows_written for run in runs]:
        raise RuntimeError(f"syncs counted {[run.rows_written for run in runs]} rows and {found} are in the store")
    return found
