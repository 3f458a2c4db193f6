"""Who watches what: found by one query, bounded, and forgotten with the connection."""

from datetime import timedelta

import pytest

from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.domain.errors import TooManySubscriptionsError
from chalicelib.domain.ports.live import Connection, GoneError, Socket, Subscription
from chalicelib.domain.principal import Principal, Role
from tests.contract.aws import PREFIX, recorded_calls
from tests.contract.worlds import World
from tests.fakes.clock import NOON

ANN, BEN = Principal("ann", Role.NORMAL), Principal("ben", Role.ADMIN)
LATER = NOON + timedelta(hours=3)
MOST = 3


def socket(name: str) -> Socket:
    return Socket(name, "https://a.execute-api/dev")


def connection(name: str, principal: Principal = ANN) -> Connection:
    return Connection(socket(name), principal, LATER)


def watch(task_id: str, name: str = "c1", owner_id: str = "ann") -> Subscription:
    return Subscription(task_id, owner_id, socket(name), LATER)


def watched(world: World, owner_id: str = "ann") -> set[tuple[str, str]]:
    found = world.subscriptions.watching(owner_id, now=NOON)
    return {(each.task_id, each.socket.connection_id) for each in found}


def test_a_connection_is_found_by_its_id_and_by_its_user(world: World) -> None:
    for each in (connection("c1"), connection("c2"), connection("c3", BEN)):
        world.subscriptions.open(each)
    assert world.subscriptions.connection("c3", now=NOON) == connection("c3", BEN)
    assert world.subscriptions.connection("c4", now=NOON) is None
    found = world.subscriptions.connections_of("ann", now=NOON)
    assert sorted(found, key=lambda each: each.socket.connection_id) == [connection("c1"), connection("c2")]


def test_subscriptions_are_found_by_the_owner_of_the_task_whoever_watches(world: World) -> None:
    world.subscriptions.open(connection("c1"))
    world.subscriptions.open(connection("c2", BEN))
    world.subscriptions.add(watch("t1"), most=MOST)
    world.subscriptions.add(watch("t1", "c2"), most=MOST)
    world.subscriptions.add(watch("t2", "c2", owner_id="ben"), most=MOST)
    assert watched(world) == {("t1", "c1"), ("t1", "c2")}
    assert world.subscriptions.watching("ben", now=NOON) == [watch("t2", "c2", owner_id="ben")]
    assert watched(world, "nobody") == set()


def test_watching_twice_is_watching_once_and_counts_once(world: World) -> None:
    world.subscriptions.open(connection("c1"))
    for task_id in ("t1", "t2", "t3", "t3"):
        world.subscriptions.add(watch(task_id), most=MOST)
    assert watched(world) == {("t1", "c1"), ("t2", "c1"), ("t3", "c1")}


def test_a_connection_watches_no_more_than_it_may_until_it_gives_one_up(world: World) -> None:
    world.subscriptions.open(connection("c1"))
    for task_id in ("t1", "t2", "t3"):
        world.subscriptions.add(watch(task_id), most=MOST)
    with pytest.raises(TooManySubscriptionsError):
        world.subscriptions.add(watch("t4"), most=MOST)
    assert ("t4", "c1") not in watched(world)
    world.subscriptions.remove("c1", "t1")
    world.subscriptions.add(watch("t4"), most=MOST)
    assert watched(world) == {("t2", "c1"), ("t3", "c1"), ("t4", "c1")}


def test_giving_up_what_is_not_watched_is_fine(world: World) -> None:
    world.subscriptions.remove("c1", "t1")
    world.subscriptions.open(connection("c1"))
    world.subscriptions.remove("c1", "t1")
    assert watched(world) == set()


def test_nothing_is_watched_without_a_connection(world: World) -> None:
    with pytest.raises(GoneError):
        world.subscriptions.add(watch("t1"), most=MOST)
    assert watched(world) == set()


def test_a_connection_is_forgotten_with_all_it_watches_and_nothing_else(world: World) -> None:
    for name in ("c1", "c2"):
        world.subscriptions.open(connection(name))
        world.subscriptions.add(watch("t1", name), most=MOST)
        world.subscriptions.add(watch("t2", name, owner_id="ben"), most=MOST)
    world.subscriptions.drop("c1")
    world.subscriptions.drop("c1")
    assert world.subscriptions.connection("c1", now=NOON) is None
    assert [each.socket.connection_id for each in world.subscriptions.connections_of("ann", now=NOON)] == ["c2"]
    assert watched(world) | watched(world, "ben") == {("t1", "c2"), ("t2", "c2")}


def test_what_has_expired_is_not_there_even_before_it_is_removed(world: World) -> None:
    world.subscriptions.open(connection("c1"))
    world.subscriptions.add(watch("t1"), most=MOST)
    assert world.subscriptions.connection("c1", now=LATER) is None
    assert list(world.subscriptions.connections_of("ann", now=LATER)) == []
    assert list(world.subscriptions.watching("ann", now=LATER)) == []


def test_a_stray_subscription_of_a_forgotten_connection_goes_when_it_is_found(
    aws_world: World, aws: AwsClients
) -> None:
    """As when a connection closes between the two writes of a subscription."""
    aws_world.subscriptions.open(connection("c1"))
    aws_world.subscriptions.add(watch("t1"), most=MOST)
    aws.dynamodb().delete_item(
        TableName=f"{PREFIX}-subscriptions",
        Key={"group_id": {"S": "connection#c1"}, "member_id": {"S": "itself"}},
    )
    aws_world.subscriptions.drop("c1", found=aws_world.subscriptions.watching("ann", now=NOON))
    assert watched(aws_world) == set()


def test_fifty_subscriptions_go_with_their_connection(aws_world: World) -> None:
    aws_world.subscriptions.open(connection("c1"))
    for number in range(50):
        aws_world.subscriptions.add(watch(f"t{number}"), most=50)
    aws_world.subscriptions.drop("c1")
    assert watched(aws_world) == set()


def test_finding_subscribers_costs_one_query(aws_world: World, aws: AwsClients) -> None:
    aws_world.subscriptions.open(connection("c1"))
    for number in range(40):
        aws_world.subscriptions.add(watch(f"t{number}"), most=50)
    with recorded_calls(aws) as calls:
        assert len(aws_world.subscriptions.watching("ann", now=NOON)) == 40
    assert calls == ["Query"]
