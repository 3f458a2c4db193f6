"""Broken and strange files give rows or a clear report."""

from typing import Any

import pytest

from chalicelib.domain.data_sync.records import FileState
from chalicelib.domain.errors import SourceUnreadableError
from tests.unit.data_sync.bench import Bench, codes, counted, notes, orders
from tests.unit.data_sync.workbooks import workbook

CHINESE = "订单编号,商品名称,数量,金额,日期\n" + "".join(
    f"{number},红富士苹果{number},2,{number}.5,2024/1/{number % 28 + 1}\n" for number in range(1, 40)
)
TRADITIONAL = CHINESE.translate(str.maketrans("订单编号称数额红苹", "訂單編號稱數額紅蘋"))
GERMAN = "Bestellnummer;Artikel;Menge;Betrag;Datum\n" + "".join(
    f"{number};Müsli für Größe {number};1.000;1.234,{number % 90 + 10} €;{number % 28 + 1}.{number % 12 + 1}.2024\n"
    for number in range(1, 40)
)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (CHINESE.encode(), "utf-8"),
        (CHINESE.encode("utf-8-sig"), "utf-8-sig"),
        (CHINESE.encode("gbk"), "gb18030"),
        (TRADITIONAL.encode("big5"), "big5hkscs"),
        (b"\xff\xfe" + CHINESE.encode("utf-16-le"), "utf-16-le-sig"),
        (b"\xfe\xff" + CHINESE.encode("utf-16-be"), "utf-16-be-sig"),
        (b"\xef\xbb\xbf" + CHINESE.encode("gbk"), "gb18030-sig"),
    ],
)
def test_the_encoding_is_found(content: bytes, encoding: str) -> None:
    bench = Bench()
    result = bench.sync_new(content)

    assert counted(result) == {"inserted": 39}
    assert result["report"]["read_as"]["encoding"] == encoding
    assert bench.stored(result)["7//"].values["product_name"] in ("红富士苹果7", "紅富士蘋果7")


def test_decimal_commas_thousands_and_days_first_are_decided_on_whole_columns() -> None:
    bench = Bench()
    result = bench.sync_new(GERMAN.encode("cp1252"))

    values = bench.stored(result)["3//"].values
    assert (values["quantity"], values["amount"], values["ordered_at"]) == (1000, 1234.13, "2024-04-04")
    assert result["report"]["read_as"]["encoding"] == "cp1252"


def test_line_ends_may_be_carriage_returns_alone() -> None:
    assert counted(Bench().sync_new(orders(20).replace("\n", "\r"))) == {"inserted": 20}


def test_a_line_break_within_quotes_belongs_to_the_cell() -> None:
    bench = Bench()
    result = bench.sync_new('sku,name,price\nA,"one\ntwo, three",1\nB,"say ""hi""",2\n')

    assert bench.stored(result)["A"].values["name"] == "one\ntwo, three"
    assert bench.stored(result)["B"].values["name"] == 'say "hi"'


def test_a_file_cut_in_the_middle_of_a_row_loses_that_row_and_says_so() -> None:
    result = Bench().sync_new(orders(60)[:-12])

    assert counted(result) == {"inserted": 59, "rejected": 1}
    assert result["report"]["findings"][0]["code"] == "cut_row"
    assert result["report"]["findings"][0]["rows"] == [61]


def test_a_file_cut_in_the_middle_of_a_character_loses_that_row() -> None:
    content = CHINESE.encode()
    cut = content[: content.rindex("苹".encode()) + 1]

    assert counted(Bench().sync_new(cut)) == {"inserted": 38, "rejected": 1}


def test_a_quote_that_is_never_closed_is_told_and_swallows_no_good_row_before_it() -> None:
    result = Bench().sync_new(orders(30) + '99,"SKU,1,2,2024-01-01\n100,B,1,2,2024-01-01\n')

    assert counted(result) == {"inserted": 30, "rejected": 1}
    assert "unclosed_quote" in codes(result)


def test_rows_with_too_many_cells_are_refused_and_short_ones_are_filled() -> None:
    content = orders(30).replace("\n5,", "\n5,x,y,").replace("\n9,SKU-2,5,9.50,2024-01-02", "\n9,SKU-2,5,9.50")

    result = Bench().sync_new(content)

    assert counted(result) == {"inserted": 29, "rejected": 1}
    assert codes(result)["too_many_cells"] == codes(result)["too_few_cells"] == 1


