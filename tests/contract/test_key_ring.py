"""API keys: who they belong to, how long they last, how long an answer is remembered."""

from datetime import timedelta

import pytest

from chalicelib.adapters import dynamodb_key_ring
from chalicelib.adapters.aws_clients import AwsClients
from chalicelib.domain.principal import Principal, Role
from tests.contract.aws import PREFIX, recorded_calls
from tests.contract.worlds import World
from tests.fakes.clock import NOON

KEY = "chk_" + "a" * 43


def test_a_key_is_its_holders(world: World) -> None:
    world.add_key(KEY, "ada", Role.PREMIUM, None)
    assert world.key_ring.principal(KEY) == Principal("ada", Role.PREMIUM)


def test_an_unknown_key_is_nobodys(world: World) -> None:
    assert world.key_ring.principal(KEY) is None


def test_a_key_ends_at_its_time_even_if_it_was_just_used(world: World) -> None:
    world.add_key(KEY, "ada", Role.NORMAL, NOON + timedelta(seconds=2))
    assert world.key_ring.principal(KEY) is not None
    world.clock.advance(1.999)
    assert world.key_ring.principal(KEY) is not None
    world.clock.advance(0.001)
    assert world.key_ring.principal(KEY) is None


def test_a_new_key_is_known_within_five_seconds(world: World) -> None:
    assert world.key_ring.principal(KEY) is None
    world.add_key(KEY, "ada", Role.NORMAL, None)
    world.clock.advance(5)
    assert world.key_ring.principal(KEY) == Principal("ada", Role.NORMAL)


def test_two_keys_of_one_holder_are_valid_at_once(world: World) -> None:
    world.add_key(KEY, "ada", Role.NORMAL, None)
    world.add_key(KEY + "2", "ada", Role.NORMAL, None)
    assert world.key_ring.principal(KEY) == world.key_ring.principal(KEY + "2")


def test_a_revoked_key_is_refused_within_five_seconds(aws_world: World, aws: AwsClients) -> None:
    aws_world.add_key(KEY, "ada", Role.NORMAL, None)
    assert aws_world.key_ring.principal(KEY) is not None
    hashed = {"key_hash": {"S": dynamodb_key_ring.key_hash(KEY)}}
    aws.dynamodb().delete_item(TableName=f"{PREFIX}-api-keys", Key=hashed)
    aws_world.clock.advance(5)
    assert aws_world.key_ring.principal(KEY) is None


def test_answers_are_remembered_for_five_seconds_also_that_a_key_is_unknown(aws_world: World, aws: AwsClients) -> None:
    aws_world.add_key(KEY, "ada", Role.NORMAL, None)
    with recorded_calls(aws) as calls:
        for _ in range(3):
            aws_world.key_ring.principal(KEY)
            aws_world.key_ring.principal("chk_unknown")
            aws_world.clock.advance(1)
        assert calls == ["GetItem", "GetItem"]
        aws_world.clock.advance(2)
        aws_world.key_ring.principal(KEY)
        assert len(calls) == 3


def test_a_flood_of_unknown_keys_does_not_fill_the_memory(aws_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dynamodb_key_ring, "MOST_REMEMBERED", 3)
    aws_world.add_key(KEY, "ada", Role.NORMAL, None)
    for number in range(10):
        aws_world.key_ring.principal(f"chk_{number}")
        assert len(vars(aws_world.key_ring)["_answers"]) <= 3
    assert aws_world.key_ring.principal(KEY) is not None


def test_only_the_hash_of_a_key_is_stored() -> None:
    assert KEY not in dynamodb_key_ring.key_hash(KEY)
    assert len(dynamodb_key_ring.key_hash(KEY)) == 64
