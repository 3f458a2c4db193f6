"""Whether a port is free, who holds it if not, and which ports nobody uses."""

from __future__ import annotations

import shutil
import socket
import subprocess
from dataclasses import dataclass

import psutil

from infrastructure.local.settings import HOST
from infrastructure.local.steps import StepError


@dataclass(frozen=True)
class Holder:
    pid: int
    command: str

    def __str__(self) -> str:
        return f"process {self.pid} ({self.command})"


def require_free(port: int, *, variable: str) -> None:
    """Raise with the holder's name and the way out if something listens on the port already."""
    if _is_free(port):
        return
    holder = find_holder(port)
    raise StepError(
        f"Port {port} is taken by {holder or 'a process this user may not see'}.",
        advice=f"Stop it, or choose another port: {variable}={_next_free(port)} make up",
    )


def find_holder(port: int) -> Holder | None:
    """The process that listens on a port, as far as the system tells this user."""
    pid = _pid_by_connections(port) or _pid_by_lsof(port)
    if pid is None:
        return None
    try:
        return Holder(pid, " ".join(psutil.Process(pid).cmdline())[:120])
    except psutil.Error:
        return Holder(pid, "its command is not shown to this user")


def find_free_ports(count: int) -> list[int]:
    """Ports of the loopback address that nobody listens on now."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind((HOST, 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


def accepts_connections(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1.0)
        return probe.connect_ex((HOST, port)) == 0


def _next_free(port: int) -> int:
    """One that is easy to remember, and not among those the system hands out for outgoing connections."""
    return next(candidate for candidate in range(port + 1, 65536) if _is_free(candidate))


def _is_free(port: int) -> bool:
    # macOS lets a socket be bound beside one that listens on all addresses: so look, then try.
    if accepts_connections(port):
        return False
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _pid_by_connections(port: int) -> int | None:
    try:
        connections = psutil.net_connections(kind="tcp")
    except psutil.AccessDenied:  # macOS shows other people's connections to root only
        return None
    # An outgoing connection holds its own end's port as well; whoever listens is named first.
    on_port = [each for each in connections if each.laddr and each.laddr.port == port and each.pid]
    on_port.sort(key=lambda each: each.status != psutil.CONN_LISTEN)
    return on_port[0].pid if on_port else None


def _pid_by_lsof(port: int) -> int | None:
    lsof = shutil.which("lsof")
    if lsof is None:
        return None
    found = subprocess.run(
        [lsof, "-nP", "-t", f"-iTCP:{port}", "-sTCP:LISTEN"], capture_output=True, text=True, check=False
    )
    return int(found.stdout.split()[0]) if found.stdout.strip() else None
