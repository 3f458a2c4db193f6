"""Roadmaps that are large enough to be hurt while they are made, and then counted artifact by artifact."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from boto3.dynamodb.conditions import Attr

from chalicelib.domain.workflow_life import STALLED_SECONDS
from infrastructure.naming import machine_name
from tests.e2e.faults import sweep
from tests.e2e.local_cloud import Platform, wait_until
from tests.e2e.tasks import ENDED, Json, Tasks, all_pages, as_json, get

KINDS = ("tutorial", "resources", "quiz")
QUIET_SECONDS = 10.0
"""Longer than a lease and a cold start."""
READERS = 4


class Stillness:
    """Tells when nothing has moved for so long that only the sweeper can help."""

    def __init__(self) -> None:
        self._last_seq, self._since = 0, time.monotonic()

    def long_after(self, task: Json) -> bool:
        """Once each time."""
        still = task["last_seq"] == self._last_seq and time.monotonic() - self._since > QUIET_SECONDS
        if still or task["last_seq"] > self._last_seq:
            self._last_seq, self._since = task["last_seq"], time.monotonic()
        return still


@dataclass(frozen=True)
class LargeRoadmap:
    tasks: Tasks
    platform: Platform
    task_id: str
    names: tuple[str, ...]
    """Of all its units."""

    def show(self) -> Json:
        return self.tasks.show(self.task_id)

    def units(self, **filters: Any) -> list[Json]:
        return list(all_pages(self.tasks.client, f"/v1/tasks/{self.task_id}/children", **filters))

    def row(self, task_id: str) -> dict[str, Any]:
        found = self.platform.table("tasks").get_item(Key={"task_id": task_id}, ConsistentRead=True)
        return dict(found["Item"])

    def tokens(self) -> set[tuple[str, str]]:
        """The units that run just now, each with the token that its message brought; most run for a moment only."""
        table = self.platform.table("tasks")
        running = Attr("parent_id").eq(self.task_id) & Attr("status").eq("running")
        pages = table.meta.client.get_paginator("scan").paginate(TableName=table.name, FilterExpression=running)
        rows = (row for page in pages for row in page["Items"])
        return {(row["task_id"], token) for row in rows for token in row.get("task_tokens", ())}

    def wait_until_done(self, count: int, *, seconds: float = 300.0) -> None:
        """So many artifacts are there, and more are to come; units that a call did not reach are called again."""
        stillness = Stillness()

        def look() -> bool:
            task = self.show()
            assert task["status"] not in ENDED, task
            if stillness.long_after(task):
                self.send_again()
            return bool(task["progress"] and task["progress"]["done"] >= count)

        wait_until(look, seconds=seconds, what=f"artifact {count}", every=0.1)

    def wait_for_news(self) -> None:
        """One unit more has ended, or all have."""
        last_seq = self.show()["last_seq"]
        wait_until(lambda: self._has_news(last_seq), seconds=60, what="the end of a unit", every=0.1)

    def _has_news(self, last_seq: int) -> bool:
        task = self.show()
        return bool(task["last_seq"] > last_seq or task["status"] in ENDED)

    def finished(self, *, seconds: float = 600.0) -> Json:
        """Once it has ended. When nothing moves any more, the time that the sweeper waits for is made to pass."""
        stillness = Stillness()

        def look() -> Json | None:
            task = self.show()
            if task["status"] in ENDED:
                return task
            if stillness.long_after(task):
                self.let_time_pass()
            return None

        return wait_until(look, seconds=seconds, what=f"the end of roadmap {self.task_id}", every=0.3) or {}

    def send_again(self) -> None:
        """As if it had been quiet for so long that the sweeper sends what it can."""
        for unit in self.units(status="queued"):
            if "task_tokens" in self.row(unit["task_id"]):
                self._look_soon(unit["task_id"])
        self._sweep()

    def let_time_pass(self) -> None:
        """As if it had been quiet for so long that the sweeper takes a wake-up for lost."""
        self._look_soon(self.task_id, quiet_seconds=STALLED_SECONDS)
        self.send_again()

    def next_execution(self) -> str | None:
        """As if the time had come at which the sweeper asks whether the execution lives; its successor, if it runs."""
        running = (one["executionArn"] for one in self.executions() if one["status"] == "RUNNING")
        found = next(running, None)
        if found is None:
            self._look_soon(self.task_id)
            self._sweep()
        return found

    def _sweep(self) -> None:
        wait_until(self._swept, what="a round of the sweeper", every=0.5)

    def _swept(self) -> bool:
        """False while the sweeper makes the round of this minute: there is only one of it."""
        try:
            return bool(sweep(self.platform))
        except self.platform.aws("lambda").exceptions.TooManyRequestsException:
            return False

    def _look_soon(self, task_id: str, *, quiet_seconds: float = 0.0) -> None:
        """One that has ended meanwhile has no wake time any more, and gets none."""
        table, now = self.platform.table("tasks"), int(time.time() * 1000)
        with suppress(table.meta.client.exceptions.ConditionalCheckFailedException):
            table.update_item(
                Key={"task_id": task_id},
                UpdateExpression="SET wake_at = :now, updated_at = updated_at - :quiet",
                ConditionExpression="attribute_exists(wake_at)",
                ExpressionAttributeValues={":now": now, ":quiet": int(quiet_seconds * 1000)},
            )

    def executions(self) -> list[Json]:
        """The newest first."""
        client = self.platform.aws("stepfunctions")
        machines = client.list_state_machines()["stateMachines"]
        (arn,) = [one["stateMachineArn"] for one in machines if one["name"] == machine_name(self.platform.stage)]
        found = client.list_executions(stateMachineArn=arn)["executions"]
        return [dict(one) for one in found if one["name"].startswith(self.task_id)]

    def check_that_each_artifact_is_there_once(self) -> None:
        task, units = self.show(), self.units()
        told = task["progress"]
        assert (task["status"], told["done"], told["total"], told["failed"]) == ("succeeded", *[len(self.names)] * 2, 0)
        assert Counter(unit["unit"] for unit in units) == Counter(self.names)
        assert {unit["status"] for unit in units} == {"succeeded"}
        self._check_events(self.tasks.events(self.task_id))
        with ThreadPoolExecutor(READERS) as readers:
            list(readers.map(self._check_unit, units))
        self._check_export()

    def _check_events(self, events: Sequence[Json]) -> None:
        assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
        ended = Counter(event["message"] for event in events if event["kind"] == "unit_ended")
        assert ended == Counter(f"{name} succeeded" for name in self.names)
        assert [event["kind"] for event in events].count("succeeded") == 1

    def _check_unit(self, unit: Json) -> None:
        events = self.tasks.events(unit["task_id"])
        assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
        assert [event["kind"] for event in events].count("succeeded") == 1, unit["unit"]
        assert self.tasks.result(unit["task_id"])["result"]

    def _check_export(self) -> None:
        exported = get(self.tasks.client, f"/api/v1/roadmaps/{self.task_id}/export", format="json")
        made = Counter(
            f"content/{kind}/{concept['concept']['id']}"
            for concept in exported["concepts"]
            for kind in KINDS
            if concept[kind]
        )
        assert made == Counter(self.names)


def submitted(tasks: Tasks, platform: Platform, framework: Json) -> LargeRoadmap:
    answer = tasks.client.post("/api/v1/roadmaps/generate", json={"framework": framework})
    assert answer.status_code == HTTPStatus.ACCEPTED, answer.text
    return LargeRoadmap(tasks, platform, as_json(answer)["task_id"], unit_names(framework))


def unit_names(framework: Json) -> tuple[str, ...]:
    return tuple(f"content/{kind}/{concept['id']}" for concept in framework["concepts"] for kind in KINDS)
