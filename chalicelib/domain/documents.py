"""A document: a file that a user has brought for an analysis, and what is known of it."""

from enum import StrEnum

DOCUMENT = "document"
"""The kind of its record; the file itself is the upload of the same id."""


class DocumentState(StrEnum):
    WAITING_FOR_UPLOAD = "waiting_for_upload"
    UPLOADED = "uploaded"
