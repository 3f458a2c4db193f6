"""The local cloud stops exactly what it started."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import psutil
import pytest

from infrastructure.local import processes
from infrastructure.local.ports import find_free_ports, require_free
from infrastructure.local.processes import Launch, ProcessRecord
from infrastructure.local.steps import StepError

WAIT_FOREVER = "import time\nwhile True: time.sleep(60)"
WITH_CHILD = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {WAIT_FOREVER!r}, *sys.argv[1:]])"


@pytest.fixture
def bystander() -> Iterator[subprocess.Popen[bytes]]:
    """A process that is none of the local cloud's business."""
    process = subprocess.Popen([sys.executable, "-c", WAIT_FOREVER])
    yield process
    process.kill()
    process.wait()


def start(folder: Path, script: str = WAIT_FOREVER) -> ProcessRecord:
    command = [sys.executable, "-c", script]
    launch = Launch("sleeper", command, dict(os.environ), folder, folder / "logs" / "sleeper.log", (4711,))
    return processes.start(launch, token=processes.new_token(), records=folder)


def test_a_started_process_is_found_and_stopped(tmp_path: Path) -> None:
    record = start(tmp_path)

    assert processes.read_record(tmp_path, "sleeper") == record
    assert processes.is_running(record)
    assert processes.stop(record, records=tmp_path)
    assert not psutil.pid_exists(record.pid)
    assert processes.read_record(tmp_path, "sleeper") is None


def test_children_of_a_started_process_are_stopped_with_it(tmp_path: Path) -> None:
    record = start(tmp_path, WITH_CHILD)
    parent = psutil.Process(record.pid)
    children = wait_for_children(parent)

    processes.stop(record, records=tmp_path, grace_seconds=1.0)

    assert not [child for child in children if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]


def test_what_outlived_a_killed_leader_is_stopped_by_its_token(tmp_path: Path) -> None:
    record = start(tmp_path, WITH_CHILD)
    children = wait_for_children(psutil.Process(record.pid))
    os.kill(record.pid, 9)

    processes.stop(record, records=tmp_path)

    assert not [child for child in children if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]


def test_a_process_that_got_the_pid_of_a_dead_one_is_left_alone(
    tmp_path: Path, bystander: subprocess.Popen[bytes]
) -> None:
    gone = start(tmp_path)
    processes.stop(gone, records=tmp_path)
    record = replace(gone, pid=bystander.pid)

    assert not processes.is_running(record)
    assert not processes.stop(record, records=tmp_path)
    assert bystander.poll() is None


def test_a_record_from_before_a_reboot_is_cleared_away(tmp_path: Path) -> None:
    record = start(tmp_path)
    processes.stop(record, records=tmp_path)
    (tmp_path / "sleeper.json").write_text(json.dumps(asdict(record)))

    assert not processes.stop(record, records=tmp_path)
    assert not (tmp_path / "sleeper.json").exists()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"name": "sleeper"}'])
def test_a_broken_record_counts_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "sleeper.json").write_text(content)

    assert processes.read_record(tmp_path, "sleeper") is None


def test_a_taken_port_names_its_holder_and_the_way_out() -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]

        with pytest.raises(StepError) as refusal:
            require_free(port, variable="EDGE_HTTP_PORT")

    assert f"Port {port} is taken by process {os.getpid()} (" in str(refusal.value)
    assert "EDGE_HTTP_PORT=" in refusal.value.advice


def test_a_free_port_is_accepted() -> None:
    require_free(find_free_ports(1)[0], variable="EDGE_HTTP_PORT")


def wait_for_children(process: psutil.Process) -> list[psutil.Process]:
    deadline = time.monotonic() + 10
    while not (children := process.children()):
        assert time.monotonic() < deadline
    return children
