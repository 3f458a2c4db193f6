"""A report as a Word file."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from chalicelib.domain.json_types import JsonObject
from chalicelib.task_types.litigation_analysis.report.outline import (
    Heading,
    Item,
    Items,
    Paragraph,
    Part,
    Table,
)
from chalicelib.task_types.litigation_analysis.report.reporting import report_of

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LATIN_FONT, _EAST_ASIAN_FONT, _EAST_ASIAN_HEADING_FONT = "Calibri", "宋体", "黑体"
_BODY_STYLES = ("Normal", "List Bullet", "Quote", "Table Grid")
_HEADING_STYLES = ("Title", "Heading 1", "Heading 2", "Heading 3")
_LOCALES = {"zh": "zh-CN", "en": "en-US"}
_CELL_POINTS = 9


def as_word(result: JsonObject) -> bytes:
    report = report_of(result)
    document = Document()
    _set_fonts(document, report.language)
    document.core_properties.title = _valid(report.title)
    document.core_properties.author = "ContentHub"
    document.add_heading(_valid(report.title), level=0)
    for part in report.parts:
        _add(document, part)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _add(document: Any, part: Part) -> None:
    if isinstance(part, Heading):
        document.add_heading(_valid(part.text), level=part.level - 1)
    elif isinstance(part, Paragraph):
        for line in part.text.split("\n"):
            if line.strip():
                document.add_paragraph(_valid(line))
    elif isinstance(part, Table):
        _add_table(document, part)
    else:
        _add_items(document, part)


def _add_items(document: Any, part: Items) -> None:
    for item in part.items:
        _add_item(document, item)


def _add_item(document: Any, item: Item) -> None:
    document.add_paragraph(_valid(item.text), style="List Bullet")
    for quote in item.quotes:
        paragraph = document.add_paragraph(style="Quote")
        paragraph.paragraph_format.left_indent = Cm(1.2)
        paragraph.add_run(_valid(quote.sentence))
        where = paragraph.add_run(f" — {_valid(quote.where)}")
        where.italic, where.font.size = False, Pt(_CELL_POINTS)


def _add_table(document: Any, table: Table) -> None:
    """All rows at once: added one by one, each would be looked up anew."""
    grid = document.add_table(rows=1 + len(table.rows), cols=len(table.head), style="Table Grid")
    for row, texts in zip(grid.rows, (table.head, *table.rows), strict=True):
        heading = texts is table.head
        for cell, text in zip(row.cells, texts, strict=True):
            paragraph = cell.paragraphs[0]
            run = paragraph.add_run(_valid(text))
            run.bold, run.font.size = heading, Pt(_CELL_POINTS)
    properties = grid.rows[0]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))
    document.add_paragraph()


def _set_fonts(document: Any, language: str) -> None:
    """Word takes the East Asian font from an attribute of its own; without it Chinese looks as chance has it."""
    for names, font in ((_BODY_STYLES, _EAST_ASIAN_FONT), (_HEADING_STYLES, _EAST_ASIAN_HEADING_FONT)):
        for name in names:
            style = document.styles[name]
            style.font.name = _LATIN_FONT
            properties = style.element.get_or_add_rPr()
            fonts = properties.get_or_add_rFonts()
            for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
                fonts.attrib.pop(qn(theme), None)
            fonts.set(qn("w:eastAsia"), font)
            told = properties.makeelement(qn("w:lang"), {qn("w:eastAsia"): "zh-CN", qn("w:val"): _LOCALES[language]})
            properties.append(told)


def _valid(text: str) -> str:
    """XML knows no control characters; a line of text needs no line ends."""
    return "".join(c for c in " ".join(text.split()) if c >= " " and c not in "\ufffe\uffff")
