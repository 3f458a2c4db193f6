"""Requests and answers of operators: dead letters, lanes, flags."""

from typing import Annotated

from pydantic import AfterValidator, Field, Strict, WithJsonSchema
from pydantic_core import PydanticCustomError

from chalicelib.domain.lanes import LANES
from chalicelib.domain.rungs import Mode
from chalicelib.domain.task import Status
from chalicelib.entrypoints.http.models import (
    WITHOUT_FRACTION,
    ChangeBody,
    Inward,
    Moment,
    Name,
    Outward,
    QueryWhole,
    Truth,
    Whole,
    unset,
)

LARGEST_REDRIVE = 1000
HIGHEST_CONCURRENCY = 1000


def _known_lane(value: str) -> str:
    if value not in LANES:
        raise PydanticCustomError("literal_error", "Input should be {lanes}", {"lanes": ", ".join(map(repr, LANES))})
    return value


LaneName = Annotated[str, AfterValidator(_known_lane), WithJsonSchema({"type": "string", "enum": list(LANES)})]
Concurrency = Annotated[
    int,
    Strict(),
    Field(ge=2, le=HIGHEST_CONCURRENCY, description="How many tasks run at once."),
    WITHOUT_FRACTION,
]
TaskIds = Annotated[list[Name], Field(min_length=1, max_length=1000)]


class DeadLetterQuery(Inward):
    lane: LaneName | None = None
    limit: QueryWhole = Field(default=50, ge=1, le=100)


class RedriveBody(Inward):
    """Give dead letters back to their lane."""

    lane: LaneName
    task_ids: TaskIds | None = None
    limit: Whole = Field(default=100, ge=1, le=LARGEST_REDRIVE)
    rate_per_second: Annotated[float, Field(strict=True, gt=0, le=1000, allow_inf_nan=False)] | None = Field(
        default=None,
        description="No more than this rate allows in twenty seconds go back; call again for the rest.",
    )
    reason: Annotated[str, Field(max_length=500)] = ""


class PurgeBody(Inward):
    """Delete dead letters for good; their tasks stay as they are."""

    lane: LaneName
    task_ids: TaskIds | None = None
    reason: Annotated[str, Field(min_length=1, max_length=500)]
    dry_run: Truth = False


class DeadLetterView(Outward):
    message_id: str
    lane: str
    task_id: str | None
    task_status: Status | None
    reason: str
    receive_count: int
    sent_at: Moment | None


class DeadLetterList(Outward):
    items: list[DeadLetterView]


class RedriveView(Outward):
    lane: str
    redriven: int
    skipped: int


class PurgeView(Outward):
    lane: str
    purged: int
    dry_run: bool


class LaneChanges(ChangeBody):
    paused: Truth = unset()
    max_concurrency: Concurrency = unset()


class LaneStatusView(Outward):
    lane: str
    paused: bool
    waiting: int
    in_flight: int
    dead_letters: int
    max_concurrency: int | None


class LaneList(Outward):
    items: list[LaneStatusView]


class FlagChanges(ChangeBody):
    accepting: Truth = unset()
    paused: Truth = unset()
    mode: Mode = unset()


class FlagView(Outward):
    task_type: str
    accepting: bool = Field(description="New tasks of this type are taken.")
    paused: bool = Field(description="Tasks of this type are taken but not started.")
    mode: Mode = Field(description="Through the queue, or by a direct call past it.")


class FlagList(Outward):
    items: list[FlagView]
