"""Which documents a command line names: files and folders to be uploaded, or ids of what was uploaded before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from contenthub.commands.session import Session
from contenthub.display.upload_bar import UploadBar
from contenthub.errors import LocalError
from contenthub.shapes import DocumentSlot

_ID = re.compile(r"(?i)[0-9a-hjkmnp-tv-z]{26}")


@dataclass(frozen=True)
class LocalDocument:
    path: Path
    data: bytes


def find_documents(named: Sequence[str]) -> list[LocalDocument | str]:
    """Files with their bytes, and ids; a folder stands for the files in it. Raises LocalError for what is not there."""
    found: list[LocalDocument | str] = []
    for name in named:
        path = Path(name)
        if not path.exists() and _ID.fullmatch(name):
            found.append(name)
        else:
            found += [_read(file) for file in files_in(path)]
    return found


def files_in(path: Path) -> list[Path]:
    """The path itself if it is no folder."""
    if not path.is_dir():
        return [path]
    files = [file for file in sorted(path.iterdir()) if file.is_file() and not file.name.startswith(".")]
    if not files:
        raise LocalError("folder_empty", name=str(path))
    return files


def upload_documents(session: Session, documents: Sequence[LocalDocument]) -> Iterator[DocumentSlot]:
    """Yields what the API says of each document when its bytes have gone."""
    with UploadBar(session.screen, total=sum(len(document.data) for document in documents)) as bar:
        for document in documents:
            bar.begin(document.path.name)
            slot = session.client.documents.upload(document.path.name, document.data, on_sent=bar.advance)
            bar.done(document.path.name, slot["document_id"])
            yield slot


def document_ids(session: Session, documents: Sequence[LocalDocument | str]) -> list[str]:
    """In the order they were named; files are uploaded here."""
    slots = upload_documents(session, [document for document in documents if isinstance(document, LocalDocument)])
    ids = iter([slot["document_id"] for slot in slots])
    return [document if isinstance(document, str) else next(ids) for document in documents]


def _read(path: Path) -> LocalDocument:
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise LocalError("source_missing", name=str(path)) from error
    except OSError as error:
        raise LocalError("source_unreadable", name=str(path), reason=error.strerror) from error
    if not data:
        raise LocalError("document_empty", name=str(path))
    return LocalDocument(path, data)
