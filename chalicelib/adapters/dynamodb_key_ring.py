"""API keys in DynamoDB, kept as hashes only."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from chalicelib.adapters.epoch import from_milliseconds
from chalicelib.domain.ports.platform import Clock
from chalicelib.domain.principal import Principal, Role

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

REMEMBERED_SECONDS = 5.0
MOST_REMEMBERED = 1000


@dataclass(frozen=True)
class _Answer:
    principal: Principal | None
    expires_at: datetime | None
    good_until: float


class DynamoDbKeyRing:
    """An item has key_hash, user_id, role and, for a key that ends, expires_at in epoch milliseconds."""

    def __init__(self, client: "DynamoDBClient", table: str, clock: Clock) -> None:
        self._client = client
        self._table = table
        self._clock = clock
        self._answers: dict[str, _Answer] = {}

    def principal(self, api_key: str) -> Principal | None:
        hashed = key_hash(api_key)
        answer = self._answers.get(hashed)
        if answer is None or answer.good_until <= self._clock.monotonic():
            answer = self._ask(hashed)
        expired = answer.expires_at is not None and answer.expires_at <= self._clock.now()
        return None if expired else answer.principal

    def _ask(self, hashed: str) -> _Answer:
        """Unknown keys are remembered too; a flood of them only makes the memory start anew."""
        good_until = self._clock.monotonic() + REMEMBERED_SECONDS
        item = self._client.get_item(TableName=self._table, Key={"key_hash": {"S": hashed}}).get("Item")
        answer = _Answer(None, None, good_until)
        if item is not None:
            expires_at = from_milliseconds(int(item["expires_at"]["N"])) if "expires_at" in item else None
            answer = _Answer(Principal(item["user_id"]["S"], Role(item["role"]["S"])), expires_at, good_until)
        if len(self._answers) >= MOST_REMEMBERED:
            self._answers.clear()
        self._answers[hashed] = answer
        return answer


def key_hash(api_key: str) -> str:
    """Keys are 256 random bits, so a plain hash cannot be guessed back."""
    return hashlib.sha256(api_key.encode()).hexdigest()
