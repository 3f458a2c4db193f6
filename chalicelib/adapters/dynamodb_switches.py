"""Flags in one item of the records table, an attribute each."""

from typing import TYPE_CHECKING

from chalicelib.domain.ports.platform import Clock

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

REMEMBERED_SECONDS = 5.0
ACCEPTING, DIRECT, PAUSED = "accepting", "direct", "paused"


class DynamoDbSwitches:
    def __init__(
        self, client: "DynamoDBClient", table: str, clock: Clock, *, switched_off: frozenset[str] = frozenset()
    ) -> None:
        self._client = client
        self._table = table
        self._clock = clock
        self._switched_off = switched_off
        self._remembered: dict[str, dict[str, bool]] = {}
        self._good_until = float("-inf")

    def accepting(self, task_type: str) -> bool:
        return self._current()[ACCEPTING].get(task_type, task_type not in self._switched_off)

    def paused(self, *, lane: str, task_type: str | None = None) -> bool:
        paused = self._current()[PAUSED]
        return paused.get(lane, False) or (task_type is not None and paused.get(task_type, False))

    def direct(self, task_type: str) -> bool:
        return self._current()[DIRECT].get(task_type, False)

    def set_direct(self, task_type: str, direct: bool) -> None:
        self._set(DIRECT, task_type, direct)

    def set_accepting(self, task_type: str, accepting: bool) -> None:
        self._set(ACCEPTING, task_type, accepting)

    def set_paused(self, name: str, paused: bool) -> None:
        self._set(PAUSED, name, paused)

    def everything(self) -> dict[str, dict[str, bool]]:
        return self._read()

    def _current(self) -> dict[str, dict[str, bool]]:
        if self._good_until <= self._clock.monotonic():
            good_until = self._clock.monotonic() + REMEMBERED_SECONDS
            self._remembered = self._read()
            self._good_until = good_until
        return self._remembered

    def _read(self) -> dict[str, dict[str, bool]]:
        answer = self._client.get_item(TableName=self._table, Key=_KEY, ConsistentRead=True)
        flags: dict[str, dict[str, bool]] = {ACCEPTING: {}, DIRECT: {}, PAUSED: {}}
        for attribute, value in answer.get("Item", {}).items():
            group, _, name = attribute.partition(":")
            if group in flags:
                flags[group][name] = value["BOOL"]
        return flags

    def _set(self, group: str, name: str, value: bool) -> None:
        self._client.update_item(
            TableName=self._table,
            Key=_KEY,
            UpdateExpression="SET #flag = :value",
            ExpressionAttributeNames={"#flag": f"{group}:{name}"},
            ExpressionAttributeValues={":value": {"BOOL": value}},
        )
        self._good_until = float("-inf")


_KEY = {"record_id": {"S": "switches#all"}}
