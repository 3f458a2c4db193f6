"""Records: created once, changed by whom has seen the latest version, listed by kind, owner and group."""

from dataclasses import replace
from datetime import timedelta

import pytest

from chalicelib.adapters import dynamodb_record_store
from chalicelib.domain.errors import ConflictError, InvalidCursorError, RecordExistsError
from chalicelib.domain.record import Record, RecordQuery
from tests.contract.example_tasks import example_record
from tests.contract.worlds import World
from tests.fakes.clock import NOON

CONTENTS = RecordQuery("content")


def store_some(world: World, count: int, *, start: int = 0, **changes: str | None) -> list[Record]:
    """Newest first, as lists are."""
    numbers = range(start, start + count)
    records = [example_record(f"c{n:03}", NOON + timedelta(seconds=n), **changes) for n in numbers]
    for record in records:
        world.records.create(record)
    return records[::-1]


def listed(world: World, query: RecordQuery) -> list[Record]:
    page = world.records.list(query)
    found = list(page.items)
    while page.next_cursor is not None:
        assert len(page.items) <= query.limit
        page = world.records.list(replace(query, cursor=page.next_cursor))
        found += page.items
    return found


def test_a_record_is_read_back_as_it_was(world: World) -> None:
    record = example_record()
    world.records.create(record)
    assert world.records.get("content", "c1") == record


def test_a_record_without_group_and_state_is_read_back_as_it_was(world: World) -> None:
    record = example_record(group=None, state=None)
    world.records.create(record)
    assert world.records.get("content", "c1") == record


def test_kinds_have_ids_of_their_own(world: World) -> None:
    world.records.create(example_record())
    assert world.records.get("account", "c1") is None


def test_a_deleted_record_is_gone_however_often_it_is_deleted(world: World) -> None:
    world.records.create(example_record())
    for _ in range(2):
        world.records.delete(example_record())
    assert world.records.get("content", "c1") is None
    assert world.records.list(CONTENTS).items == ()


def test_a_record_is_not_created_twice(world: World) -> None:
    world.records.create(example_record())
    with pytest.raises(RecordExistsError):
        world.records.create(example_record(state="ready"))
    assert world.records.get("content", "c1") == example_record()


def test_a_change_is_read_back_as_it_is(world: World) -> None:
    before = example_record()
    world.records.create(before)
    after = replace(before, state="ready", body={"title": "new"}, version=2, updated_at=NOON + timedelta(hours=1))
    world.records.update(before, after)
    assert world.records.get("content", "c1") == after


def test_of_two_changes_to_the_same_version_one_is_refused(world: World) -> None:
    before = example_record()
    world.records.create(before)
    world.records.update(before, replace(before, state="ready", version=2))
    with pytest.raises(ConflictError):
        world.records.update(before, replace(before, state="archived", version=2))
    found = world.records.get("content", "c1")
    assert found is not None
    assert found.state == "ready"


def test_what_does_not_exist_cannot_be_changed(world: World) -> None:
    with pytest.raises(ConflictError):
        world.records.update(example_record(), example_record(version=2))
    assert world.records.get("content", "c1") is None


@pytest.mark.parametrize("limit", [1, 3, 7, 50])
def test_pages_together_are_all_records_newest_first_each_once(world: World, limit: int) -> None:
    records = store_some(world, 7)
    world.records.create(example_record(kind="account"))
    assert listed(world, replace(CONTENTS, limit=limit)) == records


def test_a_full_last_page_has_no_cursor(world: World) -> None:
    store_some(world, 3)
    assert world.records.list(replace(CONTENTS, limit=3)).next_cursor is None


@pytest.mark.parametrize("limit", [1, 50])
def test_a_list_can_be_narrowed(world: World, limit: int) -> None:
    drafts = store_some(world, 3)
    ready = store_some(world, 2, start=10, state="ready")
    bobs = store_some(world, 2, start=20, owner_id="bob", group="50")
    both = store_some(world, 1, start=30, owner_id="bob")
    assert listed(world, RecordQuery("content", owner_id="bob", limit=limit)) == both + bobs
    assert listed(world, RecordQuery("content", group="49", limit=limit)) == both + ready + drafts
    assert listed(world, RecordQuery("content", group="49", owner_id="bob", limit=limit)) == both
    assert listed(world, RecordQuery("content", owner_id="ada", state="ready", limit=limit)) == ready
    assert listed(world, RecordQuery("content", state="draft", limit=limit)) == both + bobs + drafts
    assert listed(world, RecordQuery("content", state="archived", limit=limit)) == []


def test_a_change_shows_in_the_list(world: World) -> None:
    record = store_some(world, 1)[0]
    changed = replace(record, state="ready", group="50", version=2)
    world.records.update(record, changed)
    assert listed(world, RecordQuery("content", group="49")) == []
    assert listed(world, RecordQuery("content", group="50", state="ready")) == [changed]


def test_records_of_the_same_moment_are_all_listed(world: World) -> None:
    for number in range(5):
        world.records.create(example_record(f"c{number}"))
    assert [record.id for record in listed(world, replace(CONTENTS, limit=2))] == ["c4", "c3", "c2", "c1", "c0"]


@pytest.mark.parametrize("cursor", ["", "abc", "{}"])
def test_a_cursor_that_is_none_is_refused(world: World, cursor: str) -> None:
    with pytest.raises(InvalidCursorError):
        world.records.list(replace(CONTENTS, cursor=cursor))


def test_a_page_looks_at_no_more_than_it_may(aws_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dynamodb_record_store, "LEAST_LOOKED_AT", 2)
    monkeypatch.setattr(dynamodb_record_store, "MOST_READS_A_PAGE", 2)
    rare = store_some(aws_world, 1, state="ready")
    store_some(aws_world, 9, start=10)
    query = RecordQuery("content", state="ready", limit=1)
    assert aws_world.records.list(query).items == ()
    assert listed(aws_world, query) == rare
