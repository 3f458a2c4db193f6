"""`contenthub task list`."""

from functools import partial
from typing import Annotated, Literal

import typer

from contenthub.commands.listing import Paging, given, list_pages
from contenthub.commands.options import Cursor, Everything, Limit
from contenthub.commands.session import session_of
from contenthub.display.cells import Column

Status = Literal["queued", "running", "waiting", "succeeded", "partial", "failed", "cancelled", "timed_out", "expired"]

TASK_COLUMNS = (
    Column("task_id", whole=True),
    Column("task_type"),
    Column("status", "status"),
    Column("priority", "number"),
    Column("progress", "progress"),
    Column("created_at", "age"),
)


def list_tasks(
    context: typer.Context,
    status: Annotated[Status | None, typer.Option("--status")] = None,
    type: Annotated[str | None, typer.Option("--type", metavar="TASK_TYPE")] = None,  # noqa: A002
    owner: Annotated[str | None, typer.Option("--owner", metavar="USER_ID")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="TIME")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="TIME")] = None,
    priority: Annotated[int | None, typer.Option("--priority", "-p", min=1, max=10)] = None,
    parent: Annotated[str | None, typer.Option("--parent", metavar="TASK_ID")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    everything: Everything = False,
) -> None:
    session = session_of(context)
    filters = given(
        status=status,
        type=type,
        owner=owner,
        created_after=session.moment(since, backwards=True),
        created_before=session.moment(until, backwards=True),
        priority=priority,
        parent=parent,
    )
    fetch = partial(session.client.tasks.list, **filters)
    list_pages(session, fetch, Paging(limit, cursor, everything), TASK_COLUMNS, empty_key="list.no_tasks")
