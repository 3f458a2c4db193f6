"""Brings rows into a dataset: only what is new or different is written, and a newer row is never lost to an older."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields

from chalicelib.domain.data_sync.against_store import SampledRow
from chalicelib.domain.data_sync.shaping import ShapedRow
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.data_sync import DataRow, RowHead, RowStore

INSERTED, UPDATED, UNCHANGED, SUPERSEDED = "inserted", "updated", "unchanged", "superseded"


@dataclass
class Counts:
    """Every row of a file is counted in exactly one of these."""

    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    superseded: int = 0
    """The dataset has a newer row with the same key."""
    duplicates: int = 0
    """Another row of the same file has the same key, and counts."""
    rejected: int = 0

    def count(self, what: str, by: int = 1) -> None:
        setattr(self, what, getattr(self, what) + by)

    @property
    def total(self) -> int:
        return sum(getattr(self, counted.name) for counted in fields(self))

    def to_json(self) -> JsonObject:
        return asdict(self)


@dataclass(frozen=True)
class RowWriter:
    rows: RowStore
    dataset: str
    task_id: str
    file_id: str
    file_time: str
    """When the file was true: decides between rows of one key and one business time."""
    dry_run: bool = False

    def write(self, chunk: Sequence[tuple[str, ShapedRow]], counts: Counts) -> None:
        """Keys must differ. Done again after a crash, it counts what this task wrote before as it did then."""
        heads = self.rows.heads(self.dataset, [key for key, _ in chunk])
        changes: list[DataRow] = []
        for key, row in chunk:
            version = self._version(row.time)
            what, is_new = self._verdict(heads.get(key), row.content_hash, version)
            if is_new:
                changes.append(
                    DataRow(key, row.values, row.content_hash, version, self.task_id, what, file_id=self.file_id)
                )
            counts.count(what)
        if changes and not self.dry_run:
            self._put(changes, counts)

    def expect(self, rows: Sequence[SampledRow]) -> Counter[str]:
        """How many of them would count as what, were they written now."""
        heads = self.rows.heads(self.dataset, [row.key for row in rows])
        return Counter(self._verdict(heads.get(row.key), row.content_hash, self._version(row.time))[0] for row in rows)

    def _put(self, changes: Sequence[DataRow], counts: Counts) -> None:
        """What is refused met a newer row that somebody else wrote since we looked."""
        how_by_key = {row.key: row.how for row in changes}
        for key in self.rows.put(self.dataset, changes):
            counts.count(how_by_key[key], -1)
            counts.count(SUPERSEDED)

    def _version(self, time: str) -> str:
        return f"{time} {self.file_time}"

    def _verdict(self, head: RowHead | None, content_hash: str, version: str) -> tuple[str, bool]:
        """What the row counts as, and whether it is to be written."""
        if head is None:
            return INSERTED, True
        if head.content_hash == content_hash:
            return (head.how if head.written_by == self.task_id else UNCHANGED), False
        return (SUPERSEDED, False) if head.version > version else (UPDATED, True)
