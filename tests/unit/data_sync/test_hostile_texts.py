"""Texts that no platform writes, but people and accidents do, give rows or a clear report."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from chalicelib.domain.data_sync.errors import FileRejectedError
from chalicelib.domain.data_sync.reading import lines, text_table
from chalicelib.domain.data_sync.reading.encoding import find_encoding
from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.json_types import JsonObject
from tests.examples import examples
from tests.fakes.file_store import InMemoryFile
from tests.unit.data_sync.bench import Bench, counted, orders
from tests.unit.data_sync.workbooks import orders_workbook

CHINESE_HEADER = "订单编号,商品名称,数量,金额,日期\n"


def chinese(count: int) -> str:
    return CHINESE_HEADER + "".join(
        f"{number},红富士苹果{'果' * (number % 7)}{number},2,{number}.5,2024/1/{number % 28 + 1}\n"
        for number in range(1, count + 1)
    )


@pytest.mark.parametrize(
    "content",
    [
        orders(20).encode() + bytes(5000),
        bytes(3) + orders(20).encode(),
        orders(20).replace("\n", "\n\0").encode(),
        orders(20).replace("SKU-3", "SK\0U-3").encode(),
        b"\xff\xfe" + orders(20).encode(),
        b"\xef\xbb\xbf" + orders(20).encode("utf-16-le"),
        orders(20).encode("utf-32"),
        orders(20).encode("utf-16-be"),
        orders(20).replace("\n", "\r\n", 7).replace("\n", "\r", 3).encode(),
        ("sep=,\n" + orders(20)).encode(),
        orders(20).replace("\n", ",,,\n").encode(),
        orders(20).replace(",", " \t, ").encode(),
        orders(20).replace("order_id", '"order_id"').encode(),
    ],
    ids=["zeros at the end", "zeros before", "zeros between", "zeros within", "mark of another", "mark of a third",
         "utf-32", "utf-16 without mark", "mixed ends", "a line for excel", "trailing commas", "padded", "quoted name"],
)  # fmt: skip
def test_no_row_is_lost(content: bytes) -> None:
    bench = Bench()
    result = bench.sync_new(content)

    assert counted(result) == {"inserted": 20}
    assert bench.stored(result)["3//SKU-3"].values["amount"] == 3.5


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe", "empty"),
        (bytes(5000), "empty"),
        (b"\n<html xmlns:o='urn'><table><tr><td>1</td></tr></table>", "marked-up"),
        (b"<!-- saved --><table></table>", "marked-up"),
        ("<html><table>".encode("utf-16"), "marked-up"),
        (b'<?xml version="1.0"?><Workbook/>', "marked-up"),
        ('[{"a": 1}]'.encode("utf-16"), "JSON"),
        ((orders(10) + '11,"SKU,1\n' + orders(8000)).encode(), "line 12 .* quotation mark is opened there"),
        ((orders(10) + '11,"SKU"\n'.replace("\n", ',"\n",' * 3) + "x" * 200_000).encode(), "line 12"),
        (orders(3).encode() + bytes(range(1, 9)) * 900, "no text"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(content: bytes, why: str) -> None:
    with pytest.raises(SourceUnreadableError, match=why):
        Bench().sync_new(content)


@pytest.mark.parametrize(
    "content", ["order_id,sku,amount\n", "Report of January\n\norder_id,sku,amount\n", ",,,\n,,,\n", '"\n', "a"]
)
def test_a_text_without_rows_is_skipped_with_its_reason(content: str) -> None:
    result = Bench().sync_new(content)

    assert (result["state"], result["counts"]) == ("skipped", None)
    assert "no rows of data" in result["reason"]


def test_two_columns_of_one_name_are_told_apart() -> None:
    bench = Bench()
    result = bench.sync_new("order_id,sku,amount,amount,colour,colour\n1,A,5,6,red,blue\n2,B,7,8,green,grey\n")

    values = bench.stored(result)["1//A"].values
    assert values["amount"] == 5
    assert {values[name] for name in values if name.startswith("colour")} == {"red", "blue"}
    assert "6" in values.values()


def test_a_table_may_have_one_column() -> None:
    assert counted(Bench().sync_new("sku\nA\nB\nC\n")) == {"inserted": 3}


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
@pytest.mark.parametrize("shift", range(4))
def test_half_a_character_at_the_end_of_a_sample_or_a_block_misleads_nobody(encoding: str, shift: int) -> None:
    text = " " * shift + (chinese(9000) if encoding == "gb18030" else chinese(9000).translate(TRADITIONAL))

    found = find_encoding(InMemoryFile(text.encode(encoding)))

    assert found.name.removesuffix("hkscs") == encoding


TRADITIONAL = str.maketrans("订单编号称数额红苹", "訂單編號稱數額紅蘋")


@pytest.mark.parametrize("block_bytes", [101, 102, 103, 997])
def test_no_character_is_lost_where_blocks_end(monkeypatch: pytest.MonkeyPatch, block_bytes: int) -> None:
    monkeypatch.setattr(lines, "BLOCK_BYTES", block_bytes)
    bench = Bench()

    result = bench.sync_new(chinese(60).encode("gbk"))

    assert counted(result) == {"inserted": 60}
    names = {row.values["product_name"] for row in bench.stored(result).values()}
    assert names == {f"红富士苹果{'果' * (number % 7)}{number}" for number in range(1, 61)}


def test_a_record_without_end_is_not_gathered_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each field ends, but at each line's end another quotation mark is open."""
    monkeypatch.setattr(text_table, "LONGEST_RECORD", 10_000)

    with pytest.raises(SourceUnreadableError, match="line 32 "):
        Bench().sync_new(orders(30) + '31,"A\n' + '","A\n' * 5000)


