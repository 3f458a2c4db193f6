"""What the bucket tells about new files: those uploaded as announced, and those that somebody dropped there."""

import json
from collections.abc import Iterator
from urllib.parse import unquote_plus

from chalice.app import Blueprint, SQSEvent

from chalicelib.bootstrap import platform
from chalicelib.domain.json_types import JsonObject
from chalicelib.settings import trigger_queue

blueprint = Blueprint(__name__)


@blueprint.on_sqs_message(queue=trigger_queue("file-events"), batch_size=10, name="file_events")
def file_events(event: SQSEvent) -> JsonObject:
    """An error brings the whole batch again, which changes nothing about files that are registered already."""
    here = platform()
    with here.telemetry.invocation(event.context):
        for record in event:
            for location, size_bytes in objects_in(record.body):
                file = here.data_files.adopt_file(location, size_bytes)
                here.telemetry.log(
                    "file_adopted", file_id=file.id if file else None, state=file.state if file else None
                )
    return {"batchItemFailures": []}


def objects_in(body: str) -> Iterator[tuple[str, int]]:
    """Key and size of each object a message is about; nothing for the test message that S3 sends at first."""
    try:
        told = json.loads(body)
    except ValueError:
        return
    for record in told.get("Records", ()) if isinstance(told, dict) else ():
        found = record.get("s3", {}).get("object", {})
        if record.get("eventName", "").startswith(("ObjectCreated", "s3:ObjectCreated")) and "key" in found:
            yield unquote_plus(found["key"]), int(found.get("size", 0))
