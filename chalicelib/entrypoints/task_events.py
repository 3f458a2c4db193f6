"""The stream of task rows: turned into the event log, followed by what must follow from a change, and pushed."""

from collections.abc import Iterator, Sequence

from chalice.app import Blueprint, DynamoDBEvent

from chalicelib.bootstrap import Platform, RowChange, platform
from chalicelib.domain.json_types import JsonObject
from chalicelib.settings import trigger_stream_arn

blueprint = Blueprint(__name__)


@blueprint.on_dynamodb_record(
    stream_arn=trigger_stream_arn(), batch_size=100, starting_position="TRIM_HORIZON", name="task_events"
)
def task_events(event: DynamoDBEvent) -> JsonObject:
    """An error fails the whole batch; it comes again, and what was written or told already stays as it is.

    Only trouble that passes may do so, because all later changes wait: a row that nobody can read is passed over.
    """
    here = platform()
    with here.telemetry.invocation(event.context):
        changes = list(_changes(here, event))
        written = here.project_events.project(changes)
        here.follow_changes.follow(changes)
        _push(here, changes)
        here.telemetry.log("events_written", count=written)
    return {"batchItemFailures": []}


def _push(here: Platform, changes: Sequence[RowChange]) -> None:
    """Last, and whatever happens no reason to run the batch again: who misses an event has it replayed."""
    if here.settings.live_updates:
        try:
            here.push_events.push(changes)
        except Exception:  # noqa: BLE001 - the outer edge of pushing; log_exception writes the traceback
            here.telemetry.log_exception("push_failed")


def _changes(here: Platform, event: DynamoDBEvent) -> Iterator[RowChange]:
    for record in event:
        try:
            if record.new_image:
                before = here.task_from_image(record.old_image) if record.old_image else None
                yield RowChange(before, here.task_from_image(record.new_image))
        except (LookupError, TypeError, ValueError):
            here.telemetry.log_exception("row_unreadable", keys=record.keys)
