"""One unit of a relay: it notes when it began and ended, so that tests can see what ran when."""

import json
import time
from pathlib import Path

from chalicelib.domain.errors import ProviderRejectedError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import Outcome, TaskContext

LOOK_SECONDS = 0.02


def run(request: JsonObject, context: TaskContext) -> Outcome:
    began, folder = time.time(), Path(request["folder"])
    try:
        return _speak(request, folder) if request["do"] == "speak" else _add(request, context)
    finally:
        note = {"task_id": context.task_id, "do": request["do"], "began": began, "ended": time.time()}
        with (folder / "notes").open("a") as notes:
            notes.write(json.dumps({**note, "number": request.get("number")}) + "\n")


def _speak(request: JsonObject, folder: Path) -> Outcome:
    time.sleep(request["seconds"])
    while (folder / "hold").exists():
        time.sleep(LOOK_SECONDS)
    if (folder / f"broken-{request['number']}").exists():
        raise ProviderRejectedError(f"number {request['number']} is broken")
    return Outcome({"number": request["number"]})


def _add(request: JsonObject, context: TaskContext) -> Outcome:
    time.sleep(request["seconds"])
    return Outcome({"total": sum(context.result_of(task_id)["number"] for task_id in request["task_ids"])})
