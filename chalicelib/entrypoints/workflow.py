"""What a workflow's execution asks: what comes next, to start a unit, and to be told when a review is decided."""

from typing import Any

from chalice.app import Blueprint

from chalicelib.bootstrap import Move, Platform, platform
from chalicelib.domain.json_types import JsonObject

blueprint = Blueprint(__name__)


@blueprint.lambda_function(name="workflow")
def workflow(event: JsonObject, context: Any) -> JsonObject:
    """An error goes back to the execution, which asks again a little later."""
    here = platform()
    with here.telemetry.invocation(context):
        if event["action"] == "await_review":
            here.advance_workflow.await_review(event["task_id"], event["task_token"])
            here.telemetry.log("review_awaited", task_id=event["task_id"])
            return {}
        if event["action"] == "place_unit":
            unit = here.place_unit.place_unit(event["task_id"], event["task_token"])
            here.telemetry.log("unit_placed", task_id=event["task_id"], rung=unit.task_system if unit else "ended")
            return {}
        return answer_to(_advance(here, event))


def answer_to(move: Move) -> JsonObject:
    """As the state machine reads it."""
    return {
        "next": move.next.value,
        "unit_ids": list(move.unit_ids),
        "units_at_once": move.units_at_once,
        "lane": move.lane,
        "rung": move.rung,
    }


def _advance(here: Platform, event: JsonObject) -> Move:
    move = here.advance_workflow.advance(event["task_id"], run=event["run"], part=event["part"])
    here.telemetry.log(
        "workflow_advanced", task_id=event["task_id"], next=move.next.value, units=len(move.unit_ids), rung=move.rung
    )
    return move
