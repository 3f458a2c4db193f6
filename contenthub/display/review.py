"""What is under review, what was decided, and how it goes on."""

from collections.abc import Mapping
from typing import Any

from contenthub.curricula import outline_of
from contenthub.display.cells import Column, printable
from contenthub.display.outline import print_notes, print_outline
from contenthub.display.screen import Screen
from contenthub.display.tables import print_details, print_table

OPEN_FIELDS = (Column("name"), Column("opened_at", "moment"), Column("open_until", "moment"))
DECIDED_COLUMNS = (
    Column("name", whole=True),
    Column("decision", "status"),
    Column("by"),
    Column("at", "age"),
    Column("edited", "flag"),
    Column("comments"),
)


def print_review(screen: Screen, state: Mapping[str, Any]) -> None:
    opened = state["open"]
    if state["decided"]:
        print_table(screen, state["decided"], DECIDED_COLUMNS, empty_key="list.no_reviews")
        screen.write_line("")
    if opened is None:
        screen.note("review.none_open")
        return
    print_details(screen, {**opened, "open_until": opened["expires_at"]}, OPEN_FIELDS)
    screen.write_line("")
    print_subject(screen, opened["subject"])


def print_subject(screen: Screen, subject: Mapping[str, Any]) -> None:
    """A curriculum as its outline; anything else as it is."""
    outline = outline_of(subject)
    if outline is None:
        screen.write_json(subject)
        return
    print_outline(screen, outline)
    print_notes(screen, outline)


def print_decided(screen: Screen, task_id: str, decision: str, *, edited: bool) -> None:
    screen.say(f"review.done_{decision}" if not edited else "review.done_edit", task_id=printable(task_id))
    screen.note("review.next_watch", task_id=task_id)
