"""The processes a local cloud is made of: how each is started and when it is ready."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection

from infrastructure.local.child_environment import aws_client_environment, emulator_environment, plain_environment
from infrastructure.local.environments import EMULATOR, FUNCTIONS, PROJECT_TOOLS
from infrastructure.local.fingerprints import fingerprint_of_code
from infrastructure.local.ports import accepts_connections
from infrastructure.local.processes import new_token
from infrastructure.local.settings import HOST, LocalSettings

EMULATOR_NAME, EDGE_NAME, COMPANION_NAME = "emulator", "edge", "companion"


def _nothing() -> None:
    pass


def _at_once() -> bool:
    return True


@dataclass(frozen=True)
class Part:
    """A process to be; `ports` holds, for each port, the variable that moves it, `fingerprint` what it runs."""

    name: str
    title: str
    command: list[str]
    environment: Mapping[str, str]
    fingerprint: str
    ports: Mapping[int, str] = field(default_factory=dict)
    prepare: Callable[[], None] = _nothing
    is_ready: Callable[[], bool] = _at_once
    token: str = field(default_factory=new_token)


def all_parts(settings: LocalSettings, function_environment: Mapping[str, str]) -> tuple[Part, ...]:
    """In the order in which they are started."""
    return emulator(settings, function_environment), edge(settings), companion(settings)


def emulator(settings: LocalSettings, function_environment: Mapping[str, str]) -> Part:
    token = new_token()
    temporary = settings.temporary / token  # the token in the path marks the workers as this emulator's

    def prepare() -> None:
        _clear_away(settings)
        temporary.mkdir(parents=True)

    return Part(
        name=EMULATOR_NAME,
        title=f"AWS emulator on {HOST}:{settings.aws_port}",
        command=[str(EMULATOR.python), "-m", "infrastructure.local.emulator"],
        environment={**emulator_environment(settings, temporary), **function_environment},
        fingerprint=emulator_fingerprint(),
        ports={settings.aws_port: "AWS_ENDPOINT_PORT"},
        prepare=prepare,
        is_ready=lambda: _emulator_answers(settings.aws_port),
        token=token,
    )


def edge(settings: LocalSettings) -> Part:
    options = {
        "--outputs": settings.outputs_file,
        "--aws-port": settings.aws_port,
        "--http-port": settings.http_port,
        "--live-port": settings.live_port,
        "--max-body-bytes": settings.max_body_bytes,
    }
    ports = {settings.http_port: "EDGE_HTTP_PORT", settings.live_port: "EDGE_LIVE_PORT"}
    return Part(
        name=EDGE_NAME,
        title=f"Edge on {HOST}:{settings.http_port} and :{settings.live_port}",
        command=_module(EDGE_NAME, options),
        environment=plain_environment(),
        fingerprint=fingerprint_of_code(PROJECT_TOOLS),
        ports=ports,
        is_ready=lambda: all(accepts_connections(port) for port in ports),
    )


def companion(settings: LocalSettings) -> Part:
    return Part(
        name=COMPANION_NAME,
        title="Metrics and alarms",
        command=_module(COMPANION_NAME, {"--seconds": settings.companion_seconds}),
        environment=aws_client_environment(settings),
        fingerprint=fingerprint_of_code(PROJECT_TOOLS),
    )


def emulator_fingerprint() -> str:
    return fingerprint_of_code(EMULATOR, FUNCTIONS)


def _module(name: str, options: Mapping[str, object]) -> list[str]:
    words = [str(word) for option in options.items() for word in option]
    return [sys.executable, "-m", f"infrastructure.local.{name}", *words]


def _clear_away(settings: LocalSettings) -> None:
    """What a crash left: working folders, and stored objects of a deployment that was never written down."""
    shutil.rmtree(settings.temporary, ignore_errors=True)
    if not any((settings.emulator_state / "state").glob("*.json")):
        shutil.rmtree(settings.emulator_state, ignore_errors=True)


def _emulator_answers(port: int) -> bool:
    connection = HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/_ministack/ready")
        return connection.getresponse().status == HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()
