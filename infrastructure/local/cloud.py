"""Start and stop the processes of a local cloud, and deploy the platform to it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path

from infrastructure.local import processes
from infrastructure.local.child_environment import aws_client_environment, emulator_environment, plain_environment
from infrastructure.local.emulator import SAVE_SIGNAL
from infrastructure.local.environments import EMULATOR
from infrastructure.local.ports import accepts_connections, require_free
from infrastructure.local.processes import Launch, ProcessRecord
from infrastructure.local.settings import HOST, PROJECT, STAGE, LocalSettings
from infrastructure.local.steps import StepError, step

START_SECONDS = 60.0
_POLL_SECONDS = 0.05
_EMULATOR, _EDGE, _COMPANION = "emulator", "edge", "companion"
_STOP_ORDER = (_EDGE, _COMPANION, _EMULATOR)  # callers first, so that nobody meets a closed door


class LocalCloud:
    """One emulator with its edge and companion. `parent` ends them with that process (for test runs)."""

    def __init__(
        self,
        settings: LocalSettings,
        *,
        parent: int | None = None,
        function_environment: Mapping[str, str] | None = None,
    ) -> None:
        self.settings = settings
        self._parent = parent
        self._function_environment = dict(function_environment or {})

    def start(self) -> None:
        """Start what is not running yet and wait until it answers."""
        self._start_emulator()
        self._start_edge()
        self._start_companion()

    def deploy(self) -> None:
        """Bring the three stacks up to date; quick when nothing has changed."""
        command = [sys.executable, "-m", "infrastructure.deploy", "--stage", STAGE]
        command += ["--endpoint", self.settings.endpoint, "--public-url", self.settings.public_url]
        command += ["--outputs", str(self.settings.outputs_file)]
        log = self.settings.logs / "deploy.log"
        with step("Platform deployed"), log.open("wb") as output:
            done = subprocess.run(
                command,
                env=aws_client_environment(self.settings),
                cwd=PROJECT,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
            )
            if done.returncode != 0:
                advice = "Mend what the log names and repeat; `make clean` starts from an empty cloud."
                raise StepError("The deployment failed.", log=log, advice=advice)

    def save(self) -> None:
        """Have the emulator write its data now, so that a crash does not take the deployment with it."""
        record = processes.read_record(self.settings.records, _EMULATOR)
        if record is not None and processes.is_running(record):
            os.kill(record.pid, SAVE_SIGNAL)

    def stop(self) -> list[str]:
        """Stop exactly what was started; the names of what was still running."""
        records = self.settings.records
        found = [record for name in _STOP_ORDER if (record := processes.read_record(records, name))]
        return [record.name for record in found if processes.stop(record, records=records)]

    def running(self) -> list[ProcessRecord]:
        found = [processes.read_record(self.settings.records, name) for name in reversed(_STOP_ORDER)]
        return [record for record in found if record is not None and processes.is_running(record)]

    def _start_emulator(self) -> None:
        wanted = {self.settings.aws_port: "AWS_ENDPOINT_PORT"}
        if self._is_up(_EMULATOR, wanted):
            return
        token = processes.new_token()
        temporary = self.settings.temporary
        self._clear_away()
        (temporary / token).mkdir(parents=True)
        command = [str(EMULATOR.python), "-m", "infrastructure.local.emulator"]
        environment = {**emulator_environment(self.settings, temporary / token), **self._function_environment}
        with step(f"AWS emulator on {HOST}:{self.settings.aws_port}"):
            record = self._launch(_EMULATOR, command, environment, token=token, ports=tuple(wanted))
            self._wait(record, self._emulator_answers)

    def _start_edge(self) -> None:
        settings = self.settings
        wanted = {settings.http_port: "EDGE_HTTP_PORT", settings.live_port: "EDGE_LIVE_PORT"}
        if self._is_up(_EDGE, wanted):
            return
        command = [sys.executable, "-m", "infrastructure.local.edge", "--outputs", str(settings.outputs_file)]
        command += ["--aws-port", str(settings.aws_port), "--max-body-bytes", str(settings.max_body_bytes)]
        command += ["--http-port", str(settings.http_port), "--live-port", str(settings.live_port)]
        with step(f"Edge on {HOST}:{settings.http_port} and :{settings.live_port}"):
            record = self._launch(_EDGE, command, plain_environment(), ports=tuple(wanted))
            self._wait(record, lambda: all(accepts_connections(port) for port in wanted))

    def _start_companion(self) -> None:
        if self._is_up(_COMPANION, {}):
            return
        command = [sys.executable, "-m", "infrastructure.local.companion"]
        command += ["--seconds", str(self.settings.companion_seconds)]
        self._launch(_COMPANION, command, aws_client_environment(self.settings))

    def _is_up(self, name: str, ports: Mapping[int, str]) -> bool:
        """Whether it runs as wanted; raises when it runs with other ports, or a port is someone else's."""
        record = processes.read_record(self.settings.records, name)
        if record is not None and processes.is_running(record):
            if set(record.ports) != set(ports):
                taken = ", ".join(map(str, record.ports))
                raise StepError(f"The {name} already runs, on {taken}.", advice="Run `make down` first.")
            return True
        if record is not None:
            processes.stop(record, records=self.settings.records)  # workers may have outlived a crash
        for port, variable in ports.items():
            require_free(port, variable=variable)
        return False

    def _clear_away(self) -> None:
        """What a crash left: working folders, and stored objects of a deployment that was never written down."""
        shutil.rmtree(self.settings.temporary, ignore_errors=True)
        if not any((self.settings.emulator_state / "state").glob("*.json")):
            shutil.rmtree(self.settings.emulator_state, ignore_errors=True)

    def _launch(
        self,
        name: str,
        command: list[str],
        environment: Mapping[str, str],
        *,
        token: str = "",
        ports: tuple[int, ...] = (),
    ) -> ProcessRecord:
        if self._parent is not None:
            command = [*command, f"--parent={self._parent}"]
        log = self.settings.logs / f"{name}.log"
        launch = Launch(name, command, environment, PROJECT, log, ports)
        return processes.start(launch, token=token or processes.new_token(), records=self.settings.records)

    def _wait(self, record: ProcessRecord, answers: Callable[[], bool]) -> None:
        deadline = time.monotonic() + START_SECONDS
        log = Path(record.log)
        while not answers():
            if not processes.is_running(record):
                raise StepError(f"The {record.name} ended at once.", log=log)
            if time.monotonic() > deadline:
                raise StepError(f"The {record.name} does not answer.", log=log)
            time.sleep(_POLL_SECONDS)

    def _emulator_answers(self) -> bool:
        connection = HTTPConnection(HOST, self.settings.aws_port, timeout=2)
        try:
            connection.request("GET", "/_ministack/ready")
            return connection.getresponse().status == HTTPStatus.OK
        except OSError:
            return False
        finally:
            connection.close()
