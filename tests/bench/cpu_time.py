"""The processor time of the local cloud, which tells what bounds it whatever else the machine does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import psutil

from infrastructure.local.parts import EMULATOR_NAME
from tests.e2e.local_cloud import Platform


@dataclass
class CpuTime:
    emulator: float = 0.0
    """Seconds; most of it is one thread's at a time, because the emulator is one Python process."""
    seconds_by_function: dict[str, float] = field(default_factory=dict)


@contextmanager
def measured_cpu_time(platform: Platform, *functions: str) -> Iterator[CpuTime]:
    """Of what happens inside; functions by their full names, as far as their processes live from start to end."""
    used = CpuTime()
    emulator, before = _emulator_seconds(platform), _seconds_by_pid(platform, functions)
    yield used
    used.emulator = _emulator_seconds(platform) - emulator
    for function, seconds_by_pid in _seconds_by_pid(platform, functions).items():
        used.seconds_by_function[function] = sum(
            seconds - before[function].get(pid, 0.0) for pid, seconds in seconds_by_pid.items()
        )


def _emulator_seconds(platform: Platform) -> float:
    assert platform.cloud is not None
    (pid,) = [record.pid for record in platform.cloud.running() if record.name == EMULATOR_NAME]
    return _seconds(pid)


def _seconds_by_pid(platform: Platform, functions: tuple[str, ...]) -> dict[str, dict[int, float]]:
    return {name: {pid: _seconds(pid) for pid in platform.worker_processes(name)} for name in functions}


def _seconds(pid: int) -> float:
    times = psutil.Process(pid).cpu_times()
    return float(times.user + times.system)
