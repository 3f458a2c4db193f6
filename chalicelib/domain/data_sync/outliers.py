"""Numbers far away from the rest of their column, by median and median deviation."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from chalicelib.domain.data_sync.reading.texts import DecimalMark, parse_number

SAMPLE_SIZE = 8192
LEAST_VALUES = 20
FAR = 8.0
"""In deviations. Sales are skewed: on the logarithmic scale used here 3.5, the textbook's limit, names far too many."""
LEAST_SPREAD = 0.35
"""Where nearly all values are one: 8 × 0.35 admits up to about sixteen times the usual."""
TO_SIGMA = 1.4826
TO_SIGMA_OF_MEAN = 1.2533


@dataclass(frozen=True)
class Bounds:
    low: float
    high: float

    def admit(self, value: float) -> bool:
        return self.low <= value <= self.high


@dataclass
class Sample:
    """Every n-th text of a column, spread evenly over a column of any length."""

    texts: list[str] = field(default_factory=list)
    _every: int = 1
    _seen: int = 0

    def add(self, text: str) -> None:
        if self._seen % self._every == 0:
            self.texts.append(text)
            if len(self.texts) >= SAMPLE_SIZE:
                self.texts = self.texts[::2]
                self._every *= 2
        self._seen += 1

    def bounds(self, mark: DecimalMark) -> Bounds | None:
        parsed = [number for text in self.texts if (number := parse_number(text, mark)) is not None]
        return robust_bounds([float(number) for number in parsed])


def robust_bounds(values: Sequence[float]) -> Bounds | None:
    """None where there are too few values, or all are one."""
    scaled = [_scaled(value) for value in values if math.isfinite(value)]
    if len(scaled) < LEAST_VALUES:
        return None
    middle = median(scaled)
    distances = [abs(value - middle) for value in scaled]
    spread = median(distances) * TO_SIGMA or sum(distances) / len(distances) * TO_SIGMA_OF_MEAN
    if spread == 0:
        return None
    spread = max(spread, LEAST_SPREAD)
    return Bounds(_unscaled(middle - FAR * spread), _unscaled(middle + FAR * spread))


def _scaled(value: float) -> float:
    return math.copysign(math.log1p(abs(value)), value)


def _unscaled(value: float) -> float:
    return math.copysign(math.expm1(min(abs(value), 700.0)), value)
