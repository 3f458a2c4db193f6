"""The most memory that a function's processes have ever held, as the kernel remembers it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.local_cloud import Platform

PROCESSES = Path("/proc")
HIGH_WATER_MARK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)


@dataclass
class PeakMemory:
    """`look` is to be called every now and then: a process that has ended tells nothing any more."""

    platform: Platform
    function: str
    mebibytes: float = 0.0
    """Of the process that held most; 0 where the system does not tell (it is Linux that does)."""

    def look(self) -> None:
        for pid in self.platform.worker_processes(self.function):
            with suppress(FileNotFoundError, ProcessLookupError):
                told = HIGH_WATER_MARK.search((PROCESSES / str(pid) / "status").read_text())
                self.mebibytes = max(self.mebibytes, int(told[1]) / 1024 if told else 0.0)
