"""Puts adapters behind ports and use cases on ports."""

from chalicelib.bootstrap.platform import Platform, platform
from chalicelib.services.advance_workflow import Move
from chalicelib.services.data_files import FileFilter, NewFile
from chalicelib.services.documents import NewDocument
from chalicelib.services.live_updates import ReplayFrom
from chalicelib.services.project_events import RowChange
from chalicelib.services.submit_task import SubmitCommand

__all__ = [
    "FileFilter",
    "Move",
    "NewDocument",
    "NewFile",
    "Platform",
    "ReplayFrom",
    "RowChange",
    "SubmitCommand",
    "platform",
]
