"""Lists: filters, pages, cursors that belong to their list."""

import base64
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.domain.errors import InvalidCursorError
from chalicelib.entrypoints.http.cursors import Cursors
from tests.examples import examples
from tests.unit.api.conftest import World
from tests.unit.api.gateway import Gateway
from tests.unit.api.test_problems import assert_problem
from tests.unit.api.test_submitting import TASK

HERE = Cursors("/v1/tasks", {"status": "queued"}, "alice")


def submit(user: Gateway, count: int, priority: int = 5) -> list[str]:
    return [user.post("/v1/tasks", {**TASK, "priority": priority}).json["task_id"] for _ in range(count)]


def walk(user: Gateway, target: str, key: str) -> list[str]:
    found: list[str] = []
    cursor = ""
    while True:
        page = user.get(f"{target}{'&' if '?' in target else '?'}limit=3{cursor}").json
        found += [item[key] for item in page["items"]]
        if page["next_cursor"] is None:
            return found
        cursor = f"&cursor={page['next_cursor']}"


def test_pages_hold_every_task_once(alice: Gateway) -> None:
    ids = submit(alice, 10)
    assert sorted(walk(alice, "/v1/tasks", "task_id")) == sorted(ids)


def test_filters_narrow_the_list(world: World, alice: Gateway) -> None:
    urgent, calm = submit(alice, 4, priority=9), submit(alice, 3, priority=2)
    world.work_off("generation-high")
    assert sorted(walk(alice, "/v1/tasks?status=succeeded", "task_id")) == sorted(urgent)
    assert sorted(walk(alice, "/v1/tasks?priority=2&status=queued", "task_id")) == sorted(calm)
    assert walk(alice, "/v1/tasks?type=content_generation&created_after=2026-11-23T00:00:00Z", "task_id") == []
    assert walk(alice, "/v1/tasks?parent=01KQ6Z3V7N8W9X0Y1Z2A3B4C5D", "task_id") == []


def test_an_admin_sees_everybodys_and_may_ask_for_one_owner(alice: Gateway, bob: Gateway, admin: Gateway) -> None:
    hers, his = submit(alice, 2), submit(bob, 3)
    assert sorted(walk(admin, "/v1/tasks", "task_id")) == sorted(hers + his)
    assert sorted(walk(admin, "/v1/tasks?owner=bob", "task_id")) == sorted(his)
    assert sorted(walk(alice, "/v1/tasks?owner=bob", "task_id")) == sorted(hers)


@pytest.mark.parametrize(
    "other", ["/v1/tasks?priority=5", "/v1/contents", "/v1/publish-pool", "/v1/accounts", "/v1/tasks?status=queued"]
)
def test_a_cursor_is_good_for_its_own_list_only(alice: Gateway, other: str) -> None:
    submit(alice, 3)
    cursor = alice.get("/v1/tasks?limit=1").json["next_cursor"]
    mark = "&" if "?" in other else "?"
    assert_problem(alice.get(f"{other}{mark}cursor={cursor}"), 400, "invalid_cursor")


def test_another_page_size_may_go_on_with_the_cursor(alice: Gateway) -> None:
    submit(alice, 3)
    cursor = alice.get("/v1/tasks?limit=1").json["next_cursor"]
    assert len(alice.get(f"/v1/tasks?limit=50&cursor={cursor}").json["items"]) == 2


def test_a_cursor_is_good_for_its_caller_only(alice: Gateway, bob: Gateway) -> None:
    submit(alice, 3)
    cursor = alice.get("/v1/tasks?limit=1").json["next_cursor"]
    assert_problem(bob.get(f"/v1/tasks?cursor={cursor}"), 400, "invalid_cursor")


def test_the_last_page_has_no_cursor() -> None:
    assert HERE.encode(None) is None
    assert HERE.decode(None) is None


@given(st.text(min_size=1, max_size=80))
@settings(max_examples=examples(50), deadline=None)
def test_every_cursor_leads_back_to_where_it_came_from(inner: str) -> None:
    assert HERE.decode(HERE.encode(inner)) == inner


@given(st.text(max_size=80))
@settings(max_examples=examples(100), deadline=None)
def test_no_invented_text_is_a_cursor(text: str) -> None:
    with pytest.raises(InvalidCursorError):
        HERE.decode(text)


@given(st.data())
@settings(max_examples=examples(100), deadline=None)
def test_a_cursor_with_any_other_character_is_refused(data: st.DataObject) -> None:
    cursor = HERE.encode("01KQ6Z3V7N8W9X0Y1Z2A3B4C5D")
    assert cursor is not None
    place = data.draw(st.integers(0, len(cursor) - 1))
    other = data.draw(st.sampled_from("ABCxyz019-_=+/").filter(lambda character: character != cursor[place]))
    with pytest.raises(InvalidCursorError):
        HERE.decode(cursor[:place] + other + cursor[place + 1 :])


@pytest.mark.parametrize("inside", ["[]", "7", '{"c": 7, "f": "x"}', '{"f": "x"}', "null"])
def test_a_cursor_that_holds_something_else_is_refused(inside: str) -> None:
    json.loads(inside)
    with pytest.raises(InvalidCursorError):
        HERE.decode(base64.urlsafe_b64encode(inside.encode()).decode().rstrip("="))
