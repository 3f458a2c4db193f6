"""What the sync of a file can end with, beside what every task can."""

from chalicelib.domain.errors import TaskFailedError, UnknownUploadError


class FileRejectedError(TaskFailedError):
    """The quality check of a file found too much wrong with it; nothing was written."""

    code = "file_rejected"


class UnknownFileError(UnknownUploadError):
    """None of the files that a request names is there, or they are somebody else's."""
