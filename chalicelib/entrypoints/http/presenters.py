"""Tasks, events and records as the API shows them."""

import math
from datetime import datetime

from chalicelib.domain.lanes import level_of
from chalicelib.domain.record import Record
from chalicelib.domain.task import Event, Progress, Task, TaskError
from chalicelib.entrypoints.http.models_records import AccountView, ContentView, FeedbackView, PoolEntryView
from chalicelib.entrypoints.http.models_tasks import (
    EventView,
    ProgressView,
    SubmittedTask,
    TaskErrorView,
    TaskView,
)

POLL_SECONDS_BY_LEVEL = {"high": 1, "normal": 2, "low": 5}
LONGEST_RETRY_AFTER_SECONDS = 3600


def retry_after(task: Task, now: datetime) -> str:
    """When to look again: soon, or when a delayed task may start."""
    soon = POLL_SECONDS_BY_LEVEL[level_of(task.priority)]
    until_start = math.ceil((task.run_at - now).total_seconds()) if task.run_at else 0
    return str(min(max(soon, until_start), LONGEST_RETRY_AFTER_SECONDS))


def submitted_task(task: Task, base_url: str) -> SubmittedTask:
    return SubmittedTask(
        task_id=task.task_id,
        task_type=task.task_type,
        status=task.status,
        task_system=task.task_system,
        **_links(task, base_url),
    )


def task_view(task: Task, base_url: str) -> TaskView:
    return TaskView(
        task_id=task.task_id,
        task_type=task.task_type,
        status=task.status,
        task_system=task.task_system,
        **_links(task, base_url),
        priority=task.priority,
        lane=task.lane,
        owner_id=task.owner_id,
        parent_id=task.parent_id,
        unit=task.unit,
        waiting_for=task.waiting_for,
        children_url=children_url(task, base_url),
        created_at=task.created_at,
        updated_at=task.updated_at,
        started_at=task.started_at,
        finished_at=task.finished_at,
        run_at=task.run_at,
        start_by=task.start_by,
        cancel_after=task.cancel_after,
        expires_at=task.expires_at,
        attempt=task.attempt,
        max_attempts=task.max_attempts,
        run=task.run,
        progress=_progress(task.progress),
        error=_task_error(task.error),
        last_seq=task.seq,
        request_bytes=task.request_bytes,
        result_bytes=task.result_bytes,
    )


def children_url(task: Task, base_url: str) -> str | None:
    """Only of a workflow that was started: other tasks have no units."""
    return f"{base_url}/v1/tasks/{task.task_id}/children" if task.workflow is not None else None


def event_view(event: Event) -> EventView:
    return EventView(
        seq=event.seq,
        at=event.at,
        kind=event.kind,
        status=event.status,
        progress=_progress(event.progress),
        message=event.message,
    )


def account_view(record: Record) -> AccountView:
    body = {"audience": None, "tone": [], "active": True, **record.body}
    return AccountView.model_validate(
        {**body, "account_id": record.id, "created_at": record.created_at, "updated_at": record.updated_at}
    )


def content_view(record: Record) -> ContentView:
    body = {"task_id": None, "pool_entry_id": None, "account_id": record.group, **record.body}
    return ContentView.model_validate({**body, "content_id": record.id, **_stored(record)})


def pool_entry_view(record: Record) -> PoolEntryView:
    body = {"publish_at": None, "published_at": None, "account_id": record.group, **record.body}
    return PoolEntryView.model_validate({**body, "pool_entry_id": record.id, **_stored(record)})


def feedback_view(record: Record) -> FeedbackView:
    return FeedbackView.model_validate({"comment": "", **record.body, "feedback_id": record.id, **_stored(record)})


def _stored(record: Record) -> dict[str, object]:
    return {
        "owner_id": record.owner_id,
        "state": record.state,
        "created_at": record.created_at,
        "updated_at": record.updated_at,
    }


def _progress(progress: Progress) -> ProgressView:
    return ProgressView(done=progress.done, total=progress.total, step=progress.step, failed=progress.failed)


def _task_error(error: TaskError | None) -> TaskErrorView | None:
    if error is None:
        return None
    return TaskErrorView(code=error.code, message=error.message, retryable=error.retryable)


def _links(task: Task, base_url: str) -> dict[str, str]:
    here = f"{base_url}/v1/tasks/{task.task_id}"
    return {
        "status_url": here,
        "events_url": f"{here}/events",
        "cancel_url": f"{here}/cancel",
        "result_url": f"{here}/result",
    }
