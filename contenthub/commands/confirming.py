"""Asks before something is lost."""

from contenthub.commands.asking import ask, somebody_is_there
from contenthub.commands.session import Session
from contenthub.errors import LocalError
from contenthub.exit_codes import ExitCode

_YES = frozenset({"y", "yes", "j", "是", "好"})


def confirm(session: Session, key: str, **values: object) -> None:
    """Returns when the answer is yes; without a terminal to ask at, `--yes` is required."""
    if not somebody_is_there(session):
        raise LocalError("confirmation_needed")
    if ask(session, key, **values).lower() not in _YES:
        raise LocalError("not_confirmed", exit_code=ExitCode.INTERRUPTED)
