"""Listing tasks: newest first, narrowed, page by page; and what is due."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from chalicelib.adapters import dynamodb_task_lists
from chalicelib.domain.errors import InvalidCursorError
from chalicelib.domain.lifecycle import cancelled, succeeded
from chalicelib.domain.ports.tasks import TaskFilter
from chalicelib.domain.task import Status, Task
from tests.contract.example_tasks import claim_now, example_task, stored_task
from tests.contract.worlds import World
from tests.fakes.clock import NOON

SECOND = timedelta(seconds=1)
EVERYBODY = TaskFilter()
ADAS = TaskFilter(owner_id="ada")


def store_some(world: World, count: int, *, start: int = 0, **changes: Any) -> list[Task]:
    """One a second; newest first, as lists are."""
    moments = [NOON + (start + number) * SECOND for number in range(count)]
    return [stored_task(world.tasks, at, **changes) for at in moments][::-1]


def listed(world: World, narrowed: TaskFilter, *, limit: int = 50) -> list[Task]:
    return [task for page in pages(world, narrowed, limit=limit) for task in page]


def pages(world: World, narrowed: TaskFilter, *, limit: int) -> Iterator[tuple[Task, ...]]:
    cursor = None
    while True:
        page = world.tasks.list(narrowed, limit=limit, cursor=cursor)
        assert len(page.items) <= limit
        yield page.items
        cursor = page.next_cursor
        if cursor is None:
            return


def finish(world: World, task: Task) -> Task:
    taken = claim_now(world.tasks, task, world.clock)
    ended = succeeded(taken, {}, now=world.clock.now(), result_bytes=2, result_ref=None)
    world.tasks.save(taken, ended)
    return ended


@pytest.mark.parametrize("narrowed", [EVERYBODY, ADAS])
def test_nothing_stored_is_an_empty_page(world: World, narrowed: TaskFilter) -> None:
    page = world.tasks.list(narrowed, limit=10)
    assert (page.items, page.next_cursor) == ((), None)


@pytest.mark.parametrize("narrowed", [EVERYBODY, ADAS])
@pytest.mark.parametrize("limit", [1, 3, 5, 6, 7, 12, 50])
def test_pages_together_are_all_tasks_newest_first_each_once(world: World, narrowed: TaskFilter, limit: int) -> None:
    tasks = store_some(world, 12)
    assert listed(world, narrowed, limit=limit) == tasks


@pytest.mark.parametrize("narrowed", [EVERYBODY, ADAS])
def test_a_full_last_page_has_no_cursor(world: World, narrowed: TaskFilter) -> None:
    store_some(world, 4)
    assert world.tasks.list(narrowed, limit=4).next_cursor is None


def test_new_tasks_between_two_pages_change_nothing_about_the_second(world: World) -> None:
    tasks = store_some(world, 6)
    first = world.tasks.list(EVERYBODY, limit=3)
    store_some(world, 3, start=100)
    assert list(world.tasks.list(EVERYBODY, limit=3, cursor=first.next_cursor).items) == tasks[3:]


def test_an_owners_list_has_only_their_own(world: World) -> None:
    store_some(world, 3, owner_id="bob")
    mine = store_some(world, 2, start=10)
    assert listed(world, ADAS) == mine


@pytest.mark.parametrize("owner_id", [None, "ada"])
@pytest.mark.parametrize("limit", [1, 2, 50])
def test_a_list_can_be_narrowed_to_a_status(world: World, owner_id: str | None, limit: int) -> None:
    tasks = store_some(world, 6)
    running = claim_now(world.tasks, tasks[1], world.clock)
    done = finish(world, tasks[3])
    by_status = {Status.RUNNING: [running], Status.SUCCEEDED: [done], Status.FAILED: []}
    by_status[Status.QUEUED] = [tasks[0], tasks[2], tasks[4], tasks[5]]
    for status, expected in by_status.items():
        assert listed(world, TaskFilter(owner_id=owner_id, status=status), limit=limit) == expected


@pytest.mark.parametrize("owner_id", [None, "ada"])
@pytest.mark.parametrize("limit", [1, 50])
def test_a_list_can_be_narrowed_to_a_priority_and_a_type(world: World, owner_id: str | None, limit: int) -> None:
    store_some(world, 4)
    urgent = store_some(world, 3, start=10, priority=9)
    other = store_some(world, 2, start=20, priority=9, task_type="cleaning")
    assert listed(world, TaskFilter(owner_id=owner_id, priority=9), limit=limit) == other + urgent
    assert listed(world, TaskFilter(owner_id=owner_id, task_type="cleaning"), limit=limit) == other
    both = TaskFilter(owner_id=owner_id, priority=9, task_type="content_generation")
    assert listed(world, both, limit=limit) == urgent


@pytest.mark.parametrize("owner_id", [None, "ada"])
def test_a_list_can_be_narrowed_to_a_time(world: World, owner_id: str | None) -> None:
    tasks = store_some(world, 10)
    time = TaskFilter(owner_id=owner_id, created_after=NOON + 3 * SECOND, created_before=NOON + 7 * SECOND)
    assert listed(world, time, limit=3) == tasks[3:7]


@pytest.mark.parametrize(
    ("after", "before"),
    [(NOON + SECOND, NOON + SECOND), (NOON + 9 * SECOND, NOON), (NOON + timedelta(days=1), None)],
)
def test_a_time_with_nothing_in_it_is_an_empty_page(world: World, after: datetime, before: datetime | None) -> None:
    store_some(world, 4)
    assert listed(world, TaskFilter(created_after=after, created_before=before)) == []


def test_times_far_away_are_no_trouble(world: World) -> None:
    tasks = store_some(world, 2)
    century = timedelta(days=36525)
    assert listed(world, TaskFilter(created_after=NOON - century, created_before=NOON + century)) == tasks


def test_a_cursor_older_than_the_wanted_time_is_an_empty_page(world: World) -> None:
    tasks = store_some(world, 4)
    page = world.tasks.list(TaskFilter(created_after=NOON + 2 * SECOND), limit=5, cursor=tasks[-1].task_id)
    assert (page.items, page.next_cursor) == ((), None)


def test_children_are_listed_by_parent(world: World) -> None:
    parent = store_some(world, 1)[0]
    children = store_some(world, 3, start=10, parent_id=parent.task_id)
    store_some(world, 2, start=20)
    done = finish(world, children[0])
    assert listed(world, TaskFilter(parent_id=parent.task_id), limit=2) == [done, *children[1:]]
    assert listed(world, TaskFilter(parent_id=parent.task_id, status=Status.SUCCEEDED)) == [done]
    assert listed(world, TaskFilter(parent_id=parent.task_id, owner_id="bob")) == []


@pytest.mark.parametrize("narrowed", [EVERYBODY, ADAS])
@pytest.mark.parametrize("status", [None, Status.QUEUED, Status.SUCCEEDED])
def test_units_are_listed_by_their_parent_only(world: World, narrowed: TaskFilter, status: Status | None) -> None:
    (parent,) = store_some(world, 1)
    units = store_some(world, 3, start=10, parent_id=parent.task_id, unit="speak/1")
    ended = finish(world, units[0])
    assert listed(world, replace(narrowed, status=Status.QUEUED)) == [world.tasks.get(parent.task_id)]
    assert ended not in listed(world, replace(narrowed, status=status))
    assert listed(world, replace(narrowed, parent_id=parent.task_id)) == [ended, *units[1:]]


def test_a_units_owner_is_kept(world: World) -> None:
    unit = stored_task(world.tasks, parent_id="p", unit="speak/1")
    assert world.tasks.get(unit.task_id) == unit


def test_tasks_past_their_retention_are_left_out(world: World) -> None:
    tasks = store_some(world, 3)
    ended = finish(world, tasks[1])
    assert ended.expires_at is not None
    world.clock.jump_to(ended.expires_at - timedelta(milliseconds=1))
    assert listed(world, EVERYBODY) == [tasks[0], ended, tasks[2]]
    world.clock.jump_to(ended.expires_at)
    assert listed(world, EVERYBODY) == [tasks[0], tasks[2]]


def test_a_deleted_task_is_left_out(world: World) -> None:
    tasks = store_some(world, 3)
    world.tasks.delete(tasks[1])
    assert listed(world, ADAS, limit=2) == [tasks[0], tasks[2]]


@pytest.mark.parametrize("cursor", ["", "abc", "01jd" * 7, "Z" * 26, "01JDAAAAAAAAAAAAAAAAAAAAA!", "0" * 27])
def test_a_cursor_that_is_none_is_refused(world: World, cursor: str) -> None:
    with pytest.raises(InvalidCursorError):
        world.tasks.list(EVERYBODY, limit=5, cursor=cursor)


def test_a_page_looks_at_no_more_than_it_may(aws_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dynamodb_task_lists, "MOST_KEYS_LOOKED_AT", 8)
    store_some(aws_world, 20)
    rare = store_some(aws_world, 1, start=-10, priority=9)
    found = list(pages(aws_world, TaskFilter(priority=9), limit=5))
    assert found == [(), (), tuple(rare)]


def test_due_tasks_come_the_longest_overdue_first(world: World) -> None:
    for seconds, lane in ((5, "generation-low"), (3, "generation-normal"), (1, "generation-normal")):
        stored_task(world.tasks, NOON + seconds * SECOND, lane=lane, wake_at=NOON + seconds * SECOND)
    late = store_some(world, 2, start=20, wake_at=NOON - SECOND)
    due = world.tasks.due("generation-normal", now=NOON + SECOND, limit=10)
    assert set(due[:2]) == {task.task_id for task in late}
    assert len(due) == 3
    assert len(world.tasks.due("generation-normal", now=NOON + SECOND, limit=2)) == 2


def test_nothing_is_due_before_its_time(world: World) -> None:
    task = stored_task(world.tasks, wake_at=NOON)
    assert world.tasks.due(task.lane, now=NOON - timedelta(milliseconds=1), limit=10) == []
    assert world.tasks.due(task.lane, now=NOON, limit=10) == [task.task_id]


def test_a_finished_task_is_never_due(world: World) -> None:
    task = stored_task(world.tasks)
    world.tasks.save(task, cancelled(task, NOON))
    assert world.tasks.due(task.lane, now=NOON + timedelta(days=400), limit=10) == []


def test_a_claimed_task_is_due_when_its_lease_ends(world: World) -> None:
    taken = claim_now(world.tasks, stored_task(world.tasks), world.clock)
    assert taken.lease_expires_at is not None
    assert world.tasks.due(taken.lane, now=taken.lease_expires_at - SECOND, limit=10) == []
    assert world.tasks.due(taken.lane, now=taken.lease_expires_at, limit=10) == [taken.task_id]


def test_an_id_tells_when_its_task_was_made() -> None:
    assert example_task(NOON).task_id[:10] == example_task(NOON).task_id[:10] < example_task(NOON + SECOND).task_id[:10]
