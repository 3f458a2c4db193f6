"""Queues in lists, which can be told to break."""

from collections.abc import Sequence
from dataclasses import dataclass

from chalicelib.domain.ports.platform import LaneDepth, SendFailedError, WakeUp
from tests.fakes.dead_letters import InMemoryDeadLetters


@dataclass(frozen=True)
class Sent:
    lane: str
    task_id: str
    delay_seconds: int = 0


class InMemoryLanes:
    """`sent` remembers everything ever sent; `take` hands out what is waiting, once, whatever its delay."""

    def __init__(self, dead_letters: InMemoryDeadLetters | None = None) -> None:
        self.broken = False
        self.sent: list[Sent] = []
        self.hidden: list[tuple[WakeUp, int]] = []
        self._waiting: list[Sent] = []
        self._dead_letters = dead_letters or InMemoryDeadLetters()

    def send(self, lane: str, task_id: str, *, delay_seconds: int = 0) -> None:
        if self.broken:
            raise SendFailedError("the queue is broken")
        message = Sent(lane, task_id, delay_seconds)
        self.sent.append(message)
        self._waiting.append(message)

    def send_many(self, lane: str, delays_by_task_id: dict[str, int]) -> Sequence[str]:
        if self.broken:
            return tuple(delays_by_task_id)
        for task_id, delay_seconds in delays_by_task_id.items():
            self.send(lane, task_id, delay_seconds=delay_seconds)
        return ()

    def hide(self, wake_up: WakeUp, *, seconds: int) -> None:
        self.hidden.append((wake_up, seconds))

    def depth(self, lane: str) -> LaneDepth:
        delays = [message.delay_seconds for message in self._waiting if message.lane == lane]
        delayed = sum(delay > 0 for delay in delays)
        return LaneDepth(len(delays) - delayed, 0, delayed, self._dead_letters.count(lane))

    def take(self, lane: str) -> list[WakeUp]:
        taken = [message for message in self._waiting if message.lane == lane]
        self._waiting = [message for message in self._waiting if message.lane != lane]
        return [WakeUp(message.task_id, lane, f"receipt-{number}") for number, message in enumerate(taken)]
