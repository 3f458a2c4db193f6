"""A fake API, and a way to run the command line against it in surroundings without a clock or a home."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from contenthub.commands import app
from contenthub.surroundings import Surroundings
from contenthub.waiting import Pace
from tests.unit.cli.fake_api import FakeApi

NOW = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
KEY = "chk_" + "k" * 43


@dataclass
class FakeClock:
    """Sleeping moves it; nothing else does."""

    seconds: float = 1000.0
    pauses: list[float] = field(default_factory=list)
    interrupt_at_pause: int | None = None

    def read(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        if len(self.pauses) == self.interrupt_at_pause:
            raise KeyboardInterrupt
        self.seconds += seconds

    @property
    def pace(self) -> Pace:
        return Pace(self.read, self.sleep)


@dataclass
class CommandLine:
    """Runs commands; signed in to the fake API unless the environment is changed."""

    folder: Path
    clock: FakeClock
    environ: dict[str, str]

    def __call__(
        self, *arguments: str, terminal: bool = False, width: int = 100, stdin: str | bytes | None = None
    ) -> Result:
        surroundings = Surroundings(
            environ=self.environ,
            now=lambda: NOW,
            pace=self.clock.pace,
            terminal=terminal,
            width=width,
            working_folder=self.folder,
            environment_folder=self.folder / "elsewhere" / ".venv",
        )
        return CliRunner().invoke(
            app, [*arguments], input=stdin, obj=surroundings, prog_name="contenthub", catch_exceptions=False
        )


@pytest.fixture(scope="session")
def running_api() -> Iterator[FakeApi]:
    api = FakeApi()
    yield api
    api.stop()


@pytest.fixture
def api(running_api: FakeApi) -> FakeApi:
    running_api.forget()
    return running_api


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def contenthub(api: FakeApi, clock: FakeClock, tmp_path: Path) -> CommandLine:
    environ = {
        "CONTENTHUB_URL": api.url,
        "CONTENTHUB_API_KEY": KEY,
        "CONTENTHUB_CONFIG": str(tmp_path / "config.toml"),
    }
    return CommandLine(tmp_path, clock, environ)


@pytest.fixture(scope="session", autouse=True)
def _one_command_tree() -> Iterator[None]:
    """Building the tree takes longer than most of the tests; a process normally does it once, too."""
    tree = get_command(app)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("typer.testing._get_command", lambda _app: tree)
        yield


@pytest.fixture(autouse=True)
def _fixed_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """People see local time; the tests' people live in UTC."""
    import time

    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, Any], None]:
    """Compares with a file; CONTENTHUB_WRITE_GOLDEN=1 writes the files anew, to be read before committing."""
    import os

    def compare(name: str, text: str) -> None:
        text = re.sub(r" +$", "", text, flags=re.MULTILINE)
        path = Path(__file__).parent / "golden" / f"{name}.txt"
        if os.environ.get("CONTENTHUB_WRITE_GOLDEN"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), request.node.name

    return compare
