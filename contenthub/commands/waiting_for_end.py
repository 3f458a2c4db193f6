"""Waits for a task in the foreground, shows its progress and tells how it ended."""

from collections.abc import Iterator
from contextlib import contextmanager

from contenthub.commands.session import Session
from contenthub.display.progress import EventLog, ProgressDisplay
from contenthub.errors import LocalError
from contenthub.exit_codes import ExitCode
from contenthub.moments import parse_duration
from contenthub.shapes import Task
from contenthub.waiting import TaskFollower, Trouble


class TaskUnsuccessfulError(LocalError):
    """The task has ended, but not as it should."""

    def __init__(self, task: Task) -> None:
        error = task.get("error")
        reason = error["message"] if error else None
        code = f"task_{task['status']}"
        super().__init__(
            code,
            exit_code=ExitCode.TASK_UNSUCCESSFUL,
            task_id=task["task_id"],
            reason=f": {reason}" if reason else "",
        )


def wait_for_end(
    session: Session, task_id: str, *, max_wait: str | None, events: EventLog = "off", after: int = 0
) -> Task:
    """The ended task. Ctrl-C stops the waiting only: the task goes on, and the message says so."""
    follower = TaskFollower(
        session.client.tasks,
        task_id,
        after=after,
        max_wait_seconds=parse_duration(max_wait) if max_wait else None,
        pace=session.surroundings.pace,
    )
    with going_on_without_us(task_id), ProgressDisplay(session.screen, events=events) as display:
        for news in follower:
            if isinstance(news, Trouble):
                display.trouble(session.texts("wait.trouble", seconds=f"{news.pause_seconds:g}"))
                continue
            for event in news["items"]:
                display.advance(event)
        return session.client.tasks.show(task_id)


def check_success(task: Task) -> None:
    if task["status"] != "succeeded":
        raise TaskUnsuccessfulError(task)


@contextmanager
def going_on_without_us(task_id: str) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt as interrupt:
        raise LocalError("interrupted_wait", exit_code=ExitCode.INTERRUPTED, task_id=task_id) from interrupt
