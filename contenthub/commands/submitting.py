"""What happens after a task was accepted: say how to look at it, or wait for it and show its result."""

from collections.abc import Callable
from functools import partial
from typing import Any

from contenthub.api.task_creation import TaskOptions
from contenthub.commands.session import Session
from contenthub.commands.waiting_for_end import check_success, wait_for_end
from contenthub.display.article import print_content_result
from contenthub.display.progress import EventLog
from contenthub.display.screen import Screen
from contenthub.errors import ConflictError
from contenthub.shapes import SubmittedTask, Task, TaskResult

Moments = tuple[str | None, str | None, str | None]
ShowResult = Callable[[Session, str], None]
RESULT_COMMANDS = {
    "task": "task result",
    "roadmap": "roadmap show",
    "litigation": "litigation report",
    "sync": "sync report",
}
STATES_WITH_RESULT = ("succeeded", "partial")
_OLDER_WORDS = {"pending": "queued", "processing": "queued"}
"""What some receipts say, for clients that know no other words."""


def task_options(
    session: Session, moments: Moments, *, priority: int | None, idempotency_key: str | None
) -> TaskOptions:
    """`moments` are `--run-at`, `--start-by` and `--cancel-after` as they were typed."""
    run_at, start_by, cancel_after = (session.moment(text) for text in moments)
    return TaskOptions(
        priority=priority,
        run_at=run_at,
        start_by=start_by,
        cancel_after=cancel_after,
        idempotency_key=idempotency_key,
    )


def follow_submitted(
    session: Session,
    submitted: SubmittedTask,
    *,
    wait: bool,
    watch: bool,
    max_wait: str | None,
    after: int = 0,
    group: str = "task",
    show_result: ShowResult | None = None,
) -> None:
    """`group` names the commands that look at such a task; `show_result` replaces printing the task's own result."""
    task_id = submitted["task_id"]
    if not wait and not watch:
        session.screen.show(submitted, partial(print_submitted, group=group))
        return
    session.screen.note("submit.accepted_waiting", task_id=task_id)
    events: EventLog = "beside the result" if watch else "off"
    task = wait_for_end(session, task_id, max_wait=max_wait, events=events, after=after)
    if show_result is not None and task["status"] in STATES_WITH_RESULT:
        show_result(session, task_id)
        check_success(task)
    else:
        show_end(session, task, compact=watch)


def show_end(session: Session, task: Task, *, compact: bool = False) -> None:
    """Prints the result if there is one; raises when the task did not succeed."""
    result = _result(session, task)
    if session.screen.as_json:
        # After event lines the result is one line too, so that every line of the output is JSON.
        session.screen.write_json(result or task, indent=None if compact else 2)
    elif result is not None:
        print_result(session.screen, result)
    check_success(task)


def print_result(screen: Screen, result: TaskResult) -> None:
    content = result.get("result")
    if isinstance(content, dict) and isinstance(content.get("article"), dict):
        print_content_result(screen, content)
    else:
        screen.write_json(content)


def _result(session: Session, task: Task) -> TaskResult | None:
    if task["status"] not in STATES_WITH_RESULT:
        return None
    try:
        return session.client.tasks.result(task["task_id"])
    except ConflictError:
        # The state was good but the task has no result: there is nothing to show.
        return None


def print_submitted(screen: Screen, submitted: Any, *, group: str) -> None:
    if not screen.for_person:
        screen.write_line(submitted["task_id"])
        return
    task_id = submitted["task_id"]
    status = screen.texts.find(f"status.{_OLDER_WORDS.get(submitted['status'], submitted['status'])}")
    screen.say(
        "submit.accepted", task_id=task_id, task_type=submitted["task_type"], status=status or submitted["status"]
    )
    screen.note("submit.next_watch", task_id=task_id)
    screen.note("submit.next_status", task_id=task_id, group=group)
    screen.note("submit.next_result", task_id=task_id, command=RESULT_COMMANDS[group])
