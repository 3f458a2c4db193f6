"""What every consumer does with a batch of wake-up messages."""

import json
import math
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from chalice.app import SQSEvent, SQSRecord

from chalicelib.bootstrap import Platform, platform
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.platform import WakeUp


def consume(event: SQSEvent, lane: str) -> JsonObject:
    """Run every message's task; the answer names the messages that must be delivered again."""
    here = platform()
    with here.telemetry.invocation(event.context):
        records = list(event)
        if len(records) == 1:
            failed = [] if _handled(here, records[0], lane, event) else [records[0]]
        else:
            with ThreadPoolExecutor(max_workers=max(1, len(records))) as pool:
                handled = pool.map(lambda record: _handled(here, record, lane, event), records)
                failed = [record for record, fine in zip(records, handled, strict=True) if not fine]
    return {"batchItemFailures": [{"itemIdentifier": record.to_dict()["messageId"]} for record in failed]}


def _handled(here: Platform, record: SQSRecord, lane: str, event: SQSEvent) -> bool:
    context: Any = event.context
    task_id, task_token = _told_in(record.body)
    wake_up = WakeUp(task_id, lane, record.receipt_handle, task_token)
    message_id = record.to_dict()["messageId"]
    if not wake_up.task_id:
        # No delivery will be a better one: quickly to the dead letters, where somebody sees it.
        here.telemetry.log("message_unreadable", level="ERROR", message_id=message_id, lane=lane)
        here.lanes.hide(wake_up, seconds=0)
        return False
    try:
        here.run_task.run_task(wake_up, lambda: context.get_remaining_time_in_millis() / 1000)
    except Exception:  # noqa: BLE001 - the outer edge of the consumers; log_exception writes the traceback
        here.telemetry.log_exception("message_failed", message_id=message_id, lane=lane)
        # The claim may be ours already: the next delivery is of use once that lease has run out, and not before.
        here.lanes.hide(wake_up, seconds=math.ceil(here.settings.lease_seconds) + 1)
        return False
    return True


def _told_in(body: str) -> tuple[str, str | None]:
    """The task, empty when the message is not one of ours, and the token of the execution that waits for it."""
    try:
        message = json.loads(body)
    except ValueError:
        return "", None
    told = message if isinstance(message, dict) else {}
    task_id, task_token = told.get("task_id"), told.get("task_token")
    return task_id if isinstance(task_id, str) else "", task_token if isinstance(task_token, str) else None
