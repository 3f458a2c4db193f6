"""The root command: translates the command tree, reads global options anywhere, turns errors into exit codes."""

import copy
import sys
import traceback
from collections.abc import Sequence
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from contenthub.commands.session import Session, session_of
from contenthub.commands.translation import Group, translate_tree
from contenthub.commands.usage import ShownHelpError, usage_error
from contenthub.display.problems import report_error
from contenthub.errors import ContentHubError, LocalError
from contenthub.exit_codes import ExitCode
from contenthub.languages import language_from_arguments
from contenthub.surroundings import Surroundings

GLOBAL_OPTIONS = ("json", "lang", "profile", "url", "no_color", "timeout")


class Root(Group):
    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        *_how: Any,
        **extra: Any,
    ) -> Any:
        """Always ends the process with one of the documented exit codes.

        `obj` may carry Surroundings other than the real ones.
        """
        arguments = [*(sys.argv[1:] if args is None else args)]
        surroundings = extra.pop("obj", None) or Surroundings()
        session = Session(surroundings, language=language_from_arguments(arguments, surroundings.environ))
        _spread_global_options(self)
        translate_tree(self, session.texts)
        # Usage errors and help come while options are still being read, and have to know how to speak.
        session.options.json = "--json" in arguments
        session.options.no_color = "--no-color" in arguments
        sys.exit(self._outcome(arguments, session, prog_name=prog_name, complete_var=complete_var))

    def _outcome(
        self, arguments: list[str], session: Session, *, prog_name: str | None, complete_var: str | None
    ) -> int:
        try:
            code = super().main(arguments, prog_name, complete_var, standalone_mode=False, obj=session)
        except ContentHubError as error:
            return _report(session, error)
        except typer.TyperException as error:
            return _report(session, usage_error(error, session.texts))
        except typer.Abort:
            return _report(session, LocalError("interrupted", exit_code=ExitCode.INTERRUPTED))
        except Exception as error:  # noqa: BLE001 - the outer edge: nobody gets a stack trace unasked
            return _report(session, _unexpected(error, session))
        finally:
            session.close()
        if code == ExitCode.INTERRUPTED:
            return _report(session, LocalError("interrupted", exit_code=ExitCode.INTERRUPTED))
        return code if isinstance(code, int) else ExitCode.OK


def _report(session: Session, error: ContentHubError) -> int:
    if not isinstance(error, ShownHelpError):
        report_error(session.screen, error)
    return error.exit_code


def _unexpected(error: Exception, session: Session) -> ContentHubError:
    if session.surroundings.environ.get("CONTENTHUB_DEBUG"):
        traceback.print_exc()
    name = type(error).__name__
    return LocalError("unexpected", exit_code=ExitCode.UNEXPECTED, reason=f"{name}: {error}")


def _spread_global_options(root: TyperGroup) -> None:
    """Gives every command the root's global options, so that they may also stand behind the command.

    Only `--json` is listed in the commands' help; the others would drown the command's own options.
    """
    options = [p for p in root.params if isinstance(p, TyperOption) and p.name in GLOBAL_OPTIONS]
    for command in _leaf_commands(root):
        taken = {name for parameter in command.params for name in parameter.opts}
        for option in options:
            if taken.isdisjoint(option.opts):
                command.params.append(_later_option(option))


def _later_option(option: TyperOption) -> TyperOption:
    later = copy.copy(option)
    later.hidden = option.name != "json"
    later.expose_value = False
    later.callback = _remember
    return later


def _remember(context: Any, parameter: Any, value: Any) -> Any:
    if not context.resilient_parsing:
        session_of(cast("typer.Context", context)).options.set(parameter.name, value)
    return value


def _leaf_commands(group: TyperGroup) -> list[TyperCommand]:
    leaves: list[TyperCommand] = []
    for command in group.commands.values():
        if isinstance(command, TyperGroup):
            leaves += _leaf_commands(command)
        elif isinstance(command, TyperCommand):
            leaves.append(command)
    return leaves
