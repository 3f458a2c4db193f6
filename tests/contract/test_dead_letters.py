"""Dead letters: looked at, released, deleted."""

from collections.abc import Sequence
from datetime import UTC

import pytest

from chalicelib.domain.ports.platform import DeadLetter
from tests.contract.worlds import World, wake_up_body

LANE = "generation-normal"


def fill(world: World, count: int, lane: str = LANE) -> set[str]:
    task_ids = {f"id-{lane}-{number}" for number in range(count)}
    for task_id in task_ids:
        world.add_dead_letter(lane, wake_up_body(task_id))
    return task_ids


def ids_of(letters: Sequence[DeadLetter]) -> set[str | None]:
    return {letter.task_id for letter in letters}


def test_an_empty_queue_has_no_letters(world: World) -> None:
    assert list(world.dead_letters.receive(LANE, limit=10)) == []


def test_a_letter_says_what_it_was(world: World) -> None:
    fill(world, 1)
    letter = world.dead_letters.receive(LANE, limit=10)[0]
    assert (letter.lane, letter.task_id, letter.body) == (LANE, f"id-{LANE}-0", wake_up_body(f"id-{LANE}-0"))
    assert letter.receive_count >= 1
    assert letter.sent_at is not None
    assert letter.sent_at.tzinfo is UTC


@pytest.mark.parametrize("body", ["not json", "[]", '"text"', "{}", '{"task_id": 7}'])
def test_a_letter_that_is_no_wake_up_is_shown_without_a_task(world: World, body: str) -> None:
    world.add_dead_letter(LANE, body)
    letter = world.dead_letters.receive(LANE, limit=10)[0]
    assert letter.task_id is None
    assert letter.body == body


def test_more_than_ten_letters_are_received(world: World) -> None:
    task_ids = fill(world, 23)
    assert ids_of(world.dead_letters.receive(LANE, limit=100)) == task_ids


def test_no_more_letters_come_than_asked_for(world: World) -> None:
    fill(world, 15)
    assert len(world.dead_letters.receive(LANE, limit=12)) == 12


def test_lanes_keep_their_letters_apart(world: World) -> None:
    fill(world, 2)
    others = fill(world, 1, "generation-high")
    assert ids_of(world.dead_letters.receive("generation-high", limit=10)) == others


def test_received_letters_are_hidden_until_released(world: World) -> None:
    task_ids = fill(world, 12)
    letters = world.dead_letters.receive(LANE, limit=20)
    assert list(world.dead_letters.receive(LANE, limit=20)) == []
    world.dead_letters.release(letters)
    assert ids_of(world.dead_letters.receive(LANE, limit=20)) == task_ids


def test_deleted_letters_are_gone_the_others_stay(world: World) -> None:
    fill(world, 12)
    fill(world, 1, "generation-high")
    letters = [*world.dead_letters.receive(LANE, limit=20), *world.dead_letters.receive("generation-high", limit=1)]
    world.dead_letters.delete(letters[1:])
    world.dead_letters.release(letters[:1])
    assert [letter.message_id for letter in world.dead_letters.receive(LANE, limit=20)] == [letters[0].message_id]
    assert world.lanes.depth("generation-high").dead_letters == 0


def test_deleting_and_releasing_none_is_fine(world: World) -> None:
    world.dead_letters.delete([])
    world.dead_letters.release([])
