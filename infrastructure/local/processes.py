"""Start background processes and stop exactly those again, also after a crash or a reboot.

Every process carries a random token in its command line, and so do the worker processes the emulator starts (through
the folder they run in). A process is only ever signalled when that token is there: a reused pid never has it.
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

TOKEN_OPTION = "--token="
_POLL_SECONDS = 0.02

# Children of this very process must be reaped by it: kept until they are stopped.
_children: dict[str, subprocess.Popen[bytes]] = {}


@dataclass(frozen=True)
class ProcessRecord:
    """What is written down about a started process: the ports it serves, the code it was started from."""

    name: str
    pid: int
    token: str
    started_at: float
    ports: tuple[int, ...]
    log: str
    fingerprint: str = ""


@dataclass(frozen=True)
class Launch:
    """How to start a process."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    folder: Path
    log: Path
    ports: tuple[int, ...] = ()
    fingerprint: str = ""


def new_token() -> str:
    return secrets.token_hex(16)


def start(launch: Launch, *, token: str, records: Path) -> ProcessRecord:
    """Start a process in a session of its own and write down who it is."""
    launch.log.parent.mkdir(parents=True, exist_ok=True)
    with launch.log.open("wb") as log:
        child = subprocess.Popen(
            [*launch.command, f"{TOKEN_OPTION}{token}"],
            env=dict(launch.environment),
            cwd=launch.folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    _children[token] = child
    started_at = psutil.Process(child.pid).create_time()
    record = ProcessRecord(launch.name, child.pid, token, started_at, launch.ports, str(launch.log), launch.fingerprint)
    records.mkdir(parents=True, exist_ok=True)
    _record_file(records, launch.name).write_text(json.dumps(asdict(record), indent=2))
    return record


def read_record(records: Path, name: str) -> ProcessRecord | None:
    """What was written down about the process of that name, if anything readable was."""
    try:
        fields = json.loads(_record_file(records, name).read_text())
        return ProcessRecord(**{**fields, "ports": tuple(fields["ports"])})
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return None


def is_running(record: ProcessRecord) -> bool:
    """Whether that very process is alive; another one that got its pid does not count."""
    child = _children.get(record.token)
    if child is not None:
        return child.poll() is None
    return _carries_token(record.pid, record.token)


def stop(record: ProcessRecord, *, records: Path, grace_seconds: float = 8.0) -> bool:
    """End the process, everything in its group and its left-over workers; true if anything was still alive."""
    members = _members(record)
    leader = [member for member in members if member.pid == record.pid]
    _signal(leader, signal.SIGTERM)
    _wait(leader, grace_seconds)
    _signal(members, signal.SIGKILL)
    _wait(members, grace_seconds)
    child = _children.pop(record.token, None)
    if child is not None:
        child.wait()
    _record_file(records, record.name).unlink(missing_ok=True)
    return bool(members)


def _members(record: ProcessRecord) -> list[psutil.Process]:
    """The processes that carry the token, and all processes in their groups."""
    own = {child.pid for token, child in _children.items() if token == record.token and child.poll() is None}
    marked = [
        process for process in psutil.process_iter() if process.pid in own or _carries_token(process.pid, record.token)
    ]
    groups = {_group(process.pid) for process in marked} - {None, os.getpgrp()}
    return [process for process in psutil.process_iter() if process in marked or _group(process.pid) in groups]


def _carries_token(pid: int, token: str) -> bool:
    try:
        process = psutil.Process(pid)
        return process.status() != psutil.STATUS_ZOMBIE and any(token in word for word in process.cmdline())
    except psutil.Error:
        return False


def _group(pid: int) -> int | None:
    try:
        return os.getpgid(pid)
    except (ProcessLookupError, PermissionError):
        return None


def _signal(processes: Sequence[psutil.Process], number: signal.Signals) -> None:
    for process in processes:
        try:
            process.send_signal(number)
        except psutil.NoSuchProcess:
            continue


def _wait(processes: Sequence[psutil.Process], seconds: float) -> None:
    """Wait until all have ended; one that nobody has reaped yet has ended too."""
    deadline = time.monotonic() + seconds
    while any(_is_alive(process) for process in processes) and time.monotonic() < deadline:
        time.sleep(_POLL_SECONDS)


def _is_alive(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _record_file(records: Path, name: str) -> Path:
    return records / f"{name}.json"
