"""Keys that are in a file several times: which rows get a number, and which row counts where only one may."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from chalicelib.domain.data_sync.findings import Findings
from chalicelib.domain.data_sync.shaping import ShapedRow
from chalicelib.domain.json_types import JsonObject

ORDINAL_BITS = 32


@dataclass
class KeyLedger:
    """Sees every row of a file once. Keys are held as 64-bit hashes: 61,548 rows take about 15 MB."""

    numbered: bool
    """Rows with one key are several things. Numbers begin anew in each sheet, whose rows may repeat another's."""
    sheets: int
    _counts: dict[int, int] = field(default_factory=dict)
    _sheet: int = -1
    _several: set[int] = field(default_factory=set)
    _best: dict[int, int] = field(default_factory=dict)
    _repeated: set[int] = field(default_factory=set)
    _contents: set[int] = field(default_factory=set)

    def see(self, row: ShapedRow, ordinal: int, sheet: int, findings: Findings) -> None:
        content = int(row.content_hash[:16], 16)
        same = content in self._contents
        self._contents.add(content)
        if same:
            findings.add_once("exact_duplicate", row.number, example=row.key[:60])
        final = self._numbered_key(row.key, sheet)
        if self.numbered and self.sheets == 1:
            return
        key = _hash(final)
        if key in self._best:
            self._repeated.add(key)
            if not same:
                findings.add_once("repeated_key", row.number, example=row.key[:60])
        self._best[key] = max(self._best.get(key, 0), _rank(row.time, ordinal))

    def conclude(self) -> "Repeats":
        mask = (1 << ORDINAL_BITS) - 1
        return Repeats(frozenset(self._several), {key: self._best[key] & mask for key in self._repeated})

    def _numbered_key(self, key: str, sheet: int) -> str:
        if not self.numbered:
            return key
        if sheet != self._sheet:
            self._sheet, self._counts = sheet, {}
        hashed = _hash(key)
        count = self._counts[hashed] = self._counts.get(hashed, 0) + 1
        if count > 1:
            self._several.add(hashed)
        return with_number(key, count)


@dataclass(frozen=True)
class Repeats:
    several: frozenset[int]
    """Keys that must be numbered."""
    winners: Mapping[int, int]
    """Of keys that are several rows but one thing: the ordinal of the row that counts."""

    def to_json(self) -> JsonObject:
        """Hexadecimal: not every reader of JSON keeps 64 bits."""
        return {
            "several": [f"{key:x}" for key in sorted(self.several)],
            "winners": {f"{key:x}": ordinal for key, ordinal in self.winners.items()},
        }

    @classmethod
    def from_json(cls, body: JsonObject) -> Self:
        winners = {int(key, 16): ordinal for key, ordinal in body["winners"].items()}
        return cls(frozenset(int(key, 16) for key in body["several"]), winners)


@dataclass
class Numbering:
    """Gives each row its final key, in the second walk through the file."""

    repeats: Repeats
    numbered: bool
    sheet: int = -1
    counts: dict[int, int] = field(default_factory=dict)

    def final_key(self, row: ShapedRow, ordinal: int, sheet: int) -> str | None:
        """None where another row with this key counts."""
        key = self._with_number(row.key, sheet)
        winner = self.repeats.winners.get(_hash(key)) if self.repeats.winners else None
        return key if winner in (None, ordinal) else None

    def to_json(self) -> JsonObject:
        return {"sheet": self.sheet, "counts": {f"{key:x}": count for key, count in self.counts.items()}}

    def restore(self, body: JsonObject) -> None:
        self.sheet = body["sheet"]
        self.counts = {int(key, 16): count for key, count in body["counts"].items()}

    def _with_number(self, key: str, sheet: int) -> str:
        if not self.numbered or not self.repeats.several:
            return key
        if sheet != self.sheet:
            self.sheet, self.counts = sheet, {}
        hashed = _hash(key)
        if hashed not in self.repeats.several:
            return key
        count = self.counts[hashed] = self.counts.get(hashed, 0) + 1
        return with_number(key, count)


def with_number(key: str, count: int) -> str:
    """The first keeps the plain key, so that a row does not change its key when a second one appears."""
    return key if count == 1 else f"{key}#{count}"


def _hash(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest())


def _rank(time: str, ordinal: int) -> int:
    """Greater for the newer time, and for the later row at one time."""
    digits = "".join(filter(str.isdigit, time))[:14].ljust(14, "0")
    return int(digits) << ORDINAL_BITS | ordinal
