"""The command line as a person and as a script use it, against the deployed platform."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from contenthub.exit_codes import ExitCode
from tests.e2e.conftest import Command
from tests.e2e.local_cloud import Platform
from tests.e2e.tasks import REFERENCE_TEXT, Json, in_days

JsonCommand = Callable[..., Json]


@pytest.fixture
def answer_of(command_line: Command) -> JsonCommand:
    """The JSON that a command prints."""

    def run(*arguments: str) -> Json:
        done = command_line("--json", *arguments)
        assert done.returncode == ExitCode.OK, done.stderr
        document: Json = json.loads(done.stdout)
        return document

    return run


@pytest.fixture
def source(tmp_path: Path) -> str:
    path = tmp_path / "lighthouse.txt"
    path.write_text(REFERENCE_TEXT, encoding="utf-8")
    return str(path)


def test_generate_waits_and_prints_the_article(command_line: Command, source: str) -> None:
    done = command_line("content", "generate", "-a", "50", "-t", "The lighthouse of Vell", "--source", source)

    assert done.returncode == ExitCode.OK, done.stderr
    assert done.stdout.startswith("# ")
    assert "lighthouse" in done.stdout


def test_generate_speaks_chinese_when_asked_to(command_line: Command, source: str) -> None:
    done = command_line("--lang", "zh", "content", "generate", "-a", "50", "-t", "Vell", "--source", source)

    assert done.returncode == ExitCode.OK
    assert "任务" in done.stderr


def test_a_task_of_generate_async_is_watched_to_its_end_and_listed(
    command_line: Command, answer_of: JsonCommand, source: str
) -> None:
    submitted = command_line("content", "generate", "-a", "49", "-t", "Vell", "--source", source, "--async")
    task_id = submitted.stdout.strip()

    watched = command_line("--json", "task", "watch", task_id)
    lines = [json.loads(line) for line in watched.stdout.splitlines()]
    assert watched.returncode == ExitCode.OK
    assert [line["event"]["seq"] for line in lines[:-1]] == list(range(1, len(lines)))
    assert lines[-1]["task"]["status"] == "succeeded"

    assert answer_of("task", "status", task_id)["status"] == "succeeded"
    assert task_id in [task["task_id"] for task in answer_of("task", "list", "--status", "succeeded")["items"]]
    assert answer_of("task", "events", task_id)["finished"]
    content_id = answer_of("task", "result", task_id)["result"]["content_id"]
    assert answer_of("content", "show", content_id)["task_id"] == task_id
    assert content_id in [content["content_id"] for content in answer_of("content", "list", "-a", "49")["items"]]


def test_a_task_is_cancelled_and_run_again(command_line: Command, answer_of: JsonCommand) -> None:
    later = ("--async", "--run-at", in_days(1))
    task_id = answer_of("content", "generate", "-a", "50", "-t", "Later", *later)["task_id"]

    assert answer_of("task", "cancel", task_id)["status"] == "cancelled"
    assert command_line("task", "watch", task_id).returncode == ExitCode.TASK_UNSUCCESSFUL
    assert command_line("task", "retry", task_id, "--wait").returncode == ExitCode.OK
    assert command_line("task", "retry", task_id).returncode == ExitCode.CONFLICT


def test_a_pool_entry_is_published_once(command_line: Command, answer_of: JsonCommand) -> None:
    result = answer_of("content", "generate", "-a", "50", "-t", "To be published")
    entry_id = (result.get("result") or result)["pool_entry_id"]

    assert answer_of("pool", "show", entry_id)["state"] == "pending"
    assert answer_of("pool", "publish", entry_id)["state"] == "published"
    assert command_line("pool", "withdraw", entry_id).returncode == ExitCode.CONFLICT


def test_a_dry_run_of_cleanup_counts_and_deletes_nothing(command_line: Command, platform: Platform) -> None:
    own = {"CONTENTHUB_API_KEY": platform.new_key(user_id="tidy", role="normal")}
    assert command_line("content", "generate", "-a", "50", "-t", "Kept", **own).returncode == ExitCode.OK

    def cleanup(*options: str) -> Json:
        done = command_line("--json", "task", "cleanup", "--days", "0", *options, **own)
        answer: Json = json.loads(done.stdout)
        return answer

    dry, real = cleanup("--dry-run"), cleanup("--yes")
    assert (dry["dry_run"], dry["matched"], dry["deleted"]) == (True, 1, 0)
    assert (real["dry_run"], real["matched"], real["deleted"]) == (False, 1, 1)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("task", "status", "01ARZ3NDEKTSV4RRFFQ69G5FAV"), ExitCode.NOT_FOUND),
        (("content", "generate", "-a", "no-such-account", "-t", "x"), ExitCode.REFUSED),
        (("content", "generate", "-a", "50", "-t", "x", "--priority", "11"), ExitCode.USAGE),
        (("content", "generate", "-a", "50"), ExitCode.USAGE),
        (("task", "submit", "unheard_of"), ExitCode.REFUSED),
        (("--url", "http://127.0.0.1:9", "health"), ExitCode.NOT_REACHABLE),
        (("health", "--deep"), ExitCode.OK),
        (("info",), ExitCode.OK),
    ],
    ids=lambda value: value.name if isinstance(value, ExitCode) else " ".join(value),
)
def test_scripts_can_tell_outcomes_apart_by_the_exit_code(
    command_line: Command, arguments: tuple[str, ...], code: ExitCode
) -> None:
    done = command_line(*arguments)

    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


def test_a_key_that_is_not_valid_has_its_own_exit_code(command_line: Command) -> None:
    done = command_line("--json", "task", "list", CONTENTHUB_API_KEY="chk_" + "x" * 43)

    assert done.returncode == ExitCode.NOT_ALLOWED
    assert json.loads(done.stderr)["code"] == "invalid_api_key"
