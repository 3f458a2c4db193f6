"""Probes of the store, the queues and the consumers, for the deep health check."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.domain.ports.platform import Consumers, Finding, Lanes
from chalicelib.domain.ports.tasks import TaskStore

NO_TASK = "0" * 26
"""An id that no task has: reading it shows that the store answers."""


@dataclass(frozen=True)
class StoreProbe:
    tasks: TaskStore

    def probe(self) -> Finding:
        return _finding(self._read)

    def _read(self) -> Finding:
        self.tasks.get(NO_TASK)
        return Finding(True, "answers")


@dataclass(frozen=True)
class QueuesProbe:
    lanes: Lanes
    names: Sequence[str]

    def probe(self) -> Finding:
        return _finding(self._count)

    def _count(self) -> Finding:
        depths = [self.lanes.depth(lane) for lane in self.names]
        dead = sum(depth.dead_letters for depth in depths)
        return Finding(True, f"{sum(depth.waiting for depth in depths)} waiting, {dead} dead letters")


@dataclass(frozen=True)
class ConsumersProbe:
    consumers: Consumers
    names: Sequence[str]

    def probe(self) -> Finding:
        return _finding(self._look)

    def _look(self) -> Finding:
        states = [self.consumers.state(lane) for lane in self.names]
        off = [f"{state.lane}: {state.detail}" for state in states if not state.enabled]
        return Finding(not off, "; ".join(off) or f"{len(states)} enabled")


def _finding(look: Callable[[], Finding]) -> Finding:
    """The kind of trouble is told, its text is not: it may name things an anonymous caller need not know."""
    try:
        return look()
    except (BotoCoreError, ClientError) as error:
        return Finding(False, type(error).__name__)
