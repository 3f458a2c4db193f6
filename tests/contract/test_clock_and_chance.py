"""The system's clock and chance keep the promises that their stand-ins keep."""

from datetime import UTC, timedelta

import pytest

from chalicelib.adapters.system_chance import SystemChance
from chalicelib.adapters.system_clock import SystemClock
from chalicelib.adapters.ulid import is_ulid
from chalicelib.domain.ports.platform import Chance, Clock
from tests.fakes.chance import SeededChance
from tests.fakes.clock import NOON, ManualClock


@pytest.fixture(params=[SystemClock, ManualClock])
def clock(request: pytest.FixtureRequest) -> Clock:
    found: Clock = request.param()
    return found


@pytest.fixture(params=[SystemChance, SeededChance])
def chance(request: pytest.FixtureRequest) -> Chance:
    found: Chance = request.param()
    return found


def test_now_is_in_utc_and_in_whole_milliseconds_as_the_stores_keep_it(clock: Clock) -> None:
    assert clock.now().tzinfo is UTC
    assert clock.now().microsecond % 1000 == 0


def test_time_does_not_go_back(clock: Clock) -> None:
    now, monotonic = clock.now(), clock.monotonic()
    clock.sleep(0.002)
    assert clock.now() > now
    assert clock.monotonic() >= monotonic + 0.002


def test_ids_are_ulids_that_differ(chance: Chance) -> None:
    ids = {chance.task_id(NOON) for _ in range(1000)}
    assert len(ids) == 1000
    assert all(is_ulid(task_id) for task_id in ids)


def test_ids_sort_by_time(chance: Chance) -> None:
    ids = [chance.task_id(NOON + timedelta(milliseconds=n)) for n in range(100)]
    assert ids == sorted(ids)


def test_an_id_begins_with_its_moment(chance: Chance) -> None:
    """The example of the ULID specification."""
    moment = NOON.fromtimestamp(1469918176.385, UTC)
    assert chance.task_id(moment).startswith("01ARYZ6S41")


def test_fractions_lie_between_0_and_1_and_spread(chance: Chance) -> None:
    fractions = [chance.fraction() for _ in range(1000)]
    assert all(0 <= fraction < 1 for fraction in fractions)
    assert 0.4 < sum(fractions) / len(fractions) < 0.6
