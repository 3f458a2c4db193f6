"""`contenthub task batch`."""

from typing import Annotated, Any

import typer

from contenthub.commands.options import DryRun
from contenthub.commands.request_body import read_json_items
from contenthub.commands.session import session_of
from contenthub.display.cells import Column
from contenthub.display.screen import Screen
from contenthub.display.tables import print_table

BATCH_COLUMNS = (
    Column("index"),
    Column("status"),
    Column("task.task_id", whole=True),
    Column("error.code"),
    Column("error.detail"),
)


def submit_batch(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE")],
    atomic: Annotated[bool, typer.Option("--atomic")] = False,
    dry_run: DryRun = False,
) -> None:
    session = session_of(context)
    items = read_json_items(file)
    answer = session.client.tasks.submit_batch(items, atomic=atomic, dry_run=dry_run)
    session.screen.show(answer, _print_batch)


def _print_batch(screen: Screen, answer: dict[str, Any]) -> None:
    print_table(screen, answer["items"], BATCH_COLUMNS, empty_key="list.no_tasks")
    key = "batch.would_accept" if answer.get("dry_run") else "batch.accepted"
    screen.note(key, accepted=answer["accepted"], rejected=answer["rejected"])
