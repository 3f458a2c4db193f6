"""What the sync of a file can end with, beside what every task can."""

from chalicelib.domain.errors import TaskFailedError


class FileRejectedError(TaskFailedError):
    """The quality check of a file found too much wrong with it; nothing was written."""

    code = "file_rejected"
