"""Before anything is written the report says what of a file its dataset has already."""

import pytest

from chalicelib.domain.data_sync.against_store import KeySample
from chalicelib.domain.data_sync.shaping import ShapedRow
from chalicelib.domain.json_types import JsonObject
from tests.unit.data_sync.bench import Bench, notes, orders

HEADER = "sku,name,price,updated_at\n"


@pytest.fixture
def bench() -> Bench:
    return Bench()


def compared(result: JsonObject) -> JsonObject:
    found: JsonObject = result["report"]["against_store"]
    return {name: count for name, count in found.items() if count}


def test_a_first_file_has_nothing_to_be_compared_with(bench: Bench) -> None:
    assert bench.sync_new(orders(3))["report"]["against_store"] is None


def test_every_row_of_a_small_file_is_compared(bench: Bench) -> None:
    bench.sync_new(orders(10))
    bench.clock.advance(1)

    result = bench.sync(bench.register("b.csv", orders(12).replace("7,SKU-0,3,7.50", "7,SKU-0,3,8.50")), dry_run=True)

    assert compared(result) == {"looked_at": 12, "new": 2, "same": 9, "different": 1}
    assert notes(result) == []


def test_a_file_whose_rows_are_all_there_says_so_and_loses_no_point(bench: Bench) -> None:
    bench.sync_new(orders(10))

    result = bench.sync_new(orders(8))

    assert compared(result) == {"looked_at": 8, "same": 8}
    assert notes(result) == ["already_stored"]
    assert result["report"]["score"] == 100.0


def test_rows_that_are_older_than_those_stored_cost_points_by_their_share(bench: Bench) -> None:
    bench.sync_new(f"{HEADER}A,Cup,2,2024-03-01\nB,Jar,2,2024-01-01\nC,Can,2,2024-01-01\nD,Pot,2,2024-01-01\n")
    bench.clock.advance(1)

    result = bench.sync_new(f"{HEADER}A,Mug,1,2024-02-01\nB,Jug,1,2024-02-01\nC,Can,2,2024-01-01\nE,Pan,1,2024-01-01\n")

    assert compared(result) == {"looked_at": 4, "new": 1, "same": 1, "different": 1, "newer_in_store": 1}
    assert notes(result) == ["older_than_stored"]
    assert result["report"]["score"] == 97.5
    assert result["counts"]["superseded"] == 1


def test_of_rows_with_one_key_the_one_that_counts_is_compared(bench: Bench) -> None:
    bench.sync_new(f"{HEADER}A,New,2,2024-03-01\n")

    result = bench.sync_new(f"{HEADER}A,Old,1,2024-01-01\nA,New,2,2024-03-01\nA,Mid,3,2024-02-01\n")

    assert compared(result) == {"looked_at": 1, "same": 1}


def test_numbered_lines_are_compared_under_their_numbers(bench: Bench) -> None:
    lines = "order_id,sku,amount\n1,A,5\n1,A,6\n"
    bench.sync_new(lines)

    assert compared(bench.sync_new(lines + "1,A,7\n")) == {"looked_at": 3, "new": 1, "same": 2}


def test_a_task_that_begins_anew_takes_its_own_rows_for_what_they_were(bench: Bench) -> None:
    bench.sync_new(orders(3), account="shop")
    bench.clock.advance(1)
    file_id = bench.register("b.csv", orders(5))
    bench.sync(file_id, bench.context("t"))

    assert compared(bench.sync(file_id, bench.context("t"))) == {"looked_at": 5, "new": 2, "same": 3}


def test_rejected_rows_are_not_compared(bench: Bench) -> None:
    bench.sync_new(orders(30))

    assert compared(bench.sync_new(orders(30).replace("\n5,", "\n,")))["looked_at"] == 29


def test_of_many_keys_the_same_few_are_looked_at_in_any_order() -> None:
    rows = [ShapedRow(n, f"key-{n}", {}, f"hash-{n}", "") for n in range(1000)]
    forwards, backwards = KeySample(50), KeySample(50)
    for row in rows:
        forwards.see(row.key, row)
    for row in reversed(rows):
        backwards.see(row.key, row)

    assert len(forwards.rows) == 50
    assert set(forwards.rows) == set(backwards.rows)
    assert len({int(row.key[4:]) // 100 for row in forwards.rows}) >= 8
