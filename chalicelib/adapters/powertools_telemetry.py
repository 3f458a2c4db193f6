"""Numbers as CloudWatch embedded metrics and lines as JSON logs, both on standard output."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from aws_lambda_powertools.logging import Logger
from aws_lambda_powertools.metrics import EphemeralMetrics

NAMESPACE = "ContentHub"
SERVICE = "contenthub"


class PowertoolsTelemetry:
    """Numbers are kept until `flush`, so that an invocation writes one line for each task type and lane it saw.

    Each number counts twice: for stage, lane and task type, and for the stage alone, which is what alarms watch.
    """

    def __init__(self, *, stage: str, level: str = "INFO", stream: IO[str] | None = None) -> None:
        self._stage = stage
        self._cold = True
        self._counts: dict[tuple[str, str], list[tuple[str, float]]] = {}
        self._logger = Logger(
            service=SERVICE,
            level=level,
            stream=stream,
            location=None,
            stage=stage,
            utc=True,
            serialize_stacktrace=False,
        )
        self._write_by_level = {
            "DEBUG": self._logger.debug,
            "INFO": self._logger.info,
            "WARNING": self._logger.warning,
            "ERROR": self._logger.error,
        }

    def count(self, metric: str, *, task_type: str, lane: str, value: float = 1) -> None:
        self._counts.setdefault((lane, task_type), []).append((metric, value))

    def log(self, action: str, *, level: str = "INFO", **fields: object) -> None:
        self._write_by_level[level](action, extra={"action": action, **fields})

    def log_exception(self, action: str, **fields: object) -> None:
        self._logger.exception(action, extra={"action": action, **fields})

    def flush(self) -> None:
        counts, self._counts = self._counts, {}
        for (lane, task_type), numbers in counts.items():
            self._publish(lane, task_type, numbers)

    @contextmanager
    def invocation(self, context: Any) -> Iterator[None]:
        """Around one invocation of a function: its request id in every line, its numbers written at the end."""
        self._logger.append_keys(request_id=context.aws_request_id, cold_start=self._cold)
        if self._cold:
            self._counts.setdefault(("", ""), []).append(("ColdStart", 1))
        self._cold = False
        try:
            yield
        finally:
            self.flush()

    def _publish(self, lane: str, task_type: str, numbers: list[tuple[str, float]]) -> None:
        metrics = EphemeralMetrics(namespace=NAMESPACE)
        metrics.add_dimension(name="stage", value=self._stage)
        if lane:
            metrics.add_dimensions(stage=self._stage, lane=lane, task_type=task_type)
        for name, value in numbers:
            metrics.add_metric(name=name, unit="Seconds" if name.endswith("Seconds") else "Count", value=value)
        if metrics.metric_set:
            metrics.flush_metrics()
