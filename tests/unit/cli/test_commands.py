"""Each command sends the request that the API documents."""

from typing import Any

import pytest

from tests.unit.cli.conftest import KEY, CommandLine
from tests.unit.cli.fake_api import FakeApi
from tests.unit.cli.samples import CONTENT_ID, POOL_ENTRY_ID, SUBMITTED, TASK_ID, task

TASK = f"/v1/tasks/{TASK_ID}"
ENTRY = f"/v1/publish-pool/{POOL_ENTRY_ID}"
ACCOUNT: dict[str, Any] = {"account_id": "49", "name": "科技前沿观察", "platform": "公众号", "language": "zh"}

COMMANDS: list[tuple[str, str, str, Any]] = [
    (
        ("content generate -a 49 -t Oxygen -k gas -k air --length short --language zh --tone calm "
        "--provider offline --priority 8 --run-at +10m --start-by +2h --cancel-after +1d --async"),
        "POST",
        "/v1/content",
        {
            "account_id": "49",
            "topic": "Oxygen",
            "keywords": ["gas", "air"],
            "tone": ["calm"],
            "length": "short",
            "language": "zh",
            "provider": "offline",
            "priority": 8,
            "run_at": "2026-11-22T05:10:00.000Z",
            "start_by": "2026-11-22T07:00:00.000Z",
            "cancel_after": "2026-11-23T05:00:00.000Z",
        },
    ),
    ("content generate -a 49 -t Oxygen --async", "POST", "/v1/content", {"account_id": "49", "topic": "Oxygen"}),
    (f"content edit {CONTENT_ID} --title New --state ready", "PATCH", f"/v1/contents/{CONTENT_ID}",
     {"title": "New", "state": "ready"}),
    (f"content feedback {CONTENT_ID} -r 5 -c good", "POST", f"/v1/contents/{CONTENT_ID}/feedback",
     {"rating": 5, "comment": "good"}),
    ('task submit echo --request {"a":1} -p 1', "POST", "/v1/tasks",
     {"task_type": "echo", "request": {"a": 1}, "priority": 1}),
    (f"task cancel {TASK_ID}", "POST", f"{TASK}/cancel", None),
    (f"task retry {TASK_ID}", "POST", f"{TASK}/retry", None),
    ("task cleanup --days 7 --status failed --status expired --yes", "POST", "/v1/tasks/cleanup",
     {"older_than_days": 7, "dry_run": False, "statuses": ["failed", "expired"]}),
    ("account create --id 49 --name A --platform blog --language en --tone calm --tone warm --inactive",
     "POST", "/v1/accounts",
     {"account_id": "49", "name": "A", "platform": "blog", "language": "en", "tone": ["calm", "warm"],
      "active": False}),
    ("account update 49 --audience readers --active", "PATCH", "/v1/accounts/49",
     {"audience": "readers", "active": True}),
    (f"pool schedule {POOL_ENTRY_ID} --at 2026-12-01T08:00:00+08:00", "POST", f"{ENTRY}/schedule",
     {"publish_at": "2026-12-01T00:00:00.000Z"}),
    (f"pool publish {POOL_ENTRY_ID}", "POST", f"{ENTRY}/publish", None),
    (f"pool withdraw {POOL_ENTRY_ID}", "POST", f"{ENTRY}/withdraw", None),
    ("lane set generation-low --pause --max-concurrency 2", "PATCH", "/v1/lanes/generation-low",
     {"paused": True, "max_concurrency": 2}),
    ("flag set content_generation --refuse --resume", "PUT", "/v1/flags/content_generation",
     {"accepting": False, "paused": False}),
    ("flag set content_generation --mode direct", "PUT", "/v1/flags/content_generation", {"mode": "direct"}),
    (f"dead-letter redrive generation-low --task {TASK_ID} --limit 5 --rate 2.5 --reason fixed", "POST",
     "/v1/dead-letters/redrive",
     {"lane": "generation-low", "task_ids": [TASK_ID], "limit": 5, "rate_per_second": 2.5, "reason": "fixed"}),
    ("dead-letter purge generation-low --reason old --yes", "POST", "/v1/dead-letters/purge",
     {"lane": "generation-low", "reason": "old", "dry_run": False}),
]  # fmt: skip

