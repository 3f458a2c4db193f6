"""End-to-end tests run on a local cloud of their own, or on the endpoint given with `--endpoint`."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest

from contenthub.profiles import write_local_profile
from infrastructure.api_keys import KeyHolder, Role, create_api_key
from infrastructure.local.environments import PROJECT_ENVIRONMENT
from infrastructure.local.sample_data import load_sample_accounts
from infrastructure.local.steps import StepError, explain_failure
from tests.e2e.local_cloud import LEASE_SECONDS, ONLY_LOCAL, Platform, deploy_elsewhere, own_local_cloud
from tests.e2e.own_deployment import deployed
from tests.e2e.providers import Providers
from tests.e2e.relays import Relays, project_with_relays
from tests.e2e.tasks import Tasks

_HOME = pytest.StashKey[Path]()
_COMMAND_SECONDS = 120.0

MakeUser = Callable[..., httpx.Client]
Command = Callable[..., "subprocess.CompletedProcess[str]"]


def pytest_addoption(parser: pytest.Parser) -> None:
    options = parser.getgroup("end to end")
    options.addoption("--endpoint", default=os.environ.get("ENDPOINT"), help="an AWS emulator that runs already")
    options.addoption("--method", default="chalice", choices=("chalice", "package"), help="how to deploy to it")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    home = config.stash.get(_HOME, None)
    if home is not None and terminalreporter.stats.get("failed", []) + terminalreporter.stats.get("error", []):
        terminalreporter.write_line(f"Logs of the local cloud: {home / 'logs'}")


@pytest.fixture(scope="session")
def platform(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Platform]:
    """The deployed platform, once for all tests."""
    home = tmp_path_factory.mktemp("cloud")
    endpoint = request.config.getoption("--endpoint")
    if endpoint:
        yield deploy_elsewhere(endpoint, method=request.config.getoption("--method"), home=home)
        return
    request.config.stash[_HOME] = home
    try:
        with own_local_cloud(home) as deployed:
            yield deployed
    except StepError as failure:
        explain_failure(failure)
        pytest.exit(f"No local cloud to test on: {failure}", returncode=3)


@pytest.fixture(scope="session")
def admin_key(platform: Platform) -> str:
    """An administrator's API key; the sample accounts exist."""
    key = platform.new_key(user_id="e2e-admin", role="admin")
    load_sample_accounts(platform.base_url, key)
    return key


@pytest.fixture(scope="session")
def api(platform: Platform, admin_key: str) -> Iterator[httpx.Client]:
    """A client with the administrator's key."""
    with platform.client(admin_key) as client:
        yield client


@pytest.fixture
def make_user(platform: Platform) -> Iterator[MakeUser]:
    """Make a user with a key of their own: `make_user("normal")` gives their client."""
    clients: list[httpx.Client] = []

    def make(role: Role = "normal", user_id: str | None = None) -> httpx.Client:
        name = user_id or f"user-{os.urandom(6).hex()}"
        clients.append(platform.client(platform.new_key(user_id=name, role=role)))
        return clients[-1]

    yield make
    for client in clients:
        client.close()


@pytest.fixture
def tasks(make_user: MakeUser, admin_key: str) -> Tasks:  # noqa: ARG001 - the sample accounts exist
    """The tasks of a new user, who has none yet."""
    return Tasks(make_user())


@pytest.fixture
def providers(platform: Platform) -> Providers:
    """The creator command and the model server of the tests."""
    if platform.providers is None:
        pytest.skip(ONLY_LOCAL)
    return platform.providers


@pytest.fixture(scope="session")
def relay_platform(platform: Platform, tmp_path_factory: pytest.TempPathFactory) -> Platform:
    """A deployment of its own, once for all tests, that knows the task type `relay` too."""
    project = project_with_relays(tmp_path_factory.mktemp("relays") / "project")
    return deployed(platform, project, stage="staging", LEASE_SECONDS=str(LEASE_SECONDS))


@pytest.fixture
def relays(relay_platform: Platform, tmp_path: Path) -> Iterator[Relays]:
    """The relays of a new user."""
    holder = KeyHolder(f"user-{os.urandom(6).hex()}", "normal", name="end-to-end test")
    with relay_platform.client(create_api_key(relay_platform.table("api-keys"), holder)) as client:
        yield Relays(Tasks(client), relay_platform, tmp_path)


@pytest.fixture
def worker_processes(platform: Platform) -> Callable[[str], list[int]]:
    """The pids of a function's worker processes, to be killed by a test."""
    return platform.worker_processes


@pytest.fixture
def sqs_stopped(platform: Platform) -> Callable[[], AbstractContextManager[None]]:
    """`with sqs_stopped():` takes SQS, and only SQS, away from the functions."""
    return platform.sqs_stopped


@pytest.fixture
def command_line(platform: Platform, admin_key: str, tmp_path: Path) -> Command:
    """Run `contenthub` as a person would, with the administrator's key: `command_line("task", "list")`."""
    write_local_profile(tmp_path, base_url=platform.base_url, api_key=admin_key)
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("CONTENTHUB_")}

    def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(PROJECT_ENVIRONMENT / "bin" / "contenthub"), *arguments],
            cwd=tmp_path,
            env={**surroundings, "XDG_CONFIG_HOME": str(tmp_path), **variables},
            capture_output=True,
            text=True,
            timeout=_COMMAND_SECONDS,
            check=False,
        )

    return run
