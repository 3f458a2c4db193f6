"""The sweeper, called every minute by a rule of the operations stack."""

from typing import Any

from chalice.app import Blueprint

from chalicelib.bootstrap import platform
from chalicelib.domain.json_types import JsonObject

blueprint = Blueprint(__name__)


@blueprint.lambda_function(name="sweeper")
def sweeper(_event: JsonObject, context: Any) -> JsonObject:
    here = platform()
    with here.telemetry.invocation(context):
        report = here.sweep.sweep(lambda: context.get_remaining_time_in_millis() / 1000)
    return {"sent": report.sent, "ended": report.ended, "untouched": report.untouched}
