"""Workbooks of orders, whole and damaged on purpose."""

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import Workbook

from tests.bench.large_tables import write_workbook

ROWS = 30
SHEET, STRINGS, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
NAMESPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (new, b"&%c;" % old * 10) for old, new in zip(b"abcdef", b"bcdefg", strict=True))
    + b"]>"
)
STOLEN = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


def workbook(build: Callable[[Any], None]) -> bytes:
    book = Workbook()
    build(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@cache
def orders_workbook() -> bytes:
    """With shared texts, as Excel has them."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "orders.xlsx"
        write_workbook(path, rows=ROWS)
        return path.read_bytes()


def archive_of(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def damaged(part: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """The workbook with one part changed, or away."""
    parts = _parts()
    changed = change(parts.pop(part))
    return archive_of(parts if changed is None else {**parts, part: changed})


def with_part(name: str, content: bytes) -> bytes:
    return archive_of({**_parts(), name: content})


def with_cell(cell: bytes, *, instead_of: bytes = b"<c><v>1</v>") -> bytes:
    return damaged(SHEET, lambda sheet: sheet.replace(instead_of, cell))


def sheet_of(row: bytes, *, rows: int) -> bytes:
    return damaged(SHEET, lambda _: b"<worksheet " + NAMESPACE + b"><sheetData>" + row * rows)


def strings_of(string: bytes, *, count: int = 400, before: bytes = b"") -> bytes:
    return damaged(
        STRINGS, lambda _: before + b"<sst " + NAMESPACE + b">" + b"<si><t>%s</t></si>" % string * count + b"</sst>"
    )


def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(orders_workbook())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
