"""Lists over several pages: as many items as asked for, or all."""

from collections.abc import Callable, Sequence
from typing import Any

from contenthub.commands.session import Session
from contenthub.display.cells import Column
from contenthub.display.screen import Screen
from contenthub.display.tables import print_table

LARGEST_PAGE = 100
MOST_PAGES_UNASKED = 20


def collect(fetch: Callable[..., Any], *, limit: int, cursor: str | None, everything: bool) -> dict[str, Any]:
    """Follows cursors until there are enough items.

    A filtered page may be short or empty and still have a successor, so one page is not enough to
    say that there is nothing.
    """
    items: list[Any] = []
    pages = 0
    while True:
        wanted = LARGEST_PAGE if everything else min(LARGEST_PAGE, limit - len(items))
        page = fetch(limit=wanted, cursor=cursor)
        items += page["items"]
        cursor = page.get("next_cursor")
        pages += 1
        enough = len(items) >= limit or pages >= MOST_PAGES_UNASKED
        if cursor is None or (enough and not everything):
            return {"items": items, "next_cursor": cursor}


def show_list(session: Session, page: dict[str, Any], columns: Sequence[Column], *, empty_key: str) -> None:
    def render(screen: Screen, value: dict[str, Any]) -> None:
        print_table(screen, value["items"], columns, empty_key=empty_key)
        if value.get("next_cursor"):
            screen.note("list.more", cursor=value["next_cursor"])

    session.screen.show(page, render)