QUERIES: list[tuple[str, str, dict[str, str]]] = [
    ("task list", "/v1/tasks", {"limit": "50"}),
    (
        ("task list --status failed --type echo --owner u1 --since 2h --until 2026-11-22T04:00Z -p 9 "
        f"--parent {TASK_ID} -n 10 --cursor abc"),
        "/v1/tasks",
        {
            "status": "failed",
            "type": "echo",
            "owner": "u1",
            "created_after": "2026-11-22T03:00:00.000Z",
            "created_before": "2026-11-22T04:00:00.000Z",
            "priority": "9",
            "parent": TASK_ID,
            "limit": "10",
            "cursor": "abc",
        },
    ),
    (
        "content list -a 49 --state ready",
        "/v1/contents",
        {"account_id": "49", "state": "ready", "limit": "50"},
    ),
    ("pool list -a 49 --state pending", "/v1/publish-pool",
     {"account_id": "49", "state": "pending", "limit": "50"}),
    ("account list --active", "/v1/accounts", {"active": "true", "limit": "50"}),
    ("dead-letter list --lane generation-high", "/v1/dead-letters", {"lane": "generation-high", "limit": "50"}),
    ("lane list", "/v1/lanes", {}),
    ("flag list", "/v1/flags", {}),
    (f"content feedback {CONTENT_ID}", f"/v1/contents/{CONTENT_ID}/feedback", {"limit": "50"}),
    (f"task events {TASK_ID} --after 3 --wait 5", f"{TASK}/events", {"after": "3", "wait": "5"}),
]  # fmt: skip

ANSWERS: dict[str, Any] = {
    "/v1/content": SUBMITTED,
    "/v1/tasks": SUBMITTED,
    f"{TASK}/cancel": task("cancelled"),
    f"{TASK}/retry": SUBMITTED,
    "/v1/tasks/cleanup": {"matched": 3, "deleted": 3, "dry_run": False, "more": False},
    "/v1/dead-letters/redrive": {"lane": "generation-low", "redriven": 1, "skipped": 0},
    "/v1/dead-letters/purge": {"lane": "generation-low", "purged": 2, "dry_run": False},
}


@pytest.mark.parametrize(("line", "method", "path", "body"), COMMANDS, ids=lambda value: str(value)[:40])
def test_a_command_sends_the_documented_body(
    api: FakeApi, contenthub: CommandLine, line: str, method: str, path: str, body: Any
) -> None:
    api.gives(method, path, ANSWERS.get(path, ACCOUNT))

    run = contenthub(*line.split(" "))

    assert run.exit_code == 0, run.output
    (request,) = api.requests
    assert (request.method, request.path, request.body) == (method, path, body)
    assert request.headers["Authorization"] == f"Bearer {KEY}"
    assert request.headers["Accept-Language"] == "en"


@pytest.mark.parametrize(("line", "path", "query"), QUERIES, ids=lambda value: str(value)[:40])
def test_a_listing_command_sends_its_filters(
    api: FakeApi, contenthub: CommandLine, line: str, path: str, query: dict[str, str]
) -> None:
    api.gives("GET", path, {"items": [], "next_cursor": None, "last_seq": 0, "finished": False})

    run = contenthub(*line.split())

    assert run.exit_code == 0, run.output
    assert run.stdout == ""
    assert [(r.path, r.query) for r in api.requests] == [(path, query)]


