"""Keys that are in a file several times: which rows get a number, and which row counts where only one may."""

import hashlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Self

from chalicelib.domain.data_sync.findings import Findings
from chalicelib.domain.data_sync.packed import PackedTable, as_text, from_text
from chalicelib.domain.data_sync.shaping import ShapedRow
from chalicelib.domain.json_types import JsonObject

HASHES, COUNTS = "Q", "I"
"""As the array module calls numbers of 64 and of 32 bits."""
DIGITS_OF_TIME = 14


@dataclass
class KeyLedger:
    """Sees every row of a file once. Keys and contents are held as 64-bit hashes: two million rows take about 80 MB,
    and where only one row of a key may count about 110 MB.
    """

    numbered: bool
    """Rows with one key are several things. Numbers begin anew in each sheet, whose rows may repeat another's."""
    sheets: int
    _contents: PackedTable = field(default_factory=PackedTable)
    _counts: PackedTable = field(default_factory=lambda: PackedTable(COUNTS))
    _sheet: int = -1
    _several: "array[int]" = field(default_factory=lambda: array(HASHES))
    _best: PackedTable = field(default_factory=lambda: PackedTable(HASHES, COUNTS))
    """By final key: the newest time so far, and the ordinal of its row."""
    _repeated: PackedTable = field(default_factory=PackedTable)

    def see(self, row: ShapedRow, ordinal: int, sheet: int, findings: Findings) -> str:
        """The key that the row will have, if it is the one that counts."""
        same = not self._contents.add(int(row.content_hash[:16], 16))
        if same:
            findings.add_once("exact_duplicate", row.number, example=row.key[:60])
        final = self._numbered_key(row.key, sheet)
        if self.numbered and self.sheets == 1:
            return final
        key, time = key_hash(final), _whole_time(row.time)
        slot = self._best.slot(key)
        times, ordinals = self._best.columns
        if ordinals[slot]:
            self._repeated.add(key)
            if not same:
                findings.add_once("repeated_key", row.number, example=row.key[:60])
        if time >= times[slot]:
            times[slot], ordinals[slot] = time, ordinal
        return final

    def conclude(self) -> "Repeats":
        self._end_sheet()
        winners = sorted((key, self._best.columns[1][self._best.slot(key)]) for key, _ in self._repeated.slots())
        return Repeats(
            array(HASHES, _once(self._several)),
            array(HASHES, map(itemgetter(0), winners)),
            array(COUNTS, map(itemgetter(1), winners)),
        )

    def _numbered_key(self, key: str, sheet: int) -> str:
        if not self.numbered:
            return key
        if sheet != self._sheet:
            self._end_sheet()
            self._sheet = sheet
        slot = self._counts.slot(key_hash(key))
        counts = self._counts.columns[0]
        counts[slot] += 1
        return with_number(key, counts[slot])

    def _end_sheet(self) -> None:
        counts = self._counts.columns[0]
        self._several.extend(key for key, slot in self._counts.slots() if counts[slot] > 1)
        self._counts = PackedTable(COUNTS)


@dataclass(frozen=True)
class Repeats:
    several: "array[int]"
    """Hashes of the keys that must be numbered, in order."""
    winners: "array[int]"
    """Hashes of the keys that are several rows but one thing, in order; and for each the row that counts."""
    ordinals: "array[int]"

    def to_json(self) -> JsonObject:
        return {name: as_text(getattr(self, name)) for name in ("several", "winners", "ordinals")}

    @classmethod
    def from_json(cls, body: JsonObject) -> Self:
        return cls(
            from_text(HASHES, body["several"]),
            from_text(HASHES, body["winners"]),
            from_text(COUNTS, body["ordinals"]),
        )

    def winner(self, key: str) -> int | None:
        """The ordinal of the one row that counts, where there are several."""
        found = _index(self.winners, key_hash(key)) if self.winners else None
        return None if found is None else self.ordinals[found]


class Numbering:
    """Gives each row its final key, in the second walk through the file."""

    def __init__(self, repeats: Repeats, *, numbered: bool) -> None:
        self._repeats = repeats
        self._numbered = numbered and bool(repeats.several)
        self._begin_sheet(-1)

    def final_key(self, row: ShapedRow, ordinal: int, sheet: int) -> str | None:
        """None where another row with this key counts."""
        key = self._with_number(row.key, sheet)
        return key if self._repeats.winner(key) in (None, ordinal) else None

    def to_json(self) -> JsonObject:
        """As large as the keys that are there several times: four bytes each, and fewer once compressed."""
        return {"sheet": self._sheet, "counts": as_text(self._counts)}

    def restore(self, body: JsonObject) -> None:
        self._sheet, self._counts = body["sheet"], from_text(COUNTS, body["counts"])

    def _begin_sheet(self, sheet: int) -> None:
        self._sheet = sheet
        self._counts = array(COUNTS, [0]) * len(self._repeats.several)

    def _with_number(self, key: str, sheet: int) -> str:
        if not self._numbered:
            return key
        if sheet != self._sheet:
            self._begin_sheet(sheet)
        index = _index(self._repeats.several, key_hash(key))
        if index is None:
            return key
        self._counts[index] += 1
        return with_number(key, self._counts[index])


def with_number(key: str, count: int) -> str:
    """The first keeps the plain key, so that a row does not change its key when a second one appears."""
    return key if count == 1 else f"{key}#{count}"


def key_hash(key: str) -> int:
    """Never zero, which stands for nothing."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest()) or 1


def _index(hashes: "array[int]", wanted: int) -> int | None:
    index = bisect_left(hashes, wanted)
    return index if index < len(hashes) and hashes[index] == wanted else None


def _once(hashes: Iterable[int]) -> Iterable[int]:
    return (value for value, _ in groupby(sorted(hashes)))


def _whole_time(time: str) -> int:
    """Greater for the newer; a day counts as its beginning."""
    digits = "".join(filter(str.isdigit, time))[:DIGITS_OF_TIME]
    return int(digits.ljust(DIGITS_OF_TIME, "0"))
