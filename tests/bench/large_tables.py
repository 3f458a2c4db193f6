"""Large files of orders, made up row by row and always the same, for measuring what their sync takes."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from xml.sax.saxutils import escape

HEADER = ("order_id", "sku", "product_name", "quantity", "unit_price", "amount", "date", "customer", "note")
NAMES = ("手工陶瓷茶杯", "Blue kettle", "红富士苹果", "Wool blanket, grey", "竹制杯垫")
LINES_AN_ORDER = 3
EVERY_REPEATED = 500
"""One row in so many is the one before it once more."""
SPARE_BYTES = 256 * 1024
"""More than a thousand rows take."""

_WORKBOOK_PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        '<Override PartName="/xl/sharedStrings.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="Orders" sheetId="1" r:id="r1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        'Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" '
        'Target="sharedStrings.xml"/></Relationships>'
    ),
}
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def rows_of_orders() -> Iterator[tuple[str | float, ...]]:
    """Without an end. Three lines an order; no two alike but for those that are repeated on purpose."""
    number = 0
    while True:
        yield _row(number - 1 if number % EVERY_REPEATED == EVERY_REPEATED - 1 else number)
        number += 1


def write_csv(path: Path, *, size_bytes: int) -> int:
    """Nearly as large as asked for, and never larger; how many rows it has."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for count, row in enumerate(rows_of_orders(), start=1):
            writer.writerow(row)
            if count % 1000 == 0 and file.tell() + SPARE_BYTES >= size_bytes:
                break
    return count


def write_workbook(path: Path, *, rows: int) -> None:
    """As Excel writes it: texts stand once, in a list of their own that readers hold in memory. All notes differ."""
    indexes: dict[str, int] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _WORKBOOK_PARTS.items():
            archive.writestr(_part(name), text)
        with archive.open(_part("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as sheet:
            sheet.write(f"<worksheet {_MAIN}><sheetData>".encode())
            sheet.write(_row_xml(HEADER, indexes))
            for number, row in enumerate(islice(rows_of_orders(), rows)):
                note = f"note {number * 2_654_435_761 % 2**40:010x} of {number:07}"
                sheet.write(_row_xml((*row[:-1], note), indexes))
            sheet.write(b"</sheetData></worksheet>")
        with archive.open(_part("xl/sharedStrings.xml"), "w", force_zip64=True) as strings:
            strings.write(f"<sst {_MAIN}>".encode())
            for text in indexes:
                strings.write(f"<si><t>{escape(text)}</t></si>".encode())
            strings.write(b"</sst>")


def _part(name: str) -> zipfile.ZipInfo:
    """Without the time of day, or no two workbooks would be the same."""
    part = zipfile.ZipInfo(name)
    part.compress_type = zipfile.ZIP_DEFLATED
    return part


def _row_xml(row: tuple[str | float, ...], indexes: dict[str, int]) -> bytes:
    cells = (
        f'<c t="s"><v>{indexes.setdefault(cell, len(indexes))}</v></c>'
        if isinstance(cell, str)
        else f"<c><v>{cell}</v></c>"
        for cell in row
    )
    return f"<row>{''.join(cells)}</row>".encode()


def _row(number: int) -> tuple[str | float, ...]:
    order, quantity = number // LINES_AN_ORDER, number % 9 + 1
    price = 1 + number * 7919 % 99_000 / 100
    day = f"2026-{order % 12 + 1:02}-{order % 28 + 1:02} {order % 24:02}:{number % 60:02}:{order % 60:02}"
    return (
        f"SO{order:010}",
        f"SKU-{number * 31 % 50_000:05}",
        f"{NAMES[number % len(NAMES)]} {number % 700}",
        quantity,
        round(price, 2),
        round(quantity * price, 2),
        day,
        f"customer {order * 17 % 400_000}",
        "" if number % 4 else f"please ring twice {number % 1000}",
    )
