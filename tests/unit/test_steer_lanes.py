"""Lanes and task types are steered by admins only, and what is resumed starts at once."""

import pytest

from chalicelib.domain.errors import ForbiddenError, LaneNotFoundError, UnknownTaskTypeError
from chalicelib.domain.rungs import Mode
from chalicelib.services.steer_lanes import SteerLanes
from tests.fakes.consumers import InMemoryConsumers
from tests.unit.workbench import ADMIN, ANN, Workbench

LANE = "generation-normal"


@pytest.fixture
def bench() -> Workbench:
    return Workbench()


@pytest.fixture
def steer(bench: Workbench) -> SteerLanes:
    return SteerLanes(bench.lanes, InMemoryConsumers(), bench.switches, bench.catalogue, bench.wake, bench.telemetry)


def test_only_an_admin_steers(steer: SteerLanes) -> None:
    with pytest.raises(ForbiddenError):
        steer.change_lane(LANE, ANN, paused=True)
    with pytest.raises(ForbiddenError):
        steer.change_flag("echo", ANN, accepting=False)


def test_what_is_not_there_cannot_be_steered(steer: SteerLanes) -> None:
    with pytest.raises(LaneNotFoundError):
        steer.change_lane("nowhere", ADMIN, paused=True)
    with pytest.raises(UnknownTaskTypeError):
        steer.change_flag("nothing", ADMIN, paused=True)


def test_a_lane_shows_its_pause_its_depth_and_its_limit(bench: Workbench, steer: SteerLanes) -> None:
    bench.submitted()
    lane = steer.change_lane(LANE, ADMIN, paused=True, max_concurrency=3)
    assert (lane.paused, lane.depth.waiting, lane.max_concurrency) == (True, 1, 3)
    assert [view.lane for view in steer.list_lanes() if view.paused] == [LANE]


def test_resuming_a_lane_or_a_task_type_sends_for_what_waits(bench: Workbench, steer: SteerLanes) -> None:
    steer.change_lane(LANE, ADMIN, paused=True)
    task = bench.deliver(bench.submitted())
    sent = len(bench.lanes.sent)
    steer.change_lane(LANE, ADMIN, paused=False)
    steer.change_flag("echo", ADMIN, paused=True)
    flag = steer.change_flag("echo", ADMIN, paused=False, accepting=False)
    assert [message.task_id for message in bench.lanes.sent[sent:]] == [task.task_id] * 2
    assert (flag.paused, flag.accepting) == (False, False)
    assert steer.list_flags() == (flag,)


def test_an_admin_switches_between_queue_and_direct_calls_and_the_change_is_logged(
    bench: Workbench, steer: SteerLanes
) -> None:
    assert steer.list_flags()[0].mode is Mode.QUEUE
    assert steer.change_flag("echo", ADMIN, mode=Mode.DIRECT).mode is Mode.DIRECT
    assert bench.submitted().task_system == "direct"
    assert steer.change_flag("echo", ADMIN, mode=Mode.QUEUE).mode is Mode.QUEUE
    assert bench.submitted().task_system == "sqs"
    changes = [line.fields for line in bench.telemetry.lines if line.action == "flag_changed"]
    assert [(fields["by"], fields["mode"]) for fields in changes] == [("root", "direct"), ("root", "queue")]
