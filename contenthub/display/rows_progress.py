"""The rows of a file that is being synced, as words and figures."""

from typing import TYPE_CHECKING

from contenthub.display.cells import printable
from contenthub.display.screen import Screen
from contenthub.steps import FileProgress

if TYPE_CHECKING:
    from rich.text import Text

_DOING_KEYS = {"reading": "sync.reading", "checking": "sync.checking", "writing": "sync.writing"}


def rows_text(screen: Screen, rows: FileProgress) -> str:
    """What is done with the file, and how far that is."""
    doing = screen.texts(_DOING_KEYS[rows.doing])
    if rows.total:
        return f"{doing}  " + screen.texts("sync.rows_of", done=f"{rows.done:,}", total=f"{rows.total:,}")
    return f"{doing}  " + screen.texts("sync.rows", count=f"{rows.done:,}") if rows.done else doing


def file_line(screen: Screen, rows: FileProgress) -> "Text":
    from rich.text import Text

    return Text.assemble(
        (printable(rows.file), "bold"), f"  {rows_text(screen, rows)}", no_wrap=True, overflow="ellipsis"
    )


def rate_text(screen: Screen, rows: FileProgress, now: float) -> str:
    rate = rows.per_second(now)
    return screen.texts("sync.rows_per_second", count=f"{rate:,.0f}") if rate else ""
