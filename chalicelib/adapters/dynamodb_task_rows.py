"""A task as an item of the tasks table, and back.

Moments are epoch milliseconds, JSON is text, None is an absent attribute. The last event is not stored a second
time: its seq, moment, status and progress are the row's own, only kind and message are its alone.
"""

import json
from datetime import datetime, timedelta
from typing import Any
from zlib import crc32

from chalicelib.adapters.epoch import from_milliseconds, to_milliseconds
from chalicelib.domain.task import UNFINISHED, Event, Progress, Status, Task, TaskError, WaitingFor
from chalicelib.domain.workflow_state import WorkflowState

Item = dict[str, Any]

SHARDS = 4
"""Lists of everybody's tasks are spread over so many index partitions: 4,000 writes per second."""
UNIT_OWNER = "unit_owner_id"
"""Whose a workflow's unit is, under another name than a task's owner: so units are in no index but their parent's."""
OPEN = "open"
TOMBSTONE = timedelta(days=7)
"""So long after its retention a row still answers "expired" instead of "unknown"."""

_TEXTS = (
    *("task_id", "task_type", "owner_id", "lane", "task_system"),
    *("request_ref", "result_ref", "parent_id", "unit"),
)
_INTEGERS = (
    *("priority", "max_attempts", "retention_seconds", "request_bytes", "result_bytes"),
    *("run", "attempt", "fence", "seq", "parent_run"),
)
_FLOATS = ("soft_deadline_seconds", "hard_deadline_seconds")
_MOMENTS = (
    *("created_at", "updated_at", "started_at", "finished_at", "expires_at"),
    *("run_at", "start_by", "cancel_after", "lease_expires_at", "wake_at"),
)
_COUNTS = ("done", "total", "failed")
_JSONS = ("request", "checkpoint", "result")


def task_to_item(task: Task) -> Item:
    values: Item = {name: text(getattr(task, name)) for name in _TEXTS}
    values |= {name: number(getattr(task, name)) for name in (*_INTEGERS, *_FLOATS)}
    values |= {name: moment(getattr(task, name)) for name in _MOMENTS}
    values |= {name: json_text(getattr(task, name)) for name in _JSONS}
    values |= {"status": text(task.status), "waiting_for": text(task.waiting_for)}
    values |= _progress_attributes(task.progress)
    values |= {"workflow": json_text(task.workflow.to_json()) if task.workflow else None}
    values |= {"task_tokens": {"SS": list(task.task_tokens)} if task.task_tokens else None}
    values |= {"error": json_text(vars(task.error)) if task.error else None}
    values |= _event_attributes(task.last_event) | _index_attributes(task)
    values["purge_at"] = task.expires_at and purge_time(task.expires_at + TOMBSTONE)
    if task.unit is not None:
        values[UNIT_OWNER] = values.pop("owner_id")
    return {name: value for name, value in values.items() if value is not None}


def task_from_item(item: Item) -> Task:
    values: dict[str, Any] = {name: item[name]["S"] for name in _TEXTS if name in item}
    values.setdefault("owner_id", item.get(UNIT_OWNER, {}).get("S"))
    values |= {name: int(item[name]["N"]) for name in _INTEGERS}
    values |= {name: float(item[name]["N"]) for name in _FLOATS}
    values |= {name: from_milliseconds(int(item[name]["N"])) for name in _MOMENTS if name in item}
    values |= {name: json.loads(item[name]["S"]) for name in _JSONS if name in item}
    values |= {"status": Status(item["status"]["S"]), "progress": _progress(item)}
    values["waiting_for"] = WaitingFor(item["waiting_for"]["S"]) if "waiting_for" in item else None
    values["workflow"] = WorkflowState.from_json(json.loads(item["workflow"]["S"])) if "workflow" in item else None
    values["task_tokens"] = tuple(sorted(item["task_tokens"]["SS"])) if "task_tokens" in item else ()
    values["error"] = TaskError(**json.loads(item["error"]["S"])) if "error" in item else None
    return Task(**values, last_event=_event(item, values))


def group_of(status: Status) -> str:
    """The unfinished statuses share one group: a claim then moves nothing in the indexes of lists."""
    return OPEN if status in UNFINISHED else status.value


def text(value: str | None) -> Item | None:
    return None if value is None else {"S": value}


def number(value: float) -> Item:
    return {"N": str(value)}


def moment(value: datetime | None) -> Item | None:
    return None if value is None else number(to_milliseconds(value))


def purge_time(value: datetime) -> Item:
    """DynamoDB's time-to-live counts in whole seconds."""
    return number(to_milliseconds(value) // 1000)


def json_text(value: Any) -> Item | None:
    return None if value is None else {"S": json.dumps(value, ensure_ascii=False, separators=(",", ":"))}


def progress_to_value(progress: Progress) -> Item | None:
    return json_text(vars(progress))


def progress_from_value(value: Item) -> Progress:
    return Progress(**json.loads(value["S"]))


def _progress_attributes(progress: Progress) -> Item:
    """Numbers of their own, so that a unit's end can add to them; no empty text, which DynamoDB Local refuses."""
    counts = {f"progress_{name}": number(getattr(progress, name)) for name in _COUNTS}
    return counts | {"progress_step": text(progress.step or None)}


def _progress(item: Item) -> Progress:
    counts = {name: int(item[f"progress_{name}"]["N"]) for name in _COUNTS}
    return Progress(**counts, step=item.get("progress_step", {"S": ""})["S"])


def _event_attributes(event: Event | None) -> Item:
    if event is None:
        return {}
    return {"event_kind": text(event.kind), "event_message": text(event.message or None)}


def _event(item: Item, values: dict[str, Any]) -> Event | None:
    if "event_kind" not in item:
        return None
    message = item.get("event_message", {"S": ""})["S"]
    kind = item["event_kind"]["S"]
    return Event(values["seq"], values["updated_at"], kind, values["status"], values["progress"], message)


def _index_attributes(task: Task) -> Item:
    if task.unit is not None:
        return {}
    group, shard = group_of(task.status), str(crc32(task.task_id.encode()) % SHARDS)
    return {
        "owner_group": text(f"{task.owner_id}#{group}"),
        "shard": text(shard),
        "shard_group": text(f"{shard}#{group}"),
        "status_group": text(group),
    }
