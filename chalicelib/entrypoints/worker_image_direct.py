"""Tasks of the image lanes that are called past their queues, with a concurrency of their own."""

from typing import Any

from chalice.app import Blueprint

from chalicelib.bootstrap import platform
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.platform import WakeUp

blueprint = Blueprint(__name__)


@blueprint.lambda_function(name="image_direct")
def image_direct(event: JsonObject, context: Any) -> None:
    """Called asynchronously: after an error Lambda calls again, twice, and then the sweeper looks after the row."""
    here = platform()
    with here.telemetry.invocation(context):
        wake_up = WakeUp(event["task_id"], event["lane"], receipt="", task_token=event.get("task_token"))
        here.run_task.run_task(wake_up, lambda: context.get_remaining_time_in_millis() / 1000)
