"""Usage errors in the caller's language; Typer words them in English only."""

from typing import Any

import typer

from contenthub.display.help import allowed_values
from contenthub.errors import LocalError
from contenthub.texts import Texts


class ShownHelpError(LocalError):
    """A group was called without a command; its help has been printed, there is nothing more to say."""

    def __init__(self) -> None:
        super().__init__("usage_error", message="")


def usage_error(error: typer.TyperException, texts: Texts) -> LocalError:
    """The classes of Typer's usage errors are private, so they are told apart by name."""
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        return ShownHelpError()
    message = _message(kind, error, texts)
    context = getattr(error, "ctx", None)
    if context is not None:
        message += "\n" + texts("usage.see_help", command=context.command_path)
    return LocalError("usage_error", message=message)


def _message(kind: str, error: Any, texts: Texts) -> str:
    if kind == "NoSuchOption":
        similar = ", ".join(sorted(error.possibilities or ()))
        key = "usage.no_such_option_but" if similar else "usage.no_such_option"
        return texts(key, name=error.option_name, similar=similar)
    if kind == "MissingParameter":
        return texts("usage.missing", name=_name(error))
    if kind == "BadParameter":
        return texts("usage.bad_value", name=_name(error), expected=_expected(error))
    if kind == "BadOptionUsage":
        key = "usage.no_value" if "does not take" in error.message else "usage.value_missing"
        return texts(key, name=error.option_name)
    return _plain_message(str(error.message), texts)


def _plain_message(message: str, texts: Texts) -> str:
    if message.startswith("No such command"):
        name, _, similar = message.removeprefix("No such command ").partition(". Did you mean ")
        key = "usage.no_such_command_but" if similar else "usage.no_such_command"
        return texts(key, name=name.strip(".'"), similar=similar.rstrip("?"))
    if message.startswith("Got unexpected extra argument"):
        return texts("usage.too_many", values=message.partition("(s) (")[2].rstrip(")"))
    if message.startswith("Missing command"):
        return texts("usage.missing_command")
    return message


def _name(error: Any) -> str:
    return str(error.param.get_error_hint()) if error.param is not None else str(error.param_hint or "")


def _expected(error: Any) -> str:
    if error.param is None:
        return str(error.message)
    allowed = allowed_values(error.param, error.ctx)
    return allowed or str(error.param.display_type(error.ctx)).strip("<>")
