"""The exit codes of the command line; they are documented in docs/cli.md and never change meaning."""

from enum import IntEnum


class ExitCode(IntEnum):
    OK = 0
    UNEXPECTED = 1
    USAGE = 2
    NOT_REACHABLE = 3
    NOT_ALLOWED = 4
    NOT_FOUND = 5
    REFUSED = 6
    CONFLICT = 7
    TASK_UNSUCCESSFUL = 8
    WAIT_TIMED_OUT = 9
    INTERRUPTED = 130
