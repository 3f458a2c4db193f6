"""When an alarm is in ALARM: the arithmetic of CloudWatch's metric alarms, without AWS."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

State = Literal["OK", "ALARM", "INSUFFICIENT_DATA"]

_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "GreaterThanThreshold": operator.gt,
    "GreaterThanOrEqualToThreshold": operator.ge,
    "LessThanThreshold": operator.lt,
    "LessThanOrEqualToThreshold": operator.le,
}


@dataclass(frozen=True)
class Points:
    """What was measured in a stretch of time."""

    count: float
    total: float
    smallest: float
    largest: float

    def statistic(self, name: str) -> float:
        values = {
            "SampleCount": self.count,
            "Sum": self.total,
            "Average": self.total / self.count,
            "Minimum": self.smallest,
            "Maximum": self.largest,
        }
        return values[name]


@dataclass(frozen=True)
class AlarmRule:
    """`treat_missing` is what a period without data counts as: missing, ignore, breaching or notBreaching."""

    statistic: str
    comparison: str
    threshold: float
    periods: int
    periods_to_alarm: int
    treat_missing: str = "missing"

    def judge(self, periods: Sequence[Points | None], *, before: State) -> State:
        """The state after these periods; None stands for one without data."""
        breaching = [self._is_breaching(points) for points in periods]
        known = [each for each in breaching if each is not None]
        if not known:
            return "INSUFFICIENT_DATA" if self.treat_missing == "missing" and periods else before
        return "ALARM" if known.count(True) >= self.periods_to_alarm else "OK"

    def _is_breaching(self, points: Points | None) -> bool | None:
        if points is None:
            return {"breaching": True, "notBreaching": False}.get(self.treat_missing)
        return _COMPARISONS[self.comparison](points.statistic(self.statistic), self.threshold)


def joined(parts: Sequence[Points]) -> Points | None:
    """What was measured in all of these stretches together, or None for nothing."""
    if not parts:
        return None
    return Points(
        count=sum(part.count for part in parts),
        total=sum(part.total for part in parts),
        smallest=min(part.smallest for part in parts),
        largest=max(part.largest for part in parts),
    )
