"""The commands of `contenthub sync` that only look: tasks, files, reports, datasets and their rows."""

from collections.abc import Mapping
from functools import partial
from typing import Annotated, Any

import typer

from contenthub.commands.listing import Paging, collect, list_pages
from contenthub.commands.options import Cursor, Everything, Limit, TaskId
from contenthub.commands.session import session_of
from contenthub.commands.sync_export import export
from contenthub.commands.sync_options import (
    Account,
    DatasetId,
    Kind,
    Platform,
    Prefix,
    Since,
    State,
    Until,
    filters,
)
from contenthub.commands.sync_outcomes import outcome_of
from contenthub.commands.translation import Command
from contenthub.display.cells import Column
from contenthub.display.records import print_records
from contenthub.display.screen import Screen
from contenthub.display.sync import print_outcome
from contenthub.display.sync_status import print_sync_status
from contenthub.shapes import END_STATES

FILE_COLUMNS = (
    Column("file_id", whole=True),
    Column("name"),
    Column("state", "status"),
    Column("mapping", spare=True),
    Column("rows", "number"),
    Column("score", "number", spare=True),
    Column("created_at", "age", spare=True),
)
DATASET_COLUMNS = (
    Column("dataset_id", whole=True),
    Column("row_count", "number"),
    Column("files", "number"),
    Column("key", "list", spare=True),
    Column("last_synced_at", "age"),
)


def add_to(commands: typer.Typer) -> None:
    for name, command in (
        ("status", status),
        ("report", report),
        ("files", files),
        ("datasets", datasets),
        ("records", records),
        ("export", export),
    ):
        commands.command(name, cls=Command)(command)


def status(context: typer.Context, task_id: TaskId) -> None:
    session = session_of(context)
    task = session.client.data_sync.show(task_id)
    units: list[Any] = []
    if task.get("children_url") and task["status"] not in END_STATES and not session.screen.as_json:
        fetch = partial(session.client.workflows.children, task_id)
        units = collect(fetch, Paging(limit=1, everything=True))["items"]
    session.screen.show(task, lambda screen, value: print_sync_status(screen, value, units))


def report(context: typer.Context, name: Annotated[str, typer.Argument(metavar="FILE_ID|TASK_ID")]) -> None:
    session = session_of(context)
    session.screen.show(
        outcome_of(session.client, name), lambda screen, value: print_outcome(screen, value, fully=True)
    )


def files(
    context: typer.Context,
    platform: Platform = None,
    account: Account = None,
    kind: Kind = None,
    state: State = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    everything: Everything = False,
) -> None:
    session = session_of(context)
    words = {"platform": platform, "account": account, "data_kind": kind, "state": state}
    fetch = partial(session.client.data_files.list, **filters(session, words, since=since, until=until))
    list_pages(session, fetch, Paging(limit, cursor, everything), FILE_COLUMNS, empty_key="list.no_files")


def datasets(context: typer.Context, limit: Limit = 50, cursor: Cursor = None, everything: Everything = False) -> None:
    session = session_of(context)
    paging = Paging(limit, cursor, everything)
    list_pages(session, session.client.datasets.list, paging, DATASET_COLUMNS, empty_key="list.no_datasets")


def records(
    context: typer.Context,
    dataset_id: DatasetId,
    prefix: Prefix = None,
    column: Annotated[list[str] | None, typer.Option("--column", "-c", metavar="COLUMN")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    everything: Everything = False,
) -> None:
    session = session_of(context)
    page = collect(partial(session.client.datasets.rows, dataset_id, prefix=prefix), Paging(limit, cursor, everything))

    def render(screen: Screen, value: Mapping[str, Any]) -> None:
        dataset = session.client.datasets.show(dataset_id)
        # For a person the key says what its columns would say again.
        hidden = dataset["key"] if screen.for_person and len(dataset["columns"]) > len(dataset["key"]) else ()
        columns = column or [name for name in dataset["columns"] if name not in hidden]
        print_records(screen, value["items"], columns, chosen=column is not None)
        if value.get("next_cursor"):
            screen.note("list.more", cursor=value["next_cursor"])

    session.screen.show(page, render)
