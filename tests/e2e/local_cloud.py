"""The platform under test: a local cloud of its own, or one that somebody else runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import boto3
import httpx
import psutil
import pytest

from infrastructure.api_keys import KeyHolder, Role, create_api_key
from infrastructure.local.child_environment import aws_client_environment
from infrastructure.local.cloud import LocalCloud
from infrastructure.local.ports import find_free_ports
from infrastructure.local.settings import PROJECT, REGION, LocalSettings
from infrastructure.naming import table_name
from tests.e2e.providers import Providers
from tests.e2e.tcp_proxy import TcpProxy

FOREIGN_STAGE = "dev"
LEASE_SECONDS = 4
"""Short, so that a test need not wait long for what a dead worker left."""
REQUEST_SECONDS = 60.0
Found = TypeVar("Found")
ONLY_LOCAL = "needs the processes of the project's own local cloud"


@dataclass(frozen=True)
class Platform:
    """A deployed platform and ways to reach into it; what may be None exists on its own local cloud only."""

    base_url: str
    endpoint: str
    outputs: dict[str, Any]
    cloud: LocalCloud | None = None
    sqs: TcpProxy | None = None
    calls: TcpProxy | None = None
    providers: Providers | None = None

    @property
    def stage(self) -> str:
        return str(self.outputs["stage"])

    def aws(self, service: str) -> Any:
        """A boto3 client."""
        return _session().client(service, endpoint_url=self.endpoint)

    def table(self, name: str) -> Any:
        """A boto3 table by its short name, such as `tasks`."""
        return _dynamodb(self.endpoint).Table(table_name(self.stage, name))

    def new_key(self, *, user_id: str, role: Role) -> str:
        return create_api_key(self.table("api-keys"), KeyHolder(user_id, role, name="end-to-end test"))

    def client(self, key: str | None) -> httpx.Client:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        return httpx.Client(base_url=self.base_url, headers=headers, timeout=REQUEST_SECONDS, trust_env=False)

    def worker_processes(self, function_name: str) -> list[int]:
        """The pids of the processes that run a function now."""
        if self.cloud is None:
            pytest.skip(ONLY_LOCAL)
        mark = f"{self.cloud.settings.temporary}{os.sep}"
        folder = f"ministack-lambda-{function_name}-"
        return [
            process.info["pid"]
            for process in psutil.process_iter(["pid", "cmdline"])
            if any(word.startswith(mark) and _is_worker_of(word, folder) for word in process.info["cmdline"] or [])
        ]

    @contextmanager
    def sqs_stopped(self) -> Iterator[None]:
        """Inside, no function can reach SQS; everything else works, and what is queued is still delivered."""
        with _cut(self.sqs):
            yield

    @contextmanager
    def calls_stopped(self) -> Iterator[None]:
        """Inside, no function can call another one."""
        with _cut(self.calls):
            yield


@contextmanager
def _cut(proxy: TcpProxy | None) -> Iterator[None]:
    if proxy is None:
        pytest.skip(ONLY_LOCAL)
    proxy.cut()
    try:
        yield
    finally:
        proxy.mend()


@contextmanager
def own_local_cloud(home: Path) -> Iterator[Platform]:
    """A local cloud on free ports that nothing survives, not even when this process is killed."""
    aws_port, http_port, live_port, sqs_port, calls_port, model_port = find_free_ports(6)
    settings = LocalSettings(
        home=home, aws_port=aws_port, http_port=http_port, live_port=live_port, build_folder=PROJECT / "build" / "e2e"
    )
    sqs = TcpProxy(port=sqs_port, target_port=aws_port)
    calls = TcpProxy(port=calls_port, target_port=aws_port)
    providers = Providers(home, model_port)
    variables = {
        "AWS_ENDPOINT_URL_SQS": f"http://127.0.0.1:{sqs_port}",
        "AWS_ENDPOINT_URL_LAMBDA": f"http://127.0.0.1:{calls_port}",
        "LEASE_SECONDS": str(LEASE_SECONDS),
    }
    cloud = LocalCloud(settings, parent=os.getpid(), function_environment={**variables, **providers.environment})
    try:
        sqs.mend()
        calls.mend()
        cloud.start()
        cloud.deploy()
        outputs = json.loads(settings.outputs_file.read_text())
        yield Platform(settings.public_url, settings.endpoint, outputs, cloud, sqs, calls, providers)
    finally:
        cloud.stop()
        sqs.end()
        calls.end()
        providers.end()


def deploy_elsewhere(endpoint: str, *, method: str, home: Path) -> Platform:
    """Deploy to an emulator that runs already, such as LocalStack."""
    outputs_file = home / "outputs.json"
    command = [sys.executable, "-m", "infrastructure.deploy", "--stage", FOREIGN_STAGE, "--method", method]
    command += ["--endpoint", endpoint, "--outputs", str(outputs_file)]
    subprocess.run(command, cwd=PROJECT, env=aws_client_environment(LocalSettings()), check=True)
    outputs = json.loads(outputs_file.read_text())
    return Platform(outputs["api_url"], endpoint, outputs)


def wait_until(look: Callable[[], Found], *, seconds: float = 30.0, what: str = "it", every: float = 0.05) -> Found:
    """What `look` finds, as soon as that is true."""
    deadline = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > deadline:
            pytest.fail(f"{what} did not happen within {seconds:.0f} s")
        time.sleep(every)
    return found


@cache
def _session() -> Any:
    return boto3.Session("test", "test", region_name=REGION)


@cache
def _dynamodb(endpoint: str) -> Any:
    return _session().resource("dynamodb", endpoint_url=endpoint)


def _is_worker_of(word: str, folder: str) -> bool:
    # The emulator's folder is the function's name and a random part without a hyphen.
    name = Path(word).parent.name
    return name.startswith(folder) and "-" not in name.removeprefix(folder)
