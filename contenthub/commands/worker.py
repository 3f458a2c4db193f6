"""`contenthub worker`: what the workers do, can do and take from, and whether they answer."""

from typing import Annotated, Any, Literal

import typer

from contenthub.commands.lane import LANE_COLUMNS
from contenthub.commands.listing import show_list
from contenthub.commands.ping import PING_COLUMNS, ping_lanes
from contenthub.commands.service import TASK_TYPE_COLUMNS
from contenthub.commands.session import Session, session_of
from contenthub.commands.translation import Command, Group
from contenthub.display.cells import Column
from contenthub.exit_codes import ExitCode
from contenthub.moments import parse_duration

ACTIVE_COLUMNS = (
    Column("task_id", whole=True),
    Column("task_type"),
    Column("unit"),
    Column("lane"),
    Column("attempt", "number"),
    Column("started_at", "age"),
)
MOST_TASKS = 100

commands = typer.Typer(cls=Group, no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(commands, name="worker")


@commands.command("inspect", cls=Command)
def inspect(
    context: typer.Context,
    what: Annotated[
        Literal["active", "registered", "active_queues"], typer.Argument(metavar="active|registered|active_queues")
    ],
) -> None:
    session = session_of(context)
    if what == "active":
        show_list(session, {"items": _running(session)}, ACTIVE_COLUMNS, empty_key="list.nothing_runs")
    elif what == "registered":
        page = {"items": session.client.service.info()["task_types"]}
        show_list(session, page, TASK_TYPE_COLUMNS, empty_key="list.no_flags")
    else:
        show_list(session, {**session.client.lanes.list()}, LANE_COLUMNS, empty_key="list.no_lanes")


@commands.command("ping", cls=Command)
def ping(
    context: typer.Context,
    max_wait: Annotated[str, typer.Option("--max-wait", metavar="DURATION")] = "10s",
) -> None:
    session = session_of(context)
    rows = ping_lanes(session, seconds=parse_duration(max_wait))
    show_list(session, {"items": rows}, PING_COLUMNS, empty_key="list.no_lanes")
    if not all(row["ok"] for row in rows):
        raise typer.Exit(ExitCode.UNEXPECTED)


def _running(session: Session) -> list[Any]:
    """Tasks that a worker holds now: those on their own, and the units of workflows."""
    tasks = session.client.tasks
    alone: list[Any] = tasks.list(status="running", limit=MOST_TASKS)["items"]
    for workflow in tasks.list(status="waiting", limit=MOST_TASKS)["items"]:
        if workflow.get("waiting_for") == "units":
            units = session.client.workflows.children(workflow["task_id"], status="running", limit=MOST_TASKS)
            alone += units["items"]
    return alone
