"""Reads an API key without showing it, and shows one without giving it away."""

import getpass
import sys

from contenthub.commands.session import Session
from contenthub.errors import LocalError


def read_key(session: Session, given: str | None = None) -> str:
    """From the argument, else typed unseen at a terminal, else the first line of standard input."""
    if given is None and sys.stdin.isatty():
        given = getpass.getpass(session.texts("prompt.api_key") + " ")
    elif given is None or given == "-":
        given = sys.stdin.readline()
    key = given.strip()
    if not key or not key.isascii() or not key.isprintable() or " " in key:
        raise LocalError("bad_key")
    return key


def masked(key: str | None) -> str | None:
    """Enough to recognise a key by, too little to use it."""
    if key is None:
        return None
    return f"{key[:8]}…{key[-4:]}" if len(key) >= 24 else "…"
