"""Rows of datasets: heads, conditional puts, pages in the order of keys."""

import pytest

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.adapters.dynamodb_row_store import DynamoDbRowStore
from chalicelib.domain.ports.data_sync import DataRow, RowHead, RowStore
from tests.contract.aws import PREFIX
from tests.fakes.clock import ManualClock
from tests.fakes.row_store import InMemoryRowStore


@pytest.fixture(params=["memory", "aws"])
def rows(request: pytest.FixtureRequest) -> RowStore:
    clock = ManualClock()
    if request.param == "memory":
        return InMemoryRowStore(clock)
    aws: AwsClients = request.getfixturevalue("aws")
    return DynamoDbRowStore(aws.dynamodb(), f"{PREFIX}-dataset-rows", clock, at_once=1)


def row(key: str, version: str = "2024", *, digest: str = "h", how: str = "inserted", **values: object) -> DataRow:
    return DataRow(key, dict(values), digest, version, written_by="task", how=how, file_id="file")


def test_what_was_put_is_found_by_its_head(rows: RowStore) -> None:
    assert rows.put("d", [row("a", digest="x"), row("b")]) == []

    assert rows.heads("d", ["a", "b", "c"]) == {
        "a": RowHead("x", "2024", "task", "inserted"),
        "b": RowHead("h", "2024", "task", "inserted"),
    }
    assert rows.heads("other", ["a"]) == {}
    assert rows.heads("d", []) == {}


def test_more_rows_than_one_request_holds(rows: RowStore) -> None:
    keys = [f"k{number:04d}" for number in range(260)]

    rows.put("d", [row(key) for key in keys])

    assert sorted(rows.heads("d", keys)) == keys


def test_a_row_is_never_replaced_by_an_older_one(rows: RowStore) -> None:
    rows.put("d", [row(f"k{number}", "2024-02", n=1) for number in range(30)])

    refused = rows.put("d", [row("k3", "2024-01", n=2), row("k4", "2024-03", n=2), row("k5", "2024-02", n=2)])

    assert list(refused) == ["k3"]
    page = rows.page("d", prefix="k", limit=100, cursor=None)
    values = {found.key: found.values["n"] for found in page.items}
    assert (values["k3"], values["k4"], values["k5"], values["k6"]) == (1, 2, 2, 1)


def test_pages_come_in_the_order_of_keys_and_can_be_narrowed(rows: RowStore) -> None:
    rows.put("d", [row(key, text="中文") for key in ("b/2", "a/1", "b/1", "b/3", "c/1")])

    first = rows.page("d", prefix="b/", limit=2, cursor=None)
    second = rows.page("d", prefix="b/", limit=2, cursor=first.next_cursor)

    assert [found.key for found in first.items] == ["b/1", "b/2"]
    assert [found.key for found in second.items] == ["b/3"]
    assert second.next_cursor is None
    assert first.items[0].values == {"text": "中文"}
    assert rows.page("d", prefix="", limit=10, cursor=None).items[0].key == "a/1"


def test_large_rows_are_spread_over_requests(rows: RowStore) -> None:
    rows.put("d", [row(f"k{number}", text="x" * 250_000) for number in range(30)])

    assert len(rows.heads("d", [f"k{number}" for number in range(30)])) == 30
