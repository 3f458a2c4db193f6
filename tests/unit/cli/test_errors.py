"""Every error has its exit code, a sentence for a person, and problem JSON for a machine."""

import json
import socket

import pytest

from tests.unit.cli.conftest import CommandLine
from tests.unit.cli.fake_api import Answer, FakeApi
from tests.unit.cli.samples import TASK_ID, task

TASK = f"/v1/tasks/{TASK_ID}"
STATUS = ("task", "status", TASK_ID)


@pytest.mark.parametrize(
    ("status", "exit_code"),
    [(400, 6), (401, 4), (403, 4), (404, 5), (409, 7), (410, 5), (413, 6), (422, 6), (429, 3), (500, 1), (503, 3)],
)  # fmt: skip
def test_a_problem_has_an_exit_code(api: FakeApi, contenthub: CommandLine, status: int, exit_code: int) -> None:
    api.refuses("GET", TASK, status, "some_code", detail="Because.")

    person, machine = contenthub(*STATUS), contenthub(*STATUS, "--json")

    assert (person.exit_code, machine.exit_code) == (exit_code, exit_code)
    assert f"Refused by {status}: Because (some_code, HTTP {status})" in person.stderr
    assert json.loads(machine.stderr)["code"] == "some_code"
    assert person.stdout == machine.stdout == ""


def test_a_missing_key_is_explained(api: FakeApi, contenthub: CommandLine) -> None:
    api.refuses("GET", TASK, 401, "missing_credentials")

    assert "contenthub auth token" in contenthub(*STATUS).stderr


def test_field_errors_are_listed(api: FakeApi, contenthub: CommandLine) -> None:
    faults = [{"pointer": "/topic", "code": "too_short", "detail": "must not be empty"}]
    api.refuses("POST", "/v1/content", 422, "validation_failed", errors=faults, detail="/topic: must not be empty")

    run = contenthub("content", "generate", "-a", "49", "-t", "", "--async")

    assert run.exit_code == 6
    assert "  /topic: must not be empty" in run.stderr
    assert run.stderr.count("must not be empty") == 1


def test_nothing_listening_is_not_reachable(contenthub: CommandLine) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        contenthub.environ["CONTENTHUB_URL"] = f"http://127.0.0.1:{unused.getsockname()[1]}"

    person, machine = contenthub("health"), contenthub("health", "--json")

    assert (person.exit_code, machine.exit_code) == (3, 3)
    assert "make up" in person.stderr
    assert json.loads(machine.stderr)["code"] == "not_reachable"


@pytest.mark.parametrize("answer", [Answer(200, b"<html>hello</html>"), Answer(302, b"", {"Location": "/x"})])
def test_another_server_is_recognised(api: FakeApi, contenthub: CommandLine, answer: Answer) -> None:
    api.answers("GET", TASK, answer)

    run = contenthub(*STATUS)

    assert run.exit_code == 1
    assert "not as ContentHub does" in run.stderr


@pytest.mark.parametrize(
    ("line", "english", "chinese"),
    [
        ("tsk", "There is no command 'tsk'. Did you mean 'task'?", "没有命令“tsk”。是否想用 'task'？"),
        ("nonsense", "There is no command 'nonsense'.", "没有命令“nonsense”。"),
        ("task list --stat", "There is no option --stat. Did you mean --status?", "没有选项 --stat。"),
        ("task list --wrong", "There is no option --wrong.", "没有选项 --wrong。"),
        ("task status", "'TASK_ID' is missing.", "缺少 'TASK_ID'。"),
        ("task list -p 11", "Expected: 1–10", "应为：1–10"),
        ("task list --status gone", "Expected: queued, running,", "应为：queued, running,"),
        ("task list --priority", "--priority needs a value.", "--priority 需要一个值。"),
        ("task list --all=yes", "--all takes no value.", "--all 不带值。"),
        ("task status a b", "Too many arguments: b", "多余的参数：b"),
        ("content generate -t x", "'--account' / '-a' is missing.", "缺少 '--account' / '-a'。"),
        ("content generate -a 1 -t x --run-at soon", "'soon' is not a time.", "“soon”不是时间。"),
        ("content generate -a 1 -t x --async --watch", "exclude each other", "不能同时使用"),
        ("content edit X", "Nothing to change", "没有要修改的内容"),
        ("content feedback X -c good", "needs a --rating", "--rating"),
        ("task submit echo -r {", "--request is not valid JSON", "--request 不是有效的 JSON"),
        ("task submit echo -r []", "must be a JSON object", "必须是 JSON 对象"),
        ("task submit echo -r @missing.json", "There is no file missing.json", "没有文件 missing.json"),
        ("task batch missing.jsonl", "There is no file missing.jsonl", "没有文件 missing.jsonl"),
        ("task batch -", "- holds no tasks", "- 中没有任务"),
        ("task watch X --max-wait soon", "is not a duration", "不是时长"),
        ("--url ftp://x health", "is not the address of a server", "不是服务器地址"),
    ],
)
def test_wrong_usage_is_explained_in_both_languages_before_anything_is_sent(
    api: FakeApi, contenthub: CommandLine, line: str, english: str, chinese: str
) -> None:
    runs = contenthub(*line.split()), contenthub("--lang", "zh", *line.split())

    assert [run.exit_code for run in runs] == [2, 2]
    assert english in runs[0].stderr
    assert chinese in runs[1].stderr
    assert api.requests == []
    machine = contenthub("--json", *line.split())
    assert json.loads(machine.stderr)["title"]
    assert machine.stdout == ""


def test_a_group_without_a_command_shows_its_help(contenthub: CommandLine) -> None:
    run = contenthub("task")

    assert run.exit_code == 2
    assert "Usage: contenthub task" in run.stdout


def test_what_nobody_foresaw_is_one_line_not_a_stack_trace(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", TASK, {"task_id": TASK_ID})
    api.gives("GET", f"{TASK}/events", {"nothing": "of what was promised"})

    run = contenthub("task", "watch", TASK_ID)

    assert run.exit_code == 1
    assert "Something unexpected happened: KeyError" in run.stderr
    assert "Traceback" not in run.output


def test_degraded_health_is_shown_and_is_exit_code_1(api: FakeApi, contenthub: CommandLine) -> None:
    checks = {"store": {"status": "error", "detail": "no answer", "milliseconds": 3}}
    api.answers("GET", "/health", Answer(503, {"status": "degraded", "checks": checks}))

    run = contenthub("health", "--deep")

    assert run.exit_code == 1
    assert "no answer" in run.stdout
    assert len(api.requests) == 1
    assert api.requests[0].query == {"deep": "true"}


def test_success_is_exit_code_0(api: FakeApi, contenthub: CommandLine) -> None:
    api.gives("GET", TASK, task("failed"))

    assert contenthub(*STATUS).exit_code == 0
