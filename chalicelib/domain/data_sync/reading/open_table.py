"""Opens a stored file as a table: what it is decides its content, never its name."""

from dataclasses import dataclass, field

from chalicelib.domain.data_sync.reading.header import KnownNames
from chalicelib.domain.data_sync.reading.table import Table
from chalicelib.domain.data_sync.reading.text_table import TextTable
from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.domain.ports.data_sync import StoredFile

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
LOOKED_THROUGH_BYTES = 1024 * 1024
_FOREIGN = {
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
_MARKUP = ("<html", "<!doct", "<!--", "<table", "<?xml", "<meta", "<head", "<body", "<workbook", "{\\rtf")
_JSON = ("[{", '{"', "[[")
CACHED_BLOCKS = 4


def open_table(file: StoredFile, known: KnownNames) -> Table:
    """Raises SourceUnreadableError for what is no table, and says what it is."""
    head = file.read(0, 8192)
    if not head.strip(b" \t\r\n\xef\xbb\xbf\xff\xfe\x00"):
        raise SourceUnreadableError("the file is empty")
    if what := _foreign(file, head):
        raise SourceUnreadableError(f"the file is {what}")
    cached = CachedFile(file)
    if head.startswith(ZIP):
        from chalicelib.domain.data_sync.reading.excel_table import ExcelTable

        return ExcelTable(cached, known)
    return TextTable(cached, known)


def _foreign(file: StoredFile, head: bytes) -> str:
    """What it is that is no table."""
    if head.startswith(OLE):
        is_encrypted = ENCRYPTED in file.read(0, LOOKED_THROUGH_BYTES) + _end(file)
        protected = "a workbook protected by a password; save it without one"
        return protected if is_encrypted else "an old Excel workbook (.xls); save it as .xlsx"
    found = next((what for magic, what in _FOREIGN.items() if head.startswith(magic)), "")
    # Marks and zeros away, this is the same in UTF-8 and in UTF-16.
    text = head.translate(None, b"\0\xef\xbb\xbf\xfe\xff").decode("latin-1").lstrip().lower()
    if text.startswith(_MARKUP):
        return "a marked-up document, no table of values"
    return "JSON, no table of values" if "".join(text.split()).startswith(_JSON) else found


def _end(file: StoredFile) -> bytes:
    """Where the list of its parts may be, too."""
    return file.read(max(0, file.size_bytes - LOOKED_THROUGH_BYTES), LOOKED_THROUGH_BYTES)


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
