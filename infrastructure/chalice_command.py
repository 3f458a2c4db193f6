"""Chalice's own command line, run in a clean copy of the project."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

SHIPPED_FILES = ("app.py", "requirements.txt")
SHIPPED_FOLDER = "chalicelib"
MISSING_WHEEL = "Could not install dependencies"


class PackagingError(Exception):
    """The package could not be built, or would not run."""


def copy_sources(project: Path, target: Path) -> None:
    """Chalice puts everything under chalicelib into the zip, so nothing else may lie there."""
    shutil.rmtree(target, ignore_errors=True)
    for path in shipped_files(project):
        copy = target / path.relative_to(project)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)


def run_chalice(source: Path, *arguments: str, environment: Mapping[str, str]) -> None:
    """Chalice's own command line in a copy of the project. It takes a missing wheel lightly; this does not."""
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from chalice.cli import main; sys.exit(main())", *arguments],
        cwd=source,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode or MISSING_WHEEL in done.stdout:
        raise PackagingError(f"chalice {arguments[0]} failed:\n{done.stdout.strip()}")


def shipped_files(project: Path) -> Iterator[Path]:
    yield from (project / name for name in SHIPPED_FILES)
    for path in sorted((project / SHIPPED_FOLDER).rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path
