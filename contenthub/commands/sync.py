"""`contenthub sync`: bring files of tables into their datasets."""

from typing import Annotated, Any

import typer

from contenthub.commands.listing import given
from contenthub.commands.options import DryRun, IdempotencyKey, MaxWait, Priority, RunAt, Wait, Watch
from contenthub.commands.session import Session, session_of
from contenthub.commands.submitting import task_options
from contenthub.commands.sync_following import follow_sync
from contenthub.commands.sync_looking import add_to as add_looking
from contenthub.commands.sync_options import (
    Account,
    FileId,
    FileIds,
    KeyColumns,
    Kind,
    Platform,
    RejectBelow,
    Resync,
    Since,
    State,
    Until,
    WarnBelow,
    chosen_options,
    filters,
)
from contenthub.commands.tables_to_upload import find_tables, upload_tables
from contenthub.commands.translation import Command, Group
from contenthub.display.cells import Column
from contenthub.display.tables import print_table
from contenthub.errors import LocalError

UPLOADED_COLUMNS = (Column("file_id", whole=True), Column("name"))

commands = typer.Typer(cls=Group, no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    add_looking(commands)
    app.add_typer(commands, name="sync")


@commands.command("upload", cls=Command)
def upload(
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE")],
    platform: Platform = None,
    account: Account = None,
    kind: Kind = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="TIME")] = None,
    sync: Annotated[bool, typer.Option("--sync")] = False,
    dry_run: DryRun = False,
    priority: Priority = None,
    wait: Wait = False,
    watch: Watch = False,
    max_wait: MaxWait = None,
) -> None:
    session = session_of(context)
    moment = session.moment(as_of, backwards=True)
    described = given(platform=platform, account=account, data_kind=kind, as_of=moment)
    found = upload_tables(session, find_tables(files), described)
    uploaded = [{"file_id": slot["file_id"], "name": file.name} for file, slot in found]
    if not (sync or dry_run or wait or watch):
        session.screen.show(
            {"items": uploaded},
            lambda screen, value: print_table(screen, value["items"], UPLOADED_COLUMNS, empty_key="list.no_files"),
        )
        return
    submitted = _submit_named(
        session,
        [file["file_id"] for file in uploaded],
        chosen_options(dry_run=dry_run),
        task_options(session, (None, None, None), priority=priority, idempotency_key=None),
    )
    follow_sync(session, submitted, wait=wait, watch=watch, max_wait=max_wait)


@commands.command("single", cls=Command)
def single(
    context: typer.Context,
    file_id: FileId,
    dry_run: DryRun = False,
    key: KeyColumns = None,
    warn_below: WarnBelow = None,
    reject_below: RejectBelow = None,
    priority: Priority = None,
    run_at: RunAt = None,
    idempotency_key: IdempotencyKey = None,
    wait: Wait = False,
    watch: Watch = False,
    max_wait: MaxWait = None,
) -> None:
    session = session_of(context)
    chosen = chosen_options(dry_run=dry_run, key=key, warn_below=warn_below, reject_below=reject_below)
    options = task_options(session, (run_at, None, None), priority=priority, idempotency_key=idempotency_key)
    submitted = session.client.data_sync.single(file_id, chosen, options=options)
    follow_sync(session, submitted, wait=wait, watch=watch, max_wait=max_wait)


@commands.command("batch", cls=Command)
def batch(
    context: typer.Context,
    file_ids: FileIds = None,
    platform: Platform = None,
    account: Account = None,
    kind: Kind = None,
    state: State = None,
    since: Since = None,
    until: Until = None,
    dry_run: DryRun = False,
    resync: Resync = False,
    key: KeyColumns = None,
    warn_below: WarnBelow = None,
    reject_below: RejectBelow = None,
    priority: Priority = None,
    run_at: RunAt = None,
    idempotency_key: IdempotencyKey = None,
    wait: Wait = False,
    watch: Watch = False,
    max_wait: MaxWait = None,
) -> None:
    session = session_of(context)
    words = {"platform": platform, "account": account, "data_kind": kind, "state": state}
    narrowed = filters(session, words, since=since, until=until)
    if bool(file_ids) == bool(narrowed):
        raise LocalError("ids_and_filters" if file_ids else "batch_of_what")
    chosen = chosen_options(dry_run=dry_run, key=key, warn_below=warn_below, reject_below=reject_below, resync=resync)
    options = task_options(session, (run_at, None, None), priority=priority, idempotency_key=idempotency_key)
    if file_ids:
        submitted = session.client.data_sync.named(file_ids, chosen, options=options)
    else:
        submitted = session.client.data_sync.matching(narrowed, chosen, options=options)
    follow_sync(session, submitted, wait=wait, watch=watch, max_wait=max_wait)


@commands.command("all", cls=Command)
def sync_all(
    context: typer.Context,
    dry_run: DryRun = False,
    resync: Resync = False,
    priority: Priority = None,
    run_at: RunAt = None,
    idempotency_key: IdempotencyKey = None,
    wait: Wait = False,
    watch: Watch = False,
    max_wait: MaxWait = None,
) -> None:
    session = session_of(context)
    options = task_options(session, (run_at, None, None), priority=priority, idempotency_key=idempotency_key)
    chosen = chosen_options(dry_run=dry_run, resync=resync)
    follow_sync(
        session,
        session.client.data_sync.all(chosen, options=options),
        wait=wait,
        watch=watch,
        max_wait=max_wait,
    )


def _submit_named(session: Session, file_ids: list[str], chosen: dict[str, Any], options: Any) -> Any:
    """One file is a task of its own, several are a batch."""
    if len(file_ids) == 1:
        return session.client.data_sync.single(file_ids[0], chosen, options=options)
    return session.client.data_sync.named(file_ids, chosen, options=options)
