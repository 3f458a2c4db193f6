"""The command tree."""

from typing import Annotated, Any

import typer

from contenthub import __version__
from contenthub.commands import (
    account,
    auth,
    content,
    dead_letter,
    document,
    flag,
    image,
    lane,
    litigation,
    pool,
    profile,
    roadmap,
    service,
    sync,
    task,
    worker,
)
from contenthub.commands.options import Language
from contenthub.commands.root import Root
from contenthub.commands.session import session_of


def _print_version(value: bool) -> None:
    if value:
        typer.echo(f"contenthub {__version__}")
        raise typer.Exit


app = typer.Typer(cls=Root, no_args_is_help=True, rich_markup_mode="rich")


@app.callback()
def root(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json")] = False,
    lang: Annotated[Language | None, typer.Option("--lang")] = None,
    profile: Annotated[str | None, typer.Option("--profile", metavar="NAME")] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="URL")] = None,
    no_color: Annotated[bool, typer.Option("--no-color")] = False,
    timeout: Annotated[float | None, typer.Option("--timeout", metavar="SECONDS", min=0.1, max=600)] = None,
    _version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_print_version)] = False,
) -> None:
    given: dict[str, Any] = {
        "json": json,
        "lang": lang,
        "profile": profile,
        "url": url,
        "no_color": no_color,
        "timeout": timeout,
    }
    session = session_of(context)
    for name, value in given.items():
        session.options.set(name, value)


content.add_to(app)
roadmap.add_to(app)
litigation.add_to(app)
document.add_to(app)
sync.add_to(app)
image.add_to(app)
task.add_to(app)
account.add_to(app)
pool.add_to(app)
lane.add_to(app)
worker.add_to(app)
flag.add_to(app)
dead_letter.add_to(app)
service.add_to(app)
auth.add_to(app)
profile.add_to(app)
