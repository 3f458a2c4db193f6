"""One unit of a fan waits as long as it is told, as for a model's answer."""

import time

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import Outcome, TaskContext


def run(request: JsonObject, _: TaskContext) -> Outcome:
    time.sleep(request["seconds"])
    return Outcome({"number": request["number"]})
