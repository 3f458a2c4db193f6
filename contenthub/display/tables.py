"""Lists and single records: tables for a person, tab-separated lines for a script."""

from collections.abc import Mapping, Sequence
from typing import Any

from contenthub.display.cells import Column, printable
from contenthub.display.screen import Screen

WIDE = 110
"""Cells that a terminal has where nothing needs to be left out."""


def print_table(
    screen: Screen, rows: Sequence[Mapping[str, Any]], columns: Sequence[Column], *, empty_key: str
) -> None:
    if not rows:
        screen.note(empty_key)
        return
    if screen.for_person:
        _print_for_person(screen, rows, columns)
        return
    screen.write_line("\t".join(column.path for column in columns))
    for row in rows:
        screen.write_line("\t".join(_cell(screen, row, column) for column in columns))


def print_details(screen: Screen, record: Mapping[str, Any], columns: Sequence[Column]) -> None:
    """One field a line; fields without a value are left out."""
    present = [column for column in columns if _cell(screen, record, column)]
    if not screen.for_person:
        for column in present:
            screen.write_line(f"{column.path}\t{_cell(screen, record, column)}")
        return
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for column in present:
        style = screen.cells.style(column.value(record), column.kind)
        grid.add_row(screen.texts(column.label_key), Text(_cell(screen, record, column), style=style))
    screen.out.print(grid)


def print_mapping(screen: Screen, values: Mapping[str, Any]) -> None:
    """Names the server chose, such as limits, with their values."""
    for name, value in values.items():
        shown = f"{value:,}" if screen.for_person and type(value) is int else printable(str(value))
        screen.write_line(f"  {name}: {shown}" if screen.for_person else f"{name}\t{shown}")


def _print_for_person(screen: Screen, rows: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    cells = screen.cells
    columns = [column for column in columns if not column.spare or screen.out.width >= WIDE]
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    for column in columns:
        table.add_column(
            screen.texts(column.label_key),
            justify="right" if column.kind in ("number", "bytes") else "left",
            no_wrap=column.whole or column.kind in ("age", "status", "number", "bytes"),
            overflow="fold" if column.whole else "ellipsis",
        )
    for row in rows:
        values = [(column.value(row), column.kind) for column in columns]
        table.add_row(*(Text(cells.text(v, kind), style=cells.style(v, kind)) for v, kind in values))
    screen.out.print(table)


def _cell(screen: Screen, record: Mapping[str, Any], column: Column) -> str:
    return screen.cells.text(column.value(record), column.kind)
