"""What of a file its dataset has already: an even sample of its keys, to be looked up before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappush, heapreplace

from chalicelib.domain.data_sync.repeats import key_hash
from chalicelib.domain.data_sync.shaping import ShapedRow
from chalicelib.domain.json_types import JsonObject

SAMPLE_SIZE = 2000
NAMES = {"inserted": "new", "unchanged": "same", "updated": "different", "superseded": "newer_in_store"}
"""As reports say it, by what writing the row would count as."""


@dataclass(frozen=True)
class SampledRow:
    key: str
    content_hash: str
    time: str


class KeySample:
    """The rows whose keys have the smallest hashes: all of a small file, and of a large one always the same."""

    def __init__(self, size: int = SAMPLE_SIZE) -> None:
        self._size = size
        self._rows: dict[int, SampledRow] = {}
        self._greatest: list[int] = []
        """The hashes, negative, as a heap."""

    def see(self, key: str, row: ShapedRow) -> None:
        """Of several rows with one key the newest stays, as it does in the dataset."""
        hashed = key_hash(key)
        kept = self._rows.get(hashed)
        if kept is None and not self._makes_room(hashed):
            return
        if kept is None or row.time >= kept.time:
            self._rows[hashed] = SampledRow(key, row.content_hash, row.time)

    @property
    def rows(self) -> Sequence[SampledRow]:
        return list(self._rows.values())

    def _makes_room(self, hashed: int) -> bool:
        if len(self._rows) < self._size:
            heappush(self._greatest, -hashed)
            return True
        if hashed >= -self._greatest[0]:
            return False
        del self._rows[-heapreplace(self._greatest, -hashed)]
        return True


def comparison(expected: Mapping[str, int]) -> JsonObject:
    """For the report; `expected` says how many rows would count as what."""
    return {"looked_at": sum(expected.values()), **{name: expected.get(what, 0) for what, name in NAMES.items()}}
