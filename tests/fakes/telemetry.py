"""Telemetry that can be looked at."""

import sys
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Count:
    metric: str
    task_type: str
    lane: str
    value: float


@dataclass(frozen=True)
class LogLine:
    action: str
    level: str
    fields: dict[str, object] = field(default_factory=dict)


class RecordingTelemetry:
    def __init__(self) -> None:
        self.counts: list[Count] = []
        self.lines: list[LogLine] = []
        self.flushes = 0

    def count(self, metric: str, *, task_type: str, lane: str, value: float = 1) -> None:
        self.counts.append(Count(metric, task_type, lane, value))

    def log(self, action: str, *, level: str = "INFO", **fields: object) -> None:
        self.lines.append(LogLine(action, level, fields))

    def log_exception(self, action: str, **fields: object) -> None:
        self.log(action, level="ERROR", exception=repr(sys.exception()), **fields)

    def flush(self) -> None:
        self.flushes += 1

    def total(self, metric: str) -> float:
        return sum(count.value for count in self.counts if count.metric == metric)

    def actions(self) -> list[str]:
        return [line.action for line in self.lines]
