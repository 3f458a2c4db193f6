"""Flags: open unless closed, effective within five seconds."""

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.adapters.dynamodb_switches import DynamoDbSwitches
from chalicelib.domain.record import RecordQuery
from tests.contract.aws import PREFIX, recorded_calls
from tests.contract.worlds import World

LANE = "generation-low"


def test_everything_is_accepted_and_nothing_paused_unless_said_otherwise(world: World) -> None:
    assert world.switches.accepting("content_generation")
    assert not world.switches.paused(lane=LANE)
    assert not world.switches.paused(lane=LANE, task_type="content_generation")
    assert world.switches.everything() == {"accepting": {}, "direct": {}, "paused": {}}


def test_who_sets_a_flag_sees_it_at_once(world: World) -> None:
    assert world.switches.accepting("content_generation")
    world.switches.set_accepting("content_generation", False)
    assert not world.switches.accepting("content_generation")
    assert world.switches.accepting("cleaning")
    world.switches.set_accepting("content_generation", True)
    assert world.switches.accepting("content_generation")


def test_a_paused_lane_pauses_all_its_task_types(world: World) -> None:
    world.switches.set_paused(LANE, True)
    assert world.switches.paused(lane=LANE)
    assert world.switches.paused(lane=LANE, task_type="content_generation")
    assert not world.switches.paused(lane="generation-high", task_type="content_generation")


def test_a_paused_task_type_is_paused_in_every_lane(world: World) -> None:
    world.switches.set_paused("content_generation", True)
    assert world.switches.paused(lane=LANE, task_type="content_generation")
    assert not world.switches.paused(lane=LANE, task_type="cleaning")
    assert not world.switches.paused(lane=LANE)


def test_a_task_type_goes_through_its_queue_unless_it_was_made_direct(world: World) -> None:
    assert not world.switches.direct("content_generation")
    world.switches.set_direct("content_generation", True)
    assert world.switches.direct("content_generation")
    assert not world.switches.direct("cleaning")
    world.switches.set_direct("content_generation", False)
    assert not world.switches.direct("content_generation")


def test_everything_that_was_ever_set_can_be_shown(world: World) -> None:
    world.switches.set_accepting("content_generation", False)
    world.switches.set_paused(LANE, True)
    world.switches.set_paused(LANE, False)
    expected = {"accepting": {"content_generation": False}, "direct": {}, "paused": {LANE: False}}
    assert world.switches.everything() == expected


def test_another_process_sees_a_flag_after_five_seconds_at_most(aws_world: World, aws: AwsClients) -> None:
    elsewhere = DynamoDbSwitches(aws.dynamodb(), f"{PREFIX}-records", aws_world.clock)
    assert not elsewhere.paused(lane=LANE)
    aws_world.switches.set_paused(LANE, True)
    aws_world.clock.advance(4.9)
    assert not elsewhere.paused(lane=LANE)
    aws_world.clock.advance(0.1)
    assert elsewhere.paused(lane=LANE)


def test_flags_are_read_once_in_five_seconds(aws_world: World, aws: AwsClients) -> None:
    with recorded_calls(aws) as calls:
        for _ in range(5):
            aws_world.switches.accepting("content_generation")
            aws_world.switches.paused(lane=LANE, task_type="content_generation")
            aws_world.clock.advance(0.9)
    assert calls == ["GetItem"]


def test_a_type_that_the_settings_switch_off_is_off_until_somebody_switches_it_on(
    aws_world: World, aws: AwsClients
) -> None:
    switches = DynamoDbSwitches(
        aws.dynamodb(), f"{PREFIX}-records", aws_world.clock, switched_off=frozenset({"content_generation"})
    )
    assert not switches.accepting("content_generation")
    assert switches.accepting("cleaning")
    switches.set_accepting("content_generation", True)
    assert switches.accepting("content_generation")


def test_flags_are_no_record_of_any_list(aws_world: World) -> None:
    aws_world.switches.set_paused(LANE, True)
    assert aws_world.records.list(RecordQuery("switches")).items == ()
