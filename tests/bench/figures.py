"""One figure with its budget, and how figures are printed."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

CALIBRATION_ROUNDS = 5
REFERENCE_SECONDS = 0.100
"""What the calibration loop takes on the machine the budgets were set for."""

_PLACES = {"s": 2, "$": 2}


@dataclass(frozen=True)
class Figure:
    """`budget` is an upper limit in the same unit, or a lower one; None where a figure is only told."""

    name: str
    value: float
    unit: str
    budget: float | None = None
    at_least: bool = False

    @property
    def verdict(self) -> str:
        if self.budget is None:
            return ""
        if self.at_least:
            return "within" if self.value >= self.budget else "UNDER"
        return "within" if self.value <= self.budget else "OVER"


def calibration_seconds() -> float:
    """The median time of a fixed piece of pure Python: figures of two machines compare by their ratio to it."""
    return statistics.median(_timed_loop() for _ in range(CALIBRATION_ROUNDS))


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def print_figures(groups: Iterator[tuple[str, Sequence[Figure]]]) -> None:
    console = Console(width=110)
    pace = calibration_seconds()
    console.print(
        f"Calibration: {pace * 1000:.0f} ms; this machine runs at {REFERENCE_SECONDS / pace:.2f} of the reference."
    )
    for title, figures in groups:
        table = Table(title=title, title_justify="left", min_width=100)
        for heading in ("figure", "value", "per calibration", "budget", ""):
            table.add_column(heading, justify="left" if heading == "figure" else "right")
        for figure in figures:
            table.add_row(*_cells(figure, pace))
        console.print(table)


def _cells(figure: Figure, pace: float) -> tuple[str, ...]:
    seconds = {"s": 1.0, "ms": 0.001}.get(figure.unit)
    ratio = f"{figure.value * seconds / pace:.2f}" if seconds else ""
    budget = "" if figure.budget is None else f"{'≥' if figure.at_least else '≤'} {figure.budget:g} {figure.unit}"
    value = f"{figure.value:,}" if isinstance(figure.value, int) else f"{figure.value:,.{_PLACES.get(figure.unit, 1)}f}"
    return figure.name, f"{value} {figure.unit}", ratio, budget, figure.verdict


def _timed_loop() -> float:
    began = time.process_time()
    total = 0
    for number in range(1_000_000):
        total = (total * 31 + number) % 1_000_003
    return time.process_time() - began
