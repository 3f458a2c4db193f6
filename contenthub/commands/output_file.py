"""Puts a file that the API made where the person wants it."""

import sys
from collections.abc import Callable
from pathlib import Path

from contenthub.commands.session import Session
from contenthub.display.cells import size
from contenthub.errors import LocalError
from contenthub.presigned import Download


def deliver(session: Session, download: Download, *, output: str | None, show: Callable[[], None]) -> None:
    """Into the file, with a word about it; without one, `show` puts it on standard output."""
    if output is None:
        show()
        return
    if output == "-":
        sys.stdout.buffer.write(download.data)
        return
    try:
        Path(output).write_bytes(download.data)
    except OSError as error:
        raise LocalError("not_writable", name=output, reason=error.strerror) from error
    answer = {"file": output, "bytes": len(download.data), "content_type": download.content_type}
    session.screen.show(
        answer, lambda screen, _: screen.say("done.written", name=output, size=size(len(download.data)))
    )
