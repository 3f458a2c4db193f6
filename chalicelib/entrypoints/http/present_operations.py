"""What operators steer, as the API shows it."""

from typing import Protocol

from chalicelib.domain.ports.platform import DeadLetter, LaneDepth
from chalicelib.domain.rungs import Mode
from chalicelib.domain.task import Task
from chalicelib.entrypoints.http.models_operations import DeadLetterView, FlagView, LaneStatusView


class Letter(Protocol):
    @property
    def letter(self) -> DeadLetter: ...
    @property
    def task(self) -> Task | None: ...
    @property
    def reason(self) -> str: ...


class Lane(Protocol):
    @property
    def lane(self) -> str: ...
    @property
    def paused(self) -> bool: ...
    @property
    def depth(self) -> LaneDepth: ...
    @property
    def max_concurrency(self) -> int | None: ...


class Flag(Protocol):
    @property
    def task_type(self) -> str: ...
    @property
    def accepting(self) -> bool: ...
    @property
    def paused(self) -> bool: ...
    @property
    def mode(self) -> Mode: ...


def dead_letter_view(found: Letter) -> DeadLetterView:
    letter = found.letter
    return DeadLetterView(
        message_id=letter.message_id,
        lane=letter.lane,
        task_id=letter.task_id,
        task_status=found.task.status if found.task else None,
        reason=found.reason,
        receive_count=letter.receive_count,
        sent_at=letter.sent_at,
    )


def lane_view(lane: Lane) -> LaneStatusView:
    """What is delayed waits too."""
    depth = lane.depth
    return LaneStatusView(
        lane=lane.lane,
        paused=lane.paused,
        waiting=depth.waiting + depth.delayed,
        in_flight=depth.in_flight,
        dead_letters=depth.dead_letters,
        max_concurrency=lane.max_concurrency,
    )


def flag_view(flag: Flag) -> FlagView:
    return FlagView(task_type=flag.task_type, accepting=flag.accepting, paused=flag.paused, mode=flag.mode)
