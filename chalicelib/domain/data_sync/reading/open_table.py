"""Opens a stored file as a table: what it is decides its content, never its name."""

from dataclasses import dataclass, field

from chalicelib.domain.data_sync.reading.header import KnownNames
from chalicelib.domain.data_sync.reading.table import Table
from chalicelib.domain.data_sync.reading.text_table import TextTable
from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.ports.data_sync import StoredFile

ZIP = b"PK\x03\x04"
_FOREIGN = {
    b"\xd0\xcf\x11\xe0": "an old Excel workbook (.xls); save it as .xlsx",
    b"%PDF": "a PDF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "compressed; unpack it first",
    b"Rar!": "an archive; unpack it first",
    b"7z\xbc\xaf": "an archive; unpack it first",
    b"PAR1": "a Parquet file",
    b"SQLite": "a database",
}
_MARKUP = (b"<html", b"<!doct", b"<table", b"<?xml", b"{\\rtf")
_JSON = (b"[{", b'{"', b"[[")
CACHED_BLOCKS = 4


def open_table(file: StoredFile, known: KnownNames) -> Table:
    """Raises SourceUnreadableError for what is no table, and says what it is."""
    head = file.read(0, 8192)
    if not head.strip(b" \t\r\n\xef\xbb\xbf\xff\xfe\x00"):
        raise SourceUnreadableError("the file is empty")
    for magic, what in _FOREIGN.items():
        if head.startswith(magic):
            raise SourceUnreadableError(f"the file is {what}")
    cached = CachedFile(file)
    if head.startswith(ZIP):
        from chalicelib.domain.data_sync.reading.excel_table import ExcelTable

        return ExcelTable(cached, known)
    beginning = head.lstrip(b" \t\r\n\xef\xbb\xbf").lower()
    if beginning.startswith(_MARKUP):
        raise SourceUnreadableError("the file is a marked-up document, no table of values")
    if beginning.replace(b" ", b"").replace(b"\n", b"").startswith(_JSON):
        raise SourceUnreadableError("the file is JSON, no table of values")
    return TextTable(cached, known)


@dataclass
class CachedFile:
    """The pieces read last are kept, so that a small file is fetched once and a large one never held."""

    file: StoredFile
    _pieces: dict[tuple[int, int], bytes] = field(default_factory=dict)

    @property
    def size_bytes(self) -> int:
        return self.file.size_bytes

    @property
    def fingerprint(self) -> str:
        return self.file.fingerprint

    def read(self, offset: int, length: int) -> bytes:
        for (start, wanted), piece in self._pieces.items():
            complete = len(piece) < wanted or offset + length <= start + wanted
            if start <= offset and complete and offset <= start + len(piece):
                return piece[offset - start : offset - start + length]
        piece = self.file.read(offset, length)
        if len(self._pieces) >= CACHED_BLOCKS:
            self._pieces.pop(next(iter(self._pieces)))
        self._pieces[offset, length] = piece
        return piece
