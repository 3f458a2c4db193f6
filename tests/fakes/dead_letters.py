"""Dead-letter queues in a dictionary."""

import json
from collections.abc import Sequence
from datetime import datetime

from chalicelib.adapters.sqs_dead_letters import task_id_in
from chalicelib.domain.ports.platform import DeadLetter
from tests.fakes.clock import NOON


class InMemoryDeadLetters:
    """A received letter stays hidden until it is released; a test releases all with `letters.hidden.clear()`."""

    def __init__(self) -> None:
        self.hidden: set[str] = set()
        self._letters: dict[str, DeadLetter] = {}

    def add(self, lane: str, *, task_id: str | None = None, body: str | None = None, at: datetime = NOON) -> DeadLetter:
        number = f"letter-{len(self._letters) + 1}"
        text = body if body is not None else json.dumps({"task_id": task_id})
        letter = DeadLetter(number, lane, task_id_in(text), f"receipt-of-{number}", 3, at, text)
        self._letters[number] = letter
        return letter

    def receive(self, lane: str, *, limit: int) -> Sequence[DeadLetter]:
        visible = [x for x in self._letters.values() if x.lane == lane and x.message_id not in self.hidden]
        self.hidden.update(letter.message_id for letter in visible[:limit])
        return visible[:limit]

    def release(self, letters: Sequence[DeadLetter]) -> None:
        self.hidden.difference_update(letter.message_id for letter in letters)

    def delete(self, letters: Sequence[DeadLetter]) -> None:
        for letter in letters:
            self._letters.pop(letter.message_id, None)

    def count(self, lane: str) -> int:
        return sum(letter.lane == lane for letter in self._letters.values())
