"""The walk through a checked file that hands out its rows under their final keys, chunk by chunk."""

from collections.abc import Iterator

from chalicelib.domain.data_sync.kept_state import CheckedFile, Place
from chalicelib.domain.data_sync.quality import shapers
from chalicelib.domain.data_sync.repeats import Numbering
from chalicelib.domain.data_sync.shaping import ShapedRow
from chalicelib.domain.data_sync.understanding import Understood
from chalicelib.domain.data_sync.writing import Counts

ROWS_PER_CHUNK = 1000
BYTES_PER_CHUNK = 8 * 1024 * 1024
"""A thousand rows of the largest size would fill a third of a function's memory, several times over."""

Chunk = list[tuple[str, ShapedRow]]


class WritingWalk:
    """Begins where `place` says. What is rejected or a duplicate is counted here, the rest by whoever writes it."""

    def __init__(self, understood: Understood, checked: CheckedFile, place: Place) -> None:
        self._understood = understood
        self._shapers = shapers(understood, checked.conventions)
        self._numbering = Numbering(checked.repeats, numbered=understood.binding.mapping.numbered)
        if place.numbering is not None:
            self._numbering.restore(place.numbering)
        self._begin = place.position
        self._rows = checked.rows
        self.ordinal = place.ordinal
        self.counts = Counts(**place.counts)

    @property
    def ended(self) -> bool:
        return self.ordinal >= self._rows

    def chunks(self) -> Iterator[Chunk]:
        """The last one may be empty; after it the walk has ended."""
        chunk: Chunk = []
        size = 0
        for part, source in self._understood.rows(self._begin):
            if self._shapers[part].leave_out(source):
                continue
            row = self._shapers[part].shape(source)
            size += row.size_bytes
            self._take(row, part, chunk)
            if (self.ordinal % ROWS_PER_CHUNK == 0 or size >= BYTES_PER_CHUNK) and not self.ended:
                yield chunk
                chunk, size = [], 0
        yield chunk

    def place(self) -> Place:
        """After the chunk that was handed out last."""
        position = self._understood.table.position
        return Place(self.ordinal, position, self._numbering.to_json(), self.counts.to_json())

    def _take(self, row: ShapedRow, part: int, chunk: Chunk) -> None:
        self.ordinal += 1
        if row.rejected:
            self.counts.rejected += 1
        elif (key := self._numbering.final_key(row, self.ordinal, part)) is None:
            self.counts.duplicates += 1
        else:
            chunk.append((key, row))
