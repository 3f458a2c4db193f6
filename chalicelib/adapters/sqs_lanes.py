"""Wake-up messages on SQS: `{"task_id": …}`, and from a workflow's execution its task token beside it."""

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
"""Whatever keeps the queue from taking a message, the answer is the same: another rung takes the task."""


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
        """Ten a request. After a request that failed as a whole no other is tried: each would take its time to fail."""
        unsent: list[str] = []
        tens = list(in_tens(list(delays_by_task_id.items())))
        for number, batch in enumerate(tens):
            try:
                unsent += self._send_batch(lane, batch)
            except REFUSALS:
                return [*unsent, *(task_id for rest in tens[number:] for task_id, _ in rest)]
        return unsent

    def hide(self, wake_up: WakeUp, *, seconds: int) -> None:
        if not wake_up.receipt:
            return  # There is no message: the worker was called past the queue.
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
        answer = self._client.send_message_batch(QueueUrl=self._queues.url(lane), Entries=entries)
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
