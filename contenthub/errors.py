"""The errors of the client: what the server refused, what never reached it, what this machine could not do."""

from collections.abc import Mapping
from typing import Any

from contenthub.exit_codes import ExitCode


class ContentHubError(Exception):
    """The root of the tree; every error has a stable code and an exit code."""

    exit_code = ExitCode.UNEXPECTED
    code = "unexpected_error"


class ProblemError(ContentHubError):
    """The server answered with a problem (RFC 9457)."""

    def __init__(self, problem: Mapping[str, Any], *, status: int, retry_after_seconds: float | None = None) -> None:
        super().__init__(problem.get("detail") or problem.get("title") or f"HTTP {status}")
        self.problem = dict(problem)
        self.status = status
        self.code = str(problem.get("code") or f"http_{status}")
        self.retry_after_seconds = retry_after_seconds


class RefusedError(ProblemError):
    exit_code = ExitCode.REFUSED


class NotAllowedError(ProblemError):
    exit_code = ExitCode.NOT_ALLOWED


class NotFoundError(ProblemError):
    exit_code = ExitCode.NOT_FOUND


class ConflictError(ProblemError):
    exit_code = ExitCode.CONFLICT


class BusyError(ProblemError):
    """The server, or something before it, cannot take the request now (429, 502, 503, 504)."""

    exit_code = ExitCode.NOT_REACHABLE


class LocalError(ContentHubError):
    """Something this machine found out by itself; the text key is looked up in the caller's language."""

    def __init__(self, code: str, *, exit_code: ExitCode = ExitCode.USAGE, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.exit_code = exit_code
        self.values = values

    @property
    def text_key(self) -> str:
        return f"error.{self.code}"


class NotReachableError(LocalError):
    """No answer came: nothing listens there, the connection broke, or the time was up."""

    def __init__(self, base_url: str, *, reason: str) -> None:
        super().__init__("not_reachable", exit_code=ExitCode.NOT_REACHABLE, base_url=base_url, reason=reason)


class WaitTimedOutError(LocalError):
    def __init__(self, task_id: str, *, seconds: float) -> None:
        super().__init__("wait_timed_out", exit_code=ExitCode.WAIT_TIMED_OUT, task_id=task_id, seconds=f"{seconds:g}")


def problem_error(problem: Mapping[str, Any], *, status: int, retry_after_seconds: float | None = None) -> ProblemError:
    """The error class for an HTTP status."""
    kind = _ERRORS_BY_STATUS.get(status) or (RefusedError if 400 <= status < 500 else ProblemError)
    return kind(problem, status=status, retry_after_seconds=retry_after_seconds)


_ERRORS_BY_STATUS: dict[int, type[ProblemError]] = {
    401: NotAllowedError,
    403: NotAllowedError,
    404: NotFoundError,
    409: ConflictError,
    410: NotFoundError,
    429: BusyError,
    502: BusyError,
    503: BusyError,
    504: BusyError,
}
