"""The providers that the functions of the tests' own local cloud find: a command and a model server."""

from __future__ import annotations

import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.e2e import creator_command
from tests.e2e.model_server import ModelServer


@dataclass(frozen=True)
class CreatorRun:
    """A line of the command's log; `worker` is the pid of the process that called it."""

    what: str
    at: float
    worker: int
    topic: str


class Creator:
    """What the content-creator command was called for."""

    def __init__(self, log: Path) -> None:
        self._log = log
        log.touch()

    @property
    def command_line(self) -> str:
        return shlex.join([sys.executable, "-I", "-S", creator_command.__file__, str(self._log)])

    def runs(self, topic_prefix: str, what: str = "begin") -> list[CreatorRun]:
        """All runs so far for topics that begin so."""
        lines = (line.split(" ", 3) for line in self._log.read_text().splitlines())
        runs = (CreatorRun(what, float(at), int(worker), topic) for what, at, worker, topic in lines)
        return [run for run in runs if run.what == what and run.topic.startswith(topic_prefix)]

    def most_at_once(self, topic_prefix: str) -> int:
        """How many runs were going on together at most."""
        changes = [(run.at, 1) for run in self.runs(topic_prefix)]
        changes += [(run.at, -1) for run in self.runs(topic_prefix, "end")]
        most = going_on = 0
        for _, change in sorted(changes):
            going_on += change
            most = max(most, going_on)
        return most


class Providers:
    """Both, and the variables by which the functions find them."""

    def __init__(self, home: Path, port: int) -> None:
        self.creator = Creator(home / "creator.log")
        self.model = ModelServer(port)

    @property
    def environment(self) -> dict[str, str]:
        return {
            "CREATOR_CLI_PATH": self.creator.command_line,
            "OPENAI_BASE_URL": self.model.base_url,
            "OPENAI_MODEL": "test-model",
        }

    def end(self) -> None:
        self.model.end()
