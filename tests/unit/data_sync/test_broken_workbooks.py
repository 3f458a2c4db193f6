"""Damaged, protected and hostile workbooks give rows or a clear report."""

import zipfile

import pytest

from chalicelib.domain.data_sync.reading import excel_table, workbook_archive
from chalicelib.domain.data_sync.records import FileState
from chalicelib.domain.errors import SourceUnreadableError
from tests.fakes.file_store import InMemoryFile
from tests.unit.data_sync.bench import Bench, codes, counted, orders
from tests.unit.data_sync.workbooks import (
    BOOK,
    LAUGHS,
    ROWS,
    SHEET,
    STOLEN,
    STRINGS,
    archive_of,
    damaged,
    orders_workbook,
    sheet_of,
    strings_of,
    with_cell,
    with_part,
)

ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
LOCAL, CENTRAL = b"PK\x03\x04\x14\x00", b"PK\x01\x02\x14\x03\x14\x00"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (ENCRYPTED, "protected by a password"),
        (ENCRYPTED[:1000] + bytes(3_000_000) + ENCRYPTED[1000:], "protected by a password"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), r"old Excel workbook \(\.xls\)"),
        (archive_of({"readme.txt": b"hello"}), "no Excel workbook"),
        (archive_of({"word/document.xml": b"<x/>"}), "no Excel workbook"),
        (archive_of({BOOK: b"<workbook/>"}), "cannot be read"),
        (orders_workbook()[:-300], "damaged"),
        (orders_workbook()[:2000], "damaged"),
        (
            orders_workbook().replace(LOCAL + b"\0", LOCAL + b"\1").replace(CENTRAL + b"\0", CENTRAL + b"\1"),
            "encrypted",
        ),
        (damaged(STRINGS, lambda _: None), "cannot be read"),
        (damaged(STRINGS, lambda part: part[: len(part) // 2]), "cannot be read"),
        (damaged(SHEET, lambda part: part[: len(part) // 2]), "cannot be read|damaged"),
        (damaged(SHEET, lambda _: None), "cannot be read|has a table"),
        (with_cell(b'<c t="s"><v>99999</v>'), "damaged"),
        (with_cell(b'<c t="s"><v>x</v>'), "damaged"),
        (with_cell(b'<c r="ZZZZZ9"><v>1</v>'), "damaged"),
        (with_cell(b'<c t="d"><v>2024-99-99</v>'), "damaged"),
        (with_cell(b"<c><v>NaN</v>"), "damaged"),
        (with_cell(b'<row r="abc">', instead_of=b"<row>"), "damaged"),
        (sheet_of(b"<row>" + b"<c><v>1</v></c>" * 30_000 + b"</row>", rows=1), "columns|cannot be read|damaged"),
        (sheet_of(b"<row><c><v>1</v></c></row>", rows=3_000_000), "too much"),
        (strings_of(b"a" * 70_000_000, count=1), "too much"),
        (strings_of(b"&g;", before=LAUGHS), "cannot be read"),
        (strings_of(b"&x;", before=STOLEN), "cannot be read"),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_what_is_no_whole_workbook_is_refused_with_its_reason(content: bytes, why: str) -> None:
    bench = Bench()
    file_id = bench.register("orders.xlsx", content)

    with pytest.raises(SourceUnreadableError, match=why) as refused:
        bench.sync(file_id)

    assert bench.file(file_id).state == FileState.FAILED
    assert "\n" not in refused.value.message
    assert len(refused.value.message) < 300


@pytest.mark.parametrize(
    "content",
    [
        orders_workbook(),
        b"PK\x03\x04" + orders_workbook(),
        with_cell(b'<c t="e"><v>#DIV/0!</v>'),
        with_cell(b'<c t="b"><v>1</v>'),
        with_cell(b'<c t="n"><v>1e999</v>'),
        damaged(SHEET, lambda part: part.replace(b"</row>", b'</row><row r="9000"></row>', 1)),
        damaged(STRINGS, lambda part: part.replace(b"SKU-00000", b"_xD800_")),
        damaged(
            SHEET,
            lambda part: part.replace(
                b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
            ),
        ),
    ],
    ids=["whole", "after rubbish", "errors", "truths", "infinity", "a gap", "half a character", "one merged cell"],
)
def test_odd_workbooks_give_all_their_rows(content: bytes) -> None:
    result = Bench().sync_new(content, "orders.xlsx")

    assert counted(result) == {"inserted": ROWS}
    assert set(codes(result)) <= {"bad_number_optional"}


def test_a_text_that_is_called_a_workbook_is_read_as_text() -> None:
    result = Bench().sync_new(orders(5), "orders.xlsx")

    assert (counted(result), result["report"]["read_as"]["format"]) == ({"inserted": 5}, "csv")


def test_a_workbook_that_is_called_a_text_is_read_as_workbook() -> None:
    result = Bench().sync_new(orders_workbook(), "orders.csv")

    assert (counted(result), result["report"]["read_as"]["format"]) == ({"inserted": ROWS}, "xlsx")


def test_a_row_that_says_it_is_below_all_rows_is_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the blank ones before it would be counted for hours."""
    monkeypatch.setattr(excel_table, "MOST_ROWS", 500)
    bench = Bench()
    gap = damaged(SHEET, lambda part: part.replace(b"</row>", b'</row><row r="%d"></row>' % 10**9, 5))

    with pytest.raises(SourceUnreadableError, match="below row 500"):
        bench.sync_new(gap)


def test_large_parts_that_nobody_reads_are_no_reason_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_archive, "BOMBS_FROM_BYTES", 50_000)
    monkeypatch.setattr(workbook_archive, "LARGEST_PART_BYTES", 50_000)

    assert counted(Bench().sync_new(with_part("xl/media/image1.bmp", bytes(100_000)))) == {"inserted": ROWS}
    with pytest.raises(SourceUnreadableError, match="too much"):
        Bench().sync_new(with_part("xl/styles.xml", bytes(100_000)))


@pytest.mark.parametrize("answers", [0, 1, 2, 3])
def test_a_store_that_does_not_answer_is_not_taken_for_damage(answers: int) -> None:
    """The task is to be tried again, the file has nothing wrong with it."""

    class Failing(InMemoryFile):
        def read(self, offset: int, length: int) -> bytes:
            if self.reads >= answers:
                raise TimeoutError("the store is slow")
            return super().read(offset, length)

    bench = Bench()
    file_id = bench.register("orders.xlsx", orders_workbook())
    location = bench.file(file_id).body["location"]
    bench.files.files[location] = Failing(orders_workbook())

    with pytest.raises((TimeoutError, zipfile.BadZipFile)):
        bench.sync(file_id)
