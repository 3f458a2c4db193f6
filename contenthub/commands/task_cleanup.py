"""`contenthub task cleanup`."""

from enum import StrEnum
from typing import Annotated, Any

import typer

from contenthub.commands.confirming import confirm
from contenthub.commands.options import DryRun, Yes
from contenthub.commands.session import Session, session_of
from contenthub.display.screen import Screen
from contenthub.shapes import CleanupResult


class EndState(StrEnum):
    SUCCEEDED = "succeeded"
    PARTIAL = "partial"
    FAILED = "failed"
    CANCELLED = "cancelled"
    TIMED_OUT = "timed_out"
    EXPIRED = "expired"


def clean_up(
    context: typer.Context,
    days: Annotated[int, typer.Option("--days", min=0, metavar="N")] = 30,
    status: Annotated[list[EndState] | None, typer.Option("--status")] = None,
    dry_run: DryRun = False,
    yes: Yes = False,
) -> None:
    session = session_of(context)
    statuses: list[str] = [state.value for state in status or []]
    clean = session.client.tasks.clean_up
    if dry_run or not yes:
        expected = clean(older_than_days=days, statuses=statuses, dry_run=True)
        if dry_run or expected["matched"] == 0:
            expected["dry_run"] = dry_run
            session.screen.show(expected, _print_cleanup)
            return
        confirm(session, "confirm.cleanup", count=_count(session, expected), days=days)
    session.screen.show(_clean_all(session, days, statuses), _print_cleanup)


def _clean_all(session: Session, days: int, statuses: list[str]) -> CleanupResult:
    """The server deletes a bounded number in one request; this goes on until nothing is left."""
    total = CleanupResult(matched=0, deleted=0, dry_run=False, more=True)
    while total["more"]:
        step = session.client.tasks.clean_up(older_than_days=days, statuses=statuses)
        total["matched"] += step["matched"]
        total["deleted"] += step["deleted"]
        total["more"] = step["more"] and step["deleted"] > 0
    return total


def _count(session: Session, result: CleanupResult) -> str:
    key = "cleanup.at_least" if result["more"] else "cleanup.exactly"
    return session.texts(key, count=f"{result['matched']:,}")


def _print_cleanup(screen: Screen, result: Any) -> None:
    if result["dry_run"]:
        count_key = "cleanup.at_least" if result["more"] else "cleanup.exactly"
        screen.say("cleanup.would_delete", count=screen.texts(count_key, count=f"{result['matched']:,}"))
    else:
        screen.say("cleanup.deleted", count=f"{result['deleted']:,}")
