"""Ports to the machine that runs workflows and to functions called past the queues."""

from enum import StrEnum
from typing import Protocol


class StartRefusedError(Exception):
    """No execution could be started now. The row is there; the start is tried again later."""


class ExecutionState(StrEnum):
    RUNNING = "running"
    ENDED = "ended"
    """Succeeded, failed, stopped or timed out: it will do nothing any more."""
    UNKNOWN = "unknown"
    """Never started, forgotten, or the machine cannot be asked."""


class Workflows(Protocol):
    """Executions of the one staged fan-out machine; `name` decides which, so a start done twice starts one."""

    def start(self, name: str, *, task_id: str, run: int, part: int) -> None:
        """An execution of that name that is there already, running or ended, is fine. Raises StartRefusedError."""

    def stop(self, name: str, reason: str) -> None:
        """One that is not running, or not there, is fine."""

    def state(self, name: str) -> ExecutionState: ...

    def complete(self, task_token: str) -> None:
        """Tell the execution that waits with this token to go on. A used or outdated token is fine."""


class DirectInvoker(Protocol):
    """The worker functions that are called without a queue, with a concurrency of their own."""

    def invoke(self, lane: str, task_id: str) -> None:
        """Asynchronously. Raises SendFailedError."""
