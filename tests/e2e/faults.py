"""Ways to hurt and to steer a deployed platform: its workers, messages, clock and lanes."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import httpx
import psutil

from infrastructure.naming import consumer_of, dead_letter_queue_name, function_name, queue_name
from tests.e2e import creator_command
from tests.e2e.local_cloud import Platform, wait_until
from tests.e2e.tasks import Json, as_json

Workers = Callable[[str], list[int]]


class Lane:
    """A lane's queues and consumer, seen from outside."""

    def __init__(self, platform: Platform, name: str) -> None:
        self.name = name
        self.function = function_name(platform.stage, consumer_of(name))
        self._sqs = platform.aws("sqs")
        self._logs = platform.aws("logs")
        self._lambda = platform.aws("lambda")
        self._tasks = platform.table("tasks")
        self._url = self._sqs.get_queue_url(QueueName=queue_name(platform.stage, name))["QueueUrl"]
        dead_letters = dead_letter_queue_name(platform.stage, name)
        self._dead_letters_url = self._sqs.get_queue_url(QueueName=dead_letters)["QueueUrl"]

    def send(self, *bodies: str) -> None:
        for body in bodies:
            self._sqs.send_message(QueueUrl=self._url, MessageBody=body)

    def wake(self, task_id: str) -> None:
        """One more wake-up message for a task."""
        self.send(json.dumps({"task_id": task_id}))

    def bury(self, task_id: str) -> None:
        """A dead letter for a task."""
        self._sqs.send_message(QueueUrl=self._dead_letters_url, MessageBody=json.dumps({"task_id": task_id}))

    def wait_until_empty(self, *, seconds: float = 30.0) -> None:
        """Nothing waits and nothing is in flight."""
        wait_until(lambda: self.messages() == 0, seconds=seconds, what=f"the end of lane {self.name}", every=0.2)

    def messages(self) -> int:
        return self._count(self._url)

    def dead_letters(self) -> int:
        return self._count(self._dead_letters_url)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Inside, the consumer gets no messages."""
        self._change_source(Enabled=False)
        try:
            yield
        finally:
            self._change_source(Enabled=True)

    @contextmanager
    def batches_of(self, size: int) -> Iterator[None]:
        """Inside, the consumer gets so many messages at a time."""
        usual = self._source()["BatchSize"]
        self._change_source(BatchSize=size)
        try:
            yield
        finally:
            self._change_source(BatchSize=usual)

    def busy_worker(self, workers: Workers) -> psutil.Process:
        """A process of the consumer that waits for its creator command just now."""
        return wait_until(lambda: self._find_busy(workers), what=f"work in lane {self.name}") or psutil.Process()

    def logged(self, action: str, task_id: str) -> bool:
        """Whether the consumer logged this about a task."""
        pages = self._logs.get_paginator("filter_log_events").paginate(logGroupName=f"/aws/lambda/{self.function}")
        lines = (event["message"] for page in pages for event in page["events"])
        return any(task_id in line and action in line for line in lines)

    def _find_busy(self, workers: Workers) -> psutil.Process | None:
        for pid in workers(self.function):
            try:
                process = psutil.Process(pid)
                if any(creator_command.__file__ in child.cmdline() for child in process.children()):
                    return process
            except psutil.NoSuchProcess:
                continue
        return None

    @contextmanager
    def abandoned_afterwards(self) -> Iterator[list[str]]:
        """Afterwards this lane's messages are gone, and the rows of the tasks whose ids were put into the list."""
        task_ids: list[str] = []
        try:
            yield task_ids
        finally:
            self._sqs.purge_queue(QueueUrl=self._url)
            with self._tasks.batch_writer() as writer:
                for task_id in task_ids:
                    writer.delete_item(Key={"task_id": task_id})

    def _source(self) -> Json:
        (source,) = self._lambda.list_event_source_mappings(FunctionName=self.function)["EventSourceMappings"]
        return dict(source)

    def _change_source(self, **changes: Any) -> None:
        wait_until(lambda: self._source()["State"] in ("Enabled", "Disabled"), what="the last change of the source")
        self._lambda.update_event_source_mapping(UUID=self._source()["UUID"], **changes)
        wait_until(lambda: self._source()["State"] in ("Enabled", "Disabled"), what="the change of the source")

    def _count(self, url: str) -> int:
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        counts = self._sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
        return sum(int(count) for count in counts.values())


def sweep(platform: Platform) -> Json:
    """Let the sweeper make one round now instead of within a minute; what it reports."""
    answer = platform.aws("lambda").invoke(FunctionName=function_name(platform.stage, "sweeper"))
    report: Json = json.loads(answer["Payload"].read())
    assert "FunctionError" not in answer, report
    return report


def bring_forward(platform: Platform, task_ids: Sequence[str]) -> None:
    """As if the time until the sweeper looks at these tasks, and until they may run, had passed.

    A task that has ended meanwhile, because the sweeper made its own round, waits for nothing any more.
    """
    table, now = platform.table("tasks"), int(time.time() * 1000)
    for task_id in task_ids:
        with suppress(table.meta.client.exceptions.ConditionalCheckFailedException):
            table.update_item(
                Key={"task_id": task_id},
                UpdateExpression="SET wake_at = :now, run_at = :now",
                ConditionExpression="attribute_exists(wake_at)",
                ExpressionAttributeValues={":now": now},
            )


@contextmanager
def changed_lane(admin: httpx.Client, lane: str, *, back: Json, **changes: Any) -> Iterator[None]:
    """Inside, the lane is changed as said; afterwards it is changed `back`."""
    patch_lane(admin, lane, **changes)
    try:
        yield
    finally:
        patch_lane(admin, lane, **back)


def patch_lane(admin: httpx.Client, lane: str, **changes: Any) -> Json:
    answer = admin.patch(f"/v1/lanes/{lane}", json=changes)
    assert answer.is_success, answer.text
    return as_json(answer)


def lane_state(admin: httpx.Client, lane: str) -> Json:
    found: list[Json] = admin.get("/v1/lanes").json()["items"]
    return next(state for state in found if state["lane"] == lane)
