"""The report holds what was found, in the reader's language, in Markdown and in Word."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from chalicelib.domain.json_types import JsonObject
from chalicelib.task_types.litigation_analysis.report.markdown import as_markdown
from chalicelib.task_types.litigation_analysis.report.outline import MOST_ROWS
from chalicelib.task_types.litigation_analysis.report.word import as_word

PLACE = {
    "document_id": "d1",
    "document": "a_b | *c*.pdf",
    "label": "p. 3",
    "sentence": "1. The <b>price</b> is $5,000.00.",
}
SCAN = {
    "document_id": "d2",
    "file_name": "scan.pdf",
    "state": "unread",
    "code": "document_no_text_layer",
    "reason": "the PDF has no text layer (OCR)",
}
READ = {"document_id": "d1", "file_name": "a.pdf", "state": "analysed", "kind": "contract", "role": "facts", "pages": 4}


def result(language: str, **findings: object) -> JsonObject:
    party = {"name": "Northwind", "roles": ["plaintiff"], "side": "plaintiff", "places": [PLACE]}
    return {
        "package_id": "lease",
        "package_title": "Lease",
        "case_type": "lease",
        "case_position": "defendant",
        "user_input": "Roof\nleaks",
        "language": language,
        "documents": [{**READ, "pages_without_text": [2]}, SCAN],
        "findings": {
            "language": language,
            "documents": [],
            "parties": [party],
            "chronology": [{"date": "2021-03-01", "text": "It rained.", "places": [PLACE], "approximate": True}],
            "amounts": [{"value": "5000.00", "currency": "USD", "text": "$5,000.00", "places": [PLACE]}],
            "contradictions": [
                {
                    "about": "the price",
                    "rule": "amounts",
                    "versions": [{"value": "5000", "places": [PLACE]}, {"value": "6000", "places": [PLACE]}],
                }
            ],
            **findings,
        },
        "view": {
            "position": "defendant",
            "case_type": "lease",
            "language": language,
            "strengths": [{"text": f"They admit: “{PLACE['sentence']}”", "rule": "x", "places": [PLACE]}],
            "deadlines": [{"text": "Answer", "rule": "x", "due": "2021-04-01", "expired": True, "places": [PLACE]}],
            "disclaimer": "No legal advice.",
        },
        "method": {"provider": "openai", "model": "m-1", "citations_checked": 7, "citations_dropped": 2},
    }


def rendered(text: str) -> str:
    html: str = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    return html


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Case analysis", "View for the defendant", "about 2021-03-01", "5,000.00 USD", "7 citations", "OCR"]),
        ("zh", ["案件分析报告", "对被告的意见", "约2021-03-01", "扫描件", "核对引文 7 处", "原告"]),
    ],
)
def test_a_report_is_in_one_language_and_holds_everything(language: str, words: list[str]) -> None:
    text = as_markdown(result(language))
    assert all(word in text for word in [*words, "Northwind", "No legal advice.", "scan.pdf"])
    assert text.startswith("# ")


def test_a_documents_words_stay_words() -> None:
    html = rendered(as_markdown(result("en")))
    assert "<b>" not in html
    assert "1. The &lt;b&gt;price&lt;/b&gt; is $5,000.00." in html
    assert "<ol>" not in html
    assert "a_b | *c*.pdf" in html


def test_a_sentence_that_is_quoted_is_not_said_twice() -> None:
    text = as_markdown(result("en"))
    assert "- They admit\n" in text


def test_long_tables_are_cut_and_say_so() -> None:
    events = [{"date": "2021", "text": f"event {n}", "places": [PLACE]} for n in range(MOST_ROWS + 5)]
    text = as_markdown(result("en", chronology=events))
    assert f"event {MOST_ROWS - 1}" in text
    assert f"event {MOST_ROWS}" not in text
    assert "5 more are in the JSON result." in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_word_file_opens_again_with_headings_tables_and_chinese_fonts(language: str) -> None:
    document = Document(BytesIO(as_word(result(language))))
    headings = [p.text for p in document.paragraphs if p.style and str(p.style.name).startswith("Heading")]
    assert ("当事人" if language == "zh" else "Parties") in headings
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert {"Northwind", "scan.pdf"} <= cells
    for name in ("Normal", "Heading 1", "Title"):
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) in ("宋体", "黑体")
        assert fonts.get(qn("w:eastAsiaTheme")) is None


def test_control_characters_do_not_break_a_word_file() -> None:
    body = result("en")
    body["view"]["disclaimer"] = "bell \x07 and \ufffe"
    assert Document(BytesIO(as_word(body))).paragraphs[-1].text == "bell  and "


def test_a_report_of_nothing_says_so() -> None:
    empty = result("zh", parties=[], chronology=[], amounts=[], contradictions=[])
    assert as_markdown(empty).count("材料中没有找到。") >= 5
