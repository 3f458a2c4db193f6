"""The conditional writes of a task row as DynamoDB expressions.

Every name is written with a `#`, so that none can be one of DynamoDB's 573 reserved words.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib.adapters.dynamodb_task_rows import Item, number, purge_time, task_to_item
from chalicelib.adapters.epoch import from_milliseconds, to_milliseconds
from chalicelib.domain.ports.tasks import IdempotencyEntry
from chalicelib.domain.task import UNFINISHED, Status, Task

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import DeleteTypeDef, PutTypeDef, UpdateTypeDef

# What `lifecycle.claimable` says, in DynamoDB's words.
_CLAIMABLE = (
    "attribute_not_exists(#waiting_for) AND (attribute_not_exists(#cancel_after) OR #cancel_after > :now) AND "
    "((#status = :running AND #lease_expires_at <= :now) OR "
    "(#status IN (:queued, :waiting) "
    "AND (attribute_not_exists(#start_by) OR attribute_exists(#started_at) OR #start_by >= :now) "
    "AND (attribute_not_exists(#run_at) OR #run_at <= :now)))"
)
# What `lifecycle.claimed` does. The index attributes stay: all unfinished statuses are one group.
_CLAIMED = (
    "SET #status = :running, #event_kind = :started, #updated_at = :now, "
    "#seq = #seq + :one, #attempt = #attempt + :one, #fence = #fence + :one, "
    "#started_at = if_not_exists(#started_at, :now), #lease_expires_at = :lease, #wake_at = :lease, "
    "#task_system = :task_system "
    "REMOVE #error, #event_message"
)
_CLAIM_NAMES = (
    *("status", "seq", "attempt", "fence", "started_at", "updated_at", "lease_expires_at", "wake_at", "error"),
    *("event_kind", "event_message", "cancel_after", "start_by", "run_at", "waiting_for", "task_system"),
)
_AND_TOKEN = " ADD #task_tokens :token"
_UNIT_ENDED = (
    "SET #event_kind = :kind, #event_message = :message, #updated_at = :now "
    "ADD #seq :one, #progress_done :one, #progress_failed :failed"
)
_UNIT_ENDED_NAMES = (
    *("status", "seq", "updated_at", "event_kind", "event_message", "progress_done", "progress_failed"),
)
_STILL_AS_READ = "#seq = :seen_seq AND #fence = :seen_fence"


def create_put(table: str, task: Task) -> "PutTypeDef":
    return {
        "TableName": table,
        "Item": task_to_item(task),
        "ConditionExpression": "attribute_not_exists(#task_id)",
        "ExpressionAttributeNames": _names(("task_id",)),
    }


def idempotency_put(table: str, entry: IdempotencyEntry, now: datetime) -> "PutTypeDef":
    return {
        "TableName": table,
        "Item": {
            "idempotency_key": {"S": entry.key},
            "task_id": {"S": entry.task_id},
            "fingerprint": {"S": entry.fingerprint},
            "expires_at": _stored(entry.expires_at),
            "purge_at": purge_time(entry.expires_at),
        },
        "ConditionExpression": "attribute_not_exists(#idempotency_key) OR #expires_at <= :now",
        "ExpressionAttributeNames": _names(("idempotency_key", "expires_at")),
        "ExpressionAttributeValues": {":now": _stored(now)},
    }


def idempotency_from_item(item: Item) -> IdempotencyEntry:
    return IdempotencyEntry(
        key=item["idempotency_key"]["S"],
        task_id=item["task_id"]["S"],
        fingerprint=item["fingerprint"]["S"],
        expires_at=from_milliseconds(int(item["expires_at"]["N"])),
    )


def claim_update(
    key: tuple[str, str], *, now: datetime, lease_expires_at: datetime, task_system: str, task_token: str | None
) -> "UpdateTypeDef":
    """`key` is the table and the task's id."""
    table, task_id = key
    statuses = {f":{status}": {"S": status.value} for status in (Status.RUNNING, Status.QUEUED, Status.WAITING)}
    return {
        "TableName": table,
        "Key": {"task_id": {"S": task_id}},
        "UpdateExpression": _CLAIMED + (_AND_TOKEN if task_token else ""),
        "ConditionExpression": _CLAIMABLE,
        "ExpressionAttributeNames": _names((*_CLAIM_NAMES, *(("task_tokens",) if task_token else ()))),
        "ExpressionAttributeValues": {
            **statuses,
            ":started": {"S": "started"},
            ":one": number(1),
            ":now": _stored(now),
            ":lease": _stored(lease_expires_at),
            ":task_system": {"S": task_system},
            **({":token": {"SS": [task_token]}} if task_token else {}),
        },
    }


