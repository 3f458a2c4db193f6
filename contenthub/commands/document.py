"""`contenthub document`: files that analyses read."""

from typing import Annotated

import typer

from contenthub.commands.documents import LocalDocument, find_documents, upload_documents
from contenthub.commands.listing import Paging, list_pages, show_record
from contenthub.commands.options import Cursor, DocumentId, Everything, Limit
from contenthub.commands.session import session_of
from contenthub.commands.translation import Command, Group
from contenthub.display.cells import Column
from contenthub.display.tables import print_table
from contenthub.errors import LocalError

DOCUMENT_COLUMNS = (
    Column("document_id", whole=True),
    Column("file_name"),
    Column("state", "status"),
    Column("bytes", "bytes"),
    Column("created_at", "age"),
)
DOCUMENT_FIELDS = (
    Column("document_id"),
    Column("file_name"),
    Column("state", "status"),
    Column("content_type"),
    Column("bytes", "bytes"),
    Column("owner_id"),
    Column("created_at", "moment"),
    Column("expires_at", "moment"),
)
UPLOADED_COLUMNS = (Column("document_id", whole=True), Column("file_name"))

commands = typer.Typer(cls=Group, no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    app.add_typer(commands, name="document")


@commands.command("upload", cls=Command)
def upload(context: typer.Context, files: Annotated[list[str], typer.Argument(metavar="FILE")]) -> None:
    session = session_of(context)
    documents = [found for found in find_documents(files) if isinstance(found, LocalDocument)]
    if not documents:
        raise LocalError("nothing_to_upload")
    slots = zip(documents, upload_documents(session, documents), strict=True)
    rows = [{"document_id": slot["document_id"], "file_name": document.path.name} for document, slot in slots]
    session.screen.show(
        {"items": rows},
        lambda screen, value: print_table(screen, value["items"], UPLOADED_COLUMNS, empty_key="list.no_documents"),
    )


@commands.command("list", cls=Command)
def list_documents(
    context: typer.Context, limit: Limit = 50, cursor: Cursor = None, everything: Everything = False
) -> None:
    session = session_of(context)
    paging = Paging(limit, cursor, everything)
    list_pages(session, session.client.documents.list, paging, DOCUMENT_COLUMNS, empty_key="list.no_documents")


@commands.command("show", cls=Command)
def show(context: typer.Context, document_id: DocumentId) -> None:
    session = session_of(context)
    show_record(session, session.client.documents.show(document_id), DOCUMENT_FIELDS)


@commands.command("delete", cls=Command)
def delete(context: typer.Context, document_id: DocumentId) -> None:
    session = session_of(context)
    answer = session.client.documents.delete(document_id)
    session.screen.show(answer, lambda screen, _: screen.say("done.document_deleted", id=document_id))
