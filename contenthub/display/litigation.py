"""A litigation session: how far it is, and what became of each document."""

from collections.abc import Mapping
from typing import Any

from contenthub.display.cells import Column
from contenthub.display.roadmap import progress_line
from contenthub.display.screen import Screen
from contenthub.display.tables import print_details, print_table

SESSION_FIELDS = (
    Column("session_id"),
    Column("status", "status"),
    Column("current_step"),
    Column("package_id"),
    Column("case_type"),
    Column("case_position"),
    Column("created_at", "moment"),
    Column("finished_at", "moment"),
    Column("error.code"),
    Column("error.message"),
)
DOCUMENT_COLUMNS = (
    Column("document_id", whole=True),
    Column("file_name"),
    Column("status", "status"),
    Column("detail"),
)


def print_session(screen: Screen, session: Mapping[str, Any]) -> None:
    print_details(screen, session, SESSION_FIELDS)
    if not screen.for_person:
        return
    if session.get("progress"):
        screen.out.print(progress_line(screen, session["progress"]))
    if session.get("documents"):
        screen.out.print()
        print_documents(screen, session)


def print_documents(screen: Screen, session: Mapping[str, Any]) -> None:
    print_table(screen, session.get("documents") or [], DOCUMENT_COLUMNS, empty_key="list.no_documents")
