"""One package of the real app for all tests of this folder, and the linter for CloudFormation templates."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from infrastructure.build_lock import exclusive
from infrastructure.chalice_command import copy_sources
from infrastructure.chalice_config import adapted, architecture_for, read_config
from infrastructure.naming import Stage
from infrastructure.package import Package, build_package

PROJECT = Path(__file__).resolve().parents[2]
REGION = "us-east-1"

Template = dict[str, Any]
Lint = Callable[..., str]


def build(project: Path, stage: Stage, *, runs_here: bool, output: Path, **variables: str) -> Package:
    config = read_config(project)
    architecture = architecture_for(config, stage, runs_here=runs_here)
    config = adapted(config, stage, environment=variables, architecture=architecture)
    return build_package(project, config, stage, region=REGION, output=output)


def build_once(project: Path, stage: Stage, *, runs_here: bool, **variables: str) -> Package:
    """In the project's build folder: kept between runs, and made by one of several test processes."""
    output = PROJECT / "build" / "tests" / stage
    with exclusive(output):
        return build(project, stage, runs_here=runs_here, output=output, **variables)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it is now: what is saved while the tests run does not count."""
    folder = tmp_path_factory.mktemp("project")
    copy_sources(PROJECT, folder)
    (folder / ".chalice").mkdir()
    shutil.copy(PROJECT / ".chalice" / "config.json", folder / ".chalice")
    return folder


@pytest.fixture(scope="session")
def package(project: Path) -> Package:
    """For this machine, so that its handlers can be imported."""
    return build_once(project, "local", runs_here=True)


@pytest.fixture(scope="session")
def app_template(package: Package) -> Template:
    template: Template = json.loads(package.template.read_text())
    return template


@pytest.fixture(scope="session")
def production_package(project: Path) -> Package:
    """For Lambda itself, with the wheels of its processor."""
    return build_once(project, "prod", runs_here=False)


@pytest.fixture
def lint(tmp_path: Path) -> Lint:
    """What cfn-lint says about templates; warnings and remarks count."""

    def findings(**templates: Template) -> str:
        files = []
        for name, template in templates.items():
            path = tmp_path / f"{name}.json"
            path.write_text(json.dumps(template, indent=1))
            files.append(str(path))
        command = [str(Path(sys.executable).with_name("cfn-lint")), "--regions", REGION, "--include-checks", "I"]
        return subprocess.run([*command, "--", *files], capture_output=True, text=True, check=False).stdout

    return findings
