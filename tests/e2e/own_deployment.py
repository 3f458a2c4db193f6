"""A second deployment beside the one that all other tests use, from a copy of the project that a test may change."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from infrastructure.local.child_environment import aws_client_environment
from infrastructure.local.settings import PROJECT
from tests.e2e.local_cloud import Platform

SHIPPED = ("app.py", "requirements.txt", ".chalice/config.json", "chalicelib", "infrastructure")
NOT_COPIED = shutil.ignore_patterns("__pycache__", "build", ".git", ".venv*")


def copy_of_project(target: Path) -> Path:
    for path in SHIPPED:
        source, copy = PROJECT / path, target / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, copy, ignore=NOT_COPIED)
        else:
            shutil.copyfile(source, copy)
    return target


def deployed(platform: Platform, project: Path, *, stage: str = "dev", **variables: str) -> Platform:
    """The copy on the emulator of the tests, with these variables of its functions."""
    if platform.cloud is None:
        pytest.skip("deploys a second stage, which a foreign emulator need not have room for")
    outputs_file = project / "outputs.json"
    command = [sys.executable, "-m", "infrastructure.deploy", "--stage", stage, "--endpoint", platform.endpoint]
    for name, value in variables.items():
        command += ["--set", f"{name}={value}"]
    done = subprocess.run(
        [*command, "--outputs", str(outputs_file)],
        cwd=project,
        env=aws_client_environment(platform.cloud.settings),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    outputs = json.loads(outputs_file.read_text())
    return Platform(outputs["api_url"], platform.endpoint, outputs, platform.cloud)