def test_the_language_of_the_locale_is_asked_for(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", "/v1/lanes", {"items": []})
    contenthub.environ["LANG"] = "zh_CN.UTF-8"

    run = contenthub("lane", "list")

    assert api.requests[0].headers["Accept-Language"] == "zh"
    assert "没有通道" in run.stderr


def test_a_list_goes_on_until_it_has_as_many_as_asked_for(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", "/v1/tasks", {"items": [], "next_cursor": "one"})
    api.gives("GET", "/v1/tasks", {"items": [task()], "next_cursor": "two"})
    api.gives("GET", "/v1/tasks", {"items": [task()], "next_cursor": "three"})

    run = contenthub("task", "list", "--limit", "2")

    assert [r.query.get("cursor") for r in api.requests] == [None, "one", "two"]
    assert [r.query["limit"] for r in api.requests] == ["2", "2", "1"]
    assert len(run.stdout.splitlines()) == 3
    assert "--cursor three" in run.stderr


def test_all_follows_every_cursor(api: FakeApi, contenthub: CommandLine) -> None:
    for cursor in ("one", "two", None):
        api.gives("GET", "/v1/contents", {"items": [{"content_id": cursor}], "next_cursor": cursor})

    run = contenthub("content", "list", "--all", "--limit", "1")

    assert len(api.requests) == 3
    assert len(run.stdout.splitlines()) == 4


def test_cleanup_asks_first_and_a_no_changes_nothing(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("POST", "/v1/tasks/cleanup", {"matched": 1200, "deleted": 0, "dry_run": True, "more": True})

    run = contenthub("task", "cleanup", terminal=True, stdin="n\n")

    assert "Delete 1,200 or more ended tasks older than 30 days?" in run.stderr
    assert run.exit_code == 130
    assert [r.body["dry_run"] for r in api.requests] == [True]


def test_cleanup_goes_on_while_there_is_more(api: FakeApi, contenthub: CommandLine) -> None:
    for more in (True, True, False):
        answer = {"matched": 500, "deleted": 500, "dry_run": False, "more": more}
        api.gives("POST", "/v1/tasks/cleanup", answer)

    run = contenthub("task", "cleanup", "--yes")

    assert len(api.requests) == 3
    assert run.stdout == "Tasks deleted: 1,500\n"


def test_cleanup_in_a_script_needs_yes(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("POST", "/v1/tasks/cleanup", {"matched": 5, "deleted": 0, "dry_run": True, "more": False})

    run = contenthub("task", "cleanup")

    assert run.exit_code == 2
    assert "--yes" in run.stderr
    assert all(r.body["dry_run"] for r in api.requests)


def test_purging_dead_letters_asks_with_their_number(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("POST", "/v1/dead-letters/purge", {"lane": "generation-low", "purged": 7, "dry_run": True})
    api.gives("POST", "/v1/dead-letters/purge", {"lane": "generation-low", "purged": 7, "dry_run": False})

    run = contenthub("dead-letter", "purge", "generation-low", "--reason", "old", terminal=True, stdin="y\n")

    assert "Throw away 7 dead letters of generation-low for good?" in run.stderr
    assert [r.body["dry_run"] for r in api.requests] == [True, False]
    assert run.exit_code == 0


def test_a_batch_may_be_json_lines_on_standard_input(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("POST", "/v1/tasks/batch", {"accepted": 2, "rejected": 0, "dry_run": True, "items": []})
    line = '{"task_type": "echo", "request": {}}\n'

    run = contenthub("task", "batch", "-", "--dry-run", stdin=line + "\n" + line)

    assert run.exit_code == 0
    assert len(api.requests[0].body["items"]) == 2
    assert api.requests[0].body["dry_run"] is True


def test_the_request_of_a_task_may_come_from_a_file(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("POST", "/v1/tasks", SUBMITTED)
    file = contenthub.folder / "request.json"
    file.write_text('{"topic": "氧"}', encoding="utf-8")

    contenthub("task", "submit", "echo", "--request", f"@{file}")

    assert api.requests[0].body["request"] == {"topic": "氧"}
