"""Writes that happen together or not at all."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from chalicelib.adapters.aws_errors import cancellation_reasons
from chalicelib.domain.ports.platform import Clock

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

TRIES = 12
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.005, 0.2


class ConditionsFailedError(Exception):
    """Nothing was written; `positions` are those of the writes whose condition was false."""

    def __init__(self, positions: frozenset[int]) -> None:
        super().__init__(f"conditions of writes {sorted(positions)} were false")
        self.positions = positions


class DynamoDbTransactions:
    def __init__(self, client: "DynamoDBClient", clock: Clock) -> None:
        self._client = client
        self._clock = clock

    def write(self, writes: "Sequence[TransactWriteItemTypeDef]") -> None:
        """Raises ConditionsFailedError.

        Another transaction or a heartbeat may be writing one of the items right now, most of all a workflow's own
        row, which each of its units counts on: then again, a little later.
        """
        pause = FIRST_PAUSE_SECONDS
        for tries_left in reversed(range(TRIES)):
            try:
                self._client.transact_write_items(TransactItems=writes)
            except ClientError as error:
                reasons = cancellation_reasons(error)
                false = frozenset(i for i, reason in enumerate(reasons) if reason == "ConditionalCheckFailed")
                if false:
                    raise ConditionsFailedError(false) from error
                if "TransactionConflict" not in reasons or not tries_left:
                    raise
                self._clock.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
            else:
                return
