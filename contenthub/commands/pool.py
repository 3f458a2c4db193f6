"""`contenthub pool`: finished articles on their way to publication."""

from functools import partial
from typing import Annotated, Literal

import typer

from contenthub.commands.listing import Paging, list_pages, show_record
from contenthub.commands.options import AccountFilter, Cursor, Everything, Limit, PoolEntryId
from contenthub.commands.session import session_of
from contenthub.commands.translation import Command, Group
from contenthub.display.cells import Column

State = Literal["pending", "scheduled", "published", "withdrawn"]

POOL_COLUMNS = (
    Column("pool_entry_id", whole=True),
    Column("account_id"),
    Column("title"),
    Column("state", "status"),
    Column("publish_at", "age"),
    Column("created_at", "age"),
)
POOL_FIELDS = (
    Column("pool_entry_id"),
    Column("content_id"),
    Column("account_id"),
    Column("title"),
    Column("state", "status"),
    Column("publish_at", "moment"),
    Column("published_at", "moment"),
    Column("created_at", "moment"),
    Column("updated_at", "moment"),
)

commands = typer.Typer(cls=Group, no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(commands, name="pool")


@commands.command("list", cls=Command)
def list_entries(
    context: typer.Context,
    account: AccountFilter = None,
    state: Annotated[State | None, typer.Option("--state")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    everything: Everything = False,
) -> None:
    session = session_of(context)
    fetch = partial(session.client.pool.list, account_id=account, state=state)
    list_pages(session, fetch, Paging(limit, cursor, everything), POOL_COLUMNS, empty_key="list.no_pool_entries")


@commands.command("show", cls=Command)
def show(context: typer.Context, pool_entry_id: PoolEntryId) -> None:
    session = session_of(context)
    show_record(session, session.client.pool.show(pool_entry_id), POOL_FIELDS)


@commands.command("schedule", cls=Command)
def schedule(
    context: typer.Context,
    pool_entry_id: PoolEntryId,
    at: Annotated[str, typer.Option("--at", metavar="TIME")],
) -> None:
    session = session_of(context)
    entry = session.client.pool.schedule(pool_entry_id, publish_at=str(session.moment(at)))
    show_record(session, entry, POOL_FIELDS)


@commands.command("publish", cls=Command)
def publish(context: typer.Context, pool_entry_id: PoolEntryId) -> None:
    session = session_of(context)
    show_record(session, session.client.pool.publish(pool_entry_id), POOL_FIELDS)


@commands.command("withdraw", cls=Command)
def withdraw(context: typer.Context, pool_entry_id: PoolEntryId) -> None:
    session = session_of(context)
    show_record(session, session.client.pool.withdraw(pool_entry_id), POOL_FIELDS)
