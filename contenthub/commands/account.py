"""`contenthub account`: whom articles are written for."""

from functools import partial
from typing import Annotated

import typer

from contenthub.commands.listing import Paging, changes, given, list_pages, show_record
from contenthub.commands.options import AccountId, Cursor, Everything, Language, Limit
from contenthub.commands.session import session_of
from contenthub.commands.translation import Command, Group
from contenthub.display.cells import Column

ACCOUNT_COLUMNS = (
    Column("account_id", whole=True),
    Column("name"),
    Column("platform"),
    Column("language"),
    Column("active", "flag"),
    Column("tone", "list"),
)
ACCOUNT_FIELDS = (
    Column("account_id"),
    Column("name"),
    Column("platform"),
    Column("audience"),
    Column("tone", "list"),
    Column("language"),
    Column("active", "flag"),
    Column("created_at", "moment"),
    Column("updated_at", "moment"),
)

Name = Annotated[str | None, typer.Option("--name", metavar="TEXT")]
Platform = Annotated[str | None, typer.Option("--platform", metavar="TEXT")]
Audience = Annotated[str | None, typer.Option("--audience", metavar="TEXT")]
Tone = Annotated[list[str] | None, typer.Option("--tone", metavar="TEXT")]
Active = Annotated[bool | None, typer.Option("--active/--inactive")]

commands = typer.Typer(cls=Group, no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(commands, name="account")


@commands.command("list", cls=Command)
def list_accounts(
    context: typer.Context,
    active: Active = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    everything: Everything = False,
) -> None:
    session = session_of(context)
    fetch = partial(session.client.accounts.list, active=active)
    list_pages(session, fetch, Paging(limit, cursor, everything), ACCOUNT_COLUMNS, empty_key="list.no_accounts")


@commands.command("show", cls=Command)
def show(context: typer.Context, account_id: AccountId) -> None:
    session = session_of(context)
    show_record(session, session.client.accounts.show(account_id), ACCOUNT_FIELDS)


@commands.command("create", cls=Command)
def create(
    context: typer.Context,
    name: Annotated[str, typer.Option("--name", metavar="TEXT")],
    platform: Annotated[str, typer.Option("--platform", metavar="TEXT")],
    language: Annotated[Language, typer.Option("--language")],
    account: Annotated[str | None, typer.Option("--id", metavar="ID")] = None,
    audience: Audience = None,
    tone: Tone = None,
    active: Active = None,
) -> None:
    session = session_of(context)
    values = given(
        account_id=account,
        name=name,
        platform=platform,
        language=language,
        audience=audience,
        tone=tone,
        active=active,
    )
    show_record(session, session.client.accounts.create(values), ACCOUNT_FIELDS)


@commands.command("update", cls=Command)
def update(
    context: typer.Context,
    account_id: AccountId,
    name: Name = None,
    platform: Platform = None,
    language: Annotated[Language | None, typer.Option("--language")] = None,
    audience: Audience = None,
    tone: Tone = None,
    active: Active = None,
) -> None:
    session = session_of(context)
    changed = changes(name=name, platform=platform, language=language, audience=audience, tone=tone, active=active)
    show_record(session, session.client.accounts.update(account_id, changed), ACCOUNT_FIELDS)
