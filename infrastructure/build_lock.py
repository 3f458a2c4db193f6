"""One deployment at a time in a build folder: the others wait, and say so."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

WAITING = "another deployment from this folder is running; waiting"


@contextmanager
def exclusive(folder: Path, *, say: Callable[[str], None] = print) -> Iterator[None]:
    """Nobody else is inside for the same folder; the system ends a lock with its process, however that ends."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(WAITING)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
