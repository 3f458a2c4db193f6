"""Turns a deployment zip into one that starts fast and is the same, byte for byte, for the same content."""

import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

# Before a function's first call Lambda unpacks its code here; tracebacks show this path.
CODE_FOLDER = "/var/task"
# Zip files know no earlier time.
EARLIEST_TIME = (1980, 1, 1, 0, 0, 0)
FILE_MODE = 0o100644 << 16


@dataclass(frozen=True)
class ArchiveSize:
    zipped_bytes: int
    unzipped_bytes: int


def compile_and_repack(archive: Path, *, scratch: Path, target: Path) -> ArchiveSize:
    """Adds the compiled form of every module; a cold start otherwise compiles what it imports each time."""
    with zipfile.ZipFile(archive) as source:
        source.extractall(scratch)
    _compile(scratch)
    files = sorted(path for path in scratch.rglob("*") if path.is_file())
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in files:
            entry = zipfile.ZipInfo(path.relative_to(scratch).as_posix(), EARLIEST_TIME)
            entry.external_attr = FILE_MODE
            packed.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return ArchiveSize(target.stat().st_size, sum(path.stat().st_size for path in files))


def _compile(folder: Path) -> None:
    """Unchecked hashes, because a zip's times mean nothing; a fixed hash seed, because sets have an order."""
    command = [sys.executable, "-m", "compileall", "-q", "-s", str(folder), "-p", CODE_FOLDER]
    subprocess.run(
        [*command, "--invalidation-mode", "unchecked-hash", str(folder)],
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
