"""The check before anything is written."""

import pytest

from chalicelib.domain.data_sync.errors import FileRejectedError
from chalicelib.domain.data_sync.outliers import robust_bounds
from chalicelib.domain.data_sync.records import SYNC_REPORT, FileState
from chalicelib.domain.errors import SourceUnreadableError
from tests.unit.data_sync.bench import Bench, codes, notes, orders

HALF_BAD = "order_id,sku,amount,date\n" + "".join(f"{'' if n % 2 else n},A,{n},2024-01-01\n" for n in range(1, 41))


def test_a_file_with_too_much_wrong_is_refused_as_a_whole_with_its_report() -> None:
    bench = Bench()
    file_id = bench.register("bad.csv", HALF_BAD)

    with pytest.raises(FileRejectedError, match="quality score 50"):
        bench.sync(file_id)

    assert bench.rows.written == 0
    assert bench.file(file_id).state == FileState.REJECTED
    report = bench.records.get(SYNC_REPORT, file_id)
    assert report is not None
    (finding,) = report.body["findings"]
    assert (finding["code"], finding["column"], finding["count"], finding["rows"][:2]) == (
        "missing_key",
        "order_id",
        20,
        [2, 4],
    )


def test_a_dry_run_of_a_file_that_would_be_refused_ends_with_its_report() -> None:
    bench = Bench()
    file_id = bench.register("bad.csv", HALF_BAD)

    result = bench.sync(file_id, dry_run=True)

    assert (result["state"], result["dry_run"], result["counts"]) == ("checked", True, None)
    assert result["reason"] == "quality score 50.0, 20 of 40 rows rejected"
    assert result["report"]["verdict"] == "rejected"
    assert codes(result) == {"missing_key": 20}
    assert bench.file(file_id).state == FileState.UPLOADED
    assert bench.records.get(SYNC_REPORT, file_id) is None


def test_a_dry_run_of_what_is_no_table_says_why_and_leaves_the_file_as_it_is() -> None:
    bench = Bench()
    file_id = bench.register("bad.csv", b"%PDF-1.7")

    with pytest.raises(SourceUnreadableError, match="PDF"):
        bench.sync(file_id, dry_run=True)

    assert bench.file(file_id).state == FileState.UPLOADED


MANY_PRICES_OF_ONE = b"sku,name,price\n" + b"".join(b"A-1,lamp,%d\n" % price for price in range(10, 20))


def test_a_key_by_which_most_rows_would_be_lost_refuses_the_file() -> None:
    bench = Bench()
    result = bench.sync(bench.register("prices.csv", MANY_PRICES_OF_ONE), dry_run=True)
    assert (result["report"]["verdict"], result["report"]["mapping"]["key"]) == ("rejected", ["sku"])
    (note,) = result["report"]["notes"]
    assert (note["code"], note["values"]) == ("key_not_unique", {"repeated": "9", "rows": "10", "key": "sku"})


def test_who_chooses_the_key_wants_the_last_row_of_each() -> None:
    bench = Bench()
    result = bench.sync(bench.register("prices.csv", MANY_PRICES_OF_ONE), key_columns=["sku"])
    assert (result["counts"]["inserted"], result["counts"]["duplicates"]) == (1, 9)
    assert result["report"]["notes"] == []


def test_the_limits_can_be_moved() -> None:
    bench = Bench()
    result = bench.sync(bench.register("bad.csv", HALF_BAD), reject_below=40.0)

    assert result["counts"]["rejected"] == result["counts"]["inserted"] == 20
    assert result["report"]["verdict"] == "warned"


def test_numbers_far_from_the_others_are_named_and_cost_little() -> None:
    result = Bench().sync_new(orders(200).replace("\n50,SKU-1,1,50.50", "\n50,SKU-1,1,99999999.50"))

    assert codes(result) == {"outlier": 1}
    assert result["report"]["findings"][0]["example"] == "99999999.50"
    assert result["report"]["verdict"] == "passed"


def test_usual_spreads_have_no_outliers() -> None:
    assert robust_bounds([1.0] * 50) is None
    assert robust_bounds([1.0, 2.0]) is None
    bounds = robust_bounds([float(value) for value in range(1, 101)])
    assert bounds is not None
    assert bounds.admit(500)
    assert not bounds.admit(10_000_000)


def test_columns_that_come_and_go_are_told() -> None:
    bench = Bench()
    bench.sync_new(orders(5))
    result = bench.sync_new(orders(5).replace("quantity", "colour"))

    assert notes(result) == ["header_drift"]
    assert "columns gone: quantity; columns new: colour" in result["report"]["notes"][0]["detail"]


def test_a_file_that_suddenly_means_something_else_is_refused() -> None:
    bench = Bench()
    bench.sync_new(orders(5), platform="mine", data_kind="orders")
    file_id = bench.register("odd.csv", "colour,shape\nred,round\n", platform="mine", data_kind="orders")

    with pytest.raises(FileRejectedError):
        bench.sync(file_id)


def test_dates_that_no_row_decides_are_told() -> None:
    result = Bench().sync_new("order_id,amount,date\n1,2,01/02/2024\n2,3,03/04/2024\n")

    assert notes(result) == ["undecided_dates"]


def test_what_a_note_names_is_said_apart_for_other_languages() -> None:
    bench = Bench()
    bench.sync_new(orders(5))
    result = bench.sync_new(b"\xff\xfe" + orders(5).replace("quantity", "colour").encode())

    values = {note["code"]: note["values"] for note in result["report"]["notes"]}
    assert values["wrong_mark"] == {"mark": "utf-16-le"}
    assert values["header_drift"] == {"gone": "quantity", "new": "colour"}
