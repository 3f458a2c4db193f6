"""Syncs one file in a process of its own, into a store that keeps nothing, and says what that took.

`python -m tests.bench.walk_large_file FILE` prints a line of JSON.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, cast

from chalicelib.domain.data_sync.job import SyncJob
from chalicelib.domain.data_sync.sync_file import sync_file
from chalicelib.domain.ports.data_sync import DataRow
from chalicelib.domain.task_type import Outcome
from tests.fakes.row_store import InMemoryRowStore
from tests.unit.data_sync.bench import Bench, SyncContext, SyncToolbox


@dataclass(frozen=True)
class Walk:
    rows: int
    written: int
    peak_megabytes: float
    """Of the whole process, the interpreter and all modules with it."""
    check_seconds: float
    """Of processor time."""
    write_seconds: float
    """Without what the store and the network would take."""
    kept_bytes: int
    """The largest of what was kept for a next invocation."""


@dataclass(frozen=True)
class DiskFile:
    path: Path

    @property
    def size_bytes(self) -> int:
        return self.path.stat().st_size

    @property
    def fingerprint(self) -> str:
        return self.path.name

    def read(self, offset: int, length: int) -> bytes:
        with self.path.open("rb") as file:
            file.seek(offset)
            return file.read(length)


class ForgetfulRowStore(InMemoryRowStore):
    def put(self, dataset: str, rows: Sequence[DataRow]) -> Sequence[str]:
        assert dataset
        self.written += len(rows)
        return ()


@dataclass
class TimedContext(SyncContext):
    """Keeps no list of steps, only when each part of the work began."""

    began: dict[str, float] = field(default_factory=dict)

    def progress(self, done: int, total: int, step: str) -> None:
        assert done <= total or not total
        self.began.setdefault(step.split()[0], time.process_time())


def walk(path: Path) -> Walk:
    bench = Bench()
    file_id = bench.register(path.name, b"taken from the disk")
    files = cast("dict[str, Any]", bench.files.files)
    files.update(dict.fromkeys(files, DiskFile(path)))
    rows = ForgetfulRowStore(bench.clock)
    context = TimedContext(SyncToolbox(bench.tools_with(rows=rows)), "task")
    done = sync_file(SyncJob(file_id=file_id), context)
    assert isinstance(done, Outcome)
    ended = time.process_time()
    return Walk(
        rows=done.result["report"]["rows"],
        written=rows.written,
        peak_megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        check_seconds=context.began["writing"] - context.began["reading"],
        write_seconds=ended - context.began["writing"],
        kept_bytes=max(map(len, bench.payloads.texts.values()), default=0),
    )


if __name__ == "__main__":
    print(json.dumps(asdict(walk(Path(sys.argv[1])))))
