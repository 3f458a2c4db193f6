"""A task type is added by following docs/adding-a-task-type.md to the letter, then deployed and run."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

from infrastructure.api_keys import KeyHolder, create_api_key
from infrastructure.local.settings import PROJECT
from tests.e2e.conftest import Command
from tests.e2e.local_cloud import Platform
from tests.e2e.own_deployment import copy_of_project, deployed

GUIDE = (PROJECT / "docs" / "adding-a-task-type.md").read_text(encoding="utf-8")


def test_a_task_type_added_as_the_guide_says_runs_after_a_deployment(
    platform: Platform, command_line: Command, tmp_path: Path
) -> None:
    project = copy_of_project(tmp_path / "project")
    name = _add_task_type(project)

    there = deployed(platform, project)
    key = create_api_key(there.table("api-keys"), KeyHolder("newcomer", "normal"))
    done = command_line("--json", "--url", there.base_url, *_documented_command(), CONTENTHUB_API_KEY=key)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["result"] == {"words": 3}
    refused = command_line("--json", "--url", there.base_url, "task", "submit", name, CONTENTHUB_API_KEY=key)
    assert json.loads(refused.stderr)["code"] == "validation_failed"
    with there.client(None) as client:
        assert name in [task_type["name"] for task_type in client.get("/info").json()["task_types"]]
        assert "WordCountRequest" in client.get("/openapi.json").text


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
