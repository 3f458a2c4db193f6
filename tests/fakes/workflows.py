"""Executions that a test drives by hand, and direct calls that are only remembered."""

from dataclasses import dataclass

from chalicelib.domain.ports.platform import SendFailedError
from chalicelib.domain.ports.workflows import (
    CompletionRefusedError,
    ExecutionState,
    StartRefusedError,
    StopRefusedError,
)


@dataclass(frozen=True)
class Started:
    name: str
    task_id: str
    run: int
    part: int


class InMemoryWorkflows:
    """`completed` holds every token ever completed, in order."""

    def __init__(self) -> None:
        self.refusing = False
        self.deaf = False
        self.started: dict[str, Started] = {}
        self.stopped: dict[str, str] = {}
        self.ended: set[str] = set()
        self.completed: list[str] = []

    def start(self, name: str, *, task_id: str, run: int, part: int) -> None:
        if self.refusing:
            raise StartRefusedError("the machine is refusing")
        self.started.setdefault(name, Started(name, task_id, run, part))

    def stop(self, name: str, reason: str) -> None:
        if self.deaf:
            raise StopRefusedError("the machine hears nothing")
        if name in self.started:
            self.stopped.setdefault(name, reason)
            self.ended.add(name)

    def state(self, name: str) -> ExecutionState:
        if name not in self.started:
            return ExecutionState.ENDED
        return ExecutionState.ENDED if name in self.ended else ExecutionState.RUNNING

    def complete(self, task_token: str) -> None:
        if self.deaf:
            raise CompletionRefusedError("the machine hears nothing")
        self.completed.append(task_token)


class InMemoryDirectInvoker:
    def __init__(self) -> None:
        self.broken = False
        self.invoked: list[tuple[str, str]] = []

    def invoke(self, lane: str, task_id: str) -> None:
        if self.broken:
            raise SendFailedError("the worker function cannot be called")
        self.invoked.append((lane, task_id))
