"""Build the virtual environments; runs with any Python 3.11 or newer and the standard library alone.

Three environments: `.venv` (the project and its tools), `.venv-local/emulator` (MiniStack) and `.venv-local/functions`
(what the Lambda runtime holds, where the functions run); and a large fourth, made only when it is asked for by name:
`.venv-local/image_model` (what the container of the image model holds). Each is stamped with a hash of what it was
made from.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import venv
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from infrastructure.local.settings import PROJECT
from infrastructure.local.steps import StepError, explain_failure, step

LOGS = PROJECT / "build" / "logs"
OLDEST_PYTHON = (3, 11)
PROJECT_ENVIRONMENT = PROJECT / ".venv"
EMULATOR_ENVIRONMENT = PROJECT / ".venv-local" / "emulator"
FUNCTIONS_ENVIRONMENT = PROJECT / ".venv-local" / "functions"
IMAGE_MODEL_ENVIRONMENT = PROJECT / ".venv-local" / "image_model"

_STAMP = "made-from"
_NO_VENV = "Python's venv module is incomplete (on Debian and Ubuntu: apt install python3-venv)."
_PIP_NOISE = "is ignored: it is neither a file nor a directory"


@dataclass(frozen=True)
class Environment:
    """A folder and what belongs into it; `made_from` are the files whose change makes it stale."""

    folder: Path
    requirements: Path
    made_from: tuple[Path, ...]
    holds_project: bool = False

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    def stamp(self) -> str:
        """A hash of everything the environment depends on: files, interpreter, and where it stands."""
        digest = hashlib.sha256(f"{sys.version} {self.folder}".encode())
        for file in self.made_from:
            digest.update(file.read_bytes())
        return digest.hexdigest()

    def is_current(self) -> bool:
        stamp = self.folder / _STAMP
        return self.python.exists() and stamp.exists() and stamp.read_text() == self.stamp()


PROJECT_TOOLS = Environment(
    PROJECT_ENVIRONMENT,
    PROJECT / "requirements-dev.txt",
    (PROJECT / "requirements-dev.txt", PROJECT / "requirements.txt", PROJECT / "pyproject.toml"),
    holds_project=True,
)
_LOCAL = PROJECT / "requirements-local.txt"
_FUNCTIONS = PROJECT / "infrastructure" / "local" / "requirements-functions.txt"
EMULATOR = Environment(EMULATOR_ENVIRONMENT, _LOCAL, (_LOCAL,))
FUNCTIONS = Environment(FUNCTIONS_ENVIRONMENT, _FUNCTIONS, (_FUNCTIONS,))
_IMAGE_MODEL = PROJECT / "infrastructure" / "image_model" / "requirements.txt"
IMAGE_MODEL = Environment(IMAGE_MODEL_ENVIRONMENT, _IMAGE_MODEL, (_IMAGE_MODEL,))

EVERYDAY = (PROJECT_TOOLS, EMULATOR, FUNCTIONS)
ON_REQUEST = {"image_model": IMAGE_MODEL}


def main(names: Sequence[str] = ()) -> int:
    """Bring the everyday environments up to date, or those that are named."""
    if sys.version_info < OLDEST_PYTHON:
        print(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Try: make PYTHON=python3.11 ...")
        return 1
    wanted = [ON_REQUEST[name] for name in names] or EVERYDAY
    stale = [each for each in wanted if not each.is_current()]
    try:
        if stale:
            with step(_described(stale, wanted)):
                _make(stale)
    except StepError as failure:
        explain_failure(failure)
        return 1
    return 0


def _described(stale: Sequence[Environment], wanted: Sequence[Environment]) -> str:
    if IMAGE_MODEL in stale:
        return "Python packages of the image model (torch, diffusers)"
    return f"Python packages ({len(stale)} of {len(wanted)} environments)"


def _make(stale: Sequence[Environment]) -> None:
    if not _has_pip(PROJECT_TOOLS):
        _create(PROJECT_TOOLS, with_pip=True)
    with ThreadPoolExecutor() as pool:
        for finished in [pool.submit(_fill, each) for each in stale if not each.holds_project]:
            finished.result()
    if PROJECT_TOOLS in stale:  # after the others: it may replace the very pip that installs them
        _fill(PROJECT_TOOLS)


def _fill(environment: Environment) -> None:
    if not environment.holds_project:
        _create(environment, with_pip=False)
    log = LOGS / f"packages-{environment.folder.name.lstrip('.')}.log"
    compiled = ["--no-compile"] if environment.holds_project else []  # most of its modules are never imported
    _pip(environment, [*compiled, "-r", str(environment.requirements)], log=log)
    if environment.holds_project:
        _pip(environment, ["--no-deps", "--no-build-isolation", "-e", str(PROJECT)], log=log)
    (environment.folder / _STAMP).write_text(environment.stamp())


def _create(environment: Environment, *, with_pip: bool) -> None:
    try:
        venv.EnvBuilder(clear=True, symlinks=True, with_pip=with_pip).create(environment.folder)
    except (OSError, ImportError, subprocess.CalledProcessError) as error:
        raise StepError(f"{environment.folder} cannot be made: {error}", advice=_NO_VENV) from error


def _has_pip(environment: Environment) -> bool:
    """Whether the environment stands where it was made, with this interpreter, and can install."""
    probe = "import sys, pip; print(sys.prefix, sys.version)"
    try:
        answer = subprocess.run([environment.python, "-c", probe], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.strip() == f"{environment.folder} {sys.version}".strip()


def _pip(environment: Environment, arguments: Sequence[str], *, log: Path) -> None:
    """Install with the project's pip, whose warnings are kept out of sight unless it fails."""
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    pip = [str(PROJECT_TOOLS.python), "-m", "pip", "--python", str(environment.python)]
    done = subprocess.run([*pip, "install", *quiet, *arguments], capture_output=True, text=True, check=False)
    LOGS.mkdir(parents=True, exist_ok=True)
    said = [line for line in (done.stdout + done.stderr).splitlines() if _PIP_NOISE not in line]
    log.write_text("\n".join(said) + "\n")
    if done.returncode != 0:
        (environment.folder / _STAMP).unlink(missing_ok=True)
        advice = "Is the network there, and the package index? Then try again."
        raise StepError(f"pip could not install {Path(arguments[-1]).name}.", log=log, advice=advice)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
