"""A task type is added by following docs/adding-a-task-type.md to the letter, then deployed and run."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from infrastructure.api_keys import KeyHolder, create_api_key
from infrastructure.local.child_environment import aws_client_environment
from infrastructure.local.settings import PROJECT
from tests.e2e.conftest import Command
from tests.e2e.local_cloud import Platform

STAGE = "dev"
"""Beside the stage that all other tests use."""
SHIPPED = ("app.py", "requirements.txt", ".chalice/config.json", "chalicelib", "infrastructure")
NOT_COPIED = shutil.ignore_patterns("__pycache__", "build", ".git", ".venv*")
GUIDE = (PROJECT / "docs" / "adding-a-task-type.md").read_text(encoding="utf-8")


def test_a_task_type_added_as_the_guide_says_runs_after_a_deployment(
    platform: Platform, command_line: Command, tmp_path: Path
) -> None:
    if platform.cloud is None:
        pytest.skip("deploys a second stage, which a foreign emulator need not have room for")
    project = _copy_of_project(tmp_path / "project")
    name = _add_task_type(project)

    outputs = _deploy(platform, project)
    there = Platform(outputs["api_url"], platform.endpoint, outputs)
    key = create_api_key(there.table("api-keys"), KeyHolder("newcomer", "normal"))
    done = command_line("--json", "--url", there.base_url, *_documented_command(), CONTENTHUB_API_KEY=key)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["result"] == {"words": 3}
    refused = command_line("--json", "--url", there.base_url, "task", "submit", name, CONTENTHUB_API_KEY=key)
    assert json.loads(refused.stderr)["code"] == "validation_failed"
    with there.client(None) as client:
        assert name in [task_type["name"] for task_type in client.get("/info").json()["task_types"]]
        assert "WordCountRequest" in client.get("/openapi.json").text


def _copy_of_project(target: Path) -> Path:
    for path in SHIPPED:
        source, copy = PROJECT / path, target / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, copy, ignore=NOT_COPIED)
        else:
            shutil.copyfile(source, copy)
    return target


def _add_task_type(project: Path) -> str:
    """Write the files as the guide shows them; the new type's name."""
    folder = re.search(r"^(chalicelib/task_types/(\w+))/$", GUIDE, re.MULTILINE)
    first_line = re.search(r'__init__\.py +(""".*""")$', GUIDE, re.MULTILINE)
    files = dict(re.findall(r"\*\*(\w+\.py)\*\*.*?```python\n(.*?)```", GUIDE, re.DOTALL))
    assert folder
    assert first_line
    assert set(files) == {"definition.py", "schema.py", "submission.py", "handler.py"}
    (project / folder[1]).mkdir()
    for name, text in {**files, "__init__.py": f"{first_line[1]}\n"}.items():
        (project / folder[1] / name).write_text(text, encoding="utf-8")
    return folder[2]


def _documented_command() -> list[str]:
    command = re.search(r"^contenthub (task submit .*)$", GUIDE, re.MULTILINE)
    assert command
    return shlex.split(command[1])


def _deploy(platform: Platform, project: Path) -> dict[str, str]:
    assert platform.cloud
    outputs_file = project / "outputs.json"
    command = [sys.executable, "-m", "infrastructure.deploy", "--stage", STAGE, "--endpoint", platform.endpoint]
    done = subprocess.run(
        [*command, "--outputs", str(outputs_file)],
        cwd=project,
        env=aws_client_environment(platform.cloud.settings),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    outputs: dict[str, str] = json.loads(outputs_file.read_text())
    return outputs
