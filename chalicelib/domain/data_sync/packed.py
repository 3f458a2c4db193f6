"""Whole numbers by 64-bit key in flat arrays: a dictionary takes about a hundred bytes an entry, this about twenty."""

import base64
import zlib
from array import array
from collections.abc import Iterator

FIRST_SLOTS = 1024
FULLEST = 0.7
"""Beyond this share of slots taken, searching for a free one takes long."""
QUICKLY = 1
"""The level of compression: what is packed is mostly random and only its small counts shrink."""


class PackedTable:
    """A hash table by open addressing. Keys must be evenly spread, as hashes are; 0 is taken for 1."""

    def __init__(self, *types: str) -> None:
        """`types` are those of the numbers kept with each key, as the array module calls them."""
        self._types = types
        self._make(FIRST_SLOTS)

    def __len__(self) -> int:
        return self._taken

    def add(self, key: int) -> bool:
        """Whether it is new."""
        before = self._taken
        self.slot(key)
        return self._taken > before

    def slot(self, key: int) -> int:
        """Where in `columns` its numbers are, zeros for a new one. Ask first: a new key may replace `columns`."""
        key = key or 1
        keys, mask = self._keys, self._mask
        slot = key & mask
        while (there := keys[slot]) != key:
            if not there:
                return self._take(slot, key)
            slot = (slot + 1) & mask
        return slot

    def slots(self) -> Iterator[tuple[int, int]]:
        """Each key with its slot."""
        return ((key, slot) for slot, key in enumerate(self._keys) if key)

    def _take(self, slot: int, key: int) -> int:
        if self._taken >= self._most:
            self._grow()
            slot = self._free_slot(key)
        self._keys[slot] = key
        self._taken += 1
        return slot

    def _grow(self) -> None:
        """Column by column, so that never more than one is there twice."""
        keys, columns = self._keys, self.columns
        self._make(2 * len(keys))
        for slot, key in enumerate(keys):
            if key:
                new = self._free_slot(key)
                self._keys[new] = key
                self._taken += 1
                for old, column in zip(columns, self.columns, strict=True):
                    column[new] = old[slot]

    def _free_slot(self, key: int) -> int:
        slot = key & self._mask
        while self._keys[slot]:
            slot = (slot + 1) & self._mask
        return slot

    def _make(self, slots: int) -> None:
        self._mask = slots - 1
        self._most = int(slots * FULLEST)
        self._taken = 0
        self._keys = array("Q", [0]) * slots
        self.columns = [array(kind, [0]) * slots for kind in self._types]


def as_text(numbers: "array[int]") -> str:
    """For JSON; in the byte order of the machine, which all that share a queue have in common."""
    return base64.b64encode(zlib.compress(numbers.tobytes(), QUICKLY)).decode("ascii")


def from_text(kind: str, text: str) -> "array[int]":
    numbers = array(kind)
    numbers.frombytes(zlib.decompress(base64.b64decode(text)))
    return numbers
