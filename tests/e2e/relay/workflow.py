"""The plan of a relay: speak, have it looked at if wanted, add up what was spoken."""

from collections.abc import Generator

from chalicelib.domain.errors import TaskFailedError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task_type import Outcome
from chalicelib.domain.workflow import (
    Answer,
    Decision,
    Plan,
    Review,
    Stage,
    StageOutcome,
    Step,
    Unit,
    ask_for_review,
    fan_out,
)

REVIEW_SECONDS = 300


def plan(request: JsonObject) -> Plan:
    about = {"folder": request["folder"], "seconds": request["seconds"]}
    speakers = tuple(Unit(str(n), {**about, "do": "speak", "number": n}) for n in range(request["count"]))
    spoken = yield from fan_out(Stage("speak", speakers, tolerated_failures=request["tolerated"]))
    decision = (yield from _reviewed(spoken)) if request["review"] else None
    there = [unit.task_id for unit in spoken.units if unit.succeeded]
    adders = tuple(Unit(str(n), {**about, "do": "add", "task_ids": there}) for n in range(request["sums"]))
    added = yield from fan_out(Stage("add", adders))
    totals = [result["total"] for result in added.results().values()]
    failed = sum(not unit.succeeded for unit in spoken.units)
    return Outcome({"total": sum(totals), "failed": failed, "decision": decision})


def check_edit(edit: JsonObject, _: JsonObject) -> JsonObject:
    return edit


def _reviewed(spoken: StageOutcome) -> Generator[Step, Answer, str]:
    subject = {"numbers": sorted(result["number"] for result in spoken.results().values())}
    decided = yield from ask_for_review(Review("approval", subject, REVIEW_SECONDS))
    if decided.decision is not Decision.APPROVED:
        raise TaskFailedError(f"{decided.decision}: {decided.comments}")
    return decided.decision.value