def test_repeated_headers_notes_totals_and_blank_rows_are_no_data() -> None:
    header, *lines = orders(6).splitlines()
    text = "\n".join(
        ["Report of January", "", header, *lines[:3], header, *lines[3:], "", "Total,,,21.0,", "Source: the shop"]
    )

    result = Bench().sync_new(text + "\n")

    assert counted(result) == {"inserted": 6}
    assert result["report"]["left_out"] == {"repeated_header": 1, "blank": 1, "total": 1, "note": 1}


def test_wrong_values_are_kept_as_written_where_they_are_not_required() -> None:
    bench = Bench()
    result = bench.sync_new(orders(40).replace("4,SKU-4,5,4.50,2024-01-02", "4,SKU-4,many,4.50,soon"))

    values = bench.stored(result)["4//SKU-4"].values
    assert (values["quantity"], values["quantity_as_written"], values["ordered_at_as_written"]) == (
        None,
        "many",
        "soon",
    )
    assert codes(result) == {"bad_number_optional": 1, "bad_date_optional": 1}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\r\n  \n", "empty"),
        (b"%PDF-1.7 x", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), r"\.xls"),
        (b"PK\x03\x04" + bytes(200), "damaged"),
        (b"<html><table></table></html>", "marked-up"),
        (b'[{"a": 1}]', "JSON"),
        (bytes(range(256)) * 40, "no text"),
        (b"a,b\n" + b"x" * 20_000_000, "longer than"),
        (",".join(f"c{n}" for n in range(10_000)).encode() + b"\n" + b"1," * 9_999 + b"1\n", "10,000 columns"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(content: bytes, why: str) -> None:
    bench = Bench()
    file_id = bench.register("file.csv", content)

    with pytest.raises(SourceUnreadableError, match=why):
        bench.sync(file_id)

    assert bench.file(file_id).state == FileState.FAILED
    assert bench.file(file_id).body["reason"]


@pytest.mark.parametrize(("content", "why"), [(b"", "the file is empty"), (b"order_id,amount\n", "no rows")])
def test_a_file_without_rows_is_skipped_with_its_reason(content: bytes, why: str) -> None:
    bench = Bench()
    file_id = bench.register("file.csv", content)

    assert why in bench.sync(file_id)["reason"]
    assert bench.file(file_id).state == FileState.SKIPPED


def test_a_workbook_may_have_titles_a_shifted_table_merged_cells_and_other_sheets() -> None:
    def build(book: Any) -> None:
        sheet = book.active
        sheet["C2"] = "Orders of January"
        for column, name in enumerate(("order_id", "sku", "amount", "date"), start=3):
            sheet.cell(4, column, name)
        for row in range(6):
            for column, value in enumerate((f"A{row // 2}" if row % 2 == 0 else None, f"S{row}", row * 1.5), start=3):
                sheet.cell(5 + row, column, value)
            sheet.cell(5 + row, 6, "2024-02-03")
            if row % 2 == 0:
                sheet.merge_cells(start_row=5 + row, end_row=6 + row, start_column=3, end_column=3)
        book.create_sheet("Notes").append(["who", "what"])
        book.create_sheet("Secret").sheet_state = "hidden"

    bench = Bench()
    result = bench.sync_new(workbook(build), "named-wrongly.csv")

    assert sorted(bench.stored(result)) == ["A0//S0", "A0//S1", "A1//S2", "A1//S3", "A2//S4", "A2//S5"]
    assert {"hidden_sheet", "other_sheet"} <= set(notes(result))


def test_a_workbook_that_was_cut_off_is_refused() -> None:
    content = workbook(lambda book: book.active.append(["order_id", "amount"]))

    with pytest.raises(SourceUnreadableError, match="damaged"):
        Bench().sync_new(content[:-500])


def test_a_table_that_nobody_knows_is_kept_as_it_is() -> None:
    bench = Bench()
    result = bench.sync_new("colour;shape\nred;round\nblue;square\nred;round\n")

    assert result["report"]["mapping"]["fallback"]
    assert [row.values for row in bench.stored(result).values()].count({"colour": "red", "shape": "round"}) == 2


def test_key_columns_may_be_given() -> None:
    bench = Bench()
    file_id = bench.register("x.csv", "colour,shape\nred,round\nblue,square\n")

    assert sorted(bench.stored(bench.sync(file_id, key_columns=["colour"]))) == ["blue", "red"]
    with pytest.raises(SourceUnreadableError, match="key columns"):
        bench.sync(file_id, key_columns=["weight"])
