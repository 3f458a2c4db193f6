"""Data sync over HTTP."""

import csv
import io

import pytest

from chalicelib.domain.ports.platform import WakeUp
from chalicelib.services import csv_part
from tests.unit.api.conftest import World
from tests.unit.api.gateway import Gateway
from tests.unit.api.sync_requests import FILES, KEYLESS, LANE, bring, run_batch, sync
from tests.unit.data_sync.bench import orders


def test_a_small_file_is_brought_synced_and_read(world: World, alice: Gateway) -> None:
    file_id = bring(alice, orders(24), platform="standard", account="shop 1", data_kind="orders")

    task = sync(world, alice, file_id)

    assert task["status"] == "succeeded"
    result = task["result"]
    assert isinstance(result, dict)
    assert result["counts"]["inserted"] == 24
    dataset = alice.get(f"/v1/datasets/{result['dataset_id']}").json
    assert (dataset["row_count"], dataset["account"], dataset["platform"]) == (24, "shop 1", "standard")
    assert [item["dataset_id"] for item in alice.get("/v1/datasets").json["items"]] == [result["dataset_id"]]
    page = alice.get(f"/v1/datasets/{result['dataset_id']}/records?prefix=1&limit=3").json
    assert [row["row_key"] for row in page["items"]] == ["1//SKU-1", "10//SKU-3", "11//SKU-4"]
    assert alice.get(f"{FILES}/{file_id}").json["state"] == "synced"
    assert alice.get(f"{FILES}/{file_id}/report").json["report"]["mapping"]["name"] == "standard_orders"


def test_a_file_that_is_not_there_is_refused_before_anything_is_queued(
    world: World, alice: Gateway, bob: Gateway
) -> None:
    file_id = bring(alice, orders(3))

    assert bob.post("/api/data-sync/single", {"file_id": file_id}).status == 404
    assert alice.post("/api/data-sync/single", {"file_id": "nothing"}).status == 404
    refused = alice.post("/api/data-sync/batch-by-ids", {"file_ids": [file_id, "nothing"]})
    assert (refused.status, refused.json["code"]) == (422, "unknown_upload")
    assert alice.post("/api/data-sync/batch", {"platform": "nobody"}).status == 422
    assert world.lanes.sent == []


def test_priority_chooses_the_lane_and_a_key_makes_a_submission_unique(world: World, alice: Gateway) -> None:
    file_id = bring(alice, orders(1))
    order = {"file_id": file_id, "priority": 9}

    first = alice.post("/api/data-sync/single", order, idempotency_key="once").json
    second = alice.post("/api/data-sync/single", order, idempotency_key="once").json

    assert first["task_id"] == second["task_id"]
    assert [wake_up.lane for wake_up in world.lanes.take("sync-high")] == ["sync-high"]
    for priority in (0, 11, "high"):
        assert alice.post("/api/data-sync/single", {"file_id": file_id, "priority": priority}).status == 422


def test_a_batch_is_a_workflow_of_its_files(world: World, alice: Gateway) -> None:
    for number in range(3):
        bring(alice, orders(2), f"{number}.csv", account=str(number))

    receipt = alice.post("/api/data-sync/batch-all", {"priority": 1}).json

    assert (receipt["task_type"], receipt["files"]) == ("data_sync_batch", 3)
    (wake_up,) = world.lanes.take("sync-low")
    world.platform.run_task.run_task(wake_up, lambda: 600.0)
    move = world.platform.advance_workflow.advance(receipt["task_id"], run=1, part=1)
    assert len(move.unit_ids) == 3
    for unit_id in move.unit_ids:
        world.platform.run_task.run_task(WakeUp(unit_id, "sync-low", ""), lambda: 600.0)
    world.platform.advance_workflow.advance(receipt["task_id"], run=1, part=1)
    status = alice.get(f"/api/data-sync/task-status/{receipt['task_id']}").json
    assert status["status"] == "succeeded"
    assert status["result"]["counts"] | {"rows": None} == {
        "files": 3,
        "synced": 3,
        "skipped": 0,
        "failed": 0,
        "rows": None,
    }
    again = alice.post("/api/data-sync/batch-all", {}).json
    assert again["files"] == 3


def test_a_batch_leaves_out_what_was_synced_a_moment_ago(world: World, alice: Gateway) -> None:
    sync(world, alice, bring(alice, orders(2), "old.csv"))
    bring(alice, orders(2), "new.csv", account="other")

    result = run_batch(world, alice, {})["result"]

    assert isinstance(result, dict)
    assert (result["counts"]["synced"], result["counts"]["skipped"]) == (1, 1)


