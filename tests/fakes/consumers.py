"""Consumers that only remember what they were told."""

from dataclasses import replace

from chalicelib.domain.lanes import LANES
from chalicelib.domain.ports.platform import ConsumerState


class InMemoryConsumers:
    def __init__(self) -> None:
        self.states = {lane: ConsumerState(lane, True, 2, "Enabled") for lane in LANES}

    def state(self, lane: str) -> ConsumerState:
        return self.states[lane]

    def set_max_concurrency(self, lane: str, limit: int) -> None:
        self.states[lane] = replace(self.states[lane], max_concurrency=limit)
