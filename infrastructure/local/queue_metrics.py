"""The AWS/SQS metrics of the platform's queues."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_cloudwatch import CloudWatchClient
    from mypy_boto3_cloudwatch.type_defs import MetricDatumTypeDef
    from mypy_boto3_sqs import SQSClient
    from mypy_boto3_sqs.literals import QueueAttributeNameType

_PREFIX = "contenthub-"
_NAMESPACE = "AWS/SQS"
_METRIC_BY_ATTRIBUTE: dict[QueueAttributeNameType, str] = {
    "ApproximateNumberOfMessages": "ApproximateNumberOfMessagesVisible",
    "ApproximateNumberOfMessagesNotVisible": "ApproximateNumberOfMessagesNotVisible",
    "ApproximateNumberOfMessagesDelayed": "ApproximateNumberOfMessagesDelayed",
}


class QueueMetrics:
    """Publishes the depth of every queue, as SQS itself does each minute."""

    def __init__(self, queues: SQSClient, metrics: CloudWatchClient) -> None:
        self._queues = queues
        self._metrics = metrics

    def look(self, now: float) -> None:
        urls = self._queues.list_queues(QueueNamePrefix=_PREFIX).get("QueueUrls", [])
        data = [datum for url in urls for datum in self._depth(url, now)]
        if data:
            self._metrics.put_metric_data(Namespace=_NAMESPACE, MetricData=data)

    def _depth(self, url: str, now: float) -> list[MetricDatumTypeDef]:
        attributes = self._queues.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        return [
            {
                "MetricName": metric,
                "Dimensions": [{"Name": "QueueName", "Value": url.rsplit("/", 1)[-1]}],
                "Timestamp": datetime.fromtimestamp(now, UTC),
                "Value": float(attributes.get(attribute, "0")),
                "Unit": "Count",
            }
            for attribute, metric in _METRIC_BY_ATTRIBUTE.items()
        ]
