"""Rows of a dataset, whose columns are the data's own."""

from collections.abc import Mapping, Sequence
from typing import Any

from contenthub.display.cells import plain, printable
from contenthub.display.screen import Screen

WIDEST_KEY, WIDEST_CELL, GAP = 40, 24, 3
KEY = "row_key"


def print_records(screen: Screen, rows: Sequence[Mapping[str, Any]], columns: Sequence[str], *, chosen: bool) -> None:
    """In a terminal as many columns as there is room for, unless they were `chosen`; all of them in a pipe."""
    if not rows:
        screen.note("list.no_records")
        return
    if not screen.for_person:
        screen.write_line("\t".join((KEY, *columns)))
        for row in rows:
            screen.write_line("\t".join((plain(row[KEY]), *(_text(row["values"].get(name)) for name in columns))))
        return
    shown = columns if chosen else _fitting(screen, rows, columns)
    _print_table(screen, rows, shown)
    if len(shown) < len(columns):
        screen.note("records.more_columns", names=", ".join(columns[len(shown) :]))


def _print_table(screen: Screen, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    table.add_column(screen.texts("column.row_key"), overflow="fold", min_width=_key_width(rows), style="cyan")
    for name in columns:
        values = [row["values"].get(name) for row in rows]
        numbers = all(isinstance(value, int | float) for value in values if value is not None)
        table.add_column(
            Text(printable(name)),
            justify="right" if numbers else "left",
            overflow="ellipsis",
            no_wrap=True,
            max_width=WIDEST_CELL,
        )
    for row in rows:
        cells = [_text(row["values"].get(name)) for name in columns]
        table.add_row(Text(printable(str(row[KEY]))), *(Text(cell) for cell in cells))
    screen.out.print(table)


def _key_width(rows: Sequence[Mapping[str, Any]]) -> int:
    from rich.cells import cell_len

    return min(WIDEST_KEY, max(cell_len(str(row[KEY])) for row in rows))


def _fitting(screen: Screen, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> Sequence[str]:
    from rich.cells import cell_len

    used = _key_width(rows)
    for count, name in enumerate(columns):
        widest = max(cell_len(text) for text in (name, *(_text(row["values"].get(name)) for row in rows)))
        used += min(WIDEST_CELL, widest) + GAP
        if used > screen.out.width and count > 0:
            return columns[:count]
    return columns


def _text(value: Any) -> str:
    return "" if value is None else plain(value)
