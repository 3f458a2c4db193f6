"""Lanes: messages go out, refusals are told."""

import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.adapters.sqs_lanes import SqsLanes
from chalicelib.adapters.sqs_queues import SqsQueues
from chalicelib.domain.ports.platform import Lanes, SendFailedError, WakeUp
from tests.contract.aws import ACCOUNT, PREFIX, REGION, recorded_calls
from tests.contract.worlds import World, wake_up_body
from tests.fakes.lanes import InMemoryLanes

LANE = "generation-normal"


def test_a_sent_message_waits_in_its_lane(world: World) -> None:
    world.lanes.send(LANE, "01JD")
    depth = world.lanes.depth(LANE)
    assert (depth.waiting, depth.in_flight, depth.delayed, depth.dead_letters) == (1, 0, 0, 0)
    assert world.lanes.depth("generation-high").waiting == 0


def test_a_delayed_message_is_counted_apart(world: World) -> None:
    world.lanes.send(LANE, "01JD", delay_seconds=900)
    depth = world.lanes.depth(LANE)
    assert (depth.waiting, depth.delayed) == (0, 1)


def test_dead_letters_are_counted_too(world: World) -> None:
    world.add_dead_letter(LANE, wake_up_body("01JD"))
    assert world.lanes.depth(LANE).dead_letters == 1


def test_many_messages_are_all_sent(world: World) -> None:
    unsent = world.lanes.send_many(LANE, {f"id-{number}": 0 for number in range(25)} | {"later": 60})
    assert list(unsent) == []
    depth = world.lanes.depth(LANE)
    assert (depth.waiting, depth.delayed) == (25, 1)


def test_sending_none_is_fine(world: World) -> None:
    assert list(world.lanes.send_many(LANE, {})) == []


def test_hiding_a_message_that_is_gone_is_no_error(world: World) -> None:
    world.lanes.hide(WakeUp("01JD", LANE, "no-such-receipt"), seconds=30)


def broken_in_memory(_: AwsClients) -> Lanes:
    lanes = InMemoryLanes()
    lanes.broken = True
    return lanes


def without_its_queues(aws: AwsClients) -> Lanes:
    return SqsLanes(SqsQueues(aws.sqs(), "contenthub-nowhere", ACCOUNT))


BREAKS = [broken_in_memory, without_its_queues]


@pytest.mark.parametrize("broken", BREAKS)
def test_a_message_the_queue_does_not_take_is_told(broken: Callable[[AwsClients], Lanes], aws: AwsClients) -> None:
    with pytest.raises(SendFailedError):
        broken(aws).send(LANE, "01JD")


@pytest.mark.parametrize("broken", BREAKS)
def test_of_many_the_unsent_are_named(broken: Callable[[AwsClients], Lanes], aws: AwsClients) -> None:
    task_ids = [f"id-{number}" for number in range(12)]
    assert list(broken(aws).send_many(LANE, dict.fromkeys(task_ids, 0))) == task_ids


@contextmanager
def refused_entry(aws: AwsClients, entry_id: str) -> Iterator[None]:
    def refuse(parsed: dict[str, Any], **_: object) -> None:
        parsed["Failed"] = [{"Id": entry_id, "SenderFault": False, "Code": "InternalError"}]

    events: Any = aws.sqs().meta.events
    events.register("after-call.sqs.SendMessageBatch", refuse)
    try:
        yield
    finally:
        events.unregister("after-call.sqs.SendMessageBatch", refuse)


def test_only_the_refused_of_a_batch_are_named(aws_world: World, aws: AwsClients) -> None:
    with refused_entry(aws, "1"):
        assert list(aws_world.lanes.send_many(LANE, {"fine": 0, "refused": 0, "fine too": 0})) == ["refused"]


def test_a_message_holds_the_task_id_and_nothing_more(aws_world: World, aws: AwsClients) -> None:
    aws_world.lanes.send(LANE, "01JD")
    url = SqsQueues(aws.sqs(), PREFIX, ACCOUNT).url(LANE)
    message = aws.sqs().receive_message(QueueUrl=url)["Messages"][0]
    assert json.loads(message["Body"]) == {"task_id": "01JD"}
    aws_world.lanes.hide(WakeUp("01JD", LANE, message["ReceiptHandle"]), seconds=0)
    assert aws_world.lanes.depth(LANE).waiting == 1


def test_ten_messages_are_one_call_and_addresses_cost_none(aws_world: World, aws: AwsClients) -> None:
    with recorded_calls(aws) as calls:
        aws_world.lanes.send_many(LANE, {f"id-{number}": 0 for number in range(25)})
    assert calls == ["SendMessageBatch"] * 3


def test_after_a_request_that_failed_as_a_whole_no_other_is_tried(aws: AwsClients) -> None:
    lanes = SqsLanes(SqsQueues(aws.sqs(), "contenthub-nowhere", ACCOUNT))
    with recorded_calls(aws) as calls:
        unsent = lanes.send_many(LANE, {f"id-{number}": 0 for number in range(1000)})
    assert (len(unsent), calls) == (1000, ["SendMessageBatch"])


def test_queue_addresses_are_those_sqs_gives(aws: AwsClients) -> None:
    queues = SqsQueues(aws.sqs(), PREFIX, ACCOUNT)
    for address, name in ((queues.url(LANE), LANE), (queues.dead_letter_url(LANE), f"{LANE}-dlq")):
        assert address == aws.sqs().get_queue_url(QueueName=f"{PREFIX}-{name}")["QueueUrl"]


def test_a_queue_that_refuses_connections_is_given_up_within_two_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{listening.getsockname()[1]}")
    lanes = SqsLanes(SqsQueues(AwsClients().sqs(), PREFIX, ACCOUNT))
    began = time.monotonic()
    with pytest.raises(SendFailedError):
        lanes.send(LANE, "01JD")
    assert time.monotonic() - began < 2.5
