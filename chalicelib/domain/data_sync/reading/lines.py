"""The lines of a text file, read in blocks, each line with a place to go on from."""

import io

from chalicelib.domain.data_sync.reading.encoding import BLOCK_BYTES, Encoding
from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.ports.data_sync import StoredFile

LONGEST_LINE_BYTES = 4 * BLOCK_BYTES


class Lines:
    """Iterates over the lines with their ends, whichever of the three kinds they are.

    Blocks end where lines end. A place is therefore the offset of a block and a number of lines in it, which holds
    for every encoding, and needs no state of the decoder.
    """

    def __init__(self, file: StoredFile, encoding: Encoding, offset: int = 0, skipped: int = 0) -> None:
        self._file = file
        self._encoding = encoding
        self._block_at = offset or encoding.mark_bytes
        self._next_at = self._block_at
        self._lines: list[str] = []
        self._line = 0
        self._load()
        for _ in range(skipped):
            next(self)

    @property
    def place(self) -> tuple[int, int]:
        return self._block_at, self._line

    @property
    def at_end(self) -> bool:
        """No line is left."""
        return self._line == len(self._lines) and self._next_at >= self._file.size_bytes

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        if self._line == len(self._lines) and not self._load():
            raise StopIteration
        self._line += 1
        return self._lines[self._line - 1]

    def _load(self) -> bool:
        block = self._whole_lines(self._next_at)
        self._block_at, self._line = self._next_at, 0
        self._next_at += len(block)
        # Zeros are what a writer that died has left: nobody's text has them.
        text = block.decode(self._encoding.name, errors="replace").replace("\0", "")
        self._lines = list(io.StringIO(text, newline=""))
        return bool(block)

    def _whole_lines(self, start: int) -> bytes:
        length = BLOCK_BYTES
        while True:
            block = self._file.read(start, length)
            if start + len(block) >= self._file.size_bytes:
                return block
            if end := self._last_line_end(block):
                return block[:end]
            if length >= LONGEST_LINE_BYTES:
                raise SourceUnreadableError(f"a line is longer than {LONGEST_LINE_BYTES:,} bytes; this is no table")
            length *= 2

    def _last_line_end(self, block: bytes) -> int:
        """After the last line end in the block; a carriage return at its very end may be half of one."""
        return max(self._after_last(block, "\n"), self._after_last(block[: -self._unit], "\r"))

    def _after_last(self, block: bytes, character: str) -> int:
        mark, at = character.encode(self._encoding.name), len(block)
        while (at := block.rfind(mark, 0, at)) >= 0:
            if at % self._unit == 0:
                follows = block[at + len(mark) : at + 2 * len(mark)]
                both = character == "\r" and follows == "\n".encode(self._encoding.name)
                return at + len(mark) * (2 if both else 1)
            at += len(mark) - 1
        return 0

    @property
    def _unit(self) -> int:
        return {"utf-16": 2, "utf-32": 4}.get(self._encoding.name[:6], 1)
