"""Documents of every kind and in every encoding become text whose pieces say where they stand."""

import zipfile
from io import BytesIO

import pytest

from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.task_types.litigation_analysis.reading.passages import Source
from chalicelib.task_types.litigation_analysis.reading.reader import ReadDocument, read_document
from tests.unit.litigation_analysis.samples import (
    COMPLAINT_EN,
    COMPLAINT_ZH,
    CONTRACT_EN,
    CONTRACT_ZH,
    docx_of,
    encrypted,
    pdf_of,
    scanned_pdf,
)

TRADITIONAL = "原告與被告簽訂設備買賣契約，約定總價款新臺幣五十萬元，被告逾期交貨，應負損害賠償責任。"


def read(data: bytes, name: str = "document.txt") -> ReadDocument:
    return read_document(Source("d1", name, data), lambda _done, _total: None)


def texts(found: ReadDocument) -> list[str]:
    return [block.text for block in found.text.blocks]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_chinese_text_is_read_in_every_encoding_it_is_saved_in(encoding: str) -> None:
    found = read(COMPLAINT_ZH.encode(encoding))
    assert found.text.language == "zh"
    assert "原告：云川科技有限公司" in texts(found)


def test_traditional_chinese_in_big5_is_told_from_gb18030() -> None:
    assert texts(read(TRADITIONAL.encode("big5"))) == [TRADITIONAL]
    assert texts(read("This Agreement (合同) is made by ABC.".encode("gb18030"))) == [
        "This Agreement (合同) is made by ABC."
    ]


def test_western_text_in_windows_1252_keeps_its_quotation_marks_and_accents() -> None:
    written = "The “Agreement” isn’t valid — see § 5. Signé à Genève."
    assert texts(read(written.encode("cp1252"))) == [written]


def test_broken_lines_become_paragraphs_and_page_numbers_go() -> None:
    lines = "\n".join(
        f"{n}. The Defendant Xoho Tech, Inc. delivered the goods described in the schedule and\n"
        f"was paid for them by the Plaintiff in full, as item {n} of the account says.\n"
        f"-{n}-\nCase 1:21-cv-07535   Document 1   Filed 09/09/21   Page {n} of 24\n"
        for n in range(1, 7)
    )
    found = texts(read(lines.encode()))
    assert found[0].endswith(
        "described in the schedule and was paid for them by the Plaintiff in full, as item 1 of the account says."
    )
    assert len(found) == 6


def test_markdown_marks_are_no_part_of_a_sentence() -> None:
    found = read(b"# Title\n\n<!-- note -->\nThe **Seller** shall [deliver](https://x.example/a) on time.\n", "a.md")
    assert texts(found) == ["Title", "The Seller shall deliver on time."]
    assert [block.place for block in found.text.blocks] == ["¶1", "¶2"]


def test_paragraphs_of_a_chinese_contract_are_placed_by_their_articles() -> None:
    found = read(CONTRACT_ZH.encode(), "合同.md")
    places = {block.text[:3]: block.place for block in found.text.blocks}
    assert (places["设备买"], places["第二条"]) == ("第1段", "第二条")


def test_a_pdf_is_read_page_by_page_without_its_running_head() -> None:
    pages = [
        f"Clause {n}. The Buyer shall pay the price of item {n} within thirty days of delivery." for n in range(1, 6)
    ]
    found = read(pdf_of(pages, head="Hamburg 18.12.2017 PAGE {page}/017 E-Fax-Service"), "fax.pdf")
    assert found.pages == 5
    assert [(block.place, block.text) for block in found.text.blocks] == [
        (f"p. {number}", text) for number, text in enumerate(pages, 1)
    ]


def test_a_sentence_over_a_page_break_stands_on_the_page_where_it_begins() -> None:
    pages = ["The Seller delivered the pumps on August 15, 2021, which was", "six weeks late. The Buyer objected."]
    found = read(pdf_of(pages), "letter.pdf")
    assert (found.text.blocks[0].place, texts(found)[0]) == ("p. 1", " ".join(pages))


