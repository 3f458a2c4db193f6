"""`contenthub litigation`: have the documents of a case analysed, read the report."""

from typing import Annotated, Literal

import typer

from contenthub.commands.documents import document_ids, find_documents
from contenthub.commands.listing import Paging, given, list_pages, show_list
from contenthub.commands.options import (
    Cursor,
    Everything,
    IdempotencyKey,
    Language,
    Limit,
    MaxWait,
    Output,
    Priority,
    Provider,
    SessionId,
    Wait,
    Watch,
)
from contenthub.commands.output_file import deliver
from contenthub.commands.request_body import read_text
from contenthub.commands.session import Session, session_of
from contenthub.commands.submitting import follow_submitted, task_options
from contenthub.commands.translation import Command, Group
from contenthub.display.cells import Column
from contenthub.display.litigation import print_documents, print_session
from contenthub.display.markdown import print_markdown
from contenthub.errors import LocalError

Position = Literal["plaintiff", "defendant", "原告", "被告"]
SESSION_COLUMNS = (
    Column("session_id", whole=True),
    Column("package_id"),
    Column("case_type"),
    Column("case_position"),
    Column("status", "status"),
    Column("progress", "progress"),
    Column("created_at", "age"),
)
PACKAGE_COLUMNS = (Column("package_id", whole=True), Column("name"), Column("description"))

commands = typer.Typer(cls=Group, no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(commands, name="litigation")


@commands.command("start", cls=Command)
def start(
    context: typer.Context,
    document: Annotated[list[str], typer.Option("--document", "-d", metavar="FILE|ID")],
    case_type: Annotated[str, typer.Option("--case-type", "-t", metavar="TEXT")],
    position: Annotated[Position, typer.Option("--position")],
    user_input: Annotated[str | None, typer.Option("--input", "-i", metavar="TEXT|@FILE")] = None,
    package: Annotated[str | None, typer.Option("--package", metavar="ID")] = None,
    language: Annotated[Language | None, typer.Option("--language")] = None,
    provider: Provider = None,
    priority: Priority = None,
    idempotency_key: IdempotencyKey = None,
    wait: Wait = False,
    watch: Watch = False,
    max_wait: MaxWait = None,
) -> None:
    session = session_of(context)
    asked, documents = read_text(user_input) if user_input else None, find_documents(document)
    request = given(
        package_id=package,
        case_type=case_type,
        case_position=position,
        user_input=asked,
        document_ids=document_ids(session, documents),
        language=language,
        provider=provider,
    )
    options = task_options(session, (None, None, None), priority=priority, idempotency_key=idempotency_key)
    submitted = session.client.litigation.start(request, options=options)
    follow_submitted(
        session, submitted, group="litigation", wait=wait, watch=watch, max_wait=max_wait, show_result=_show_report
    )


@commands.command("status", cls=Command)
def status(context: typer.Context, session_id: SessionId) -> None:
    session = session_of(context)
    session.screen.show(session.client.litigation.show(session_id), print_session)


@commands.command("documents", cls=Command)
def documents(context: typer.Context, session_id: SessionId) -> None:
    session = session_of(context)
    session.screen.show(session.client.litigation.show(session_id), print_documents)


@commands.command("report", cls=Command)
def report(
    context: typer.Context,
    session_id: SessionId,
    format: Annotated[Literal["json", "markdown", "docx"], typer.Option("--format")] = "markdown",  # noqa: A002
    output: Output = None,
) -> None:
    session = session_of(context)
    if format == "docx" and output is None:
        raise LocalError("docx_needs_file")
    wanted = "json" if session.screen.as_json and output is None else format
    download = session.client.litigation.report(session_id, format=wanted)

    def show_text() -> None:
        if wanted == "markdown":
            print_markdown(session.screen, download.text)
        else:
            session.screen.write_line(download.text.rstrip())

    deliver(session, download, output=output, show=show_text)


@commands.command("packages", cls=Command)
def packages(context: typer.Context) -> None:
    session = session_of(context)
    show_list(session, {**session.client.litigation.packages()}, PACKAGE_COLUMNS, empty_key="list.no_packages")


@commands.command("list", cls=Command)
def list_sessions(
    context: typer.Context, limit: Limit = 50, cursor: Cursor = None, everything: Everything = False
) -> None:
    session = session_of(context)
    paging = Paging(limit, cursor, everything)
    list_pages(session, session.client.litigation.list, paging, SESSION_COLUMNS, empty_key="list.no_sessions")


def _show_report(session: Session, session_id: str) -> None:
    if session.screen.as_json:
        download = session.client.litigation.report(session_id, format="json")
        session.screen.write_line(download.text.rstrip())
    else:
        print_markdown(session.screen, session.client.litigation.report(session_id, format="markdown").text)
