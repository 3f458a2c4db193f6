"""Files of tables through the deployed platform: uploaded, dropped, synced, killed, exported."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from http import HTTPStatus

import httpx
import psutil
import pytest

from infrastructure.naming import function_name
from tests.e2e.faults import Workers
from tests.e2e.local_cloud import Platform, wait_until
from tests.e2e.tasks import ENDED, Json, as_json, get
from tests.unit.data_sync.bench import orders, outside_samples

PATH = "/api/data-sync"
ROWS = 12_000
BIG = "orders_uci_online_retail_2010-12_2011-01.csv"


class Syncs:
    """One user's files and their syncs."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    def upload(self, content: bytes, name: str = "orders.csv", **told: str) -> str:
        answer = self.client.post(f"{PATH}/files", json={"name": name, "bytes": len(content), **told})
        assert answer.status_code == HTTPStatus.CREATED, answer.text
        file = as_json(answer)
        put = httpx.put(file["upload_url"], content=content, headers=file["headers"], trust_env=False)
        assert put.status_code == HTTPStatus.OK, put.text
        return str(file["file_id"])

    def start(self, how: str, **request: object) -> str:
        answer = self.client.post(f"{PATH}/{how}", json=request)
        assert answer.status_code == HTTPStatus.ACCEPTED, answer.text
        return str(as_json(answer)["celery_task_id"])

    def show(self, task_id: str) -> Json:
        return get(self.client, f"{PATH}/task-status/{task_id}")

    def ended(self, task_id: str, *, seconds: float = 120.0) -> Json:
        def look() -> Json | None:
            task = self.show(task_id)
            return task if task["status"] in ENDED else None

        return wait_until(look, seconds=seconds, what=f"the end of sync {task_id}") or {}

    def export(self, dataset_id: str) -> list[dict[str, str]]:
        parts, cursor = [], None
        while True:
            query: dict[str, str] = {"cursor": cursor} if cursor else {}
            answer = self.client.get(f"/v1/datasets/{dataset_id}/export", params=query)
            assert answer.status_code == HTTPStatus.OK, answer.text
            parts.append(answer.text)
            cursor = answer.headers.get("x-next-cursor")
            if cursor is None:
                return list(csv.DictReader(io.StringIO("".join(parts), newline="")))


@pytest.fixture
def syncs(make_user: Callable[..., httpx.Client]) -> Syncs:
    return Syncs(make_user())


def test_a_file_is_uploaded_synced_twice_and_exported(syncs: Syncs) -> None:
    file_id = syncs.upload(orders(24).encode(), account="shop")

    first = syncs.ended(syncs.start("single", file_id=file_id))
    second = syncs.ended(syncs.start("single", file_id=file_id))

    assert first["result"]["counts"]["inserted"] == 24
    assert second["result"]["counts"]["unchanged"] == 24
    rows = syncs.export(first["result"]["dataset_id"])
    assert {row["row_key"]: row["amount"] for row in rows}["7//SKU-0"] == "7.5"
    assert len(rows) == 24


def test_a_batch_tells_of_each_file_and_skips_what_has_not_changed(syncs: Syncs) -> None:
    for number in range(3):
        syncs.upload(orders(10, first=10 * number).encode(), f"{number}.csv", platform="standard", data_kind="orders")
    bad = syncs.upload(b"%PDF-1.7", "bad.csv")

    task = syncs.ended(syncs.start("batch-all", priority=8))
    again = syncs.ended(syncs.start("batch", platform="standard"))

    assert task["status"] == "partial"
    assert task["result"]["counts"] | {"rows": 0} == {"files": 4, "synced": 3, "skipped": 0, "failed": 1, "rows": 0}
    assert {file["file_id"]: file["reason"] for file in task["result"]["files"]}[bad] == "the file is a PDF document"
    assert again["result"]["counts"]["skipped"] == 3


def test_what_is_dropped_into_the_bucket_can_be_synced(platform: Platform, syncs: Syncs) -> None:
    owner = get(syncs.client, f"{PATH}/files/{syncs.upload(orders(1).encode())}")["owner_id"]
    key = f"incoming/{owner}/standard/shop 2/orders/dropped file.csv"
    platform.aws("s3").put_object(Bucket=platform.outputs["data_bucket"], Key=key, Body=orders(5).encode())

    def dropped() -> Json | None:
        files: list[Json] = get(syncs.client, f"{PATH}/files", platform="standard")["items"]
        return files[0] if files else None

    file = wait_until(dropped, what="the registration of a dropped file") or {}
    task = syncs.ended(syncs.start("single", file_id=file["file_id"]))

    assert (file["name"], file["account"], file["state"]) == ("dropped file.csv", "shop 2", "uploaded")
    assert task["result"]["counts"]["inserted"] == 5


def test_a_worker_killed_in_the_middle_of_a_file_leaves_exact_rows_and_counts(
    platform: Platform, syncs: Syncs, worker_processes: Workers
) -> None:
    big = next((path for path in outside_samples() if path.name == BIG), None)
    content = big.read_bytes() if big else orders(ROWS).encode()
    rows = content.count(b"\n") - 1
    task_id = syncs.start("single", file_id=syncs.upload(content, "big.csv"))

    wait_until(lambda: _in_the_middle(syncs.show(task_id), rows), seconds=60, what="the middle of the file")
    for pid in worker_processes(function_name(platform.stage, "sync_normal")):
        psutil.Process(pid).kill()
    task = syncs.ended(task_id, seconds=240)

    assert task["status"] == "succeeded", task["error"]
    assert task["attempt"] == 2
    assert task["result"]["counts"]["inserted"] == rows
    dataset = get(syncs.client, f"/v1/datasets/{task['result']['dataset_id']}")
    assert dataset["row_count"] == rows
    assert (
        syncs.ended(syncs.start("single", file_id=task["result"]["file_id"]), seconds=120)["result"]["counts"][
            "unchanged"
        ]
        == rows
    )


def test_without_the_queue_a_sync_runs_directly_and_the_next_one_comes_back_to_it(
    syncs: Syncs, sqs_stopped: Callable[[], AbstractContextManager[None]]
) -> None:
    file_id = syncs.upload(orders(24).encode())
    with sqs_stopped():
        task = syncs.ended(syncs.start("single", file_id=file_id))
    assert (task["status"], task["task_system"]) == ("succeeded", "direct")
    assert task["result"]["counts"]["inserted"] == 24

    def back_on_the_queue() -> bool:
        return bool(syncs.ended(syncs.start("single", file_id=file_id))["task_system"] == "sqs")

    wait_until(back_on_the_queue, seconds=60, what="the queue's use")


def test_a_missing_file_is_refused_before_anything_is_queued(syncs: Syncs) -> None:
    unknown = syncs.client.post(f"{PATH}/single", json={"file_id": "unknown"})
    announced = as_json(syncs.client.post(f"{PATH}/files", json={"name": "a.csv", "bytes": 9}))
    empty = syncs.client.post(f"{PATH}/single", json={"file_id": announced["file_id"]})

    assert (unknown.status_code, empty.status_code) == (404, 422)
    assert get(syncs.client, "/v1/tasks")["items"] == []


def _in_the_middle(task: Json, rows: int) -> bool:
    progress = task["progress"]
    return bool(progress["step"].startswith("writing") and rows // 5 < progress["done"] < rows)
