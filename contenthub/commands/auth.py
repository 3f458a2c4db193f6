"""`contenthub auth`: the API key of the profile in use."""

from typing import Annotated, Any

import typer

from contenthub.commands.key_input import masked, read_key
from contenthub.commands.listing import show_record
from contenthub.commands.session import Session, session_of
from contenthub.commands.translation import Command, Group
from contenthub.connection import Connection
from contenthub.display.cells import Column
from contenthub.errors import BusyError, LocalError, NotReachableError
from contenthub.profiles import (
    Profile,
    load_configuration,
    save_configuration,
    write_local_profile,
)

STATUS_FIELDS = (
    Column("user_id"),
    Column("role"),
    Column("base_url"),
    Column("profile"),
    Column("api_key"),
)
FIRST_PROFILE = "default"

commands = typer.Typer(cls=Group, no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(commands, name="auth")


@commands.command("token", cls=Command)
def token(context: typer.Context, token: Annotated[str | None, typer.Argument(metavar="TOKEN")] = None) -> None:
    session = session_of(context)
    key = read_key(session, token)
    caller = _check(session, key)
    name = _store(session, session.connection, key)
    answer = {**caller, "base_url": session.connection.base_url, "profile": name, "api_key": masked(key)}
    session.screen.show(answer, lambda screen, _: screen.say("done.key_stored", name=name))


@commands.command("status", cls=Command)
def status(context: typer.Context) -> None:
    session = session_of(context)
    connection = session.connection
    caller = session.client.service.who_am_i()
    answer = {
        **caller,
        "base_url": connection.base_url,
        "profile": connection.profile_name,
        "api_key": masked(connection.api_key),
    }
    show_record(session, answer, STATUS_FIELDS)


@commands.command("logout", cls=Command)
def logout(context: typer.Context) -> None:
    session = session_of(context)
    connection = session.connection
    if connection.profile_name is None or connection.local_path is not None:
        raise LocalError("key_not_in_configuration")
    _store(session, connection, None)
    answer = {"profile": connection.profile_name}
    session.screen.show(answer, lambda screen, _: screen.say("done.key_removed", **answer))
    if connection.key_from_environment:
        session.screen.warn("auth.key_in_environment")


def _check(session: Session, key: str) -> dict[str, Any]:
    """Who the key belongs to; a key that the server refuses is not stored."""
    try:
        with session.client_for(session.connection.base_url, key) as client:
            return client.service.who_am_i()
    except (NotReachableError, BusyError):
        session.screen.warn("auth.not_checked", base_url=session.connection.base_url)
        return {}


def _store(session: Session, connection: Connection, key: str | None) -> str:
    if connection.local_path is not None and key is not None:
        folder = connection.local_path.parent.parent
        write_local_profile(folder, base_url=connection.base_url, api_key=key)
        return str(connection.profile_name)
    path = session.places.configuration
    stored = load_configuration(path)
    name = connection.profile_name or FIRST_PROFILE
    known = stored.profiles.get(name)
    if known and known.base_url != connection.base_url:
        raise LocalError("profile_has_other_url", name=name, base_url=known.base_url)
    save_configuration(path, stored.with_profile(name, Profile(connection.base_url, key)))
    return name
