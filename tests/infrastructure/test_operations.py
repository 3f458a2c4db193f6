"""The operations stack sweeps every minute and raises an alarm for everything that must not go unseen."""

import json
from typing import Any

import pytest

from chalicelib.domain.wake_times import MAX_RESEND_SECONDS
from infrastructure.naming import LANES, logical_id
from infrastructure.templates import operations_template, storage_template
from tests.infrastructure.conftest import Lint

RESOURCES = operations_template()["Resources"]
ALARMS = {name: each["Properties"] for name, each in RESOURCES.items() if each["Type"] == "AWS::CloudWatch::Alarm"}
TOPIC = "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:contenthub-${Stage}-alarms"


def alarms_on(namespace: str, metric: str, dimension: object) -> list[dict[str, Any]]:
    return [
        alarm
        for alarm in ALARMS.values()
        if (alarm["Namespace"], alarm["MetricName"]) == (namespace, metric)
        and [each["Value"] for each in alarm["Dimensions"]] == [dimension]
    ]


def test_the_template_is_valid(lint: Lint) -> None:
    assert lint(operations=operations_template()) == ""


@pytest.mark.parametrize("lane", LANES)
def test_any_dead_letter_raises_an_alarm(lane: str) -> None:
    queue = {"Fn::Sub": f"contenthub-${{Stage}}-{lane}-dlq"}
    (alarm,) = alarms_on("AWS/SQS", "ApproximateNumberOfMessagesVisible", queue)
    assert (alarm["Threshold"], alarm["EvaluationPeriods"]) == (0, 1)


@pytest.mark.parametrize("lane", LANES)
def test_more_than_100_waiting_messages_for_five_minutes_raise_an_alarm(lane: str) -> None:
    queue = {"Fn::Sub": f"contenthub-${{Stage}}-{lane}"}
    (alarm,) = alarms_on("AWS/SQS", "ApproximateNumberOfMessagesVisible", queue)
    assert (alarm["Threshold"], alarm["ComparisonOperator"]) == (100, "GreaterThanThreshold")
    assert alarm["Period"] * alarm["DatapointsToAlarm"] == 300


def test_every_queue_has_an_alarm() -> None:
    stored = storage_template()["Resources"].values()
    queues = [each["Properties"]["QueueName"] for each in stored if each["Type"] == "AWS::SQS::Queue"]
    watched = [alarm["Dimensions"][0]["Value"] for alarm in ALARMS.values() if alarm["Namespace"] == "AWS/SQS"]
    assert sorted(map(str, watched)) == sorted(map(str, queues))


def test_a_failure_rate_above_ten_percent_for_five_minutes_raises_an_alarm() -> None:
    (alarm,) = alarms_on("ContentHub", "TaskFailed", {"Ref": "Stage"})
    assert (alarm["Statistic"], alarm["Threshold"]) == ("Average", 0.1)
    assert alarm["Period"] * alarm["DatapointsToAlarm"] == 300


def test_a_failing_and_a_silent_sweeper_raise_alarms() -> None:
    sweeper = {"Fn::Sub": "contenthub-${Stage}-sweeper"}
    (silent,) = alarms_on("AWS/Lambda", "Invocations", sweeper)
    assert alarms_on("AWS/Lambda", "Errors", sweeper)
    assert silent["TreatMissingData"] == "breaching"


@pytest.mark.parametrize("name", ALARMS)
def test_an_alarm_notifies_when_it_is_raised_and_when_it_ends(name: str) -> None:
    assert ALARMS[name]["AlarmActions"] == ALARMS[name]["OKActions"] == [{"Fn::Sub": TOPIC}]
    assert ALARMS[name]["AlarmName"]["Fn::Sub"].startswith("contenthub-${Stage}-")


@pytest.mark.parametrize("name", ALARMS)
def test_an_alarm_needs_no_metric_math(name: str) -> None:
    """Not every emulator has it, and the templates are the same everywhere."""
    assert "Metrics" not in ALARMS[name]


def test_the_sweeper_runs_every_minute_and_may_be_called() -> None:
    schedule = RESOURCES["SweeperSchedule"]["Properties"]
    assert schedule["ScheduleExpression"] == "rate(1 minute)"
    assert schedule["Targets"][0]["Arn"]["Fn::Sub"].endswith(":function:contenthub-${Stage}-sweeper")
    permission = RESOURCES["SweeperPermission"]["Properties"]
    assert permission["SourceArn"] == {"Fn::GetAtt": ["SweeperSchedule", "Arn"]}


@pytest.mark.parametrize(
    ("name", "family"), [("DirectCalls", "generation"), ("DirectSyncCalls", "sync"), ("DirectImageCalls", "image")]
)
def test_a_direct_call_is_given_up_when_the_sweeper_has_made_another(name: str, family: str) -> None:
    config = RESOURCES[name]["Properties"]
    assert config["FunctionName"] == {"Fn::Sub": f"contenthub-${{Stage}}-{family}_direct"}
    assert config["MaximumEventAgeInSeconds"] == MAX_RESEND_SECONDS
    assert config["MaximumRetryAttempts"] == 2


def test_the_dashboard_shows_every_lane() -> None:
    body = json.loads(RESOURCES["Dashboard"]["Properties"]["DashboardBody"]["Fn::Sub"])
    shown = json.dumps(body["widgets"])
    assert all(f'"contenthub-${{Stage}}-{lane}"' in shown for lane in LANES)
    assert all(f'"contenthub-${{Stage}}-{lane}-dlq"' in shown for lane in LANES)


def test_widgets_of_the_dashboard_do_not_overlap() -> None:
    body = json.loads(RESOURCES["Dashboard"]["Properties"]["DashboardBody"]["Fn::Sub"])
    places = [(widget["x"], widget["y"]) for widget in body["widgets"]]
    assert len(set(places)) == len(places)
    assert all(widget["x"] + widget["width"] <= 24 for widget in body["widgets"])


def test_each_lane_brings_its_own_alarms() -> None:
    named = [name for name in ALARMS if any(name.startswith(logical_id(lane)) for lane in LANES)]
    assert len(named) == 2 * len(LANES)
