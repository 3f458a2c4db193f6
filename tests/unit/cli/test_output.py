"""What is printed, compared with files: for a person, for a script, as JSON, in both languages."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.cli.conftest import CommandLine
from tests.unit.cli.fake_api import FakeApi
from tests.unit.cli.samples import (
    ARTICLE_EN,
    ARTICLE_ZH,
    CONTENT_ID,
    POOL_ENTRY_ID,
    SUBMITTED,
    TASK_ID,
    event,
    events,
    result,
    task,
)

Golden = Callable[[str, str], None]
TASK = f"/v1/tasks/{TASK_ID}"

TASKS = [
    task("running", progress={"done": 1, "total": 4, "step": "writing"}),
    task("failed", priority=9, created_at="2026-11-20T05:00:00.000Z", progress=None),
    task("timed_out", task_type="a_task_type_with_a_rather_long_name", priority=10),
]
INFO = {
    "name": "ContentHub",
    "version": "0.1.0",
    "stage": "local",
    "region": "us-east-1",
    "task_types": [
        {
            "name": "content_generation",
            "lanes": ["generation-high", "generation-normal", "generation-low"],
            "max_attempts": 3,
            "soft_deadline_seconds": 1500.0,
            "hard_deadline_seconds": 1800,
            "enabled": True,
            "mode": "queue",
        }
    ],
    "providers": [{"name": "offline", "stages": ["local"], "configured": True, "default": True}],
    "limits": {"max_body_bytes": 1048576, "batch_items": 1000},
}
HEALTH = {
    "status": "degraded",
    "stage": "local",
    "version": "0.1.0",
    "checks": {
        "store": {"status": "ok", "detail": None, "milliseconds": 12},
        "queues": {"status": "failed", "detail": "generation-low does not answer", "milliseconds": 3000},
    },
}
ACCOUNT = {
    "account_id": "49",
    "name": "科技前沿观察",
    "platform": "微信公众号",
    "audience": "关心新技术的读者",
    "tone": ["客观", "清晰"],
    "language": "zh",
    "active": True,
    "created_at": "2026-11-01T00:00:00.000Z",
    "updated_at": "2026-11-01T00:00:00.000Z",
}
POOL_ENTRY = {
    "pool_entry_id": POOL_ENTRY_ID,
    "content_id": CONTENT_ID,
    "account_id": "49",
    "title": "蒸汽轮机如何把热变成运动",
    "state": "scheduled",
    "publish_at": "2026-11-22T07:00:00.000Z",
    "created_at": "2026-11-22T04:59:30.000Z",
}
CONTENT = {
    "content_id": CONTENT_ID,
    "account_id": "50",
    "task_id": TASK_ID,
    "title": "An edited title",
    "state": "ready",
    "language": "en",
    "provider": "offline",
    "article": ARTICLE_EN,
    "pool_entry_id": POOL_ENTRY_ID,
    "created_at": "2026-11-22T04:58:00.000Z",
}
LANE = {
    "lane": "generation-normal",
    "paused": False,
    "waiting": 12345,
    "in_flight": 4,
    "dead_letters": 0,
    "max_concurrency": 8,
}
FLAG = {"task_type": "content_generation", "accepting": True, "paused": False, "mode": "direct"}
DEAD_LETTER = {
    "message_id": "m-1",
    "lane": "generation-low",
    "task_id": TASK_ID,
    "task_status": "failed",
    "reason": "worker ended without an answer",
    "receive_count": 5,
    "sent_at": "2026-11-21T23:00:00.000Z",
}
BATCH = {
    "accepted": 1,
    "rejected": 1,
    "dry_run": False,
    "items": [
        {"index": 0, "status": "accepted", "task": SUBMITTED, "error": None},
        {
            "index": 1,
            "status": "rejected",
            "task": None,
            "error": {"code": "unknown_task_type", "detail": "nope"},
        },
    ],
}

SHOWN: list[tuple[str, str, str, str, Any]] = [
    ("task_list", "task list", "GET", "/v1/tasks", {"items": TASKS, "next_cursor": None}),
    (
        "task_status",
        f"task status {TASK_ID}",
        "GET",
        TASK,
        task(
            "failed",
            error={"code": "provider_unavailable", "message": "no answer", "retryable": True},
            expires_at="2026-12-22T04:58:00.000Z",
        ),
    ),
    ("task_result", f"task result {TASK_ID}", "GET", f"{TASK}/result", result()),
    (
        "task_result_zh",
        f"task result {TASK_ID} --lang zh",
        "GET",
        f"{TASK}/result",
        result(ARTICLE_ZH),
    ),
    (
        "task_events",
        f"task events {TASK_ID}",
        "GET",
        f"{TASK}/events",
        events(event(1, "queued", progress=None, message="accepted"), event(2), event(3, "failed")),
    ),
    ("task_cancel", f"task cancel {TASK_ID}", "POST", f"{TASK}/cancel", task("cancelled")),
    ("task_cancel_ended", f"task cancel {TASK_ID}", "POST", f"{TASK}/cancel", task("succeeded")),
    ("content_async", "content generate -a 49 -t Steam --async", "POST", "/v1/content", SUBMITTED),
    ("content_show", f"content show {CONTENT_ID}", "GET", f"/v1/contents/{CONTENT_ID}", CONTENT),
    ("account_list", "account list", "GET", "/v1/accounts", {"items": [ACCOUNT], "next_cursor": None}),
    ("account_show", "account show 49", "GET", "/v1/accounts/49", ACCOUNT),
    ("pool_list", "pool list", "GET", "/v1/publish-pool", {"items": [POOL_ENTRY], "next_cursor": None}),
    ("lane_list", "lane list", "GET", "/v1/lanes", {"items": [LANE]}),
    ("flag_list", "flag list", "GET", "/v1/flags", {"items": [FLAG]}),
    ("dead_letter_list", "dead-letter list", "GET", "/v1/dead-letters", {"items": [DEAD_LETTER]}),
    ("health_deep", "health --deep", "GET", "/health", HEALTH),
    ("info", "info", "GET", "/info", INFO),
]


@pytest.mark.parametrize(("name", "line", "method", "path", "answer"), SHOWN, ids=lambda v: str(v)[:20])
def test_output_is_as_in_the_golden_files(
    api: FakeApi,
    contenthub: CommandLine,
    golden: Golden,
    name: str,
    line: str,
    method: str,
    path: str,
    answer: Any,
) -> None:
    api.gives(method, path, answer)
    arguments = line.split()

    person = contenthub("--no-color", *arguments, terminal=True)
    chinese = contenthub("--no-color", "--lang", "zh", *arguments, terminal=True)
    script = contenthub(*arguments)
    machine = contenthub(*arguments, "--json")

    golden(
        name,
        f"# person\n{person.output}\n# person, zh\n{chinese.output}"
        f"\n# script: standard output\n{script.stdout}\n# script: standard error\n{script.stderr}",
    )
    assert json.loads(machine.stdout) == answer
    assert machine.stderr == ""


def test_a_batch_shows_each_item(api: FakeApi, contenthub: CommandLine, golden: Golden) -> None:
    api.gives("POST", "/v1/tasks/batch", BATCH, status=202)
    line = '{"task_type": "echo", "request": {}}\n'

    run = contenthub("--no-color", "task", "batch", "-", terminal=True, stdin=line)

    golden("task_batch", run.output)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("command", ["", "content generate", "task list", "task status", "auth token"])
def test_help_is_as_in_the_golden_files(contenthub: CommandLine, golden: Golden, language: str, command: str) -> None:
    run = contenthub("--lang", language, *command.split(), "--help", width=90)

    assert run.exit_code == 0
    golden(f"help_{command.replace(' ', '_') or 'root'}_{language}", run.stdout)


def test_colours_are_for_terminals_only(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", "/v1/tasks", {"items": TASKS, "next_cursor": None})

    assert "\x1b[" in contenthub("task", "list", terminal=True).stdout
    assert "\x1b[" not in contenthub("task", "list").stdout
    assert "\x1b[" not in contenthub("task", "list", "--no-color", terminal=True).stdout
    contenthub.environ["NO_COLOR"] = "1"
    assert "\x1b[" not in contenthub("task", "list", terminal=True).stdout


def test_a_title_cannot_send_commands_to_the_terminal(api: FakeApi, contenthub: CommandLine) -> None:
    article = {**ARTICLE_EN, "title": "bad \x1b]0;owned\x07 title", "tags": ["a\x9bb"]}
    api.gives("GET", f"{TASK}/result", result(article))

    for terminal in (True, False):
        run = contenthub("task", "result", TASK_ID, "--no-color", terminal=terminal)

        assert not set(run.stdout) & {"\x1b", "\x07", "\x9b"}


@pytest.mark.parametrize("position", ["before", "after"])
def test_json_may_stand_before_or_after_the_command(api: FakeApi, contenthub: CommandLine, position: str) -> None:
    api.gives("GET", "/v1/lanes", {"items": [LANE]})
    line = ["--json", "lane", "list"] if position == "before" else ["lane", "list", "--json"]

    assert json.loads(contenthub(*line).stdout) == {"items": [LANE]}


def test_other_global_options_may_stand_behind_the_command_too(api: FakeApi, contenthub: CommandLine) -> None:
    del contenthub.environ["CONTENTHUB_URL"]
    api.gives("GET", "/v1/lanes", {"items": []})

    run = contenthub("lane", "list", "--url", api.url, "--timeout", "5", "--lang", "zh", "--no-color")

    assert run.exit_code == 0
    assert api.requests[0].headers["Accept-Language"] == "zh"


def test_a_large_result_is_fetched_from_where_it_lies(api: FakeApi, contenthub: CommandLine) -> None:
    stored = {**result(), "result": None, "download_url": f"{api.url}/bucket/r?X-Amz-Signature=s"}
    api.gives("GET", f"{TASK}/result", stored)
    api.gives("GET", "/bucket/r", result()["result"])

    run = contenthub("task", "result", TASK_ID)

    assert run.stdout.startswith("# How steam turbines")
    assert "Authorization" not in api.asked("GET", "/bucket/r")[0].headers


def test_a_result_of_another_task_type_is_printed_as_json(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", f"{TASK}/result", {**result(), "result": {"echo": "你好"}})

    assert json.loads(contenthub("task", "result", TASK_ID).stdout) == {"echo": "你好"}
