"""`contenthub flag`: whether a task type is accepted and run, and by which way."""

from typing import Annotated, Literal

import typer

from contenthub.commands.listing import changes, show_list
from contenthub.commands.options import TaskType
from contenthub.commands.session import session_of
from contenthub.commands.translation import Command, Group
from contenthub.display.cells import Column
from contenthub.display.tables import print_details

FLAG_COLUMNS = (
    Column("task_type", whole=True),
    Column("accepting", "flag"),
    Column("paused", "flag"),
    Column("mode", whole=True),
)

commands = typer.Typer(cls=Group, no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(commands, name="flag")


@commands.command("list", cls=Command)
def list_flags(context: typer.Context) -> None:
    session = session_of(context)
    show_list(session, {**session.client.flags.list()}, FLAG_COLUMNS, empty_key="list.no_flags")


@commands.command("set", cls=Command)
def set_flag(
    context: typer.Context,
    task_type: TaskType,
    accepting: Annotated[bool | None, typer.Option("--accept/--refuse")] = None,
    paused: Annotated[bool | None, typer.Option("--pause/--resume")] = None,
    mode: Annotated[Literal["queue", "direct"] | None, typer.Option("--mode")] = None,
) -> None:
    session = session_of(context)
    answer = session.client.flags.set(task_type, changes(accepting=accepting, paused=paused, mode=mode))
    session.screen.show(answer, lambda screen, value: print_details(screen, value, FLAG_COLUMNS))
