"""Dead letters on SQS."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from chalicelib.adapters.epoch import from_milliseconds
from chalicelib.adapters.sqs_queues import MOST_ENTRIES, SqsQueues, in_tens
from chalicelib.domain.errors import ConflictError
from chalicelib.domain.ports.platform import DeadLetter

if TYPE_CHECKING:
    from mypy_boto3_sqs.type_defs import MessageTypeDef

HIDDEN_SECONDS = 60


class SqsDeadLetters:
    """`wait_seconds` above 0 makes SQS ask all its servers, so that few letters are not overlooked."""

    def __init__(self, queues: SqsQueues, *, wait_seconds: int = 1) -> None:
        self._queues = queues
        self._client = queues.client
        self._wait_seconds = wait_seconds

    def receive(self, lane: str, *, limit: int) -> Sequence[DeadLetter]:
        letters: list[DeadLetter] = []
        while len(letters) < limit and (batch := self._receive(lane, limit - len(letters))):
            letters += batch
        return letters

    def release(self, letters: Sequence[DeadLetter]) -> None:
        """What cannot be released, because it was deleted meanwhile, need not be."""
        for url, batch in self._batches(letters):
            self._client.change_message_visibility_batch(
                QueueUrl=url,
                Entries=[
                    {"Id": str(number), "ReceiptHandle": letter.receipt, "VisibilityTimeout": 0}
                    for number, letter in enumerate(batch)
                ],
            )

    def delete(self, letters: Sequence[DeadLetter]) -> None:
        """Raises ConflictError if SQS kept some of them."""
        kept = 0
        for url, batch in self._batches(letters):
            answer = self._client.delete_message_batch(
                QueueUrl=url,
                Entries=[{"Id": str(number), "ReceiptHandle": letter.receipt} for number, letter in enumerate(batch)],
            )
            kept += len(answer.get("Failed", []))
        if kept:
            raise ConflictError(f"{kept} dead letters could not be deleted")

    def _receive(self, lane: str, limit: int) -> Sequence[DeadLetter]:
        answer = self._client.receive_message(
            QueueUrl=self._queues.dead_letter_url(lane),
            MaxNumberOfMessages=min(limit, MOST_ENTRIES),
            VisibilityTimeout=HIDDEN_SECONDS,
            WaitTimeSeconds=self._wait_seconds,
            MessageSystemAttributeNames=["ApproximateReceiveCount", "SentTimestamp"],
        )
        return [_letter(lane, message) for message in answer.get("Messages", [])]

    def _batches(self, letters: Sequence[DeadLetter]) -> Iterator[tuple[str, Sequence[DeadLetter]]]:
        for lane in dict.fromkeys(letter.lane for letter in letters):
            for batch in in_tens([letter for letter in letters if letter.lane == lane]):
                yield self._queues.dead_letter_url(lane), batch


def _letter(lane: str, message: "MessageTypeDef") -> DeadLetter:
    attributes = message.get("Attributes", {})
    sent = attributes.get("SentTimestamp")
    return DeadLetter(
        message_id=message["MessageId"],
        lane=lane,
        task_id=task_id_in(message["Body"]),
        receipt=message["ReceiptHandle"],
        receive_count=int(attributes.get("ApproximateReceiveCount", "0")),
        sent_at=from_milliseconds(int(sent)) if sent else None,
        body=message["Body"],
    )


def task_id_in(body: str) -> str | None:
    """None when the message is not one of ours."""
    try:
        message = json.loads(body)
    except ValueError:
        return None
    task_id = message.get("task_id") if isinstance(message, dict) else None
    return task_id if isinstance(task_id, str) else None
