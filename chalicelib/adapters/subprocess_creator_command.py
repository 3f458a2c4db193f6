"""The content-creator command as a child process.

How the command is called
    CREATOR_CLI_PATH is a command line, split as a POSIX shell would split it (no shell runs): a path, perhaps with
    arguments, such as `/opt/content-creator/bin/create --model "large v2"`.
    For a health probe `--version` is appended; the command prints its version and ends with 0 within ten seconds.

Standard input: one JSON object in UTF-8, then end of file
    {"topic": "…", "keywords": ["…"], "reference_text": "…", "length": "short|medium|long", "language": "zh|en|null",
     "tone": ["…"], "account": {"name": "…|null", "platform": "…|null", "audience": "…|null"}}

Standard output: one JSON object in UTF-8
    {"article": {"title": "…", "summary": "…", "language": "zh|en",
                 "sections": [{"heading": "…", "paragraphs": ["…"]}], "key_points": ["…"], "tags": ["…"]},
     "model": "…", "usage": {"input_tokens": 0, "output_tokens": 0}}
    `model` and `usage` may be missing; so may the outer object: the article's fields may stand at the top.

Exit status
    0: standard output counts. 75 (EX_TEMPFAIL of sysexits.h): busy, worth another try. Anything else: final.
    Standard error is free text; its end is kept for the operator and never shown to the owner of the task.

A command that does not end in time is killed with all its children, and the task is tried again.
"""

import contextlib
import json
import os
import shlex
import signal
import subprocess
import tempfile
from typing import IO

from chalicelib.domain.errors import ProviderNotConfiguredError, ProviderRejectedError, ProviderUnavailableError
from chalicelib.domain.json_types import JsonObject
from chalicelib.domain.ports.generation import ProviderHealth

TRY_AGAIN_STATUS = 75
PROBE_SECONDS = 10.0
STDERR_TAIL_BYTES = 4000
LONGEST_OUTPUT_BYTES = 4 * 1024 * 1024


class SubprocessCreatorCommand:
    def __init__(self, command_line: str, *, timeout_seconds: float = 120) -> None:
        self._command_line = command_line
        self._timeout_seconds = timeout_seconds

    def create(self, brief: JsonObject) -> JsonObject:
        """Raises ProviderNotConfiguredError, ProviderRejectedError, and ProviderUnavailableError on time-out."""
        command = self._command()
        given = json.dumps(brief, ensure_ascii=False).encode()
        finished = _run(command, given, self._timeout_seconds)
        if finished.status == TRY_AGAIN_STATUS:
            raise ProviderUnavailableError("the content-creator command is busy", operator_detail=finished.complaint)
        if finished.status != 0:
            raise ProviderRejectedError(
                f"the content-creator command failed with status {finished.status}", operator_detail=finished.complaint
            )
        return _json_of(finished)

    def probe(self) -> ProviderHealth:
        try:
            finished = _run([*self._command(), "--version"], b"", min(PROBE_SECONDS, self._timeout_seconds))
        except (ProviderNotConfiguredError, ProviderUnavailableError) as error:
            return ProviderHealth(False, error.message)
        if finished.status != 0:
            return ProviderHealth(False, f"the command ends with status {finished.status} when asked for its version")
        first_line = finished.output.decode("utf-8", "replace").strip().partition("\n")[0]
        return ProviderHealth(True, first_line[:200] or "answers")

    def _command(self) -> list[str]:
        try:
            command = shlex.split(self._command_line)
        except ValueError as error:
            raise ProviderNotConfiguredError("CREATOR_CLI_PATH cannot be read", operator_detail=str(error)) from error
        if not command:
            raise ProviderNotConfiguredError("no content-creator command is configured (CREATOR_CLI_PATH)")
        return command


class _Finished:
    def __init__(self, status: int, output: bytes, complaint: str) -> None:
        self.status = status
        self.output = output
        self.complaint = complaint


def _run(command: list[str], given: bytes, timeout_seconds: float) -> _Finished:
    """Output goes to files: a command that writes without end fills no memory, and no pipe can block it."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as complaints:
        process = _started(command, output, complaints)
        try:
            process.communicate(given, timeout=timeout_seconds)
        except subprocess.TimeoutExpired as error:
            raise ProviderUnavailableError(
                f"the content-creator command did not end within {timeout_seconds:g} s",
                operator_detail=_tail(complaints),
            ) from error
        finally:
            _kill_group(process)
        output.seek(0)
        return _Finished(process.returncode, output.read(LONGEST_OUTPUT_BYTES + 1), _tail(complaints))


def _started(command: list[str], output: IO[bytes], complaints: IO[bytes]) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=output, stderr=complaints, start_new_session=True
        )
    except FileNotFoundError as error:
        raise ProviderNotConfiguredError(
            "the content-creator command does not exist", operator_detail=str(error)
        ) from error
    except OSError as error:
        raise ProviderNotConfiguredError(
            "the content-creator command cannot be executed", operator_detail=str(error)
        ) from error


def _kill_group(process: "subprocess.Popen[bytes]") -> None:
    """What the command left running goes too; its process group has the number of the command itself."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _tail(complaints: IO[bytes]) -> str:
    size = complaints.seek(0, os.SEEK_END)
    complaints.seek(max(0, size - STDERR_TAIL_BYTES))
    return complaints.read().decode("utf-8", "replace").strip()


def _json_of(finished: _Finished) -> JsonObject:
    if len(finished.output) > LONGEST_OUTPUT_BYTES:
        raise ProviderRejectedError("the content-creator command answered too much", operator_detail=finished.complaint)
    try:
        answer = json.loads(finished.output)
    except ValueError as error:
        raise ProviderRejectedError(
            "the content-creator command did not answer with JSON",
            operator_detail="\n".join(filter(None, [str(error), finished.complaint])),
        ) from error
    if not isinstance(answer, dict):
        raise ProviderRejectedError(
            "the content-creator command did not answer with a JSON object", operator_detail=finished.complaint
        )
    return answer
