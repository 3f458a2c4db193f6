"""`contenthub dead-letter`: messages that were given up, sent again or thrown away."""

from typing import Annotated, Any

import typer

from contenthub.commands.confirming import confirm
from contenthub.commands.listing import given, show_list
from contenthub.commands.options import DryRun, Lane, Reason, TaskIds, Yes
from contenthub.commands.session import session_of
from contenthub.commands.translation import Command, Group
from contenthub.display.cells import Column
from contenthub.display.screen import Screen

DEAD_LETTER_COLUMNS = (
    Column("task_id", whole=True),
    Column("lane"),
    Column("task_status", "status"),
    Column("reason"),
    Column("receive_count", "number"),
    Column("sent_at", "age"),
)

commands = typer.Typer(cls=Group, no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(commands, name="dead-letter")


@commands.command("list", cls=Command)
def list_dead_letters(
    context: typer.Context,
    lane: Annotated[str | None, typer.Option("--lane", metavar="LANE")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=100)] = 50,
) -> None:
    session = session_of(context)
    page = session.client.dead_letters.list(lane=lane, limit=limit)
    show_list(session, {**page}, DEAD_LETTER_COLUMNS, empty_key="list.no_dead_letters")


@commands.command("redrive", cls=Command)
def redrive(
    context: typer.Context,
    lane: Lane,
    task: TaskIds = None,
    limit: Annotated[int | None, typer.Option("--limit", "-n", min=1)] = None,
    rate: Annotated[float | None, typer.Option("--rate", min=0.1, metavar="PER_SECOND")] = None,
    reason: Reason = None,
) -> None:
    session = session_of(context)
    request = given(lane=lane, task_ids=task, limit=limit, rate_per_second=rate, reason=reason)
    answer = session.client.dead_letters.redrive(request)
    session.screen.show(answer, _print_redriven)


@commands.command("purge", cls=Command)
def purge(
    context: typer.Context,
    lane: Lane,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT")],
    task: TaskIds = None,
    dry_run: DryRun = False,
    yes: Yes = False,
) -> None:
    session = session_of(context)
    request: dict[str, object] = {"lane": lane, "reason": reason, "dry_run": dry_run}
    if task:
        request["task_ids"] = task
    if not dry_run and not yes:
        expected = session.client.dead_letters.purge({**request, "dry_run": True})
        confirm(session, "confirm.purge", count=f"{expected['purged']:,}", lane=lane)
    session.screen.show(session.client.dead_letters.purge(request), _print_purged)


def _print_redriven(screen: Screen, answer: dict[str, Any]) -> None:
    screen.say("dead_letter.redriven", redriven=answer["redriven"], skipped=answer.get("skipped", 0))


def _print_purged(screen: Screen, answer: dict[str, Any]) -> None:
    key = "dead_letter.would_purge" if answer.get("dry_run") else "dead_letter.purged"
    screen.say(key, count=answer["purged"])
