"""What is said over a socket: small JSON objects that name their type; never a request or a result."""

from datetime import UTC

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task import Event, Task


def event_message(task: Task, event: Event) -> JsonObject:
    """As the list of events shows it, and which task and unit it is about."""
    progress = event.progress
    return {
        "type": "event",
        "task_id": task.task_id,
        "parent_id": task.parent_id,
        "unit": task.unit,
        "seq": event.seq,
        "at": event.at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "kind": event.kind,
        "status": event.status.value,
        "progress": {
            "done": progress.done,
            "total": progress.total,
            "step": progress.step,
            "failed": progress.failed,
        },
        "message": event.message,
    }


def subscribed(task: Task) -> JsonObject:
    return {"type": "subscribed", "task_id": task.task_id, "status": task.status.value, "last_seq": task.seq}


def replayed(task: Task, *, complete: bool) -> JsonObject:
    """Not complete: there was more than one replay may hold; subscribe again with what has come."""
    return {"type": "replayed", "task_id": task.task_id, "complete": complete}


def unsubscribed(task_id: str) -> JsonObject:
    return {"type": "unsubscribed", "task_id": task_id}


def problem(code: str, detail: str, *, task_id: str | None = None) -> JsonObject:
    about = {} if task_id is None else {"task_id": task_id}
    return {"type": "error", "code": code, "detail": detail, **about}


def pong() -> JsonObject:
    return {"type": "pong"}
