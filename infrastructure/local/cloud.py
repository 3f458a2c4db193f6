"""Start and stop the processes of a local cloud, and deploy the platform to it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from infrastructure.build_lock import exclusive
from infrastructure.local import processes
from infrastructure.local.child_environment import aws_client_environment
from infrastructure.local.emulator import SAVE_SIGNAL
from infrastructure.local.parts import COMPANION_NAME, EDGE_NAME, EMULATOR_NAME, Part, all_parts, emulator_fingerprint
from infrastructure.local.ports import require_free
from infrastructure.local.processes import Launch, ProcessRecord
from infrastructure.local.settings import PROJECT, STAGE, LocalSettings
from infrastructure.local.steps import StepError, step

START_SECONDS = 60.0
ENV_FILE = PROJECT / ".env"
"""Settings of the functions on this machine, such as CREATOR_CLI_PATH; see .env.example."""
_POLL_SECONDS = 0.05
_STOP_ORDER = (EDGE_NAME, COMPANION_NAME, EMULATOR_NAME)  # callers first, so that nobody meets a closed door


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
        """Start what is not running yet or runs older code, and wait until it answers; nothing if a port is taken."""
        parts = all_parts(self.settings, self._function_environment)
        missing = [part for part in parts if not self._is_up(part)]
        self._stop_outdated([part.name for part in missing])
        for part in missing:
            with step(part.title):
                self._start(part)

    def deploy(self) -> None:
        """Bring the three stacks up to date; quick when nothing has changed."""
        with exclusive(self.settings.build_folder):
            pass  # here a wait is seen; what the deployment itself says goes to its log
        command = [sys.executable, "-m", "infrastructure.deploy", "--stage", STAGE]
        command += ["--endpoint", self.settings.endpoint, "--public-url", self.settings.public_url]
        command += ["--public-live-url", self.settings.live_url]
        command += ["--outputs", str(self.settings.outputs_file), "--build-folder", str(self.settings.build_folder)]
        if ENV_FILE.exists():
            command += ["--env-file", str(ENV_FILE)]
        log = self.settings.log_of("deploy")
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
        """Have the emulator write its data now, so that a crash does not take the deployment with it.

        Only one of today's code is asked: to another one the signal may mean its end.
        """
        for record in self.running():
            if record.name == EMULATOR_NAME and record.fingerprint == emulator_fingerprint():
                os.kill(record.pid, SAVE_SIGNAL)

    def stop(self) -> list[str]:
        """Stop exactly what was started; the names of what was still running."""
        records = self.settings.records
        return [record.name for record in self._recorded() if processes.stop(record, records=records)]

    def running(self) -> list[ProcessRecord]:
        return [record for record in self._recorded() if processes.is_running(record)]

    def _recorded(self) -> list[ProcessRecord]:
        found = [processes.read_record(self.settings.records, name) for name in _STOP_ORDER]
        return [record for record in found if record is not None]

    def _is_up(self, part: Part) -> bool:
        """Whether it runs as wanted; raises when it runs on other ports, or a port is someone else's."""
        record = processes.read_record(self.settings.records, part.name)
        if record is not None and processes.is_running(record):
            if set(record.ports) != set(part.ports):
                taken = ", ".join(map(str, record.ports))
                raise StepError(f"The {part.name} already runs, on {taken}.", advice="Run `make down` first.")
            return record.fingerprint == part.fingerprint
        if record is not None:
            processes.stop(record, records=self.settings.records)  # workers may have outlived a crash
        for port, variable in part.ports.items():
            require_free(port, variable=variable)
        return False

    def _stop_outdated(self, names: Sequence[str]) -> None:
        for record in self.running():
            if record.name in names:
                with step(f"Stopped the {record.name}, which ran older code"):
                    processes.stop(record, records=self.settings.records)

    def _start(self, part: Part) -> None:
        part.prepare()
        with_parent = [] if self._parent is None else [f"--parent={self._parent}"]
        launch = Launch(
            name=part.name,
            command=[*part.command, *with_parent],
            environment=part.environment,
            folder=PROJECT,
            log=self.settings.log_of(part.name),
            ports=tuple(part.ports),
            fingerprint=part.fingerprint,
        )
        self._wait(part, processes.start(launch, token=part.token, records=self.settings.records))

    def _wait(self, part: Part, record: ProcessRecord) -> None:
        deadline = time.monotonic() + START_SECONDS
        log = Path(record.log)
        while not part.is_ready():
            if not processes.is_running(record):
                raise StepError(f"The {part.name} ended at once.", log=log)
            if time.monotonic() > deadline:
                raise StepError(f"The {part.name} does not answer.", log=log)
            time.sleep(_POLL_SECONDS)
