"""The reference text of a request: what came with it, and what was uploaded."""

from collections.abc import Callable

from chalicelib.domain.errors import SourceUnreadableError
from chalicelib.task_types.content_generation.schema import LONGEST_REFERENCE, ContentJob

_ENCODINGS = ("utf-8-sig", "gb18030")
_CONTROL_CHARACTERS = frozenset(map(chr, range(32))) - set("\t\n\r\f\v")


def reference_text(job: ContentJob, read_upload: Callable[[str], bytes]) -> str:
    """Raises SourceUnreadableError when the upload is missing or is no text."""
    parts = [job.reference_text or ""]
    if job.source_upload_id:
        parts.append(decoded(read_upload(job.source_upload_id)))
    return "\n\n".join(part for part in parts if part.strip())


def decoded(data: bytes) -> str:
    """UTF-8 with or without a mark, else GB 18030, which Chinese editors on Windows still write."""
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL_CHARACTERS.isdisjoint(text):
            break
        if len(text) > LONGEST_REFERENCE:
            raise SourceUnreadableError(
                f"the uploaded source has {len(text):,} characters; at most {LONGEST_REFERENCE:,} are read"
            )
        return text
    raise SourceUnreadableError("the uploaded source is not a text file in UTF-8 or GB 18030")
