"""`contenthub task`: submit, look at, wait for, cancel, retry and clean up tasks."""

from typing import Annotated, Any, Literal

import typer

from contenthub.commands import review, task_batch, task_cleanup, task_list, task_tree
from contenthub.commands.listing import show_record
from contenthub.commands.options import (
    CancelAfter,
    IdempotencyKey,
    MaxWait,
    Priority,
    RunAt,
    StartBy,
    TaskId,
    TaskType,
    Watch,
)
from contenthub.commands.request_body import read_json
from contenthub.commands.session import session_of
from contenthub.commands.submitting import follow_submitted, print_result, task_options
from contenthub.commands.translation import Command, Group
from contenthub.commands.waiting_for_end import check_success, wait_for_end
from contenthub.display.cells import Column
from contenthub.display.events import event_line
from contenthub.display.screen import Screen
from contenthub.errors import LocalError

TASK_FIELDS = (
    Column("task_id"),
    Column("task_type"),
    Column("status", "status"),
    Column("task_system"),
    Column("progress", "progress"),
    Column("priority"),
    Column("lane"),
    Column("owner_id"),
    Column("parent_id"),
    Column("unit"),
    Column("waiting_for"),
    Column("created_at", "moment"),
    Column("started_at", "moment"),
    Column("finished_at", "moment"),
    Column("run_at", "moment"),
    Column("start_by", "moment"),
    Column("cancel_after", "moment"),
    Column("expires_at", "moment"),
    Column("attempt"),
    Column("max_attempts"),
    Column("run"),
    Column("error.code"),
    Column("error.message"),
    Column("error.retryable", "flag"),
    Column("request_bytes", "bytes"),
    Column("result_bytes", "bytes"),
)

commands = typer.Typer(cls=Group, no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    commands.command("list", cls=Command)(task_list.list_tasks)
    commands.command("batch", cls=Command)(task_batch.submit_batch)
    commands.command("cleanup", cls=Command)(task_cleanup.clean_up)
    commands.command("tree", cls=Command)(task_tree.tree)
    commands.command("review", cls=Command)(review.review)
    app.add_typer(commands, name="task")


@commands.command("submit", cls=Command)
def submit(
    context: typer.Context,
    task_type: TaskType,
    request: Annotated[str, typer.Option("--request", "-r", metavar="JSON|@FILE|-")] = "{}",
    priority: Priority = None,
    run_at: RunAt = None,
    start_by: StartBy = None,
    cancel_after: CancelAfter = None,
    idempotency_key: IdempotencyKey = None,
    wait: Annotated[bool, typer.Option("--wait")] = False,
    watch: Watch = False,
    max_wait: MaxWait = None,
) -> None:
    session = session_of(context)
    body = read_json(request)
    if not isinstance(body, dict):
        raise LocalError("request_not_object")
    moments = (run_at, start_by, cancel_after)
    options = task_options(session, moments, priority=priority, idempotency_key=idempotency_key)
    submitted = session.client.tasks.submit(task_type, body, options=options)
    follow_submitted(session, submitted, wait=wait, watch=watch, max_wait=max_wait)


@commands.command("status", cls=Command)
def status(context: typer.Context, task_id: TaskId) -> None:
    session = session_of(context)
    show_record(session, session.client.tasks.show(task_id), TASK_FIELDS)


@commands.command("result", cls=Command)
def result(context: typer.Context, task_id: TaskId) -> None:
    session = session_of(context)
    session.screen.show(session.client.tasks.result(task_id), print_result)


@commands.command("watch", cls=Command)
def watch_task(
    context: typer.Context,
    task_id: TaskId,
    after: Annotated[int, typer.Option("--after", min=0, metavar="SEQ")] = 0,
    max_wait: MaxWait = None,
) -> None:
    session = session_of(context)
    task = wait_for_end(session, task_id, max_wait=max_wait, events="as the result", after=after)
    if session.screen.as_json:
        session.screen.write_json({"task": task}, indent=None)
    elif task["status"] == "succeeded":
        session.screen.note("watch.succeeded", task_id=task_id)
    check_success(task)


@commands.command("events", cls=Command)
def events(
    context: typer.Context,
    task_id: TaskId,
    after: Annotated[int, typer.Option("--after", min=0, metavar="SEQ")] = 0,
    wait: Annotated[int, typer.Option("--wait", min=0, max=20, metavar="SECONDS")] = 0,
) -> None:
    session = session_of(context)
    page = session.client.tasks.events(task_id, after=after, wait_seconds=wait)
    session.screen.show(page, _print_events)


@commands.command("cancel", cls=Command)
def cancel(context: typer.Context, task_id: TaskId) -> None:
    session = session_of(context)
    session.screen.show(session.client.tasks.cancel(task_id), _print_after_cancel)


@commands.command("retry", cls=Command)
def retry(
    context: typer.Context,
    task_id: TaskId,
    wait: Annotated[bool, typer.Option("--wait")] = False,
    watch: Watch = False,
    max_wait: MaxWait = None,
) -> None:
    session = session_of(context)
    # The events of the runs before are of no interest to whoever waits for this one.
    after = session.client.tasks.show(task_id).get("last_seq", 0) if wait or watch else 0
    submitted = session.client.tasks.retry(task_id)
    follow_submitted(session, submitted, wait=wait, watch=watch, max_wait=max_wait, after=after)


def _print_events(screen: Screen, page: Any) -> None:
    if not page["items"]:
        screen.note("list.no_events")
    for event in page["items"]:
        screen.out.print(event_line(screen, event), soft_wrap=True)


def _print_after_cancel(screen: Screen, task: Any) -> None:
    state: Literal["cancelled", "ended"] = "cancelled" if task["status"] == "cancelled" else "ended"
    name = screen.texts.find(f"status.{task['status']}") or task["status"]
    key = f"done.{state}" if task.get("finished_at") else "done.cancelling"
    screen.say(key, task_id=task["task_id"], status=name)
