"""Records as every command shows them: lists over several pages, and one record as its fields."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from contenthub.commands.session import Session
from contenthub.display.cells import Column
from contenthub.display.screen import Screen
from contenthub.display.tables import print_details, print_table
from contenthub.errors import LocalError

LARGEST_PAGE = 100
MOST_PAGES_UNASKED = 20


@dataclass(frozen=True)
class Paging:
    """What `--limit`, `--cursor` and `--all` say."""

    limit: int
    cursor: str | None = None
    everything: bool = False


def list_pages(
    session: Session, fetch: Callable[..., Any], paging: Paging, columns: Sequence[Column], *, empty_key: str
) -> None:
    """`fetch` is a listing method of the client with its filters filled in."""
    show_list(session, collect(fetch, paging), columns, empty_key=empty_key)


def show_list(session: Session, page: dict[str, Any], columns: Sequence[Column], *, empty_key: str) -> None:
    def render(screen: Screen, value: dict[str, Any]) -> None:
        print_table(screen, value["items"], columns, empty_key=empty_key)
        if value.get("next_cursor"):
            screen.note("list.more", cursor=value["next_cursor"])

    session.screen.show(page, render)


def show_record(session: Session, record: Mapping[str, Any], fields: Sequence[Column]) -> None:
    session.screen.show(record, lambda screen, value: print_details(screen, value, fields))


def given(**values: Any) -> dict[str, Any]:
    """The options that were given; what was left out is for the server to choose."""
    return {name: value for name, value in values.items() if value not in (None, [])}


def changes(**values: Any) -> dict[str, Any]:
    """The options that were given; raises LocalError if there are none."""
    found = given(**values)
    if not found:
        raise LocalError("nothing_to_change")
    return found


def collect(fetch: Callable[..., Any], paging: Paging) -> dict[str, Any]:
    """Follows cursors until there are enough items.

    A filtered page may be short or empty and still have a successor, so one page is not enough to
    say that there is nothing.
    """
    items: list[Any] = []
    cursor, pages = paging.cursor, 0
    while True:
        wanted = LARGEST_PAGE if paging.everything else min(LARGEST_PAGE, paging.limit - len(items))
        page = fetch(limit=wanted, cursor=cursor)
        items += page["items"]
        cursor = page.get("next_cursor")
        pages += 1
        enough = len(items) >= paging.limit or pages >= MOST_PAGES_UNASKED
        if cursor is None or (enough and not paging.everything):
            return {"items": items, "next_cursor": cursor}
