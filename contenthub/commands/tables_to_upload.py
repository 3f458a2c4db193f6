"""Files of tables on this machine: found and looked at before anything is sent, read one at a time."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from contenthub.commands.documents import files_in
from contenthub.commands.session import Session
from contenthub.display.upload_bar import UploadBar
from contenthub.errors import LocalError
from contenthub.shapes import DataFileSlot


def find_tables(named: Sequence[str]) -> list[Path]:
    """A folder stands for the files in it. Raises LocalError for what is missing, unreadable or empty."""
    found = [file for name in named for file in files_in(Path(name))]
    for file in found:
        if _size(file) == 0:
            raise LocalError("document_empty", name=str(file))
    return found


def upload_tables(
    session: Session, files: Sequence[Path], described: Mapping[str, object]
) -> Iterator[tuple[Path, DataFileSlot]]:
    """Yields each file and what the API says of it when its bytes have gone."""
    with UploadBar(session.screen, total=sum(_size(file) for file in files)) as bar:
        for file in files:
            bar.begin(file.name)
            slot = session.client.data_files.upload(file.name, _read(file), described=described, on_sent=bar.advance)
            bar.done(file.name, slot["file_id"])
            yield file, slot


def _size(file: Path) -> int:
    try:
        with file.open("rb") as opened:
            return opened.seek(0, 2)
    except FileNotFoundError as error:
        raise LocalError("source_missing", name=str(file)) from error
    except OSError as error:
        raise LocalError("source_unreadable", name=str(file), reason=error.strerror) from error


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise LocalError("source_unreadable", name=str(file), reason=error.strerror) from error
