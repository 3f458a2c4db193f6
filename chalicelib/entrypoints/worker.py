"""What every consumer does with a batch of wake-up messages."""

import json
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
    try:
        wake_up = WakeUp(json.loads(record.body)["task_id"], lane, record.receipt_handle)
        here.run_task.run_task(wake_up, lambda: context.get_remaining_time_in_millis() / 1000)
    except Exception:
        here.telemetry.log_exception("message_failed", message_id=record.to_dict()["messageId"], lane=lane)
        return False
    return True
