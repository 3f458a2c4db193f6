"""What a workflow is: stages of units, reviews, and a plan that says which comes next.

A plan is a generator. It yields a stage or a review and is sent what came of it; what it returns is the workflow's
outcome. It is replayed from its start whenever the engine needs to know what is next, so it must be pure: the same
answers lead to the same steps. A unit is known by stage, key and request; one that was done before is never done
again, and one whose request changed is another unit.
"""

import hashlib
import json
from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.task import Status, TaskError
from chalicelib.domain.task_type import Outcome

MOST_UNITS_IN_A_STAGE = 1000
MOST_UNITS_IN_A_RUN = 2500
"""A unit costs about eight events of an execution's history, which ends at 25,000 (AWS Step Functions quotas)."""

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TIME_CHARACTERS, _RANDOM_CHARACTERS = 10, 16


@dataclass(frozen=True)
class Unit:
    """One piece of a stage's work: the request of a child task."""

    key: str
    """Names the unit within its stage, for people too: `tutorial/recursion`."""
    request: JsonObject


@dataclass(frozen=True)
class Stage:
    """Units that may run side by side. The workflow goes on when all have ended."""

    name: str
    units: tuple[Unit, ...]
    tolerated_failures: float = 0.0
    """The share of the units that may fail: the workflow is then partial, beyond it failed."""


@dataclass(frozen=True)
class Review:
    """A person looks at the subject and decides; the workflow waits, at no cost."""

    name: str
    subject: JsonObject
    timeout_seconds: float


class Decision(StrEnum):
    APPROVED = "approved"
    REJECTED = "rejected"
    TIMED_OUT = "timed_out"


@dataclass(frozen=True)
class ReviewDecision:
    """How a review ended; `edit` is what the reviewer put in the subject's place, if anything."""

    decision: Decision
    by: str
    at: datetime
    comments: str = ""
    edit: JsonObject | None = None


@dataclass(frozen=True)
class EndedUnit:
    key: str
    task_id: str
    status: Status
    error: TaskError | None = None

    @property
    def succeeded(self) -> bool:
        return self.status is Status.SUCCEEDED


class StageOutcome(Protocol):
    """What came of a stage, in the order of its units."""

    @property
    def units(self) -> tuple[EndedUnit, ...]: ...

    def result(self, key: str) -> JsonObject:
        """The result of a unit that succeeded, read when asked for."""

    def results(self) -> dict[str, JsonObject]:
        """The results of all units that succeeded, by key."""


Step = Stage | Review
Answer = StageOutcome | ReviewDecision
Plan = Generator[Step, Answer, Outcome]


def fan_out(stage: Stage) -> Generator[Step, Answer, StageOutcome]:
    """`outcome = yield from fan_out(Stage(…))` in a plan."""
    answer = yield stage
    if isinstance(answer, ReviewDecision):
        raise TypeError(f"stage {stage.name} was answered with a review's decision")
    return answer


def ask_for_review(review: Review) -> Generator[Step, Answer, ReviewDecision]:
    """`decision = yield from ask_for_review(Review(…))` in a plan."""
    answer = yield review
    if not isinstance(answer, ReviewDecision):
        raise TypeError(f"review {review.name} was answered with a stage's outcome")
    return answer


def unit_name(stage: Stage, unit: Unit) -> str:
    return f"{stage.name}/{unit.key}"


def unit_task_id(parent_id: str, stage: Stage, unit: Unit) -> str:
    """The same unit has the same id whenever the plan is replayed. A ULID with the parent's moment."""
    named = json.dumps([parent_id, stage.name, unit.key, unit.request], sort_keys=True, ensure_ascii=False)
    number = int.from_bytes(hashlib.sha256(named.encode()).digest()[: _RANDOM_CHARACTERS * 5 // 8])
    digits = (_CROCKFORD[number >> 5 * place & 31] for place in reversed(range(_RANDOM_CHARACTERS)))
    return parent_id[:_TIME_CHARACTERS] + "".join(digits)