@pytest.mark.slow
def test_two_hundred_pages_are_read() -> None:
    pages = [f"Page {n} says that the price of lot {n} is $1,{n:03}.00. " * 3 for n in range(1, 201)]
    found = read(pdf_of(pages), "long.pdf")
    assert found.pages == 200
    assert found.text.blocks[-1].place == "p. 200"


def test_pages_that_are_pictures_among_others_are_named() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for data in (pdf_of(["A page of text that can be read by everybody."]), scanned_pdf(1)):
        writer.append(PdfReader(BytesIO(data)))
    written = BytesIO()
    writer.write(written)
    assert read(written.getvalue(), "mixed.pdf").pages_without_text == (2,)


def test_a_word_file_gives_paragraphs_and_table_rows() -> None:
    found = read(docx_of(["第一段文字。", "第二段文字。"], [["项目", "金额"], ["租金", "3000元"]]), "租赁.docx")
    assert [(block.place, block.text) for block in found.text.blocks] == [
        ("第1段", "第一段文字。"),
        ("第2段", "第二段文字。"),
        ("表1第1行", "项目 | 金额"),
        ("表1第2行", "租金 | 3000元"),
    ]


def test_text_is_read_for_what_it_is_whatever_its_name_says() -> None:
    assert read(CONTRACT_EN.encode(), "contract.pdf").text.language == "en"
    assert read(pdf_of(["The Seller shall deliver the goods in time."]), "letter.txt").pages == 1


GOOD_PDF = pdf_of([COMPLAINT_EN.replace("§", "Sec.")] * 3)
UNREADABLE = {
    "empty": (b"", "document_empty"),
    "only white space": (b" \n\t \r\n", "document_empty"),
    "only a mark": (b"\xef\xbb\xbf", "document_empty"),
    "a scan": (scanned_pdf(), "document_no_text_layer"),
    "a protected PDF": (encrypted(GOOD_PDF), "document_encrypted"),
    "a PDF cut off": (GOOD_PDF[:600], "document_broken"),
    "a PDF's first bytes": (b"%PDF-1.7\n", "document_broken"),
    "a picture named pdf": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "document_type_unsupported"),
    "a JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 50, "document_type_unsupported"),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "document_type_unsupported"),
    "a protected Word file": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "document_encrypted",
    ),
    "a Word file cut off": (docx_of(["text"])[:-200], "document_broken"),
    "bytes": (bytes(range(256)) * 20, "document_type_unsupported"),
}


@pytest.mark.parametrize(("data", "code"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    with pytest.raises(SourceUnreadableError) as raised:
        read(data, "document.pdf")
    assert raised.value.code == code
    assert raised.value.message
    assert not raised.value.retryable


def zipped(**texts_by_name: bytes) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in texts_by_name.items():
            package.writestr(name.replace("__", "/"), text)
    return written.getvalue()


def test_a_zip_that_is_no_word_file_is_refused() -> None:
    with pytest.raises(SourceUnreadableError) as raised:
        read(zipped(sheet=b"<x/>"), "a.docx")
    assert raised.value.code == "document_type_unsupported"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped(**{"word__document.xml": b"<w/>" + b" " * (40 * 1024 * 1024)})
    assert len(bomb) < 100_000
    with pytest.raises(SourceUnreadableError) as raised:
        read(bomb, "bomb.docx")
    assert raised.value.code == "document_too_large"


def test_a_word_file_without_its_parts_is_broken() -> None:
    with pytest.raises(SourceUnreadableError) as raised:
        read(zipped(**{"word__document.xml": b"<w/>"}), "a.docx")
    assert raised.value.code == "document_broken"


def test_reading_stops_when_it_is_told_to() -> None:
    def stop(_done: int, _total: int) -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        read_document(Source("d1", "a.pdf", GOOD_PDF), stop)
