"""Puts adapters behind ports and use cases on ports.

What entrypoints hand to use cases is named here too, and imported when a module asks for it by name: a worker's cold
start should not pay for the API's commands.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from chalicelib.bootstrap.platform import Platform, platform

if TYPE_CHECKING:
    from chalicelib.services.advance_workflow import Move
    from chalicelib.services.data_files import FileFilter, NewFile
    from chalicelib.services.documents import NewDocument
    from chalicelib.services.live_updates import ReplayFrom
    from chalicelib.services.project_events import RowChange
    from chalicelib.services.submit_task import SubmitCommand

_MODULE_BY_NAME = {
    "FileFilter": "data_files",
    "Move": "advance_workflow",
    "NewDocument": "documents",
    "NewFile": "data_files",
    "ReplayFrom": "live_updates",
    "RowChange": "project_events",
    "SubmitCommand": "submit_task",
}

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


def __getattr__(name: str) -> object:
    if name not in _MODULE_BY_NAME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"chalicelib.services.{_MODULE_BY_NAME[name]}"), name)
