"""Every real file is synced with counts that a second, simple reading of it confirms."""

import csv
import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook

from chalicelib.domain.json_types import JsonObject
from tests.unit.data_sync.bench import Bench, codes, counted, outside_samples
from tests.unit.data_sync.bench import notes as notes_of

BIG = "orders_uci_online_retail_2010-12_2011-01.csv"
FILES = {path.name: path for path in outside_samples()}
pytestmark = [pytest.mark.skipif(not FILES, reason="the real files are not here"), pytest.mark.slow]


def below(heading: str, encoding: str, delimiter: str = ",") -> Callable[[Path], int]:
    """Rows of a text file below the one that begins with this heading, blank ones left out."""

    def count(path: Path) -> int:
        text = path.read_bytes().decode(encoding)
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        start = next(index for index, row in enumerate(rows) if row and row[0].strip() == heading)
        return sum(any(cell.strip() for cell in row) for row in rows[start + 1 :])

    return count


def sheet(title: str, header_row: int) -> Callable[[Path], int]:
    def count(path: Path) -> int:
        book = load_workbook(path)
        rows = list(book[title].iter_rows(min_row=header_row + 1, values_only=True))
        return sum(any(cell not in (None, "") for cell in row) for row in rows)

    return count


EXPECTED: dict[str, tuple[Callable[[Path], int], str, int]] = {
    BIG: (below("InvoiceNo", "utf-8"), "uci_online_retail_orders", 0),
    "purchases_amazon_open_ecommerce_sample.csv": (below("Order Date", "utf-8"), "amazon_orders", 0),
    "orders_global_superstore.tsv": (below("", "utf-8", "\t"), "global_superstore_orders", 0),
    "products_magento_luma.csv": (below("sku", "utf-8"), "magento_products", 0),
    "payments_alipay_2023_gbk.csv": (below("交易时间", "gb18030"), "alipay_payments", 0),
    "orders_jd_2024-12_utf8bom.csv": (below("交易时间", "utf-8-sig"), "jd_payments", 0),
    "spending_mexico_2011_latin1.csv": (below("GF_ID", "latin-1"), "mexico_spending", 1),
    "payments_wechat_2019.xlsx": (sheet("example-wechat-records", 18), "wechat_payments", 0),
    "traffic_google_analytics_sessions_2014-2017.xlsx": (sheet("Dataset1", 1), "google_analytics_traffic", 0),
    "sales_2018_total_v2.xlsx": (sheet("Sheet1", 1), "sales_orders", 0),
}


@cache
def synced(name: str) -> tuple[Bench, str, JsonObject]:
    """Once for all tests; the file's id and its first result."""
    bench = Bench()
    file_id = bench.register(name, FILES[name].read_bytes())
    return bench, file_id, bench.sync(file_id)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_row_arrives(name: str) -> None:
    count, mapping, notes = EXPECTED[name]
    rows = count(FILES[name]) - notes

    bench, _, result = synced(name)

    assert result["report"]["mapping"]["name"] == mapping
    assert result["report"]["verdict"] == "passed"
    assert counted(result).pop("inserted") == rows
    assert len(bench.stored(result)) == bench.rows.written == rows


@pytest.mark.parametrize("name", [name for name in EXPECTED if name != BIG])
def test_the_second_time_nothing_changes(name: str) -> None:
    """The big file's second time is among the end-to-end tests."""
    bench, file_id, first = synced(name)
    written = bench.rows.written

    second = bench.sync(file_id)

    assert second["counts"] == {**first["counts"], "inserted": 0, "unchanged": first["counts"]["inserted"]}
    assert bench.rows.written == written
    assert "already_stored" in notes_of(second)


def test_sums_of_the_big_file_are_those_of_the_file() -> None:
    bench, _, result = synced(BIG)
    with FILES[BIG].open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))

    stored = [row.values for row in bench.stored(result).values()]

    assert sum(row["quantity"] for row in stored) == sum(int(line["Quantity"]) for line in lines)
    assert round(sum(row["unit_price"] for row in stored), 2) == round(sum(float(x["UnitPrice"]) for x in lines), 2)
    assert len({row["invoice_id"] for row in stored}) == len({line["InvoiceNo"] for line in lines})
    assert sum(row["customer_id"] is None for row in stored) == sum(not line["CustomerID"] for line in lines)
    assert codes(result)["exact_duplicate"] == len(lines) - len({tuple(line.values()) for line in lines})


def test_values_mean_what_the_platform_meant() -> None:
    def values(name: str, key: str) -> JsonObject:
        bench, _, result = synced(name)
        return bench.stored(result)[key].values

    superstore = values("orders_global_superstore.tsv", "IN-2014-24531/OFF-SU-10001343")
    assert (superstore["sales"], superstore["ordered_at"]) == (45.06, "2014-08-15")
    refunded = values("orders_jd_2024-12_utf8bom.csv", "100000011234/2024-12-28T13:27:56")
    assert (refunded["amount"], refunded["refunded_amount"]) == (131.77, 89.84)
    wechat = values("payments_wechat_2019.xlsx", "3985734/2019-09-26T12:45:27")
    assert (wechat["amount"], wechat["note"], wechat["direction"]) == (28.16, None, "支出")
    mexico = values("spending_mexico_2011_latin1.csv", "Gobierno//")
    assert mexico["amount"] == 229932.5


def test_the_second_sheet_of_a_workbook_repeats_the_first_and_changes_nothing() -> None:
    _, _, first = synced("payments_wechat_2019.xlsx")

    assert counted(first) == {"inserted": 27, "duplicates": 27}
