"""The addresses of a stage's queues."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

MOST_ENTRIES = 10
T = TypeVar("T")


@dataclass(frozen=True)
class SqsQueues:
    """Queue names are fixed, so their URLs are put together here and need no call to find out."""

    client: "SQSClient"
    prefix: str
    """Such as `contenthub-prod`."""
    account_id: str

    def url(self, lane: str) -> str:
        return f"{self.client.meta.endpoint_url}/{self.account_id}/{self.prefix}-{lane}"

    def dead_letter_url(self, lane: str) -> str:
        return f"{self.url(lane)}-dlq"


def in_tens(entries: Sequence[T]) -> Iterator[Sequence[T]]:
    """SQS takes at most ten entries a request."""
    for start in range(0, len(entries), MOST_ENTRIES):
        yield entries[start : start + MOST_ENTRIES]
