"""Metrics out of log lines in the embedded metric format, which CloudWatch extracts by itself on AWS."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mypy_boto3_cloudwatch import CloudWatchClient
    from mypy_boto3_cloudwatch.type_defs import MetricDatumTypeDef
    from mypy_boto3_logs import CloudWatchLogsClient

_GROUP_PREFIX = "/aws/lambda/contenthub-"
_MARK = "CloudWatchMetrics"
_BATCH = 1000  # what PutMetricData takes
# A line gets its time a moment before it can be read: the newest second is left for the next look.
_SETTLING_SECONDS = 1.0

NamedDatum = tuple[str, "MetricDatumTypeDef"]


class LogMetrics:
    """Reads the functions' new log lines and publishes the metrics they carry."""

    def __init__(self, logs: CloudWatchLogsClient, metrics: CloudWatchClient) -> None:
        self._logs = logs
        self._metrics = metrics
        self._read_until: float | None = None

    def look(self, now: float) -> None:
        until = now - _SETTLING_SECONDS
        since, self._read_until = self._read_until or until, until
        found: dict[str, list[MetricDatumTypeDef]] = {}
        for group in self._groups():
            for line in self._lines(group, since, until):
                for namespace, datum in metrics_in(line):
                    found.setdefault(namespace, []).append(datum)
        for namespace, data in found.items():
            for start in range(0, len(data), _BATCH):
                self._metrics.put_metric_data(Namespace=namespace, MetricData=data[start : start + _BATCH])

    def _groups(self) -> list[str]:
        pages = self._logs.get_paginator("describe_log_groups").paginate(logGroupNamePrefix=_GROUP_PREFIX)
        return [group["logGroupName"] for page in pages for group in page["logGroups"]]

    def _lines(self, group: str, since: float, until: float) -> Iterator[str]:
        answer = self._logs.filter_log_events(
            logGroupName=group,
            filterPattern=_MARK,
            startTime=_milliseconds(since),
            endTime=_milliseconds(until) - 1,
        )
        return (event["message"] for event in answer["events"])


def metrics_in(line: str) -> list[NamedDatum]:
    """The metrics of one log line, each with its namespace; none when the line is no metric document."""
    try:
        document = json.loads(line)
        directives = document["_aws"][_MARK]
    except (ValueError, TypeError, KeyError):
        return []
    return [named for directive in directives for named in _of_directive(document, directive)]


def _of_directive(document: dict[str, Any], directive: dict[str, Any]) -> Iterator[NamedDatum]:
    for metric in directive["Metrics"]:
        value = document.get(metric["Name"])
        if value is None:
            continue
        for names in directive["Dimensions"] or [[]]:
            yield (
                directive["Namespace"],
                {
                    "MetricName": metric["Name"],
                    "Dimensions": [{"Name": name, "Value": str(document[name])} for name in names],
                    "Timestamp": document["_aws"]["Timestamp"] / 1000,
                    "Values": [float(each) for each in (value if isinstance(value, list) else [value])],
                    "Unit": metric.get("Unit", "None"),
                },
            )


def _milliseconds(seconds: float) -> int:
    return int(seconds * 1000)
