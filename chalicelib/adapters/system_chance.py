"""Chance from the operating system's source of randomness."""

import secrets
from datetime import datetime

from chalicelib.adapters.ulid import RANDOM_BITS, ulid


class SystemChance:
    def task_id(self, at: datetime) -> str:
        return ulid(at, secrets.randbits(RANDOM_BITS))

    def fraction(self) -> float:
        return secrets.randbits(53) / 2**53
