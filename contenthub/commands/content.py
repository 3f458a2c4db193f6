"""`contenthub content`: generate articles, list, show, edit and rate them."""

from functools import partial
from typing import Annotated, Any, Literal

import typer

from contenthub.commands.content_request import ContentChoices, content_request
from contenthub.commands.listing import Paging, changes, list_pages
from contenthub.commands.options import (
    AccountFilter,
    CancelAfter,
    ContentId,
    Cursor,
    Everything,
    IdempotencyKey,
    Language,
    Limit,
    MaxWait,
    Priority,
    RunAt,
    StartBy,
    Watch,
)
from contenthub.commands.session import session_of
from contenthub.commands.submitting import follow_submitted, task_options
from contenthub.commands.translation import Command, Group
from contenthub.display.article import print_article
from contenthub.display.cells import Column
from contenthub.display.screen import Screen
from contenthub.display.tables import print_details
from contenthub.errors import LocalError

Length = Literal["short", "medium", "long"]
Provider = Literal["offline", "bedrock", "openai", "creator"]
State = Literal["draft", "ready", "archived"]
ToneOption = Annotated[list[str] | None, typer.Option("--tone", metavar="TEXT")]

CONTENT_COLUMNS = (
    Column("content_id", whole=True),
    Column("account_id"),
    Column("title"),
    Column("state", "status"),
    Column("created_at", "age"),
)
CONTENT_FIELDS = (
    Column("content_id"),
    Column("account_id"),
    Column("state", "status"),
    Column("language"),
    Column("provider"),
    Column("task_id"),
    Column("pool_entry_id"),
    Column("created_at", "moment"),
    Column("updated_at", "moment"),
)
FEEDBACK_COLUMNS = (Column("rating"), Column("comment"), Column("owner_id"), Column("created_at", "age"))

commands = typer.Typer(cls=Group, no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(commands, name="content")


@commands.command("generate", cls=Command)
def generate(
    context: typer.Context,
    account: Annotated[str, typer.Option("--account", "-a", metavar="ID")],
    topic: Annotated[str, typer.Option("--topic", "-t", metavar="TEXT")],
    keyword: Annotated[list[str] | None, typer.Option("--keyword", "-k", metavar="WORD")] = None,
    source: Annotated[str | None, typer.Option("--source", "-s", metavar="FILE")] = None,
    length: Annotated[Length | None, typer.Option("--length")] = None,
    language: Annotated[Language | None, typer.Option("--language")] = None,
    tone: ToneOption = None,
    provider: Annotated[Provider | None, typer.Option("--provider")] = None,
    priority: Priority = None,
    run_at: RunAt = None,
    start_by: StartBy = None,
    cancel_after: CancelAfter = None,
    idempotency_key: IdempotencyKey = None,
    run_async: Annotated[bool, typer.Option("--async")] = False,
    watch: Watch = False,
    max_wait: MaxWait = None,
) -> None:
    session = session_of(context)
    if run_async and watch:
        raise LocalError("async_and_watch")
    moments = (run_at, start_by, cancel_after)
    options = task_options(session, moments, priority=priority, idempotency_key=idempotency_key)
    choices = ContentChoices(account, topic, keyword or [], tone or [], length, language, provider)
    request = content_request(session, choices, source=source)
    submitted = session.client.tasks.submit_content(request, options=options)
    follow_submitted(session, submitted, wait=not run_async, watch=watch, max_wait=max_wait)


@commands.command("list", cls=Command)
def list_contents(
    context: typer.Context,
    account: AccountFilter = None,
    state: Annotated[State | None, typer.Option("--state")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    everything: Everything = False,
) -> None:
    session = session_of(context)
    fetch = partial(session.client.contents.list, account_id=account, state=state)
    list_pages(session, fetch, Paging(limit, cursor, everything), CONTENT_COLUMNS, empty_key="list.no_contents")


@commands.command("show", cls=Command)
def show(context: typer.Context, content_id: ContentId) -> None:
    session = session_of(context)
    session.screen.show(session.client.contents.show(content_id), _print_content)


@commands.command("edit", cls=Command)
def edit(
    context: typer.Context,
    content_id: ContentId,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT")] = None,
    state: Annotated[State | None, typer.Option("--state")] = None,
) -> None:
    session = session_of(context)
    content = session.client.contents.edit(content_id, changes(title=title, state=state))
    session.screen.show(content, lambda screen, _: screen.say("done.content_edited", id=content_id))


@commands.command("feedback", cls=Command)
def feedback(
    context: typer.Context,
    content_id: ContentId,
    rating: Annotated[int | None, typer.Option("--rating", "-r", min=1, max=5)] = None,
    comment: Annotated[str | None, typer.Option("--comment", "-c", metavar="TEXT")] = None,
    limit: Limit = 50,
) -> None:
    session = session_of(context)
    if rating is not None:
        given = session.client.contents.add_feedback(content_id, rating=rating, comment=comment)
        session.screen.show(given, lambda screen, _: screen.say("done.feedback", id=content_id))
        return
    if comment is not None:
        raise LocalError("comment_without_rating")
    fetch = partial(session.client.contents.list_feedback, content_id)
    list_pages(session, fetch, Paging(limit), FEEDBACK_COLUMNS, empty_key="list.no_feedback")


def _print_content(screen: Screen, content: dict[str, Any]) -> None:
    if screen.for_person:
        print_details(screen, content, CONTENT_FIELDS)
        screen.out.print()
    article = content.get("article") or {}
    # The title and state may have been edited after the article was written.
    print_article(screen, {**article, "title": content["title"]})
