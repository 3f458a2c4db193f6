"""`contenthub health` and `contenthub info`."""

from typing import Annotated, Any

import typer

from contenthub.commands.session import session_of
from contenthub.commands.translation import Command
from contenthub.display.cells import Column
from contenthub.display.screen import Screen
from contenthub.display.tables import print_details, print_mapping, print_table
from contenthub.exit_codes import ExitCode

HEALTH_FIELDS = (Column("status", "status"), Column("stage"), Column("version"))
CHECK_COLUMNS = (
    Column("check"),
    Column("status", "status"),
    Column("milliseconds", "number"),
    Column("detail"),
)
INFO_FIELDS = (Column("name"), Column("version"), Column("stage"), Column("region"))
TASK_TYPE_COLUMNS = (
    Column("name", whole=True),
    Column("enabled", "flag"),
    Column("mode"),
    Column("lanes", "list"),
    Column("max_attempts", "number"),
    Column("soft_deadline_seconds", "number"),
    Column("hard_deadline_seconds", "number"),
)
PROVIDER_COLUMNS = (
    Column("name", whole=True),
    Column("configured", "flag"),
    Column("default", "flag"),
    Column("stages", "list"),
)


def add_to(app: typer.Typer) -> None:
    app.command("health", cls=Command)(health)
    app.command("info", cls=Command)(info)


def health(context: typer.Context, deep: Annotated[bool, typer.Option("--deep")] = False) -> None:
    session = session_of(context)
    answer = session.client.service.health(deep=deep)
    session.screen.show(answer, _print_health)
    if answer.get("status") != "ok":
        raise typer.Exit(ExitCode.UNEXPECTED)


def info(context: typer.Context) -> None:
    session = session_of(context)
    session.screen.show(session.client.service.info(), _print_info)


def _print_health(screen: Screen, answer: dict[str, Any]) -> None:
    print_details(screen, answer, HEALTH_FIELDS)
    checks = [{"check": name, **check} for name, check in (answer.get("checks") or {}).items()]
    if checks:
        screen.out.print()
        print_table(screen, checks, CHECK_COLUMNS, empty_key="list.no_checks")


def _print_info(screen: Screen, answer: dict[str, Any]) -> None:
    print_details(screen, answer, INFO_FIELDS)
    tables = (("task_types", TASK_TYPE_COLUMNS), ("providers", PROVIDER_COLUMNS))
    for name, columns in tables:
        if answer.get(name):
            _heading(screen, f"info.{name}")
            print_table(screen, answer[name], columns, empty_key="list.no_checks")
    if answer.get("limits"):
        _heading(screen, "info.limits")
        print_mapping(screen, answer["limits"])


def _heading(screen: Screen, key: str) -> None:
    screen.out.print()
    screen.out.print(screen.texts(key), style="bold")