def test_a_dry_run_of_a_refused_file_succeeds_with_its_report(world: World, alice: Gateway) -> None:
    file_id = bring(alice, KEYLESS, platform="standard", data_kind="orders")

    task = sync(world, alice, file_id, dry_run=True)

    assert task["status"] == "succeeded", task["error"]
    result = task["result"]
    assert isinstance(result, dict)
    assert (result["state"], result["report"]["verdict"], result["counts"]) == ("checked", "rejected", None)
    assert "4 of 4 rows rejected" in result["reason"]
    assert alice.get(f"{FILES}/{file_id}").json["state"] == "uploaded"
    assert alice.get(f"{FILES}/{file_id}/report").status == 404


def test_a_dry_run_of_what_is_no_table_fails_with_its_reason(world: World, alice: Gateway) -> None:
    task = sync(world, alice, bring(alice, "%PDF-1.7"), dry_run=True)

    assert task["status"] == "failed"
    assert isinstance(task["error"], dict)
    assert (task["error"]["code"], task["error"]["message"]) == ("source_unreadable", "the file is a PDF document")


def test_a_dry_run_of_a_batch_counts_what_would_be_refused_as_failed(world: World, alice: Gateway) -> None:
    bring(alice, KEYLESS, "bad.csv", platform="standard", data_kind="orders")
    bring(alice, orders(2), "good.csv", account="other")

    result = run_batch(world, alice, {"dry_run": True})["result"]

    assert isinstance(result, dict)
    counts = result["counts"]
    assert (counts["files"], counts["synced"], counts["failed"]) == (2, 1, 1)
    states = {file["file_name"]: (file["state"], file["reason"]) for file in result["files"]}
    assert states["good.csv"] == ("checked", None)
    assert states["bad.csv"][0] == "failed"
    assert "4 of 4 rows rejected" in states["bad.csv"][1]


def test_a_sync_is_cancelled_and_tried_again(alice: Gateway, world: World) -> None:
    file_id = bring(alice, orders(3))
    task_id = alice.post("/api/data-sync/single", {"file_id": file_id}).json["task_id"]

    assert alice.post(f"/api/data-sync/cancel-task/{task_id}").json["status"] == "cancelled"
    retried = alice.post(f"/api/data-sync/retry-task/{task_id}")
    assert (retried.status, retried.json["celery_task_id"]) == (202, task_id)
    for wake_up in world.lanes.take(LANE):
        world.platform.run_task.run_task(wake_up, lambda: 600.0)
    assert alice.get(f"/api/data-sync/task-status/{task_id}").json["status"] == "succeeded"


def test_tasks_of_other_types_are_no_syncs(alice: Gateway) -> None:
    task = alice.post("/v1/content", {"account_id": "49", "topic": "Caves"}).json

    assert alice.get(f"/api/data-sync/task-status/{task['task_id']}").status == 404


def test_formulas_are_harmless_in_an_export(world: World, alice: Gateway) -> None:
    content = "sku,name,price\nA,=cmd|calc,-5\nB,+1 free,2\nC,@home,3\n"
    result = sync(world, alice, bring(alice, content))["result"]
    assert isinstance(result, dict)

    answer = alice.get(f"/v1/datasets/{result['dataset_id']}/export")

    lines = answer.text.splitlines()
    assert lines[0].startswith("row_key,sku,name,price")
    assert [line.split(",")[2:4] for line in lines[1:]] == [["'=cmd|calc", "-5"], ["'+1 free", "2"], ["'@home", "3"]]
    assert answer.headers["x-row-count"] == "3"


def test_a_large_dataset_is_exported_in_parts_that_put_together_are_whole(
    world: World, alice: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv_part, "MOST_BYTES", 1000)
    result = sync(world, alice, bring(alice, orders(100)))["result"]
    assert isinstance(result, dict)
    path = f"/v1/datasets/{result['dataset_id']}/export"
    parts = [alice.get(path)]
    while following := parts[-1].headers.get("x-next-cursor"):
        parts.append(alice.get(f"{path}?cursor={following}"))
    assert all(len(part.text) <= 1000 for part in parts)

    text = "".join(part.text for part in parts)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))

    assert len(parts) > 3
    assert sorted(int(row["order_id"]) for row in rows) == list(range(1, 101))
