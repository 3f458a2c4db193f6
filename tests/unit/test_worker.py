"""What a consumer tells SQS about its messages."""

import json
from contextlib import AbstractContextManager, nullcontext
from types import SimpleNamespace
from typing import Any

import pytest
from chalice.app import SQSEvent

from chalicelib.domain.task import Status
from chalicelib.entrypoints import worker
from tests.fakes.telemetry import RecordingTelemetry
from tests.unit.workbench import LEASE_SECONDS, Workbench

LANE = "generation-normal"


class InvocationTelemetry(RecordingTelemetry):
    def invocation(self, _context: object) -> AbstractContextManager[None]:
        return nullcontext()


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Workbench:
    bench = Workbench(telemetry=InvocationTelemetry())
    here = SimpleNamespace(
        run_task=bench.run,
        lanes=bench.lanes,
        telemetry=bench.telemetry,
        settings=SimpleNamespace(lease_seconds=LEASE_SECONDS),
    )
    monkeypatch.setattr(worker, "platform", lambda: here)
    return bench


def event(*bodies: str) -> SQSEvent:
    records = [
        {"messageId": f"m{number}", "receiptHandle": f"r{number}", "body": body} for number, body in enumerate(bodies)
    ]
    context: Any = SimpleNamespace(get_remaining_time_in_millis=lambda: 900_000)
    return SQSEvent({"Records": records}, context)


def failures(answer: dict[str, Any]) -> list[str]:
    return [failure["itemIdentifier"] for failure in answer["batchItemFailures"]]


@pytest.mark.parametrize("body", ["no JSON", "[]", '{"task": "x"}', '{"task_id": 5}', '{"task_id": ""}'])
def test_an_unreadable_message_comes_back_at_once_until_it_is_a_dead_letter(bench: Workbench, body: str) -> None:
    answer = worker.consume(event(body), LANE)

    assert failures(answer) == ["m0"]
    assert [(hidden.receipt, seconds) for hidden, seconds in bench.lanes.hidden] == [("r0", 0)]


def test_only_the_bad_message_of_a_batch_is_delivered_again(bench: Workbench) -> None:
    tasks = [bench.submitted() for _ in range(9)]
    bodies = [json.dumps({"task_id": task.task_id}) for task in tasks]

    answer = worker.consume(event(*bodies[:4], "no JSON", *bodies[4:]), LANE)

    assert failures(answer) == ["m4"]
    assert {bench.row(task).status for task in tasks} == {Status.SUCCEEDED}


def test_a_message_whose_handling_failed_comes_back_after_the_lease(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ConnectionError("the store is away")

    monkeypatch.setattr(bench.tasks, "claim", refuse)

    answer = worker.consume(event('{"task_id": "t"}'), LANE)

    assert failures(answer) == ["m0"]
    (_, seconds) = bench.lanes.hidden[-1]
    assert seconds > LEASE_SECONDS
