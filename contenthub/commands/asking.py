"""Asks the person at the terminal."""

import sys

from contenthub.commands.session import Session


def somebody_is_there(session: Session) -> bool:
    """Whether a question would be read and answered by a person."""
    terminal = session.surroundings.terminal
    return not session.screen.as_json and (sys.stdin.isatty() if terminal is None else terminal)


def ask(session: Session, key: str, **values: object) -> str:
    """The answer without blanks around it; empty at the end of input."""
    session.screen.err.print(session.texts(key, **values), end=" ")
    return sys.stdin.readline().strip()
