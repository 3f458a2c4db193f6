"""The content-creator command, called for real."""

import json
import os
import shlex
import stat
import sys
import time
from pathlib import Path

import pytest

from chalicelib.adapters.subprocess_creator_command import SubprocessCreatorCommand
from chalicelib.domain.errors import (
    ProviderNotConfiguredError,
    ProviderRejectedError,
    ProviderUnavailableError,
    TaskFailedError,
)

BRIEF = {"topic": "芙蓉洞", "keywords": [], "reference_text": "", "length": "short"}


def script(folder: Path, body: str, name: str = "creator") -> str:
    """A command line that runs `body` as Python."""
    path = folder / name
    path.write_text(f"import json, os, subprocess, sys, time\n{body}\n", encoding="utf-8")
    return f"{shlex.quote(sys.executable)} {shlex.quote(str(path))}"


def failure_of(command: SubprocessCreatorCommand) -> TaskFailedError:
    with pytest.raises(TaskFailedError) as caught:
        command.create(BRIEF)
    return caught.value


def test_the_brief_goes_in_and_the_article_comes_out(tmp_path: Path) -> None:
    line = script(tmp_path, "brief = json.load(sys.stdin); print(json.dumps({'article': {'title': brief['topic']}}))")

    assert SubprocessCreatorCommand(line).create(BRIEF) == {"article": {"title": "芙蓉洞"}}


def test_the_command_line_may_have_arguments(tmp_path: Path) -> None:
    line = script(tmp_path, "print(json.dumps({'arguments': sys.argv[1:]}))") + ' --model "large v2"'

    assert SubprocessCreatorCommand(line).create(BRIEF) == {"arguments": ["--model", "large v2"]}


def test_a_command_that_does_not_read_its_input_may_still_answer(tmp_path: Path) -> None:
    line = script(tmp_path, 'print(\'{"title": "x"}\')')

    assert SubprocessCreatorCommand(line).create({**BRIEF, "reference_text": "长" * 200_000}) == {"title": "x"}


@pytest.mark.parametrize("line", ["", "   ", "/does/not/exist --really", "'unclosed"])
def test_a_missing_command_is_a_matter_of_configuration(line: str) -> None:
    assert isinstance(failure_of(SubprocessCreatorCommand(line)), ProviderNotConfiguredError)


def test_a_file_that_is_not_executable_is_a_matter_of_configuration(tmp_path: Path) -> None:
    path = tmp_path / "creator.sh"
    path.write_text("#!/bin/sh\necho '{}'\n", encoding="utf-8")
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)

    failure = failure_of(SubprocessCreatorCommand(shlex.quote(str(path))))

    assert isinstance(failure, ProviderNotConfiguredError)
    assert not failure.retryable


def test_a_failing_command_is_final_and_its_complaint_is_for_the_operator(tmp_path: Path) -> None:
    line = script(tmp_path, "print('disk /srv/models is full', file=sys.stderr); sys.exit(3)")

    failure = failure_of(SubprocessCreatorCommand(line))

    assert isinstance(failure, ProviderRejectedError)
    assert "status 3" in failure.message
    assert "/srv/models" not in failure.message
    assert failure.operator_detail == "disk /srv/models is full"


def test_only_the_end_of_a_long_complaint_is_kept(tmp_path: Path) -> None:
    line = script(tmp_path, "sys.stderr.write('x' * 1_000_000 + 'the reason'); sys.exit(1)")

    failure = failure_of(SubprocessCreatorCommand(line))

    assert failure.operator_detail.endswith("the reason")
    assert len(failure.operator_detail) <= 4000


def test_a_busy_command_is_worth_another_attempt(tmp_path: Path) -> None:
    failure = failure_of(SubprocessCreatorCommand(script(tmp_path, "sys.exit(75)")))

    assert isinstance(failure, ProviderUnavailableError)


@pytest.mark.parametrize("output", ["not json", "[1, 2]", "", '"text"', '{"cut": '])
def test_an_answer_that_is_no_json_object_is_final(tmp_path: Path, output: str) -> None:
    failure = failure_of(SubprocessCreatorCommand(script(tmp_path, f"sys.stdout.write({output!r})")))

    assert isinstance(failure, ProviderRejectedError)


def test_an_answer_without_end_is_refused(tmp_path: Path) -> None:
    line = script(tmp_path, "sys.stdout.write('x' * (5 * 1024 * 1024))")

    assert "too much" in failure_of(SubprocessCreatorCommand(line)).message


def test_a_command_over_its_time_is_killed_with_its_children(tmp_path: Path) -> None:
    child_file = tmp_path / "child"
    body = f"""
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open({str(child_file)!r}, "w").write(str(child.pid))
time.sleep(60)
"""
    failure = failure_of(SubprocessCreatorCommand(script(tmp_path, body), timeout_seconds=1.5))

    assert isinstance(failure, ProviderUnavailableError)
    assert "1.5 s" in failure.message
    assert _ends(int(child_file.read_text(encoding="utf-8")))


def test_a_child_left_behind_by_a_finished_command_is_killed(tmp_path: Path) -> None:
    body = """
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print(json.dumps({"child": child.pid}))
"""
    answer = SubprocessCreatorCommand(script(tmp_path, body), timeout_seconds=20).create(BRIEF)

    assert _ends(answer["child"])


def test_a_healthy_command_tells_its_version(tmp_path: Path) -> None:
    line = script(tmp_path, "assert sys.argv[1:] == ['--version']; print('creator 4.2')")

    health = SubprocessCreatorCommand(line).probe()

    assert (health.healthy, health.detail) == (True, "creator 4.2")


@pytest.mark.parametrize("body", ["sys.exit(2)", "time.sleep(60)"])
def test_a_broken_command_is_unhealthy(tmp_path: Path, body: str) -> None:
    assert not SubprocessCreatorCommand(script(tmp_path, body), timeout_seconds=0.5).probe().healthy


def test_a_missing_command_is_unhealthy() -> None:
    assert not SubprocessCreatorCommand("").probe().healthy


def test_the_brief_is_utf8_json(tmp_path: Path) -> None:
    body = "raw = sys.stdin.buffer.read(); json.dump({'seen': json.loads(raw.decode('utf-8'))}, sys.stdout)"

    assert SubprocessCreatorCommand(script(tmp_path, body)).create(BRIEF) == {"seen": json.loads(json.dumps(BRIEF))}


def _ends(pid: int) -> bool:
    """Whether the process is gone, or a zombie nobody has collected yet, within a deadline."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return True
        if state == "Z":
            return True
    return False
