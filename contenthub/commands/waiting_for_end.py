"""Waits for a task in the foreground, shows its progress and tells how it ended."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from contenthub.commands.session import Session
from contenthub.display.progress import EventLog, ProgressDisplay
from contenthub.display.unit_failures import print_failures
from contenthub.errors import ContentHubError, LocalError
from contenthub.exit_codes import ExitCode
from contenthub.live import LiveEvent, LiveEvents
from contenthub.moments import parse_duration
from contenthub.shapes import Task


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
    session: Session,
    task_id: str,
    *,
    max_wait: str | None,
    events: EventLog = "off",
    after: int = 0,
    names: Mapping[str, str] | None = None,
) -> Task:
    """The ended task; `names` are what a person knows its units by, by their keys.

    Ctrl-C stops the waiting only: the task goes on, and the message says so.
    """
    pace = session.surroundings.pace
    with (
        going_on_without_us(task_id),
        ProgressDisplay(session.screen, task_id, events=events, clock=pace.clock) as display,
    ):
        display.state.names = names or {}
        live = LiveEvents(
            session.client,
            task_id,
            after=after,
            max_wait_seconds=parse_duration(max_wait) if max_wait else None,
            pace=pace,
            on_trouble=lambda trouble: display.trouble(
                session.texts("wait.trouble", seconds=f"{trouble.pause_seconds:g}")
            ),
        )
        for event in live.events():
            display.advance(event)
            if _still_under_review(session, event):
                display.decision_needed()
    print_failures(session.screen, display.state)
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


def _still_under_review(session: Session, event: LiveEvent) -> bool:
    """Whether a review that an event tells of waits for a decision now; the event may be an old one."""
    if event.kind != "review_requested":
        return False
    with suppress(ContentHubError):
        opened = session.client.workflows.review(event.task_id)["open"]
        return opened is not None and opened["name"] == event.message
    return False
