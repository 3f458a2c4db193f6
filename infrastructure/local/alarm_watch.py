"""Evaluate the emulator's metric alarms over time and set their states, which notifies their topics."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from infrastructure.local.alarm_rule import AlarmRule, Points, State, joined

if TYPE_CHECKING:
    from mypy_boto3_cloudwatch import CloudWatchClient
    from mypy_boto3_cloudwatch.type_defs import MetricAlarmTypeDef

logger = logging.getLogger(__name__)

_SLICE_SECONDS = 5

Slices = dict[float, Points]


class AlarmWatch:
    """Periods end now, not at a full minute, so that an alarm fires within seconds.

    Time before the watch began is unknown, not silent: an alarm about silence does not go off at each start.
    Percentiles and metric math are left out; the platform's alarms use neither.
    """

    def __init__(self, metrics: CloudWatchClient) -> None:
        self._metrics = metrics
        self._began: float | None = None

    def look(self, now: float) -> None:
        self._began = now if self._began is None else self._began
        for page in self._metrics.get_paginator("describe_alarms").paginate(AlarmTypes=["MetricAlarm"]):
            for alarm in page["MetricAlarms"]:
                if alarm.get("MetricName") and not alarm.get("ExtendedStatistic"):
                    self._judge(alarm, now)

    def _judge(self, alarm: MetricAlarmTypeDef, now: float) -> None:
        rule = _rule_of(alarm)
        before: State = alarm["StateValue"]
        after = rule.judge(self._periods(alarm, rule, now), before=before)
        if after != before:
            logger.info("%s: %s -> %s", alarm["AlarmName"], before, after)
            reason = f"{rule.statistic} {rule.comparison} {rule.threshold} in {rule.periods_to_alarm} periods: {after}"
            self._metrics.set_alarm_state(AlarmName=alarm["AlarmName"], StateValue=after, StateReason=reason)

    def _periods(self, alarm: MetricAlarmTypeDef, rule: AlarmRule, now: float) -> list[Points | None]:
        """The newest first; those without data that the watch has not seen from beginning to end are left out."""
        seconds = alarm["Period"]
        slices = self._slices(alarm, now - seconds * rule.periods, now)
        periods: list[Points | None] = []
        for index in range(rule.periods):
            end = now - seconds * index
            points = joined([each for at, each in slices.items() if end - seconds < at <= end])
            if points is not None or end - seconds >= (self._began or now):
                periods.append(points)
        return periods

    def _slices(self, alarm: MetricAlarmTypeDef, start: float, end: float) -> Slices:
        answer = self._metrics.get_metric_statistics(
            Namespace=alarm["Namespace"],
            MetricName=alarm["MetricName"],
            Dimensions=alarm.get("Dimensions", []),
            StartTime=datetime.fromtimestamp(start, UTC),
            EndTime=datetime.fromtimestamp(end + _SLICE_SECONDS, UTC),
            Period=_SLICE_SECONDS,
            Statistics=["SampleCount", "Sum", "Minimum", "Maximum"],
        )
        return {
            point["Timestamp"].timestamp(): Points(
                point["SampleCount"], point["Sum"], point["Minimum"], point["Maximum"]
            )
            for point in answer["Datapoints"]
        }


def _rule_of(alarm: MetricAlarmTypeDef) -> AlarmRule:
    return AlarmRule(
        statistic=alarm["Statistic"],
        comparison=alarm["ComparisonOperator"],
        threshold=alarm["Threshold"],
        periods=alarm["EvaluationPeriods"],
        periods_to_alarm=alarm.get("DatapointsToAlarm", alarm["EvaluationPeriods"]),
        treat_missing=alarm.get("TreatMissingData", "missing"),
    )
