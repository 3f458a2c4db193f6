"""Numbers as CloudWatch embedded metrics and lines as JSON logs, both on standard output."""

import logging
from typing import IO

from aws_lambda_powertools.logging import Logger
from aws_lambda_powertools.metrics import EphemeralMetrics

NAMESPACE = "ContentHub"
SERVICE = "contenthub"
LEVELS = logging.getLevelNamesMapping()


class PowertoolsTelemetry:
    """Numbers are kept until `flush`, so that an invocation writes one line for each task type and lane it saw.

    Each number counts twice: for stage, lane and task type, and for the stage alone, which is what alarms watch.
    """

    def __init__(self, *, stage: str, level: str = "INFO", stream: IO[str] | None = None) -> None:
        self._stage = stage
        self._counts: dict[tuple[str, str], list[tuple[str, float]]] = {}
        self._logger = Logger(service=SERVICE, level=level, stream=stream, location=None, stage=stage, utc=True)

    def count(self, metric: str, *, task_type: str, lane: str, value: float = 1) -> None:
        self._counts.setdefault((lane, task_type), []).append((metric, value))

    def log(self, action: str, *, level: str = "INFO", **fields: object) -> None:
        self._logger.log(LEVELS[level], action, extra={"action": action, **fields})

    def log_exception(self, action: str, **fields: object) -> None:
        self._logger.exception(action, extra={"action": action, **fields})

    def flush(self) -> None:
        counts, self._counts = self._counts, {}
        for (lane, task_type), numbers in counts.items():
            self._publish(lane, task_type, numbers)

    def _publish(self, lane: str, task_type: str, numbers: list[tuple[str, float]]) -> None:
        metrics = EphemeralMetrics(namespace=NAMESPACE)
        for name, value in (("stage", self._stage), ("lane", lane), ("task_type", task_type)):
            metrics.add_dimension(name=name, value=value)
        metrics.add_dimensions(stage=self._stage)
        for name, value in numbers:
            metrics.add_metric(name=name, unit="Seconds" if name.endswith("Seconds") else "Count", value=value)
        if metrics.metric_set:
            metrics.flush_metrics()
