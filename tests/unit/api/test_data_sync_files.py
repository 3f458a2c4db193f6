"""Files of data sync over HTTP: registered, uploaded, dropped, listed."""

import json

import pytest

from chalicelib.domain.data_sync.records import DATA_FILE, FileState, change_record
from chalicelib.entrypoints.file_events import objects_in
from tests.fakes.file_store import InMemoryFileStore
from tests.unit.api.conftest import World
from tests.unit.api.gateway import Gateway
from tests.unit.api.sync_requests import FILES, bring
from tests.unit.data_sync.bench import orders


def test_an_upload_is_announced_with_its_size_and_recognised_when_it_is_there(world: World, alice: Gateway) -> None:
    answer = alice.post(FILES, {"name": "../../etc/orders.csv", "bytes": 40, "platform": "jd"}).json
    assert answer["upload_url"].startswith("https://")
    assert (answer["name"], answer["state"]) == ("orders.csv", "registered")
    refused = alice.post("/api/data-sync/single", {"file_id": answer["file_id"]})
    assert (refused.status, refused.json["code"]) == (422, "unknown_upload")

    assert isinstance(world.platform.files, InMemoryFileStore)
    world.platform.files.put(f"files/alice/{answer['file_id']}", b"x", content_type="text/csv")
    world.platform.data_files.adopt_file(f"files/alice/{answer['file_id']}", 1)

    assert alice.get(f"{FILES}/{answer['file_id']}").json["state"] == "uploaded"


def test_files_are_listed_by_what_they_are(world: World, alice: Gateway, bob: Gateway) -> None:
    bring(alice, orders(1), "a.csv", platform="jd", account="one")
    world.clock.advance(1)
    bring(alice, orders(1), "b.csv", platform="jd", account="two", data_kind="orders")
    bring(bob, orders(1), "c.csv", platform="jd")

    def names(query: str) -> list[str]:
        return [item["name"] for item in alice.get(f"{FILES}?{query}").json["items"]]

    assert names("") == ["b.csv", "a.csv"]
    assert names("account=one") == ["a.csv"]
    assert names("platform=jd&data_kind=orders&state=uploaded") == ["b.csv"]
    assert names("state=synced") == []
    first = alice.get(f"{FILES}?limit=1").json
    assert [item["name"] for item in alice.get(f"{FILES}?limit=1&cursor={first['next_cursor']}").json["items"]] == [
        "a.csv"
    ]


def test_files_are_listed_by_when_they_came(world: World, alice: Gateway) -> None:
    moments = []
    for name in ("a.csv", "b.csv", "c.csv"):
        moments.append(world.clock.now().isoformat().replace("+00:00", "Z"))
        bring(alice, orders(1), name)
        world.clock.advance(60)

    def names(query: str) -> list[str]:
        return [item["name"] for item in alice.get(f"{FILES}?{query}").json["items"]]

    assert names(f"created_after={moments[1]}") == ["c.csv", "b.csv"]
    assert names(f"created_before={moments[1]}") == ["a.csv"]
    assert names(f"created_after={moments[1]}&created_before={moments[2]}") == ["b.csv"]
    chosen = {"created_after": moments[1], "created_before": moments[2], "dry_run": True}
    assert alice.post("/api/data-sync/batch", chosen).json["files"] == 1


@pytest.mark.parametrize("query", ["state=lost", "data_kind=songs", "created_after=soon", "limit=0", "platform="])
def test_a_filter_that_means_nothing_is_refused(alice: Gateway, query: str) -> None:
    assert alice.get(f"{FILES}?{query}").status == 422


def test_a_file_whose_task_ended_in_the_middle_is_found_as_interrupted(world: World, alice: Gateway) -> None:
    file_id, other = bring(alice, orders(1), "a.csv"), bring(alice, orders(1), "b.csv")
    for held, cancelled in ((file_id, True), (other, False)):
        task_id = alice.post("/api/data-sync/single", {"file_id": held}).json["task_id"]
        hold = {"task_id": task_id}
        records, now = world.platform.data_files.records, world.clock.now()
        change_record(records, DATA_FILE, held, hold, at=now, state=FileState.SYNCING)
        if cancelled:
            alice.post(f"/api/data-sync/cancel-task/{task_id}")

    def names(state: str) -> list[str]:
        return [item["name"] for item in alice.get(f"{FILES}?state={state}").json["items"]]

    assert (names("interrupted"), names("syncing")) == (["a.csv"], ["b.csv"])
    assert alice.post("/api/data-sync/batch", {"state": "interrupted"}).json["files"] == 1


def test_what_is_dropped_into_the_bucket_is_registered_once(world: World, alice: Gateway) -> None:
    assert isinstance(world.platform.files, InMemoryFileStore)
    world.platform.files.put("incoming/alice/jd/shop/orders/my orders.csv", b"x", content_type="text/csv")
    told = {
        "Records": [
            {
                "eventName": "ObjectCreated:Put",
                "s3": {"object": {"key": "incoming/alice/jd/shop/orders/my+orders.csv", "size": 1}},
            }
        ]
    }

    for location, size in [*objects_in(json.dumps(told)), *objects_in(json.dumps(told))]:
        world.platform.data_files.adopt_file(location, size)

    (file,) = alice.get(FILES).json["items"]
    assert (file["name"], file["platform"], file["account"], file["data_kind"]) == (
        "my orders.csv",
        "jd",
        "shop",
        "orders",
    )
    assert file["state"] == "uploaded"


def test_a_kind_that_nobody_knows_is_left_to_be_found_out(world: World, alice: Gateway) -> None:
    assert isinstance(world.platform.files, InMemoryFileStore)
    location = "incoming/alice/jd/shop/some folder/orders.csv"
    world.platform.files.put(location, b"x", content_type="text/csv")

    world.platform.data_files.adopt_file(location, 1)

    assert [file["data_kind"] for file in alice.get(FILES).json["items"]] == ["auto"]


@pytest.mark.parametrize("body", ["nonsense", "[]", '{"Event": "s3:TestEvent"}', '{"Records": [{"eventName": "x"}]}'])
def test_other_messages_of_the_bucket_are_passed_over(body: str) -> None:
    assert list(objects_in(body)) == []
