"""ULIDs: 48 bits of milliseconds, then 80 of randomness, in 26 characters that sort by time (github.com/ulid/spec)."""

import re
from datetime import datetime

from chalicelib.adapters.epoch import to_milliseconds

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SHAPE = re.compile(f"[0-7][{_ALPHABET}]{{25}}")
RANDOM_BITS = 80


def ulid(at: datetime, randomness: int) -> str:
    """`randomness` is a number of 80 bits; with 0 it is the lowest ULID of that millisecond."""
    number = max(0, to_milliseconds(at)) << RANDOM_BITS | randomness
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))


def is_ulid(text: str) -> bool:
    return _SHAPE.fullmatch(text) is not None
