"""The largest files that are taken, walked through as a small function would: what they need of memory and time."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from infrastructure.local.settings import PROJECT
from tests.bench.figures import Figure
from tests.bench.large_tables import write_csv, write_workbook
from tests.bench.walk_large_file import Walk

CSV_BYTES = 200 * 1024 * 1024
WORKBOOK_ROWS = 1_000_000
"""A sheet has at most 1,048,576."""
MOST_MEGABYTES = 700
"""Of the 1,024 of a function: the AWS client and the runtime come on top."""
MOST_CHECK_SECONDS = 400.0
"""Of 900 in an invocation, whose function of 1 GB has little more than half a processor."""
MOST_KEPT_MEGABYTES = 16


def large_file_figures() -> Sequence[Figure]:
    with tempfile.TemporaryDirectory() as home:
        table, workbook = Path(home) / "orders.csv", Path(home) / "orders.xlsx"
        write_csv(table, size_bytes=CSV_BYTES)
        of_table = _figures("csv", table)
        table.unlink()
        write_workbook(workbook, rows=WORKBOOK_ROWS)
        return [*of_table, *_figures("xlsx", workbook)]


def measured(path: Path) -> Walk:
    """In a process of its own, whose memory is that of the walk alone."""
    command = [sys.executable, "-m", "tests.bench.walk_large_file", str(path)]
    done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)
    return Walk(**json.loads(done.stdout))


def _figures(kind: str, path: Path) -> Sequence[Figure]:
    size, took = path.stat().st_size / 1024**2, measured(path)
    assert took.rows == took.written
    return [
        Figure(f"{kind}: size", size, "MiB"),
        Figure(f"{kind}: rows", took.rows, "rows"),
        Figure(f"{kind}: greatest memory of the process", took.peak_megabytes, "MiB", MOST_MEGABYTES),
        Figure(f"{kind}: processor time of the check", took.check_seconds, "s", MOST_CHECK_SECONDS),
        Figure(f"{kind}: processor time of reading and shaping again, to write", took.write_seconds, "s"),
        Figure(f"{kind}: kept for the next invocation", took.kept_bytes / 1024**2, "MiB", MOST_KEPT_MEGABYTES),
    ]
