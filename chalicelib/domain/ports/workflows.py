"""Ports to the machine that runs workflows and to functions called past the queues."""

from enum import StrEnum
from typing import Protocol


class StartRefusedError(Exception):
    """No execution could be started now. The row is there; the start is tried again later."""


class StopRefusedError(Exception):
    """The execution may still run. Whoever needs it stopped tries again."""


class CompletionRefusedError(Exception):
    """The execution could not be told just now. Whoever has to be sure of it tries again."""


class ExecutionState(StrEnum):
    RUNNING = "running"
    ENDED = "ended"
    """Succeeded, failed, stopped, timed out, or not there at all: it will do nothing any more."""
    UNKNOWN = "unknown"
    """The machine cannot be asked."""


class Workflows(Protocol):
    """Executions of the one staged fan-out machine; `name` decides which, so a start done twice starts one."""

    def start(self, name: str, *, task_id: str, run: int, part: int) -> None:
        """An execution of that name that is there already, running or ended, is fine. Raises StartRefusedError."""

    def stop(self, name: str, reason: str) -> None:
        """One that is not running, or not there, is fine. Raises StopRefusedError."""

    def state(self, name: str) -> ExecutionState: ...

    def complete(self, task_token: str) -> None:
        """Tell the execution that waits with this token to go on. A used or outdated token is fine.

        Raises CompletionRefusedError.
        """


class DirectInvoker(Protocol):
    """The worker functions that are called without a queue, with a concurrency of their own."""

    def invoke(self, lane: str, task_id: str) -> None:
        """Asynchronously. Raises SendFailedError."""
