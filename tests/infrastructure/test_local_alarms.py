"""The companion's arithmetic: when an alarm goes off, and which metrics a log line carries."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from infrastructure.local.alarm_rule import AlarmRule, Points, State, joined
from infrastructure.local.log_metrics import metrics_in

HIGH, LOW = Points(2, 30, 10, 20), Points(2, 2, 1, 1)


RULE = AlarmRule("Maximum", "GreaterThanThreshold", 5.0, periods=3, periods_to_alarm=2)


@pytest.mark.parametrize(
    ("periods", "state"),
    [
        ([HIGH, HIGH, LOW], "ALARM"),
        ([HIGH, LOW, LOW], "OK"),
        ([HIGH, None, HIGH], "ALARM"),
        ([LOW, None, None], "OK"),
        ([None, None, None], "INSUFFICIENT_DATA"),
    ],
)
def test_an_alarm_counts_the_periods_over_its_threshold(periods: list[Points | None], state: State) -> None:
    assert RULE.judge(periods, before="OK") == state


@pytest.mark.parametrize(
    ("treatment", "state"),
    [("breaching", "ALARM"), ("notBreaching", "OK"), ("ignore", "ALARM"), ("missing", "INSUFFICIENT_DATA")],
)
def test_periods_without_data_count_as_the_alarm_says(treatment: str, state: State) -> None:
    assert replace(RULE, treat_missing=treatment).judge([None, None, None], before="ALARM") == state


def test_an_alarm_that_has_seen_nothing_yet_keeps_its_state() -> None:
    assert replace(RULE, treat_missing="breaching").judge([], before="OK") == "OK"


@pytest.mark.parametrize(
    ("comparison", "fires"),
    [
        ("GreaterThanThreshold", False),
        ("GreaterThanOrEqualToThreshold", True),
        ("LessThanThreshold", False),
        ("LessThanOrEqualToThreshold", True),
    ],
)
def test_a_value_at_the_threshold_fires_only_where_equal_is_meant(comparison: str, fires: bool) -> None:
    rule = replace(RULE, comparison=comparison, threshold=20.0, periods_to_alarm=1)

    assert (rule.judge([HIGH], before="OK") == "ALARM") is fires


@pytest.mark.parametrize(
    ("statistic", "value"),
    [("SampleCount", 4), ("Sum", 32), ("Average", 8), ("Minimum", 1), ("Maximum", 20)],
)
def test_measurements_of_several_stretches_add_up(statistic: str, value: float) -> None:
    together = joined([HIGH, LOW])

    assert together is not None
    assert together.statistic(statistic) == value


def test_a_log_line_gives_one_datum_for_each_set_of_dimensions() -> None:
    line = json.dumps(
        {
            "_aws": {
                "Timestamp": 1_700_000_000_000,
                "CloudWatchMetrics": [
                    {
                        "Namespace": "ContentHub",
                        "Dimensions": [["stage"], ["stage", "lane"]],
                        "Metrics": [{"Name": "TaskFailed", "Unit": "Count"}, {"Name": "Absent"}],
                    }
                ],
            },
            "stage": "local",
            "lane": "generation-high",
            "TaskFailed": [0, 1],
        }
    )

    found = metrics_in(line)

    assert [namespace for namespace, _ in found] == ["ContentHub", "ContentHub"]
    assert [len(datum["Dimensions"]) for _, datum in found] == [1, 2]
    assert found[0][1]["Values"] == [0.0, 1.0]


@pytest.mark.parametrize("line", ["", "START RequestId: 1", "null", "[1]", '{"action": "run"}', '{"_aws": 1}'])
def test_other_log_lines_carry_no_metrics(line: str) -> None:
    assert metrics_in(line) == []
