"""CPU time to import a function's module, from the real package in an environment like Lambda's."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from infrastructure.local.environments import FUNCTIONS_ENVIRONMENT
from tests.bench.figures import Figure

RUNS = 7
MEASURE = """
import importlib, sys, time
began = time.process_time()
importlib.import_module(sys.argv[1])
print((time.process_time() - began) * 1000)
"""
BUDGET_MS_BY_MODULE = {
    "chalicelib.entrypoints.worker_generation_normal": 260.0,
    "app": 440.0,
    "chalicelib.entrypoints.sweeper": None,
    "chalicelib.entrypoints.task_events": None,
}


def cold_start_figures(package: Path) -> Sequence[Figure]:
    """Bytecode comes from the package, as on Lambda; nothing is written beside it."""
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(package).extractall(folder)
        return [
            Figure(f"import {module}", _import_ms(module, Path(folder)), "ms", budget)
            for module, budget in BUDGET_MS_BY_MODULE.items()
        ]


def _import_ms(module: str, folder: Path) -> float:
    environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [str(FUNCTIONS_ENVIRONMENT / "bin" / "python"), "-c", MEASURE, module]
    runs = [
        subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=True).stdout
        for _ in range(RUNS)
    ]
    return statistics.median(float(run) for run in runs)
