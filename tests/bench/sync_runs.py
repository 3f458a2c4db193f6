"""Files that are registered, uploaded and synced over HTTP, with the time that took."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from tests.bench.order_lines import order_lines
from tests.e2e.local_cloud import wait_until
from tests.e2e.tasks import ENDED, Json, as_json, get

PATH = "/api/data-sync"
PATIENCE_SECONDS = 600.0


@dataclass(frozen=True)
class SyncRun:
    """One sync; its seconds are those from before it was submitted until it was seen to be done."""

    task: Json
    seconds: float

    @property
    def rows_written(self) -> int:
        counts = self.task["result"]["counts"]
        return int(counts["inserted"] + counts["updated"])


class SyncUser:
    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    def upload(self, content: bytes, *, account: str) -> str:
        """The id of a file that is there."""
        told = {"name": "orders.csv", "bytes": len(content), "platform": "standard", "account": account}
        file = as_json(self.client.post(f"{PATH}/files", json=told).raise_for_status())
        put = httpx.put(file["upload_url"], content=content, headers=file["headers"], trust_env=False, timeout=60)
        put.raise_for_status()
        return str(file["file_id"])

    def upload_lines(self, rows: int, *, seed: int) -> str:
        return self.upload(order_lines(rows, seed=seed), account="bench")

    def submit(self, file_id: str, **options: object) -> str:
        answer = self.client.post(f"{PATH}/single", json={"file_id": file_id, **options})
        return str(as_json(answer.raise_for_status())["task_id"])

    def run(
        self, file_id: str, *, look_every: float = 0.05, meanwhile: Callable[[], None] = lambda: None, **options: object
    ) -> SyncRun:
        """Raises RuntimeError when it does not succeed."""
        began = time.perf_counter()
        task_id = self.submit(file_id, **options)

        def look() -> Json | None:
            meanwhile()
            task = get(self.client, f"{PATH}/task-status/{task_id}")
            return task if task["status"] in ENDED else None

        what = f"the end of sync {task_id}"
        task = wait_until(look, seconds=PATIENCE_SECONDS, what=what, every=look_every) or {}
        if task["status"] != "succeeded":
            raise RuntimeError(f"a sync ended {task['status']}: {task['error']}")
        return SyncRun(task, time.perf_counter() - began)
