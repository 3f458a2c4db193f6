"""The event log: in order, each event once, never with a gap."""

from datetime import timedelta

from chalicelib.domain.lifecycle import cancelled, claimed, progressed
from chalicelib.domain.task import Event, Progress, Task
from tests.contract.example_tasks import LEASE, example_task
from tests.contract.worlds import World
from tests.fakes.clock import NOON


def a_life(steps: int = 3) -> list[tuple[Task, Event]]:
    rows = [example_task()]
    rows.append(claimed(rows[0], now=NOON, lease_expires_at=NOON + LEASE))
    for done in range(steps):
        rows.append(progressed(rows[-1], Progress(done, steps, "写作"), NOON + timedelta(seconds=done)))
    rows.append(cancelled(rows[-1], NOON + timedelta(seconds=steps), "enough"))
    return [(row, row.last_event) for row in rows if row.last_event]


def events_of(life: list[tuple[Task, Event]]) -> list[Event]:
    return [event for _, event in life]


def test_events_are_read_back_in_order(world: World) -> None:
    life = a_life()
    world.events.append(life)
    assert list(world.events.list(life[0][0].task_id, after=0, limit=100)) == events_of(life)


def test_events_are_read_from_where_the_reader_was(world: World) -> None:
    life = a_life()
    world.events.append(life)
    assert list(world.events.list(life[0][0].task_id, after=2, limit=2)) == events_of(life)[2:4]
    assert list(world.events.list(life[0][0].task_id, after=6, limit=2)) == []


def test_writing_an_event_again_changes_nothing(world: World) -> None:
    life = a_life()
    world.events.append([*life, *life])
    world.events.append(life[:2])
    assert list(world.events.list(life[0][0].task_id, after=0, limit=100)) == events_of(life)


def test_reading_stops_before_an_event_that_is_on_its_way(world: World) -> None:
    life = a_life()
    task_id = life[0][0].task_id
    world.events.append([*life[:2], *life[3:]])
    assert list(world.events.list(task_id, after=0, limit=100)) == events_of(life)[:2]
    assert list(world.events.list(task_id, after=2, limit=100)) == []
    world.events.append(life[2:3])
    assert list(world.events.list(task_id, after=2, limit=100)) == events_of(life)[2:]


def test_tasks_do_not_see_each_others_events(world: World) -> None:
    one, other = a_life(), a_life(1)
    world.events.append(one + other)
    assert list(world.events.list(other[0][0].task_id, after=0, limit=100)) == events_of(other)


def test_many_events_at_once_are_all_written(world: World) -> None:
    life = a_life(steps=60)
    world.events.append(life)
    assert list(world.events.list(life[0][0].task_id, after=0, limit=500)) == events_of(life)


def test_an_unknown_task_has_no_events(world: World) -> None:
    assert list(world.events.list("01JDZZZZZZZZZZZZZZZZZZZZZZ", after=0, limit=10)) == []


def test_appending_nothing_is_fine(world: World) -> None:
    world.events.append([])
