"""Errors as a person reads them, and as problem JSON on standard error."""

import json
import sys
from typing import Any

from contenthub.display.cells import printable
from contenthub.display.screen import Screen
from contenthub.errors import (
    ContentHubError,
    LocalError,
    NotAllowedError,
    NotReachableError,
    ProblemError,
)
from contenthub.exit_codes import ExitCode
from contenthub.http_answers import is_loopback

HINTS_BY_CODE = {"review_not_open": "hint.review_not_open"}


def report_error(screen: Screen, error: ContentHubError) -> None:
    if screen.as_json:
        sys.stderr.write(json.dumps(_as_problem(screen, error), ensure_ascii=False) + "\n")
        return
    screen.err.print(_headline(screen, error), soft_wrap=True)
    if isinstance(error, ProblemError):
        for fault in error.problem.get("errors") or []:
            _field_fault(screen, fault)
    hint = _hint_key(error)
    if hint:
        screen.note(hint)


def _headline(screen: Screen, error: ContentHubError) -> Any:
    from rich.text import Text

    if error.exit_code == ExitCode.INTERRUPTED:  # what somebody did on purpose is no error
        return Text(printable(_sentence(screen, error)))
    return Text.assemble((screen.texts("error.label"), "bold red"), " ", printable(_sentence(screen, error)))


def _sentence(screen: Screen, error: ContentHubError) -> str:
    if isinstance(error, ProblemError):
        return _problem_sentence(screen, error)
    if isinstance(error, LocalError):
        return screen.texts(error.text_key, **error.values)
    return screen.texts("error.unexpected", reason=str(error))


def _problem_sentence(screen: Screen, error: ProblemError) -> str:
    title, detail = error.problem.get("title"), error.problem.get("detail")
    # The detail of an invalid request sums up the faults that are listed below it.
    parts = [title] if error.problem.get("errors") and title else [title, detail]
    said = dict.fromkeys(str(part).rstrip(".。") for part in parts if part)
    return f"{screen.texts('error.joint').join(said)} ({error.code}, HTTP {error.status})"


def _field_fault(screen: Screen, fault: Any) -> None:
    if isinstance(fault, dict):
        line = f"  {fault.get('pointer', '')}: {fault.get('detail') or fault.get('code', '')}"
        screen.err.print(printable(line), soft_wrap=True)


def _hint_key(error: ContentHubError) -> str | None:
    if isinstance(error, NotAllowedError) and error.status == 401:
        return "hint.sign_in"
    if isinstance(error, NotReachableError) and is_loopback(str(error.values["base_url"])):
        return "hint.start_local"
    return HINTS_BY_CODE.get(error.code)


def _as_problem(screen: Screen, error: ContentHubError) -> dict[str, Any]:
    if isinstance(error, ProblemError):
        return error.problem
    return {"type": "about:blank", "code": error.code, "title": _sentence(screen, error)}
