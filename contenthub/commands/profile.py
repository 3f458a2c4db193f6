"""`contenthub profile`: named servers with their keys."""

from typing import Annotated, Any, Literal

import typer

from contenthub.commands.key_input import masked, read_key
from contenthub.commands.listing import show_list, show_record
from contenthub.commands.options import ProfileName
from contenthub.commands.session import Session, session_of
from contenthub.commands.translation import Command, Group
from contenthub.connection import Connection, checked_url, profile_in
from contenthub.display.cells import Column
from contenthub.profiles import (
    Configuration,
    Profile,
    check_profile_name,
    load_configuration,
    save_configuration,
)

PROFILE_COLUMNS = (
    Column("name", whole=True),
    Column("base_url"),
    Column("api_key"),
    Column("in_use", "flag"),
)

commands = typer.Typer(cls=Group, no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(commands, name="profile")


@commands.command("list", cls=Command)
def list_profiles(context: typer.Context) -> None:
    session = session_of(context)
    stored = _load(session)
    items = [_shown(stored, name, profile) for name, profile in stored.profiles.items()]
    if session.connection.local_path is not None:
        items.append(_connected(session.connection))
    show_list(session, {"items": items}, PROFILE_COLUMNS, empty_key="list.no_profiles")


@commands.command("show", cls=Command)
def show(context: typer.Context, name: Annotated[str | None, typer.Argument(metavar="NAME")] = None) -> None:
    """Without a name: the connection that commands use here and now."""
    session = session_of(context)
    stored = _load(session)
    value = _connected(session.connection) if name is None else _shown(stored, name, profile_in(stored, name))
    show_record(session, value, PROFILE_COLUMNS)


@commands.command("add", cls=Command)
def add(
    context: typer.Context,
    name: ProfileName,
    base_url: Annotated[str, typer.Argument(metavar="URL")],
    key: Annotated[bool, typer.Option("--key")] = False,
) -> None:
    session = session_of(context)
    check_profile_name(name)
    stored = _load(session)
    url = checked_url(base_url)
    known = stored.profiles.get(name)
    # A key that was given to one server must not be sent to another.
    kept = known.api_key if known and known.base_url == url else None
    profile = Profile(url, read_key(session) if key else kept)
    _save(session, stored.with_profile(name, profile), name, profile, done="stored")


@commands.command("use", cls=Command)
def use(context: typer.Context, name: ProfileName) -> None:
    session = session_of(context)
    stored = _load(session)
    profile = profile_in(stored, name)
    _save(session, stored.using(name), name, profile, done="used")


@commands.command("remove", cls=Command)
def remove(context: typer.Context, name: ProfileName) -> None:
    session = session_of(context)
    stored = _load(session)
    profile = profile_in(stored, name)
    _save(session, stored.without_profile(name), name, profile, done="removed")


def _load(session: Session) -> Configuration:
    return load_configuration(session.places.configuration)


def _save(
    session: Session,
    changed: Configuration,
    name: str,
    profile: Profile,
    *,
    done: Literal["stored", "used", "removed"],
) -> None:
    save_configuration(session.places.configuration, changed)
    shown = _shown(changed, name, profile)
    session.screen.show(shown, lambda screen, _: screen.say(f"done.profile_{done}", name=name))


def _connected(connection: Connection) -> dict[str, Any]:
    return {
        "name": connection.profile_name,
        "base_url": connection.base_url,
        "api_key": masked(connection.api_key),
        "in_use": True,
    }


def _shown(stored: Configuration, name: str, profile: Profile) -> dict[str, Any]:
    return {
        "name": name,
        "base_url": profile.base_url,
        "api_key": masked(profile.api_key),
        "in_use": stored.current == name,
    }
