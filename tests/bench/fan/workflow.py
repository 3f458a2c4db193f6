"""The plan of a fan: so many units for so many concepts, side by side."""

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import Outcome
from chalicelib.domain.workflow import Plan, Stage, Unit, fan_out


def plan(request: JsonObject) -> Plan:
    units = tuple(
        Unit(f"{concept}/{kind}", {"seconds": request["seconds"], "number": concept * request["kinds"] + kind})
        for concept in range(request["concepts"])
        for kind in range(request["kinds"])
    )
    done = yield from fan_out(Stage("content", units))
    return Outcome({"done": len(done.results())})
