"""The files that a request names: all of them there, and the caller's own."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from chalicelib.domain.data_sync.errors import UnknownFileError
from chalicelib.domain.data_sync.records import DATA_FILE
from chalicelib.domain.errors import UnknownUploadError
from chalicelib.domain.record import Record
from chalicelib.domain.task_type import SubmissionDesk

LOOKS_AT_ONCE = 16
MOST_NAMED = 10


def find_wanted(file_ids: Sequence[str], desk: SubmissionDesk, *, fresh: bool = False) -> list[Record]:
    """Whose and where a file is never changes; `fresh`, if its state matters.

    Raises UnknownFileError and UnknownUploadError; another owner's file is as unknown as one that does not exist.
    """

    def look(file_id: str) -> Record | UnknownUploadError:
        record = desk.record(DATA_FILE, file_id, fresh=fresh)
        if record is None or record.owner_id != desk.owner_id:
            return UnknownFileError(f"there is no file {file_id}")
        if not desk.file_exists(record.body["location"]):
            return UnknownUploadError(f"nothing was uploaded for file {file_id}")
        return record

    with ThreadPoolExecutor(LOOKS_AT_ONCE) as pool:
        found = list(pool.map(look, file_ids))
    if missing := [why for why in found if isinstance(why, UnknownUploadError)]:
        raise _together(missing)
    return [record for record in found if isinstance(record, Record)]


def _together(missing: Sequence[UnknownUploadError]) -> UnknownUploadError:
    more = f"; and {len(missing) - MOST_NAMED} more" if len(missing) > MOST_NAMED else ""
    told = "; ".join(why.message for why in missing[:MOST_NAMED]) + more
    unknown = all(isinstance(why, UnknownFileError) for why in missing)
    return UnknownFileError(told) if unknown else UnknownUploadError(told)
