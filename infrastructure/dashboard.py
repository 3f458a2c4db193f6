"""The CloudWatch dashboard of one stage, as the text of an `Fn::Sub`."""

from collections.abc import Sequence
from typing import Any

from infrastructure.naming import dead_letter_queue_name, queue_name

Metric = list[Any]
Widget = dict[str, Any]

WIDTH, HEIGHT = 12, 6
WIDGETS_PER_ROW = 2


def dashboard_body(lanes: Sequence[str]) -> dict[str, Any]:
    queues = {lane: queue_name("${Stage}", lane) for lane in lanes}
    dead_letter_queues = {lane: dead_letter_queue_name("${Stage}", lane) for lane in lanes}
    widgets = [
        _graph("Tasks per minute", [_task(name) for name in ("Submitted", "Succeeded", "Failed")], stat="Sum"),
        _graph("Failure rate (1 = all)", [_task("Failed")], stat="Average"),
        _graph("Waiting messages", _queue_metrics(queues, "ApproximateNumberOfMessagesVisible")),
        _graph("Age of the oldest message (s)", _queue_metrics(queues, "ApproximateAgeOfOldestMessage")),
        _graph("Duration of a run (s), p95", [_metric("DurationSeconds")], stat="p95"),
        _graph("Wait in the queue (s), p95", [_metric("QueueWaitSeconds")], stat="p95"),
        _graph("Dead letters", _queue_metrics(dead_letter_queues, "ApproximateNumberOfMessagesVisible")),
        _graph("Retries, leases lost, cold starts", _trouble(), stat="Sum"),
    ]
    return {"widgets": [widget | _place(index) for index, widget in enumerate(widgets)]}


def _place(index: int) -> dict[str, int]:
    row, column = divmod(index, WIDGETS_PER_ROW)
    return {"x": column * WIDTH, "y": row * HEIGHT, "width": WIDTH, "height": HEIGHT}


def _graph(title: str, metrics: list[Metric], *, stat: str = "Maximum") -> Widget:
    properties = {
        "title": title,
        "view": "timeSeries",
        "region": "${AWS::Region}",
        "period": 60,
        "stat": stat,
        "metrics": metrics,
    }
    return {"type": "metric", "properties": properties}


def _metric(name: str) -> Metric:
    return ["ContentHub", name, "stage", "${Stage}"]


def _task(outcome: str) -> Metric:
    return _metric(f"Task{outcome}")


def _queue_metrics(queues: dict[str, str], name: str) -> list[Metric]:
    return [["AWS/SQS", name, "QueueName", queue, {"label": lane}] for lane, queue in queues.items()]


def _trouble() -> list[Metric]:
    return [_metric("TaskRetried"), _metric("LeaseLost"), _metric("ColdStart")]
