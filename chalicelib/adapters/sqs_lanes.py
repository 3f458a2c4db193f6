"""Wake-up messages on SQS: each is `{"task_id": …}` and nothing more."""

import json
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.adapters.sqs_queues import SqsQueues, in_tens
from chalicelib.domain.ports.platform import LaneDepth, SendFailedError, WakeUp

if TYPE_CHECKING:
    from mypy_boto3_sqs.type_defs import SendMessageBatchRequestEntryTypeDef

REFUSALS = (ClientError, BotoCoreError)
"""Whatever keeps the queue from taking a message, the answer is the same: the sweeper sends it later."""


class SqsLanes:
    def __init__(self, queues: SqsQueues) -> None:
        self._queues = queues
        self._client = queues.client

    def send(self, lane: str, task_id: str, *, delay_seconds: int = 0) -> None:
        try:
            self._client.send_message(
                QueueUrl=self._queues.url(lane), MessageBody=_body(task_id), DelaySeconds=delay_seconds
            )
        except REFUSALS as error:
            raise SendFailedError(str(error)) from error

    def send_many(self, lane: str, delays_by_task_id: dict[str, int]) -> Sequence[str]:
        """Ten a request."""
        unsent: list[str] = []
        for batch in in_tens(list(delays_by_task_id.items())):
            unsent += self._send_batch(lane, batch)
        return unsent

    def hide(self, wake_up: WakeUp, *, seconds: int) -> None:
        with suppress(*REFUSALS):
            self._client.change_message_visibility(
                QueueUrl=self._queues.url(wake_up.lane), ReceiptHandle=wake_up.receipt, VisibilityTimeout=seconds
            )

    def depth(self, lane: str) -> LaneDepth:
        numbers = self._numbers(self._queues.url(lane))
        dead = self._numbers(self._queues.dead_letter_url(lane))
        return LaneDepth(
            waiting=numbers["ApproximateNumberOfMessages"],
            in_flight=numbers["ApproximateNumberOfMessagesNotVisible"],
            delayed=numbers["ApproximateNumberOfMessagesDelayed"],
            dead_letters=dead["ApproximateNumberOfMessages"] + dead["ApproximateNumberOfMessagesNotVisible"],
        )

    def _send_batch(self, lane: str, batch: Sequence[tuple[str, int]]) -> list[str]:
        entries: list[SendMessageBatchRequestEntryTypeDef] = [
            {"Id": str(number), "MessageBody": _body(task_id), "DelaySeconds": delay_seconds}
            for number, (task_id, delay_seconds) in enumerate(batch)
        ]
        try:
            answer = self._client.send_message_batch(QueueUrl=self._queues.url(lane), Entries=entries)
        except REFUSALS:
            return [task_id for task_id, _ in batch]
        return [batch[int(failure["Id"])][0] for failure in answer.get("Failed", [])]

    def _numbers(self, url: str) -> dict[str, int]:
        answer = self._client.get_queue_attributes(
            QueueUrl=url,
            AttributeNames=[
                "ApproximateNumberOfMessages",
                "ApproximateNumberOfMessagesNotVisible",
                "ApproximateNumberOfMessagesDelayed",
            ],
        )
        return {str(name): int(value) for name, value in answer["Attributes"].items()}


def _body(task_id: str) -> str:
    return json.dumps({"task_id": task_id})
