"""Chance that repeats itself."""

import random
from datetime import datetime

from chalicelib.adapters.ulid import RANDOM_BITS, ulid


class SeededChance:
    """The same seed gives the same ids; `always` pins every fraction."""

    def __init__(self, seed: int = 1, always: float | None = None) -> None:
        self._random = random.Random(seed)
        self.always = always

    def task_id(self, at: datetime) -> str:
        return ulid(at, self._random.getrandbits(RANDOM_BITS))

    def fraction(self) -> float:
        return self._random.random() if self.always is None else self.always