def token_update(table: str, task_id: str, task_token: str) -> "UpdateTypeDef":
    """Tokens form a set, so that the same message delivered twice changes nothing."""
    unfinished = {f":{status}": {"S": status.value} for status in sorted(UNFINISHED)}
    return {
        "TableName": table,
        "Key": {"task_id": {"S": task_id}},
        "UpdateExpression": _AND_TOKEN.strip(),
        "ConditionExpression": f"#status IN ({', '.join(unfinished)})",
        "ExpressionAttributeNames": _names(("task_tokens", "status")),
        "ExpressionAttributeValues": {**unfinished, ":token": {"SS": [task_token]}},
    }


def wake_update(table: str, task: Task, wake_at: datetime) -> "UpdateTypeDef":
    return {
        "TableName": table,
        "Key": {"task_id": {"S": task.task_id}},
        "UpdateExpression": "SET #wake_at = :wake_at",
        "ConditionExpression": f"{_STILL_AS_READ} AND #wake_at > :wake_at",
        "ExpressionAttributeNames": _names(("wake_at", "seq", "fence")),
        "ExpressionAttributeValues": {":wake_at": _stored(wake_at), **_seen(task)},
    }


def unit_ended_update(table: str, unit: Task) -> "UpdateTypeDef":
    """What `workflow_life.unit_ended` does to the parent, whatever else has happened to that meanwhile."""
    assert unit.parent_id is not None
    unfinished = {f":{status}": {"S": status.value} for status in sorted(UNFINISHED)}
    return {
        "TableName": table,
        "Key": {"task_id": {"S": unit.parent_id}},
        "UpdateExpression": _UNIT_ENDED,
        "ConditionExpression": f"#status IN ({', '.join(unfinished)})",
        "ExpressionAttributeNames": _names(_UNIT_ENDED_NAMES),
        "ExpressionAttributeValues": {
            **unfinished,
            ":one": number(1),
            ":failed": number(int(unit.status is not Status.SUCCEEDED)),
            ":kind": {"S": "unit_ended"},
            ":message": {"S": f"{unit.unit} {unit.status}"},
            ":now": _stored(unit.updated_at),
        },
    }


def lease_update(table: str, task: Task, *, lease_expires_at: datetime, wake_at: datetime) -> "UpdateTypeDef":
    return {
        "TableName": table,
        "Key": {"task_id": {"S": task.task_id}},
        "UpdateExpression": "SET #lease_expires_at = :lease, #wake_at = :wake_at",
        "ConditionExpression": "#status = :running AND #fence = :fence",
        "ExpressionAttributeNames": _names(("lease_expires_at", "wake_at", "status", "fence")),
        "ExpressionAttributeValues": {
            ":lease": _stored(lease_expires_at),
            ":wake_at": _stored(wake_at),
            ":running": {"S": Status.RUNNING.value},
            ":fence": number(task.fence),
        },
    }


def difference_update(table: str, before: Task, after: Task) -> "UpdateTypeDef":
    """Only what differs is written, so that a lease extended meanwhile stays extended.

    Progress is always written: it belongs to the event, and the last of it may not have been saved before.
    """
    old, new = task_to_item(before), task_to_item(after)
    changed = {name: value for name, value in new.items() if old.get(name) != value or name.startswith("progress_")}
    gone = old.keys() - new.keys()
    assignments = "SET " + ", ".join(f"#{name} = :{name}" for name in changed)
    removals = " REMOVE " + ", ".join(f"#{name}" for name in sorted(gone)) if gone else ""
    return {
        "TableName": table,
        "Key": {"task_id": {"S": before.task_id}},
        "UpdateExpression": assignments + removals,
        "ConditionExpression": _STILL_AS_READ,
        "ExpressionAttributeNames": _names((*changed, *gone, "seq", "fence")),
        "ExpressionAttributeValues": {**{f":{name}": value for name, value in changed.items()}, **_seen(before)},
    }


def unchanged_delete(table: str, task: Task) -> "DeleteTypeDef":
    return {
        "TableName": table,
        "Key": {"task_id": {"S": task.task_id}},
        "ConditionExpression": _STILL_AS_READ,
        "ExpressionAttributeNames": _names(("seq", "fence")),
        "ExpressionAttributeValues": _seen(task),
    }


def _seen(task: Task) -> Item:
    return {":seen_seq": number(task.seq), ":seen_fence": number(task.fence)}


def _names(attributes: Iterable[str]) -> Mapping[str, str]:
    return {f"#{attribute}": attribute for attribute in attributes}


def _stored(value: datetime) -> Item:
    return number(to_milliseconds(value))
