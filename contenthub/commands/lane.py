"""`contenthub lane`: what each lane is doing, pause it, limit it."""

from typing import Annotated

import typer

from contenthub.commands.listing import changes, show_list, show_record
from contenthub.commands.options import Lane
from contenthub.commands.session import session_of
from contenthub.commands.translation import Command, Group
from contenthub.display.cells import Column

LANE_COLUMNS = (
    Column("lane", whole=True),
    Column("paused", "flag"),
    Column("waiting", "number"),
    Column("in_flight", "number"),
    Column("dead_letters", "number"),
    Column("max_concurrency", "number"),
)

commands = typer.Typer(cls=Group, no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(commands, name="lane")


@commands.command("list", cls=Command)
def list_lanes(context: typer.Context) -> None:
    session = session_of(context)
    show_list(session, {**session.client.lanes.list()}, LANE_COLUMNS, empty_key="list.no_lanes")


@commands.command("set", cls=Command)
def set_lane(
    context: typer.Context,
    lane: Lane,
    paused: Annotated[bool | None, typer.Option("--pause/--resume")] = None,
    max_concurrency: Annotated[int | None, typer.Option("--max-concurrency", min=2, max=1000, metavar="N")] = None,
) -> None:
    session = session_of(context)
    changed = changes(paused=paused, max_concurrency=max_concurrency)
    show_record(session, session.client.lanes.set(lane, changed), LANE_COLUMNS)
