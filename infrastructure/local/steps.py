"""What a person sees while the local cloud comes up: one line a step, with a tick and the time it took."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOG_TAIL_LINES = 25


class StepError(Exception):
    """A step did not work; carries the log to look into and what the person can do."""

    def __init__(self, reason: str, *, log: Path | None = None, advice: str = "") -> None:
        super().__init__(reason)
        self.log = log
        self.advice = advice


@contextmanager
def step(text: str) -> Iterator[None]:
    """Print one line for a step: while it runs (on a terminal), and how it ended."""
    started = time.monotonic()
    _show_running(text)
    try:
        yield
    except BaseException:
        _show_end(_mark("✗", "x"), text, started)
        raise
    _show_end(_mark("✓", "+"), text, started)


def explain_failure(failure: StepError) -> None:
    """Say what went wrong, show the end of the log that tells why, and what to do."""
    print(f"\n{failure}", file=sys.stderr)
    if failure.log is not None and failure.log.exists():
        print(f"\nThe last lines of {failure.log}:", file=sys.stderr)
        for line in tail(failure.log):
            print(f"  {line}", file=sys.stderr)
    if failure.advice:
        print(f"\n{failure.advice}", file=sys.stderr)


def tail(log: Path, lines: int = LOG_TAIL_LINES) -> list[str]:
    """The last lines of a log file that says something."""
    return [line for line in log.read_text(errors="replace").splitlines() if line.strip()][-lines:]


def _show_running(text: str) -> None:
    if sys.stdout.isatty():
        print(f"  {text} ...", end="", flush=True)


def _show_end(mark: str, text: str, started: float) -> None:
    erase = "\r\033[K" if sys.stdout.isatty() else ""
    print(f"{erase}{mark} {text:<58} {time.monotonic() - started:6.1f} s", flush=True)


def _mark(sign: str, plain: str) -> str:
    try:
        sign.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return plain
    return sign
