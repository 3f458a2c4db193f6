"""A process of a test's local cloud ends when the test run does, even when that was killed."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Sequence

OPTION = "--parent="
_LOOK_SECONDS = 0.5


def end_with_parent(arguments: Sequence[str]) -> None:
    """With `--parent=PID` among the arguments, end the whole process group once that process is gone."""
    for argument in arguments:
        if argument.startswith(OPTION):
            parent = int(argument.removeprefix(OPTION))
            threading.Thread(target=_watch, args=(parent,), daemon=True, name="parent-watch").start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_SECONDS)
    os.killpg(os.getpgrp(), signal.SIGKILL)
