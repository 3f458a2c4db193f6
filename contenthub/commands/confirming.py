"""Asks before something is lost."""

import sys

from contenthub.commands.session import Session
from contenthub.errors import LocalError
from contenthub.exit_codes import ExitCode

_YES = frozenset({"y", "yes", "j", "是", "好"})


def confirm(session: Session, key: str, **values: object) -> None:
    """Returns when the answer is yes; without a terminal to ask at, `--yes` is required."""
    terminal = session.surroundings.terminal
    if session.screen.as_json or not (sys.stdin.isatty() if terminal is None else terminal):
        raise LocalError("confirmation_needed")
    session.screen.err.print(session.texts(key, **values), end=" ")
    if sys.stdin.readline().strip().lower() not in _YES:
        raise LocalError("not_confirmed", exit_code=ExitCode.INTERRUPTED)