def test_long_lines_are_looked_at_in_small_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_table, "SAMPLE_CHARACTERS", 500)
    monkeypatch.setattr(text_table, "CELLS_LOOKED_AT", 50)

    assert counted(Bench().sync_new(orders(300))) == {"inserted": 300}


def outcome(content: bytes) -> JsonObject | str:
    """A result that is whole, or an error that says why not; anything else fails the test."""
    bench = Bench()
    try:
        result = bench.sync(bench.register("any.csv", content))
    except (SourceUnreadableError, FileRejectedError) as error:
        return error.message
    if result["state"] == "synced":
        assert sum(result["counts"].values()) == result["report"]["rows"]
        assert len(bench.stored(result)) == result["counts"]["inserted"]
    else:
        assert result["reason"]
    return result


ANYTHING = settings(max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.too_slow])


@ANYTHING
@given(st.binary(max_size=600))
@example(b"PK\x03\x04")
@example(b'a,"b\n')
@example(b"\xff\xfe\x00\xd8,\x00")
def test_any_bytes_give_rows_or_a_reason(content: bytes) -> None:
    assert outcome(content)


@ANYTHING
@given(st.text(st.sampled_from('a1,;\t|"\r\n =-€'), max_size=200))
def test_any_delimiters_and_quotes_give_rows_or_a_reason(text: str) -> None:
    assert outcome(text.encode())


VALID = (orders(12).encode(), chinese(12).encode("gbk"), chinese(12).encode("utf-16"), orders_workbook())
CHANGES = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=3), st.integers(0, 40)), max_size=4)


@ANYTHING
@given(st.sampled_from(VALID), CHANGES)
def test_any_damage_to_a_good_file_gives_rows_or_a_reason(
    content: bytes, changes: list[tuple[float, bytes, int]]
) -> None:
    """Bytes replaced, put in or taken out, wherever."""
    for where, put_in, taken_out in changes:
        at = int(where * len(content))
        content = content[:at] + put_in + content[at + taken_out :]

    assert outcome(content)
